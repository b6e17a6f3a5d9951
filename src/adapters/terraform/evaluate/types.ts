import { isUnknown } from '../../../model/truth.js'
import type { Expression } from '../syntax/tree.js'
import { asBoolean, asNumber, kindOf, toStringValue } from './convert.js'
import { equal } from './equal.js'
import { Fault } from './fault.js'
import { sortedKeys } from './order.js'
import {
  booleanOf,
  hasSensitive,
  holeIn,
  knownText,
  nullOf,
  numberOf,
  unknownOf,
  type Entry,
  type ListValue,
  type ObjectValue,
  type Value,
} from './value.js'

interface Field {
  readonly type: Type
  readonly optional: boolean
  readonly fallback: Value | undefined
}

/** A type constraint of a variable. */
export type Type =
  | { readonly kind: 'any' | 'string' | 'number' | 'bool' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly of: Type }
  | { readonly kind: 'tuple'; readonly items: readonly Type[] }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Field> }

export const anyType: Type = { kind: 'any' }

/** Reads a type constraint. `constant` evaluates the default of an optional attribute. */
export const readType = (expression: Expression, constant: (expression: Expression) => Value): Type => {
  const read = (e: Expression | undefined): Type => (e ? readType(e, constant) : anyType)
  if (expression.kind === 'name') {
    const { name } = expression
    if (name === 'string' || name === 'number' || name === 'bool') return { kind: name }
    if (name === 'list' || name === 'set' || name === 'map') return { kind: name, of: anyType }
    return anyType
  }
  if (expression.kind === 'template') {
    // before Terraform 0.12 types were strings
    const [only] = expression.parts
    const name = only?.kind === 'literal' ? only.text : ''
    return name === 'string'
      ? { kind: 'string' }
      : name === 'list' || name === 'map'
        ? { kind: name, of: anyType }
        : anyType
  }
  if (expression.kind !== 'call') return anyType
  const [first] = expression.args
  switch (expression.name) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: expression.name, of: read(first) }
    case 'tuple':
      return first?.kind === 'list' ? { kind: 'tuple', items: first.items.map(read) } : anyType
    case 'object': {
      if (first?.kind !== 'object') return anyType
      const fields = first.items.map(({ key, value }): readonly [string, Field] => {
        const name = key.kind === 'literal' ? String(key.value) : ''
        if (value.kind !== 'call' || value.name !== 'optional')
          return [name, { type: read(value), optional: false, fallback: undefined }]
        const [type, fallback] = value.args
        return [name, { type: read(type), optional: true, fallback: fallback && constant(fallback) }]
      })
      return { kind: 'object', fields: new Map(fields) }
    }
    default:
      return anyType
  }
}

const isPrimitive = ({ kind }: Value): boolean => kind === 'string' || kind === 'number' || kind === 'boolean'

/** Converts a value as an assignment to a variable does; throws `Fault` where that is not possible. */
export const convert = (value: Value, type: Type): Value => {
  if (value.kind === 'null' || value.kind === 'unknown' || value.kind === 'lazy') return value
  const many = value.many ? { many: true as const } : {}
  switch (type.kind) {
    case 'any':
      return value
    case 'string':
      return { ...toStringValue(value), ...many }
    case 'number': {
      const number = asNumber(value)
      if (isUnknown(number)) return unknownOf(number.holes[0] ?? { kind: 'expression', name: 'a number' }, value.at)
      return value.kind === 'number'
        ? value
        : { ...numberOf(number, value.at), ...many, ...(hasSensitive(value) && { sensitive: true }) }
    }
    case 'bool': {
      const known = asBoolean(value)
      if (isUnknown(known)) return unknownOf(known.holes[0] ?? { kind: 'expression', name: 'a boolean' }, value.at)
      return value.kind === 'boolean'
        ? value
        : { ...booleanOf(known, value.at), ...many, ...(hasSensitive(value) && { sensitive: true }) }
    }
    case 'list':
    case 'set': {
      if (value.kind !== 'list') throw new Fault(`a ${type.kind} is required, not ${kindOf(value)}`, value.at)
      const items = value.items.map(item => convert(item, type.of))
      const sorted = value.type === 'set' && type.kind === 'list' ? sortSet(items) : items
      const made: ListValue = { ...value, type: 'list', items: sameType(sorted) }
      return type.kind === 'set' ? toSet(made) : made
    }
    case 'tuple': {
      if (value.kind !== 'list') throw new Fault(`a tuple is required, not ${kindOf(value)}`, value.at)
      return { ...value, items: value.items.map((item, i) => convert(item, type.items[i] ?? anyType)) }
    }
    case 'map': {
      if (value.kind !== 'object') throw new Fault(`a map is required, not ${kindOf(value)}`, value.at)
      const entries = [...value.entries].map(
        ([key, entry]) => [key, { ...entry, value: convert(entry.value, type.of) }] as const,
      )
      const isText =
        entries.every(([, e]) => isPrimitive(e.value) || e.value.kind === 'null') &&
        new Set(entries.map(([, e]) => e.value.kind)).size > 1
      return {
        ...value,
        type: 'map',
        entries: new Map(
          isText
            ? entries.map(
                ([key, e]) =>
                  [key, { ...e, value: e.value.kind === 'null' ? e.value : toStringValue(e.value) }] as const,
              )
            : entries,
        ),
        others: value.others.map(entry => ({ ...entry, value: convert(entry.value, type.of) })),
      }
    }
    case 'object':
      return toObject(value, type.fields)
  }
}

