import type { Member, Node } from '../../model/node.js'
import type { Hole, Text } from '../../model/text.js'
import { builder } from './build.js'
import { candidates, isPlural } from './candidates.js'
import { isName } from './glance.js'
import { inside, isGiven, type Marked } from './marked.js'
import type { Change } from './plan.js'
import type { Context } from './policy.js'
import { hideWhole } from './sensitive.js'
import { asList, asObject, dig } from './shape.js'
import { isExpression, oneExpression, writtenAt, writtenIn, type Written } from './written.js'

/** A property, or a part of one: its value, how it is written, and what it is called. */
interface Part {
  readonly value: Marked
  readonly written: Written
  readonly name: string
  readonly where: string
}

/** What properties are read with. */
export interface Surroundings {
  readonly hideText: (t: Text) => Text
  /** Is told of every resource that a value comes from. */
  readonly refer: (address: string) => void
  /** Whether a resource that the configuration is not known of is written with no more than a name. */
  readonly isWritten: boolean
}

/**
 * Reads the wanted properties of one resource, its ARN and its id: what is known, and of the rest what it comes from. What is left
 * to AWS or the provider is not given.
 */
export const propertiesReader = (change: Change, context: Context, { hideText, refer, isWritten }: Surroundings) => {
  const { resolver, holes, location } = context
  const build = builder(location)
  const holeNode = (hole: Hole): Node => {
    if (hole.from) refer(hole.from.address)
    return build.hole(hole)
  }
  const scope = resolver.scope(change)
  const config = resolver.config(change)

  const textNode = (value: string, { sensitive }: Marked): Node =>
    build.text(sensitive === true ? hideWhole([value]) : hideText([value]))

  /** The name that AWS or the provider will choose. */
  const ownName = (attribute: string): Hole => ({
    kind: 'after-apply',
    name: `${change.address}.${attribute}`,
    stands: 'name',
    from: { address: change.address, attribute },
  })

  const unknownExpression = (expression: unknown, name: string, where: string): Node => {
    const whole = holes.hole(expression, scope, where)
    if (whole.from) return holeNode(whole)
    const elements = candidates(resolver.origins(expression, scope), isPlural(name)).flatMap(origin => {
      const hole = holes.holeOf([origin], where)
      return hole.from ? [holeNode(hole)] : []
    })
    return elements.length > 0 ? build.list(elements) : holeNode(whole)
  }

  /** What the configuration tells of something that the plan does not know. */
  const writtenNode = (written: unknown, name: string, where: string): Node | undefined => {
    if (isExpression(written)) {
      const constant = dig(written, 'constant_value')
      return constant === undefined
        ? unknownExpression(written, name, where)
        : nodeOf({ value: { value: constant, unknown: undefined, sensitive: undefined }, written: [], name, where })
    }
    const blocks = asList(written)
    if (blocks) return build.list(blocks.flatMap(block => writtenNode(block, name, where) ?? []))
    return build.object(
      Object.entries(asObject(written) ?? {}).map(([key, inner]) =>
        member(key, writtenNode(inner, key, `${where}.${key}`)),
      ),
    )
  }

  const unknownNode = ({ written, name, where }: Part): Node | undefined => {
    const [only, ...others] = written
    if (only === undefined) return holeNode({ kind: 'after-apply', name: where })
    if (others.length === 0) return writtenNode(only, name, where)
    return unknownExpression(oneExpression(written), name, where)
  }

  const nodeOf = (part: Part): Node | undefined => {
    const { value, unknown } = part.value
    if (unknown === true) return unknownNode(part)
    if (typeof value === 'string') return value === '' ? undefined : textNode(value, part.value)
    if (typeof value === 'number') return textNode(String(value), part.value)
    if (typeof value === 'boolean')
      return part.value.sensitive === true ? textNode(String(value), part.value) : { kind: 'boolean', value, location }
    const items = asList(value)
    if (items) {
      const elements = items.map((_, i) =>
        nodeOf({ ...part, value: inside(part.value, i), written: writtenAt(part.written, items, i) }),
      )
      return build.list(elements.filter(element => element !== undefined))
    }
    return asObject(value) && objectOf(part, namesIn(part.value))
  }

  const member = (name: string, value: Node | undefined): Member | undefined => value && build.member([name], value)

  /** Whether something is left to AWS or the provider: it is not known, and not written where the rest is. */
  const isComputed = (around: Part, { value, written }: Part): boolean =>
    value.unknown === true && around.written.length > 0 && written.length === 0

  const partOf = ({ value, written, where }: Part, name: string): Part => ({
    value: inside(value, name),
    written: writtenIn(written, name),
    name,
    where: `${where}.${name}`,
  })

  const objectOf = (part: Part, names: readonly string[]): Node =>
    build.object(
      names.map(name => {
        const inner = partOf(part, name)
        if (!isGiven(inner.value) || isComputed(part, inner)) return undefined
        return member(name, nodeOf(inner))
      }),
    )

  const namesIn = ({ value, unknown }: Marked): readonly string[] => [
    ...new Set([...Object.keys(asObject(value) ?? {}), ...Object.keys(asObject(unknown) ?? {})]),
  ]

  const whole: Part = {
    value: { value: change.after, unknown: change.unknown, sensitive: change.afterSensitive },
    written: config ? [config.expressions] : isWritten ? [{}] : [],
    name: change.type,
    where: change.address,
  }
  return (names: ReadonlySet<string>): Node =>
    build.object(
      [...new Set([...names, 'arn', 'id'])].map(name => {
        const part = partOf(whole, name)
        if (!isGiven(part.value) || (!names.has(name) && part.value.unknown === true)) return undefined
        if (isName(name) && part.value.unknown === true && part.written.length === 0)
          return member(name, holeNode(ownName(name)))
        return isComputed(whole, part) ? undefined : member(name, nodeOf(part))
      }),
    )
}
