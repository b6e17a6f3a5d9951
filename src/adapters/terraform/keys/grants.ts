import type { Grant } from '../../../model/key.js'
import { text, type Hole } from '../../../model/text.js'
import { isUnknown, Unknown } from '../../../model/truth.js'
import { nestedBlocks } from '../document/dynamic.js'
import { asText, piecesOf } from '../evaluate/convert.js'
import { evaluatePart } from '../evaluate/evaluate.js'
import { holeIn, textOf, type Value } from '../evaluate/value.js'
import type { Instance, World } from '../module/instance.js'
import { locationOf } from '../syntax/span.js'

const kinds = [
  ['encryption_context_equals', 'EncryptionContextEquals'],
  ['encryption_context_subset', 'EncryptionContextSubset'],
] as const

const pairsOf = (value: Value, hole: Hole): Grant['constraints'][number]['pairs'] => {
  if (value.kind !== 'object' || value.others.length > 0) return new Unknown([holeIn(value) ?? hole])
  return [...value.entries.values()].map(entry => ({ key: textOf(entry.key), value: textOf(piecesOf(entry.value)) }))
}

/** Reads an `aws_kms_grant`. */
export const grantOf = (instance: Instance, world: World): Grant => {
  const { address, block, scope } = instance
  const holeOf = (name: string): Hole => ({ kind: 'expression', name: `${address}.${name}` })
  const grantee = world.argument(instance, 'grantee_principal')
  const operations = world.argument(instance, 'operations')
  const names =
    operations?.kind === 'list'
      ? operations.items.map(item => (item.many || item.kind === 'null' ? undefined : asText(item)))
      : [undefined]
  const isKnown = names.every(name => name !== undefined && !isUnknown(name))
  const constraints = nestedBlocks(block.body, 'constraints', scope).flatMap(({ body, scope: inner, many }) =>
    kinds.flatMap(([argument, kind]): Grant['constraints'] => {
      const attribute = body.attributes.get(argument)
      const value = attribute && evaluatePart(attribute.value, inner)
      if (!value || value.kind === 'null') return []
      return [
        {
          kind,
          pairs: many ? new Unknown([holeIn(value) ?? holeOf('constraints')]) : pairsOf(value, holeOf(argument)),
        },
      ]
    }),
  )
  return {
    address,
    grantee: grantee && grantee.kind !== 'null' ? textOf(piecesOf(grantee)) : text(holeOf('grantee_principal')),
    operations: isKnown ? names.map(String) : new Unknown([(operations && holeIn(operations)) ?? holeOf('operations')]),
    constraints,
    location: locationOf(block.at),
  }
}
