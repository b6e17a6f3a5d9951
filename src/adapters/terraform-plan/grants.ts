import type { Grant } from '../../model/key.js'
import { text, type Hole, type Text } from '../../model/text.js'
import { Unknown } from '../../model/truth.js'
import { inside, isUnknown, itemsOf, textOf, type Marked } from './marked.js'
import type { Change } from './plan.js'
import type { Context } from './policy.js'
import { hideWhole } from './sensitive.js'
import { asList, asObject, dig } from './shape.js'

const kinds = [
  ['encryption_context_equals', 'EncryptionContextEquals'],
  ['encryption_context_subset', 'EncryptionContextSubset'],
] as const

/** Reads an `aws_kms_grant`; the sensitive values in it become holes. */
export const grantOf = (change: Change, hide: (t: Text) => Text, { holes, resolver, location }: Context): Grant => {
  const expressions = resolver.config(change)?.expressions ?? {}
  const scope = resolver.scope(change)
  const marked: Marked = { value: change.after, unknown: change.unknown, sensitive: change.afterSensitive }
  const holeOf = (name: string, expression: unknown = expressions[name]): Hole =>
    holes.hole(expression, scope, `${change.address}.${name}`)

  const shown = (value: Marked, hole: () => Hole): Text => {
    const t = textOf(value, hole) ?? []
    return value.sensitive === true ? hideWhole(t) : hide(t)
  }

  const operations = inside(marked, 'operations')
  const names = itemsOf(operations)
  const isKnown = !isUnknown(operations) && !names.some(isUnknown)

  const constraints = inside(marked, 'constraints')
  const blocks = asList(expressions['constraints']) ?? []
  const pairsOf = (map: Marked, hole: () => Hole): Grant['constraints'][number]['pairs'] => {
    if (isUnknown(map)) return new Unknown([hole()])
    // an unknown value has its key among the unknown ones only
    const keys = new Set([...Object.keys(asObject(map.value) ?? {}), ...Object.keys(asObject(map.unknown) ?? {})])
    return [...keys].map(key => ({ key: hide(text(key)), value: shown(inside(map, key), hole) }))
  }
  const one = (constraint: Marked, i: number): Grant['constraints'] =>
    kinds.flatMap(([attribute, kind]) => {
      const map = inside(constraint, attribute)
      if (!isUnknown(map) && !asObject(map.value)) return []
      return [
        {
          kind,
          pairs: pairsOf(map, () => holeOf('constraints', dig(blocks.length === 1 ? blocks[0] : blocks[i], attribute))),
        },
      ]
    })

  return {
    address: change.address,
    grantee: shown(inside(marked, 'grantee_principal'), () => holeOf('grantee_principal')),
    operations: isKnown
      ? names.flatMap(({ value }) => (typeof value === 'string' ? value : []))
      : new Unknown([holeOf('operations')]),
    constraints: isUnknown(constraints)
      ? [{ kind: 'EncryptionContextSubset', pairs: new Unknown([holeOf('constraints', undefined)]) }]
      : itemsOf(constraints).flatMap(one),
    location,
  }
}
