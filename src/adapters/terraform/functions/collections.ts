import { any, isUnknown, Unknown, type Truth } from '../../../model/truth.js'
import { attributeOf } from '../evaluate/access.js'
import { asText, kindOf } from '../evaluate/convert.js'
import { equal } from '../evaluate/equal.js'
import { Fault } from '../evaluate/fault.js'
import { likeness } from '../evaluate/unite.js'
import { elements } from '../evaluate/loop.js'
import { sortedKeys } from '../evaluate/order.js'
import { anyType, convert, toList, toSet, unique } from '../evaluate/types.js'
import {
  booleanOf,
  holeIn,
  listOf,
  manyHole,
  nullOf,
  numberOf,
  objectOf,
  once,
  stringOf,
  unknownOf,
  type Entry,
  type Value,
} from '../evaluate/value.js'
import {
  argument,
  itemsOf,
  list,
  listArgument,
  numberArgument,
  strict,
  textArgument,
  unknownCall,
  type Call,
  type Function,
} from './define.js'

/** How long a list that a function makes may be. */
const maxItems = 100_000

const concat: Function = (args, call) => {
  const items = args.flatMap(value => itemsOf(value, call))
  call.scope.run.grow(items.length)
  return listOf(items, call.at)
}

/** Whatever is under the key may have been replaced. */
const doubtful = (entry: Entry, key: string, by: Value): Entry => ({
  ...entry,
  value: unknownOf({ kind: 'expression', name: `${holeIn(by)?.name ?? 'merge(...)'}.${key}` }, entry.at),
})

const merge: Function = (args, call) => {
  const entries = new Map<string, Entry>()
  const others: Entry[] = []
  for (const value of args) {
    if (value.kind === 'null') continue
    if (value.kind === 'unknown') {
      others.push({ key: [{ text: value.hole, at: value.at }], at: value.at, value: { ...value, many: true } })
      for (const [key, entry] of entries) entries.set(key, doubtful(entry, key, value))
      continue
    }
    if (value.kind !== 'object') throw new Fault(`merge needs objects, not ${kindOf(value)}`, value.at)
    call.scope.run.grow(value.entries.size)
    for (const [key, entry] of value.entries)
      entries.set(key, value.many && entries.has(key) ? doubtful(entry, key, value) : entry)
    if (value.others.length > 0)
      for (const [key, entry] of entries) if (!value.entries.has(key)) entries.set(key, doubtful(entry, key, value))
    others.push(...value.others)
  }
  return { kind: 'object', type: 'object', entries, others, at: call.at }
}

const hasMany = (items: readonly Value[]): boolean => items.some(item => item.many)

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

/** Whether a value is among elements, some of which may stand for none. */
const isAmong = (items: readonly Value[], wanted: Value): Truth =>
  any(
    items.map(item => {
      const same = equal(item, wanted)
      return item.many && same !== false ? new Unknown([manyHole(item)]) : same
    }),
  )

const contains: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  if (!items) return unknownCall(args, call)
  const result = isAmong(items.items, argument(args, 1, call))
  return isUnknown(result) ? unknownCall(args, call) : booleanOf(result, call.at)
}

const lookup: Function = (args, call) => {
  const map = argument(args, 0, call)
  const key = asText(argument(args, 1, call))
  const [, , fallback] = args
  if (isUnknown(key) || map.kind === 'unknown' || map.kind === 'lazy') return unknownCall(args, call)
  if (map.kind !== 'object') throw new Fault(`lookup needs an object, not ${kindOf(map)}`, map.at)
  if (map.entries.has(key) || !fallback) return attributeOf(map, key, call.at)
  return map.others.length > 0 ? unknownCall(args, call) : fallback
}

const keys: Function = (args, call) => {
  const map = argument(args, 0, call)
  if (map.kind === 'unknown') return unknownCall(args, call)
  if (map.kind !== 'object') throw new Fault(`keys needs an object, not ${kindOf(map)}`, map.at)
  return list(
    elements(map, call.at).map(({ key, value }) => (value.many ? { ...key, many: true as const } : key)),
    call,
  )
}

const values: Function = (args, call) => {
  const map = argument(args, 0, call)
  if (map.kind === 'unknown') return unknownCall(args, call)
  if (map.kind !== 'object') throw new Fault(`values needs an object, not ${kindOf(map)}`, map.at)
  return list(
    elements(map, call.at).map(({ value }) => value),
    call,
  )
}

