import type { Problem } from '../model/problem.js'
import type { Path, RuleDocument } from './rule.js'

/** A map of a rule file, whose keys were checked. */
export interface Fields {
  readonly path: Path
  readonly values: Readonly<Record<string, unknown>>
}

/**
 * Reads the plain data of a rule file strictly: whatever is not as it must be becomes a problem with its place, and undefined.
 * Undefined data is what was reported already, or is optional: it gives undefined and no problem.
 */
export interface Data {
  readonly problems: Problem[]
  readonly report: (message: string, path: Path, at?: number | 'key') => void
  /** A map that has these keys, and may have those. */
  readonly fields: (
    value: unknown,
    path: Path,
    required: readonly string[],
    optional?: readonly string[],
  ) => Fields | undefined
  /** A map with keys of any name. */
  readonly map: (fields: Fields | undefined, key: string) => Fields | undefined
  readonly text: (fields: Fields | undefined, key: string) => string | undefined
  readonly oneOf: <T extends string>(fields: Fields | undefined, key: string, allowed: readonly T[]) => T | undefined
  readonly boolean: (fields: Fields | undefined, key: string) => boolean | undefined
  readonly number: (fields: Fields | undefined, key: string) => number | undefined
  /** The items of a list with their paths; none where there is no list. */
  readonly list: (
    fields: Fields | undefined,
    key: string,
  ) => readonly { readonly value: unknown; readonly path: Path }[]
  readonly texts: (fields: Fields | undefined, key: string) => readonly string[] | undefined
}

/** What a value is, in words for a message. */
const kindOf = (value: unknown): string => {
  if (value === null || value === '') return 'empty'
  if (Array.isArray(value)) return 'a list'
  return { string: 'a text', number: 'a number', boolean: 'true or false' }[typeof value as string] ?? 'a map'
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A reader of one document. */
export const readData = (document: RuleDocument): Data => {
  const problems: Problem[] = []
  const report: Data['report'] = (message, path, at) => {
    problems.push({ code: 'rule-not-valid', severity: 'error', message, location: document.locate(path, at) })
  }
  const name = (path: Path): string => (path.length === 0 ? 'the file' : path.join('.'))

  const typed =
    <T>(words: string, is: (value: unknown) => value is T) =>
    (fields: Fields | undefined, key: string): T | undefined => {
      const value = fields?.values[key]
      if (fields === undefined || value === undefined) return undefined
      if (is(value)) return value
      const path = [...fields.path, key]
      report(`${name(path)} is ${kindOf(value)}, not ${words}`, path)
      return undefined
    }
  const text = typed('a text', (value): value is string => typeof value === 'string' && value !== '')
  const items = typed('a list', (value): value is readonly unknown[] => Array.isArray(value))
  const list: Data['list'] = (fields, key) =>
    fields === undefined
      ? []
      : (items(fields, key) ?? []).map((value, index) => ({ value, path: [...fields.path, key, index] }))

  const toFields = (value: unknown, path: Path): Fields | undefined => {
    if (value === undefined) return undefined
    if (isMap(value)) return { path, values: value }
    report(`${name(path)} is ${kindOf(value)}, not a map`, path)
    return undefined
  }

  return {
    problems,
    report,
    map: (fields, key) => fields && toFields(fields.values[key], [...fields.path, key]),
    fields: (value, path, required, optional = []) => {
      const fields = toFields(value, path)
      if (fields === undefined) return undefined
      const taken = [...required, ...optional]
      for (const key of Object.keys(fields.values).filter(key => !taken.includes(key))) {
        report(`${name(path)} has no field ${JSON.stringify(key)}: it takes ${taken.join(', ')}`, [...path, key], 'key')
      }
      for (const key of required.filter(key => !Object.hasOwn(fields.values, key)))
        report(`${name(path)} lacks ${key}`, path)
      return fields
    },
    text,
    oneOf: (fields, key, allowed) => {
      const value = text(fields, key)
      const found = allowed.find(one => one === value)
      if (fields !== undefined && value !== undefined && found === undefined) {
        const path = [...fields.path, key]
        report(`${name(path)} is ${JSON.stringify(value)}, not one of ${allowed.join(', ')}`, path)
      }
      return found
    },
    boolean: typed('true or false', (value): value is boolean => typeof value === 'boolean'),
    number: typed('a number', (value): value is number => typeof value === 'number'),
    list,
    texts: (fields, key) => {
      if (fields?.values[key] === undefined) return undefined
      return list(fields, key).flatMap(({ value, path }) => {
        if (typeof value === 'string') return [value]
        report(`${name(path)} is ${kindOf(value)}, not a text`, path)
        return []
      })
    },
  }
}
