import { toStringValue } from '../evaluate/convert.js'
import { holeIn, holeString, unknownOf, type Piece, type Value } from '../evaluate/value.js'
import { loose } from '../syntax/span.js'
import { arnShapes, idArguments } from './arns.js'
import { dataAttribute } from './data.js'
import type { Instance } from './instance.js'
import { attributeHole, homePiece, planned, type Surroundings } from './surroundings.js'
import { ownOf } from '../../../model/own.js'

/** The ARN of a resource whose arguments say what it will be. */
const arnOf = (instance: Instance, type: string, around: Surroundings): Value => {
  const at = loose(instance.block.at)
  const shape = ownOf(arnShapes, type)
  const hole = attributeHole(instance, 'arn')
  const name = shape && around.argument(instance, shape.name)
  if (!shape || !name || (name.kind !== 'string' && name.kind !== 'number')) return holeString(hole, at)
  const path = shape.path === undefined ? undefined : around.argument(instance, shape.path)
  if (path && path.kind !== 'string' && path.kind !== 'null') return holeString(hole, at)
  const literal = (t: string): Piece => ({ text: t, at: name.at })
  const pieces: Piece[] = [
    literal('arn:'),
    homePiece(instance, 'partition', 'the partition', around),
    literal(`:${shape.service}:`),
    ...(shape.regional === false ? [] : [homePiece(instance, 'region', 'the Region', around)]),
    literal(':'),
    ...(shape.accountless ? [] : [homePiece(instance, 'account', 'the account', around)]),
    literal(`:${shape.before ?? ''}`),
    ...(shape.path === undefined ? [] : path?.kind === 'string' ? path.pieces : [literal('/')]),
    ...toStringValue(name).pieces,
    ...(shape.suffixed ? [literal('-'), { text: hole, at }] : []),
  ]
  return { kind: 'string', pieces, at: name.at }
}

/** The identifiers of keys stay what they are called by: policies and grants are joined to keys by that. */
const isKey = (type: string): boolean => /^aws_kms_(replica_|external_|replica_external_)?key$/.test(type)

/** The value of an attribute of a resource or data source: as it is given, as a plan knows it, or as far as the arguments tell. */
export const attributeOf = (instance: Instance, name: string, around: Surroundings): Value => {
  const [type = ''] = instance.block.labels
  if (instance.block.type === 'data') return dataAttribute(instance, type, name, around)
  const at = loose(instance.block.at)
  const given = around.argument(instance, name)
  if (given && given.kind !== 'null' && !holeIn(given)) return given
  const fact = isKey(type) ? undefined : planned(around.facts, instance.address, name, at)
  if (fact && fact.kind !== 'null') return fact
  if (given && given.kind !== 'null') return given
  if (name === 'arn') return arnOf(instance, type, around)
  if (name === 'id') {
    const repeated = around.argument(instance, ownOf(idArguments, type) ?? '')
    return repeated ?? holeString(attributeHole(instance, 'id'), at)
  }
  const isString = name.endsWith('_arn') || name === 'key_id' || name.endsWith('_id')
  const hole = attributeHole(instance, name)
  return given ?? (isString ? holeString(hole, at) : unknownOf(hole, at))
}
