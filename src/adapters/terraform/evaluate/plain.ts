import type { Span } from '../syntax/span.js'
import { booleanOf, knownText, listOf, nullOf, numberOf, objectOf, stringOf, type Value } from './value.js'

const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** A value that JSON gives, all of it said to stand at one place. */
export const valueOfJson = (json: unknown, at: Span): Value => {
  switch (typeof json) {
    case 'string':
      return stringOf(json, at)
    case 'number':
      return numberOf(json, at)
    case 'boolean':
      return booleanOf(json, at)
  }
  if (Array.isArray(json))
    return listOf(
      json.map(item => valueOfJson(item, at)),
      at,
    )
  if (!isRecord(json)) return nullOf(at)
  return objectOf(
    Object.entries(json).map(([key, value]) => [key, valueOfJson(value, at)] as const),
    at,
  )
}

/** The value that JSON gives, at the places where `own` says the same; what it says otherwise stands at `at`. */
export const placedValue = (json: unknown, own: Value | undefined, at: Span): Value => {
  switch (own?.kind) {
    case 'string':
      return typeof json === 'string' && knownText(own.pieces) === json ? own : valueOfJson(json, at)
    case 'number':
    case 'boolean':
      return own.value === json ? own : valueOfJson(json, at)
    case 'list': {
      if (!Array.isArray(json) || json.length !== own.items.length) return valueOfJson(json, at)
      const items = own.items.map((item, i) => placedValue(json[i], item, at))
      return items.every((item, i) => item === own.items[i]) ? own : listOf(items, at, own.type)
    }
    case 'object': {
      if (!isRecord(json)) return valueOfJson(json, at)
      const keys = Object.keys(json)
      const values = keys.map(key => placedValue(json[key], own.entries.get(key)?.value, at))
      const isSame =
        keys.length === own.entries.size && keys.every((key, i) => own.entries.get(key)?.value === values[i])
      if (isSame && own.others.length === 0) return own
      return objectOf(
        keys.map((key, i) => [key, values[i] ?? nullOf(at)] as const),
        at,
        own.type,
      )
    }
    default:
      return valueOfJson(json, at)
  }
}
