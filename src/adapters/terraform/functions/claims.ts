import { isUnknown } from '../../../model/truth.js'
import { asText, kindOf } from '../evaluate/convert.js'
import { equal } from '../evaluate/equal.js'
import { Fault } from '../evaluate/fault.js'
import { booleanOf, holeIn, numberOf, type Value } from '../evaluate/value.js'
import { argument, listArgument, unknownCall, type Function } from './define.js'
import { hasMany, isAmong } from './members.js'

const length: Function = (args, call) => {
  const value = argument(args, 0, call)
  switch (value.kind) {
    case 'list': {
      const mayCoincide =
        value.type === 'set' && value.items.length > 1 && value.items.some(item => holeIn(item) !== undefined)
      return hasMany(value.items) || mayCoincide ? unknownCall(args, call) : numberOf(value.items.length, call.at)
    }
    case 'object':
      return value.others.length > 0 ? unknownCall(args, call) : numberOf(value.entries.size, call.at)
    case 'string': {
      const text = asText(value)
      return isUnknown(text)
        ? unknownCall(args, call)
        : numberOf([...new Intl.Segmenter().segment(text)].length, call.at)
    }
    case 'unknown':
    case 'lazy':
      return unknownCall(args, call)
    default:
      throw new Fault(`length needs a collection or a string, not ${kindOf(value)}`, value.at)
  }
}

const contains: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  if (!items) return unknownCall(args, call)
  const result = isAmong(items.items, argument(args, 1, call))
  return isUnknown(result) ? unknownCall(args, call) : booleanOf(result, call.at)
}

const index: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  const wanted = argument(args, 1, call)
  if (!items) return unknownCall(args, call)
  if (items.type === 'set') throw new Fault('a set has no order', call.at)
  for (const [i, item] of items.items.entries()) {
    const same = equal(item, wanted)
    if (isUnknown(same) || item.many) return unknownCall(args, call)
    if (same) return numberOf(i, call.at)
  }
  throw new Fault('the value is not in the list', call.at)
}

const every =
  (wanted: boolean): Function =>
  (args, call) => {
    const items = listArgument(args, 0, call)
    if (!items) return unknownCall(args, call)
    let open = false
    for (const item of items.items) {
      if (item.kind === 'unknown' || item.many) open = true
      else if (item.kind !== 'boolean' || item.value !== wanted) return booleanOf(!wanted, call.at)
    }
    return open ? unknownCall(args, call) : booleanOf(wanted, call.at)
  }

const anytrue: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  if (!items) return unknownCall(args, call)
  const isTrue = (item: Value): boolean => item.kind === 'boolean' && item.value
  if (items.items.some(item => !item.many && isTrue(item))) return booleanOf(true, call.at)
  return items.items.some(item => item.kind === 'unknown' || item.many)
    ? unknownCall(args, call)
    : booleanOf(false, call.at)
}

/** Functions that say how many there are, which and whether. */
export const claims: Readonly<Record<string, Function>> = {
  length,
  contains,
  index,
  anytrue,
  alltrue: every(true),
}
