import { isUnknown } from '../../../model/truth.js'
import { asBoolean, asNumber, kindOf, toStringValue } from '../evaluate/convert.js'
import { Fault } from '../evaluate/fault.js'
import { toList, toSet } from '../evaluate/types.js'
import { booleanOf, numberOf, type ListValue, type Value } from '../evaluate/value.js'
import { argument, listArgument, unknownCall, type Call, type Function } from './define.js'
import { alike } from './alike.js'

const ofItems =
  (make: (items: ListValue, call: Call) => Value): Function =>
  (args, call) => {
    const value = argument(args, 0, call)
    if (value.kind === 'null') return value
    const items = listArgument(args, 0, call)
    return items ? make(items, call) : value
  }

const tomap: Function = (args, call) => {
  const value = argument(args, 0, call)
  if (value.kind === 'object') {
    const values = alike(
      [...value.entries.values()].map(entry => entry.value),
      call.at,
    )
    const entries = [...value.entries].map(
      ([key, entry], i) => [key, { ...entry, value: values[i] ?? entry.value }] as const,
    )
    return { ...value, type: 'map', entries: new Map(entries) }
  }
  if (value.kind === 'unknown' || value.kind === 'null' || value.kind === 'lazy') return value
  throw new Fault(`tomap needs an object, not ${kindOf(value)}`, call.at)
}

/** Functions that convert from one type to another. */
export const conversions: Readonly<Record<string, Function>> = {
  tolist: ofItems((items, { at }) => toList({ ...items, items: alike(items.items, at) })),
  toset: ofItems((items, { at }) => toSet({ ...items, items: alike(items.items, at) })),
  tomap,
  tostring: (args, call): Value => {
    const value = argument(args, 0, call)
    return value.kind === 'null' || value.kind === 'unknown' ? value : toStringValue(value)
  },
  tonumber: (args, call): Value => {
    const value = argument(args, 0, call)
    if (value.kind === 'null') return value
    const number = asNumber(value)
    return isUnknown(number) ? unknownCall(args, call) : numberOf(number, value.at)
  },
  tobool: (args, call): Value => {
    const value = argument(args, 0, call)
    if (value.kind === 'null') return value
    const known = asBoolean(value)
    return isUnknown(known) ? unknownCall(args, call) : booleanOf(known, value.at)
  },
}