const flatten: Function = (args, call) => {
  const flat = (value: Value): readonly Value[] =>
    value.kind === 'list'
      ? itemsOf(value, call).flatMap(flat)
      : value.kind === 'unknown' && !value.many
        ? [{ ...value, many: true }]
        : [value]
  const all = flat(argument(args, 0, call))
  call.scope.run.grow(all.length)
  return listOf(all, call.at)
}

const distinct: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  return items ? list(unique(items.items), call) : unknownCall(args, call)
}

const isEmpty = (value: Value): Truth =>
  value.kind === 'null'
    ? true
    : value.kind === 'unknown'
      ? new Unknown([value.hole])
      : value.kind === 'string' && value.pieces.every(({ text }) => text === '')

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

/** The first argument that is neither null nor empty; one that may be either hides those after it. */
const coalesce: Function = (args, call) => {
  for (const value of args) {
    const empty = isEmpty(value)
    if (empty === false && !value.many)
      return args.some(arg => arg.kind === 'string') ? likeness(value, stringOf('', value.at)) : value
    if (empty !== true) return unknownCall(args, call)
  }
  throw new Fault('coalesce has nothing but null and empty strings', call.at)
}

const coalescelist: Function = (args, call) => {
  for (const value of args) {
    if (value.kind === 'null') continue
    if (value.kind === 'unknown') return unknownCall(args, call)
    if (value.kind === 'list') {
      if (hasMany(value.items) && value.items.every(item => item.many)) return unknownCall(args, call)
      if (value.items.length > 0) return value
    } else if (value.kind === 'object' && value.entries.size > 0) return value
  }
  throw new Fault('coalescelist has nothing but empty lists', call.at)
}

const element: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  if (!items || hasMany(items.items)) return unknownCall(args, call)
  if (holeIn(argument(args, 1, call))) return unknownCall(args, call)
  const n = numberArgument(args, 1, call)
  const count = items.items.length
  if (n < 0) throw new Fault('element needs an index that is not negative', call.at)
  const found = items.items[n % count]
  if (!found) throw new Fault('element of an empty list', call.at)
  return found
}

const index: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  const wanted = argument(args, 1, call)
  if (!items) return unknownCall(args, call)
  for (const [i, item] of items.items.entries()) {
    const same = equal(item, wanted)
    if (isUnknown(same) || item.many) return unknownCall(args, call)
    if (same) return numberOf(i, call.at)
  }
  throw new Fault('the value is not in the list', call.at)
}

const slice: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  if (!items || hasMany(items.items) || args.slice(1).some(arg => holeIn(arg))) return unknownCall(args, call)
  const [start, end] = [numberArgument(args, 1, call), numberArgument(args, 2, call)]
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

const setproduct: Function = (args, call) => {
  const lists = args.map((_, i) => listArgument(args, i, call))
  let rows: readonly (readonly Value[])[] = [[]]
  for (const given of lists) {
    if (!given) return unknownCall(args, call)
    if (rows.length * given.items.length > maxItems) throw new Fault('setproduct makes too many elements', call.at)
    call.scope.run.grow(rows.length * given.items.length)
    rows = rows.flatMap(row => given.items.map(item => [...row, item]))
  }
  const type = lists.every(l => l?.type === 'set') ? 'set' : 'list'
  return listOf(
    rows.map(row => ({ ...listOf(row.map(once), call.at), ...(hasMany(row) && { many: true as const }) })),
    call.at,
    type,
  )
}

const setOf = (keep: (item: Value, others: readonly (readonly Value[])[]) => Truth): Function =>
  strict((args, call) => {
    const lists = args.map((_, i) => listArgument(args, i, call)?.items ?? [])
    const [first = [], ...others] = lists
    return toSet(
      listOf(
        first.filter(item => keep(item, others) === true),
        call.at,
        'set',
      ),
    )
  })

const setunion: Function = (args, call) =>
  toSet(listOf(unique(args.flatMap(value => itemsOf(value, call))), call.at, 'set'))

const zipmap: Function = (args, call) => {
  const [names, items] = [listArgument(args, 0, call), listArgument(args, 1, call)]
  if (!names || !items || hasMany(names.items) || hasMany(items.items) || holeIn(names)) return unknownCall(args, call)
  if (names.items.length !== items.items.length) throw new Fault('zipmap needs as many values as keys', call.at)
  return objectOf(
    names.items.flatMap((name, i) => {
      const value = items.items[i]
      return value ? [[known(name, call), value] as const] : []
    }),
    call.at,
    'map',
  )
}

