import { literal, print, text, type Hole, type Text } from '../../../model/text.js'
import type { Span } from '../syntax/span.js'

/** A stretch of a string with the place it was written at; `exact` says that it stands there character by character. */
export interface Piece {
  readonly text: string | Hole
  readonly exact?: boolean
  readonly at: Span
}

interface Common {
  /** Where the value was written, not where it is used. */
  readonly at: Span
  /** In a list: stands for any number of elements of this form, none included. */
  readonly many?: true
}

export interface StringValue extends Common {
  readonly kind: 'string'
  readonly pieces: readonly Piece[]
  /** The value that the string is the JSON of, where it was made by encoding one. */
  readonly json?: Value
}
export interface NumberValue extends Common {
  readonly kind: 'number'
  readonly value: number
  readonly sensitive?: true
}
export interface BooleanValue extends Common {
  readonly kind: 'boolean'
  readonly value: boolean
  readonly sensitive?: true
}
export interface NullValue extends Common {
  readonly kind: 'null'
}
export interface ListValue extends Common {
  readonly kind: 'list'
  readonly type: 'tuple' | 'list' | 'set'
  readonly items: readonly Value[]
}
export interface Entry {
  readonly key: readonly Piece[]
  readonly at: Span
  readonly value: Value
}
/** `entries` by key; `others` have a key that is not known, or stand for any number of members. */
export interface ObjectValue extends Common {
  readonly kind: 'object'
  readonly type: 'object' | 'map'
  readonly entries: ReadonlyMap<string, Entry>
  readonly others: readonly Entry[]
}
/** A resource, data source or module: attributes are evaluated when they are asked for. */
export interface LazyValue extends Common {
  readonly kind: 'lazy'
  readonly name: string
  readonly get: (attribute: string) => Value | undefined
}
export interface UnknownValue extends Common {
  readonly kind: 'unknown'
  readonly hole: Hole
}
export type Value =
  StringValue | NumberValue | BooleanValue | NullValue | ListValue | ObjectValue | LazyValue | UnknownValue

export const stringOf = (value: string, at: Span): StringValue => ({
  kind: 'string',
  pieces: value === '' ? [] : [{ text: value, at }],
  at,
})
export const numberOf = (value: number, at: Span): NumberValue => ({ kind: 'number', value, at })
export const booleanOf = (value: boolean, at: Span): BooleanValue => ({ kind: 'boolean', value, at })
export const nullOf = (at: Span): NullValue => ({ kind: 'null', at })
export const unknownOf = (hole: Hole, at: Span): UnknownValue => ({ kind: 'unknown', hole, at })
export const listOf = (items: readonly Value[], at: Span, type: ListValue['type'] = 'tuple'): ListValue => ({
  kind: 'list',
  type,
  items,
  at,
})

/** An object whose keys are all known, in the order of Terraform: by key. */
export const objectOf = (
  entries: Iterable<readonly [string, Value]>,
  at: Span,
  type: ObjectValue['type'] = 'object',
): ObjectValue => ({
  kind: 'object',
  type,
  entries: new Map(
    [...entries].map(([key, value]) => [key, { key: [{ text: key, at: value.at }], at: value.at, value }]),
  ),
  others: [],
  at,
})

/** One element, of one that stands for many. */
export const once = ({ many: _many, ...value }: Value): Value => value

/** A value that may occur any number of times. */
export const repeated = (value: Value): Value => ({ ...value, many: true })

/** A string that is one hole: known to be a string, not which. */
export const holeString = (hole: Hole, at: Span): StringValue => ({ kind: 'string', pieces: [{ text: hole, at }], at })

/** Joins neighbouring literals first: a string may have more pieces than a call may have arguments. */
export const textOf = (pieces: readonly Piece[]): Text => {
  const parts: (string | Hole)[] = []
  let literals: string[] = []
  for (const { text: part } of pieces) {
    if (typeof part === 'string') literals.push(part)
    else {
      parts.push(literals.join(''), part)
      literals = []
    }
  }
  return text(...parts, literals.join(''))
}

/** The string if all of it is known, sensitive parts included. */
export const knownText = (pieces: readonly Piece[]): string | undefined => {
  const [only, ...more] = pieces
  if (only === undefined) return ''
  return more.length === 0 && typeof only.text === 'string' ? only.text : literal(textOf(pieces))
}

export const isSensitivePiece = ({ text: t }: Piece): boolean => typeof t !== 'string' && t.kind === 'sensitive'

/** Whether a sensitive value takes part in it. */
export const hasSensitive = (value: Value): boolean => {
  switch (value.kind) {
    case 'string':
      return value.json ? hasSensitive(value.json) : value.pieces.some(isSensitivePiece)
    case 'number':
    case 'boolean':
      return value.sensitive === true
    case 'list':
      return value.items.some(hasSensitive)
    case 'object':
      return [...value.entries.values(), ...value.others].some(
        entry => entry.key.some(isSensitivePiece) || hasSensitive(entry.value),
      )
    case 'unknown':
      return value.hole.kind === 'sensitive'
    default:
      return false
  }
}