const toObject = (value: Value, fields: ReadonlyMap<string, Field>): ObjectValue => {
  if (value.kind !== 'object') throw new Fault(`an object is required, not ${kindOf(value)}`, value.at)
  const entries = new Map<string, Entry>()
  for (const [name, { type, optional, fallback }] of fields) {
    const given = value.entries.get(name)
    if (given && !(given.value.kind === 'null' && fallback))
      entries.set(name, { ...given, value: convert(given.value, type) })
    else if (value.others[0]) {
      const { key, at, value: other } = value.others[0]
      entries.set(name, { key, at, value: unknownOf(holeIn(other) ?? { kind: 'expression', name }, at) })
    } else if (!optional) throw new Fault(`the attribute "${name}" is required`, value.at)
    else
      entries.set(name, {
        key: [{ text: name, at: value.at }],
        at: value.at,
        value: fallback ? convert(fallback, type) : nullOf(value.at),
      })
  }
  return { ...value, type: 'object', entries, others: [] }
}

/** Elements of a list have one type: numbers beside strings become strings. */
const sameType = (items: readonly Value[]): readonly Value[] => {
  const kinds = new Set(items.map(item => item.kind))
  kinds.delete('null')
  kinds.delete('unknown')
  if (kinds.size < 2 || ![...kinds].every(kind => kind === 'string' || kind === 'number' || kind === 'boolean'))
    return items
  return items.map(item => (isPrimitive(item) ? { ...toStringValue(item), ...(item.many && { many: true }) } : item))
}

const keyOf = (value: Value): string | undefined =>
  value.kind === 'string'
    ? knownText(value.pieces)
    : value.kind === 'number' || value.kind === 'boolean'
      ? String(value.value)
      : undefined

/** A set of strings is in the order of its elements; what is not known comes last. */
const sortSet = (items: readonly Value[]): readonly Value[] => {
  const numbers = items.flatMap(item => (item.kind === 'number' ? [item] : []))
  if (numbers.length === items.length) return numbers.sort((a, b) => a.value - b.value)
  const known = new Map<string, Value>()
  const rest: Value[] = []
  for (const item of items) {
    const key = item.many ? undefined : keyOf(item)
    if (key === undefined) rest.push(item)
    else known.set(key, item)
  }
  return [...sortedKeys(known.keys()).flatMap(key => known.get(key) ?? []), ...rest]
}

/** Drops what is known to occur before. */
export const unique = (items: readonly Value[]): Value[] => {
  const seen = new Set<string>()
  const out: Value[] = []
  for (const item of items) {
    const key = keyOf(item)
    if (key !== undefined) {
      const id = `${item.kind} ${key}`
      if (seen.has(id)) continue
      seen.add(id)
      out.push(item)
    } else if (!out.some(other => other.kind === item.kind && equal(other, item) === true)) out.push(item)
  }
  return out
}

export const toSet = (value: ListValue): ListValue => ({
  ...value,
  type: 'set',
  items: sortSet(unique(sameType(value.items))),
})
export const toList = (value: ListValue): ListValue => ({
  ...value,
  type: 'list',
  items: sameType(value.type === 'set' ? sortSet(value.items) : value.items),
})