const one: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  if (!items) return unknownCall(args, call)
  const [first, ...more] = items.items
  if (!first) return nullOf(call.at)
  if (more.length === 0) return first.many ? unknownCall(args, call) : first
  if (hasMany(items.items) || items.type === 'set') return unknownCall(args, call)
  throw new Fault('one needs a list of at most one element', call.at)
}

/** Terraform makes at most this many. */
const maxRange = 1024

const range: Function = strict((args, call) => {
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
  const size = numberArgument(args, 1, call)
  if (!Number.isInteger(size) || size < 0) throw new Fault('chunklist needs a positive size', call.at)
  const chunk = size === 0 ? Math.max(1, items.items.length) : size
  const out: Value[] = []
  for (let i = 0; i < items.items.length; i += chunk) out.push(list(items.items.slice(i, i + chunk), call))
  return list(out, call)
}

const matchkeys: Function = (args, call) => {
  const lists = [0, 1, 2].map(i => listArgument(args, i, call))
  const [from, names, wanted] = lists
  if (!from || !names || !wanted || hasMany(from.items) || hasMany(names.items)) return unknownCall(args, call)
  return list(
    from.items.filter((_, i) => {
      const name = names.items[i]
      return name !== undefined && isAmong(wanted.items, name) === true
    }),
    call,
  )
}

const transpose: Function = strict((args, call) => {
  const map = argument(args, 0, call)
  const out = new Map<string, Value[]>()
  for (const { key, value } of elements(map, call.at)) {
    for (const item of itemsOf(value, call)) {
      const name = known(item, call)
      out.set(name, [...(out.get(name) ?? []), key])
    }
  }
  return objectOf(
    [...out].map(([name, names]) => [name, list(names, call)] as const),
    call.at,
    'map',
  )
})

const every =
  (wanted: boolean): Function =>
  (args, call) => {
    const items = listArgument(args, 0, call)
    if (!items) return unknownCall(args, call)
    let open = false
    for (const item of items.items) {
      if (item.kind === 'unknown' || item.many) open = true
      else if (
        (item.kind === 'boolean' && item.value === wanted) ||
        (item.kind === 'string' && asText(item) === String(wanted))
      )
        continue
      else return booleanOf(!wanted, call.at)
    }
    return open ? unknownCall(args, call) : booleanOf(wanted, call.at)
  }

const anytrue: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  if (!items) return unknownCall(args, call)
  const isTrue = (item: Value): boolean =>
    (item.kind === 'boolean' && item.value) || (item.kind === 'string' && asText(item) === 'true')
  if (items.items.some(item => !item.many && isTrue(item))) return booleanOf(true, call.at)
  return items.items.some(item => item.kind === 'unknown' || item.many)
    ? unknownCall(args, call)
    : booleanOf(false, call.at)
}

const tolist: Function = (args, call) => {
  const value = argument(args, 0, call)
  if (value.kind === 'null') return value
  const items = listArgument(args, 0, call)
  return items ? toList(items) : value
}

const toset: Function = (args, call) => {
  const value = argument(args, 0, call)
  if (value.kind === 'null') return value
  const items = listArgument(args, 0, call)
  return items ? toSet(items) : value
}

const tomap: Function = (args, call) => {
  const value = argument(args, 0, call)
  if (value.kind === 'object') return convert(value, { kind: 'map', of: anyType })
  if (value.kind === 'unknown' || value.kind === 'null') return value
  throw new Fault(`tomap needs an object, not ${kindOf(value)}`, call.at)
}

export const collections: Readonly<Record<string, Function>> = {
  concat,
  merge,
  length,
  contains,
  lookup,
  keys,
  values,
  flatten,
  distinct,
  compact,
  coalesce,
  coalescelist,
  element,
  index,
  slice,
  reverse,
  sort,
  setproduct,
  setunion,
  setintersection: setOf((item, others) => others.every(items => isAmong(items, item) === true)),
  setsubtract: setOf((item, others) => !others.some(items => isAmong(items, item) === true)),
  setsymmetricdifference: strict((args, call) => {
    const lists = args.map((_, i) => listArgument(args, i, call)?.items ?? [])
    return toSet(
      listOf(
        lists.flatMap((items, i) =>
          items.filter(item => lists.every((others, j) => j === i || isAmong(others, item) === false)),
        ),
        call.at,
        'set',
      ),
    )
  }),
  zipmap,
  one,
  range,
  chunklist,
  matchkeys,
  transpose,
  alltrue: every(true),
  anytrue,
  tolist,
  toset,
  tomap,
}
