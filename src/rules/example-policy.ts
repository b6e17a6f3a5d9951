import type { Location } from '../model/location.js'
import type { Member, Node } from '../model/node.js'
import { text, type Hole, type Text } from '../model/text.js'
import type { Fields } from './data.js'
import type { Locate, Path } from './rule.js'

const holeOf = (kind: string, name: string): Hole =>
  kind === 'sensitive' ? { kind: 'sensitive', name: 'sensitive', value: name } : { kind: 'after-apply', name }

/** `${hole:name}` is a text that is not known, `${sensitive:value}` one that may not be shown. */
export const textOf = (written: string): Text =>
  text(
    ...written.split(/(\$\{(?:hole|sensitive):[^}]*\})/).map(part => {
      const [, kind, name] = /^\$\{(hole|sensitive):([^}]*)\}$/.exec(part) ?? []
      return kind === undefined || name === undefined ? part : holeOf(kind, name)
    }),
  )

/** `${any:name}` stands for a value of any shape, `${many:name}` in a list for any number of elements. */
const wholeHole = (written: string, location: Location): Node | undefined => {
  const [, kind, name] = /^\$\{(any|many):([^}]*)\}$/.exec(written) ?? []
  if (kind === undefined || name === undefined) return undefined
  return { kind: 'hole', hole: holeOf(kind, name), ...(kind === 'many' && { many: true }), location }
}

/** Turns the data of a policy into what an adapter would read. */
export const nodeOf = (value: unknown, path: Path, locate: Locate): Node => {
  const location = locate(path)
  if (typeof value === 'string') return wholeHole(value, location) ?? { kind: 'text', text: textOf(value), location }
  if (typeof value === 'number') return { kind: 'number', text: text(String(value)), location }
  if (typeof value === 'boolean') return { kind: 'boolean', value, location }
  if (Array.isArray(value))
    return { kind: 'list', items: value.map((item, index) => nodeOf(item, [...path, index], locate)), location }
  if (typeof value !== 'object' || value === null) return { kind: 'null', location }
  const members = Object.entries(value).map(([key, member]: [string, unknown]): Member => ({
    key: textOf(key),
    location: locate([...path, key], 'key'),
    value: nodeOf(member, [...path, key], locate),
  }))
  return { kind: 'object', members, location }
}

/** The statement that AWS's default policy consists of. */
const rootStatement = (account: string) => ({
  Sid: 'Root',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: 'kms:*',
  Resource: '*',
})

/**
 * The policy of an example: its `policy`, or its `statement` or `statements` followed by AWS's default statement for the account root,
 * which `only: true` leaves out.
 */
export const documentOf = (fields: Fields, account: string, locate: Locate): Node => {
  const { path, values } = fields
  const location = locate(path)
  const here: Locate = () => location
  if (values['policy'] !== undefined) return nodeOf(values['policy'], [...path, 'policy'], locate)
  const given =
    values['statement'] !== undefined
      ? [nodeOf(values['statement'], [...path, 'statement'], locate)]
      : Array.isArray(values['statements'])
        ? values['statements'].map((statement, index) => nodeOf(statement, [...path, 'statements', index], locate))
        : []
  const root = values['only'] === true ? [] : [nodeOf(rootStatement(account), path, here)]
  const member = (key: string, value: Node): Member => ({ key: text(key), location, value })
  const statements: Node = { kind: 'list', items: [...given, ...root], location }
  const members = [member('Version', nodeOf('2012-10-17', path, here)), member('Statement', statements)]
  return { kind: 'object', members, location }
}
