import { isUnknown } from '../../../model/truth.js'
import { Fault } from '../evaluate/fault.js'
import { sortedKeys } from '../evaluate/order.js'
import { unique } from '../evaluate/types.js'
import { holeIn, listOf, numberOf, stringOf, type Value } from '../evaluate/value.js'
import {
  argument,
  itemsOf,
  list,
  listArgument,
  numberArgument,
  strict,
  textArgument,
  unknownCall,
  wholeArgument,
  type Call,
  type Function,
} from './define.js'
import { alike } from './alike.js'
import { hasMany, isAmong, isEmpty } from './members.js'

const isSet = (value: Value): boolean => value.kind === 'list' && value.type === 'set'

const concat: Function = (args, call) => {
  if (args.length === 0 || args.some(isSet)) throw new Fault('concat takes lists', call.at)
  const items = args.flatMap(value => itemsOf(value, call))
  call.scope.run.grow(items.length)
  const isList = args.every(value => value.kind === 'list' && value.type === 'list')
  return isList ? list(alike(items, call.at), call) : listOf(items, call.at)
}

const flatten: Function = (args, call) => {
  const flat = (value: Value): readonly Value[] =>
    value.kind === 'list'
      ? itemsOf(value, call).flatMap(flat)
      : value.kind === 'unknown' && !value.many
        ? [{ ...value, many: true }]
        : [value]
  const given = argument(args, 0, call)
  if (given.kind !== 'list' && given.kind !== 'unknown') throw new Fault('flatten takes a list', call.at)
  const all = flat(given)
  call.scope.run.grow(all.length)
  return listOf(all, call.at)
}

const distinct: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  return items ? list(unique(items.items), call) : unknownCall(args, call)
}

const compact: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  if (!items) return unknownCall(args, call)
  return list(
    items.items.flatMap((item): Value[] => {
      const empty = isEmpty(item)
      return empty === true ? [] : isUnknown(empty) ? [{ ...item, many: true }] : [item]
    }),
    call,
  )
}

const slice: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  if (!items || hasMany(items.items) || args.slice(1).some(arg => holeIn(arg))) return unknownCall(args, call)
  if (isSet(items)) throw new Fault('slice takes a list', call.at)
  const [start, end] = [wholeArgument(args, 1, call), wholeArgument(args, 2, call)]
  if (start < 0 || end < start || end > items.items.length) throw new Fault('a slice outside of the list', call.at)
  return listOf(items.items.slice(start, end), call.at, items.type)
}

const reverse: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  return items
    ? listOf([...items.items].reverse(), call.at, items.type === 'set' ? 'list' : items.type)
    : unknownCall(args, call)
}

const known = (value: Value, call: Call): string => textArgument([value], 0, call)

const sort: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  if (!items || items.items.some(item => holeIn(item) !== undefined || item.many)) return unknownCall(args, call)
  const texts = items.items.map(item => [known(item, call), item] as const)
  const byText = new Map(texts.map(([text, item]) => [text, item]))
  const sorted = sortedKeys(texts.map(([text]) => text))
  return list(
    sorted.map(text => byText.get(text) ?? stringOf(text, call.at)),
    call,
  )
}

/** Terraform makes at most this many. */
const maxRange = 1024

const range: Function = strict((args, call) => {
  if (args.length === 0 || args.length > 3) throw new Fault('range takes one to three numbers', call.at)
  const [a, b, c] = args.map((_, i) => numberArgument(args, i, call))
  const [start, end] = b === undefined ? [0, a ?? 0] : [a ?? 0, b]
  const step = c ?? (end < start ? -1 : 1)
  if (step === 0 || (step > 0 && end < start) || (step < 0 && end > start))
    throw new Fault('a range that does not end', call.at)
  const out: Value[] = []
  for (let n = start; step > 0 ? n < end : n > end; n += step) {
    if (out.length >= maxRange) throw new Fault(`a range of more than ${String(maxRange)} numbers`, call.at)
    out.push(numberOf(n, call.at))
  }
  return list(out, call)
})

const chunklist: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  if (!items || hasMany(items.items)) return unknownCall(args, call)
  const size = wholeArgument(args, 1, call)
  if (size < 0) throw new Fault('chunklist needs a positive size', call.at)
  const chunk = size === 0 ? Math.max(1, items.items.length) : size
  const out: Value[] = []
  for (let i = 0; i < items.items.length; i += chunk) out.push(list(items.items.slice(i, i + chunk), call))
  return list(out, call)
}

const matchkeys: Function = (args, call) => {
  const lists = [0, 1, 2].map(i => listArgument(args, i, call))
  const [from, names, wanted] = lists
  if (!from || !names || !wanted || hasMany(from.items) || hasMany(names.items)) return unknownCall(args, call)
  const same = alike([...names.items, ...wanted.items], call.at)
  if (from.items.length !== names.items.length) throw new Fault('matchkeys needs as many values as keys', call.at)
  const searched = same.slice(names.items.length)
  return list(
    from.items.flatMap((item, i) => {
      const name = same[i]
      const found = name && isAmong(searched, name)
      return isUnknown(found) ? [{ ...item, many: true as const }] : found === true ? [item] : []
    }),
    call,
  )
}

/** Functions that make lists of lists. */
export const lists: Readonly<Record<string, Function>> = {
  concat,
  flatten,
  distinct,
  compact,
  slice,
  reverse,
  sort,
  chunklist,
  range,
  matchkeys,
}
