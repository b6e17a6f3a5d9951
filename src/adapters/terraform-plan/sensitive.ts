import type { Node } from '../../model/node.js'
import { text, type Hole, type Text } from '../../model/text.js'
import { ownOf } from '../../model/own.js'

/** Hides values in a policy that was read: the result is judged alike and prints nothing of them. */
export type Hide = (node: Node) => Node

const elements = new Set([
  'Version',
  'Id',
  'Statement',
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
])

/** The words of the policy language, by the element they stand in: no secret can be told by them. */
const vocabulary: Readonly<Record<string, RegExp>> = {
  Version: /^20(08|12)-10-17$/,
  Effect: /^(Allow|Deny)$/i,
  Action: /^(\*|[a-z0-9-]+:[A-Za-z*?]+)$/i,
  NotAction: /^(\*|[a-z0-9-]+:[A-Za-z*?]+)$/i,
}
const principalType = /^(AWS|Service|Federated|CanonicalUser|\*)$/i
const operator = /^((ForAnyValue|ForAllValues):)?[A-Za-z]+$/i
const conditionKey = /^(kms:EncryptionContext:|aws:[a-z]+Tag\/|[a-z0-9-]+:[a-z0-9]+$)/i

const sensitiveHole = (value: string): Hole => ({ kind: 'sensitive', name: 'sensitive value', value })

const mapText = (t: Text, f: (literal: string) => Text): Text =>
  text(...t.flatMap(part => (typeof part === 'string' ? f(part) : [part])))

/** Hides all that is written in a text. */
export const hideWhole = (t: Text): Text => mapText(t, literal => [sensitiveHole(literal)])

const keepIf =
  (words: RegExp | undefined) =>
  (t: Text): Text =>
    mapText(t, literal => (words?.test(literal) ? [literal] : [sensitiveHole(literal)]))

/** Keeps the part of a condition key that is vocabulary: what follows `kms:EncryptionContext:` or a tag's `/` is data. */
const hideConditionKey = (t: Text): Text =>
  mapText(t, literal => {
    const known = conditionKey.exec(literal)?.[0] ?? ''
    return known === literal ? [literal] : text(known, sensitiveHole(literal.slice(known.length)))
  })

/** Rewrites the strings of a tree: keys and values may be treated differently at each place. */
interface Treatment {
  readonly key: (t: Text) => Text
  readonly value: (t: Text) => Text
  readonly inside: (key: Text) => Treatment
}

const rewrite = (node: Node, treatment: Treatment): Node => {
  switch (node.kind) {
    case 'object':
      return {
        ...node,
        members: node.members.map(m => ({
          ...m,
          key: treatment.key(m.key),
          value: rewrite(m.value, treatment.inside(m.key)),
        })),
      }
    case 'list':
      return { ...node, items: node.items.map(item => rewrite(item, treatment)) }
    case 'text':
    case 'number':
      return { ...node, text: treatment.value(node.text) }
    default:
      return node
  }
}

const same = (key: Treatment['key'], value: Treatment['value']): Treatment => {
  const treatment: Treatment = { key, value, inside: () => treatment }
  return treatment
}
const whole = same(hideWhole, hideWhole)
const keepElement = (t: Text): Text =>
  mapText(t, literal => (elements.has(literal) ? [literal] : [sensitiveHole(literal)]))

const inStatement: Treatment = {
  key: keepElement,
  value: hideWhole,
  inside: key => {
    const [name] = key
    if (name === 'Principal' || name === 'NotPrincipal')
      return { key: keepIf(principalType), value: hideWhole, inside: () => whole }
    if (name === 'Condition')
      return {
        key: keepIf(operator),
        value: hideWhole,
        inside: () => ({ key: hideConditionKey, value: hideWhole, inside: () => whole }),
      }
    return { ...whole, value: keepIf(typeof name === 'string' ? ownOf(vocabulary, name) : undefined) }
  },
}
const inDocument: Treatment = {
  key: keepElement,
  value: hideWhole,
  inside: key => (key[0] === 'Statement' ? inStatement : inStatement.inside(key)),
}

/** For a policy that the plan marks as sensitive: only the words of the policy language stay. */
export const hideAll: Hide = node => rewrite(node, inDocument)

/** The same for the value of one element of a statement. */
export const hideElement = (name: string, node: Node): Node => rewrite(node, inStatement.inside([name]))

/** The shortest value that is looked for inside other text; a shorter one is hidden where it is the whole string. */
const shortest = 4

/** Splits a literal around each of the values, the longest first where they overlap. */
const splitAround = (literal: string, values: readonly string[]): Text => {
  const parts: (string | Hole)[] = []
  let rest = literal
  while (rest !== '') {
    let at = rest.length
    let found = ''
    for (const value of values) {
      const i = rest.indexOf(value)
      if (i !== -1 && i < at) {
        at = i
        found = value
      }
    }
    parts.push(rest.slice(0, at))
    if (found === '') break
    parts.push(sensitiveHole(found))
    rest = rest.slice(at + found.length)
  }
  return text(...parts)
}

/** Hides the given values wherever they occur in a text. */
export const hideIn = (values: ReadonlySet<string>): ((t: Text) => Text) => {
  if (values.size === 0) return t => t
  const long = [...values].filter(value => value.length >= shortest).sort((a, b) => b.length - a.length)
  return t => mapText(t, literal => (values.has(literal) ? [sensitiveHole(literal)] : splitAround(literal, long)))
}

/**
 * For the values of sensitive variables, wherever they occur: Terraform's own mark is lost on the way through a policy
 * document. The names of a policy's elements stay.
 */
export const hideValues = (values: ReadonlySet<string>): Hide => {
  if (values.size === 0) return node => node
  const hide = hideIn(values)
  const keepElements = (t: Text): Text =>
    typeof t[0] === 'string' && t.length === 1 && elements.has(t[0]) ? t : hide(t)
  return node => rewrite(node, same(keepElements, hide))
}

/** Every string and number in a value, as a policy would show it; the empty string hides nothing. */
export const leavesOf = (value: unknown): string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(leavesOf)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leavesOf)
  return []
}
