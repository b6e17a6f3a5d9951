import { isUnknown } from '../../../model/truth.js'
import { attributeOf } from '../evaluate/access.js'
import { asText, kindOf } from '../evaluate/convert.js'
import { Fault } from '../evaluate/fault.js'
import { elements } from '../evaluate/loop.js'
import { anyType, convert, type Type } from '../evaluate/types.js'
import { holeIn, objectOf, unknownOf, type Entry, type Value } from '../evaluate/value.js'
import {
  argument,
  itemsOf,
  list,
  listArgument,
  strict,
  textArgument,
  unknownCall,
  type Call,
  type Function,
} from './define.js'
import { hasMany } from './members.js'

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
    for (const entry of value.others) others.push(entry)
  }
  return { kind: 'object', type: 'object', entries, others, at: call.at }
}

/** The type that another value of a map has. */
const typeOf = ({ kind }: Value): Type =>
  kind === 'string' || kind === 'number' ? { kind } : kind === 'boolean' ? { kind: 'bool' } : anyType

const lookup: Function = (args, call) => {
  const map = argument(args, 0, call)
  const key = asText(argument(args, 1, call))
  const [, , fallback, ...more] = args
  if (more.length > 0) throw new Fault('lookup takes two or three arguments', call.at)
  if (isUnknown(key) || map.kind === 'unknown' || map.kind === 'lazy') return unknownCall(args, call)
  if (map.kind !== 'object') throw new Fault(`lookup needs an object, not ${kindOf(map)}`, map.at)
  if (map.entries.has(key) || !fallback) return attributeOf(map, key, call.at)
  if (map.others.length > 0) return unknownCall(args, call)
  const [sample] = map.type === 'map' ? map.entries.values() : []
  return sample ? convert(fallback, typeOf(sample.value)) : fallback
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

const known = (value: Value, call: Call): string => textArgument([value], 0, call)

const zipmap: Function = (args, call) => {
  const [names, items] = [listArgument(args, 0, call), listArgument(args, 1, call)]
  if (!names || !items || hasMany(names.items) || hasMany(items.items) || holeIn(names)) return unknownCall(args, call)
  if (items.type === 'set') throw new Fault('zipmap takes a list of values', call.at)
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

const transpose: Function = strict((args, call) => {
  const map = argument(args, 0, call)
  const out = new Map<string, Value[]>()
  for (const { key, value } of elements(map, call.at)) {
    for (const item of itemsOf(value, call)) {
      const name = known(item, call)
      call.scope.run.grow(1)
      const names = out.get(name)
      if (names) names.push(key)
      else out.set(name, [key])
    }
  }
  return objectOf(
    [...out].map(([name, names]) => [name, list(names, call)] as const),
    call.at,
    'map',
  )
})

/** Functions of maps and objects. */
export const maps: Readonly<Record<string, Function>> = {
  merge,
  lookup,
  keys,
  values,
  zipmap,
  transpose,
}