const hidden = (value: string): Hole => ({ kind: 'sensitive', name: 'sensitive value', value })

/** Marks a value and all inside it as not to be shown; it is judged all the same. */
export const concealed = (value: Value): Value => {
  switch (value.kind) {
    case 'string': {
      const { json, ...plain } = value
      if (json) return { ...plain, pieces: value.pieces.map(concealedPiece), json: concealed(json) }
      return { ...plain, pieces: value.pieces.map(concealedPiece) }
    }
    case 'number':
    case 'boolean':
      return { ...value, sensitive: true }
    case 'list':
      return { ...value, items: value.items.map(concealed) }
    case 'object': {
      const entry = (e: Entry): Entry => ({ ...e, value: concealed(e.value) })
      return {
        ...value,
        entries: new Map([...value.entries].map(([key, e]) => [key, entry(e)])),
        others: value.others.map(entry),
      }
    }
    default:
      return value
  }
}

const concealedPiece = (piece: Piece): Piece =>
  typeof piece.text === 'string' ? { text: hidden(piece.text), at: piece.at } : piece

/** Takes the mark away again, as `nonsensitive` does. */
export const revealedValue = (value: Value): Value => {
  switch (value.kind) {
    case 'string': {
      const pieces = value.pieces.map(piece =>
        typeof piece.text !== 'string' && piece.text.value !== undefined ? { ...piece, text: piece.text.value } : piece,
      )
      return { kind: 'string', pieces, at: value.at, ...(value.json && { json: revealedValue(value.json) }) }
    }
    case 'number':
      return numberOf(value.value, value.at)
    case 'boolean':
      return booleanOf(value.value, value.at)
    case 'list':
      return { ...value, items: value.items.map(revealedValue) }
    case 'object':
      return {
        ...value,
        entries: new Map([...value.entries].map(([key, e]) => [key, { ...e, value: revealedValue(e.value) }])),
      }
    default:
      return value
  }
}

/** A value with all in it that is written nowhere at the place where it is referred to. */
export const referredTo = (value: Value, at: Span): Value => {
  const here = (of: Span): Span => (of.loose ? at : of)
  const pieces = (of: readonly Piece[]): readonly Piece[] => of.map(piece => ({ ...piece, at: here(piece.at) }))
  const entry = (of: Entry): Entry => ({ key: pieces(of.key), at: here(of.at), value: referredTo(of.value, at) })
  if (!value.at.loose) return value
  switch (value.kind) {
    case 'string':
      return { ...value, pieces: pieces(value.pieces), at }
    case 'list':
      return { ...value, items: value.items.map(item => referredTo(item, at)), at }
    case 'object':
      return {
        ...value,
        entries: new Map([...value.entries].map(([key, of]) => [key, entry(of)])),
        others: value.others.map(entry),
        at,
      }
    default:
      return { ...value, at }
  }
}

/** A hole somewhere in a value; undefined if all of it is known. */
export const holeIn = (value: Value): Hole | undefined => {
  switch (value.kind) {
    case 'string':
      return value.json ? holeIn(value.json) : holeInPieces(value.pieces)
    case 'list':
      for (const item of value.items) {
        const hole = holeIn(item) ?? (item.many ? manyHole(item) : undefined)
        if (hole) return hole
      }
      return undefined
    case 'object':
      for (const { value: inner } of value.entries.values()) {
        const hole = holeIn(inner)
        if (hole) return hole
      }
      return value.others[0] && entryHole(value.others[0])
    case 'lazy':
      return { kind: 'after-apply', name: value.name }
    case 'unknown':
      return value.hole
    default:
      return undefined
  }
}

export const holeInPieces = (pieces: readonly Piece[]): Hole | undefined => {
  for (const { text: t } of pieces) if (typeof t !== 'string' && t.value === undefined) return t
  return undefined
}

/** The hole that says why it is not known how often an element occurs. */
export const manyHole = (item: Value): Hole => holeIn(item) ?? { kind: 'expression', name: shown(item) }

export const entryHole = (entry: Entry): Hole =>
  holeInPieces(entry.key) ?? holeIn(entry.value) ?? { kind: 'expression', name: shown(entry.value) }

const longest = 160

/** A value in a few words, for the name of a hole; never a sensitive one. */
export const shown = (value: Value): string => {
  switch (value.kind) {
    case 'string':
      return JSON.stringify(print(textOf(value.pieces)).slice(0, longest))
    case 'number':
      return value.sensitive ? '(sensitive)' : String(value.value)
    case 'boolean':
      return value.sensitive ? '(sensitive)' : String(value.value)
    case 'null':
      return 'null'
    case 'list':
      return value.items.length === 0
        ? '[]'
        : value.items.length === 1 && value.items[0]
          ? `[${shown(value.items[0])}]`
          : '[...]'
    case 'object':
      return value.entries.size + value.others.length === 0 ? '{}' : '{...}'
    case 'lazy':
      return value.name
    case 'unknown':
      return value.hole.name
  }
}

export const shorten = (name: string): string => (name.length > longest ? `${name.slice(0, longest - 1)}…` : name)
