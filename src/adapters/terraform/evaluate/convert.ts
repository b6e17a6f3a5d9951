import type { Hole } from '../../../model/text.js'
import { isUnknown, Unknown, type Known } from '../../../model/truth.js'
import type { Span } from '../syntax/span.js'
import { Fault } from './fault.js'
import { knownText, shown, unknownOf, type Piece, type StringValue, type UnknownValue, type Value } from './value.js'

/** A number as Terraform writes it: never with an exponent. */
export const numberText = (value: number): string => {
  if (Number.isInteger(value)) return Object.is(value, -0) ? '-0' : BigInt(value).toString()
  const [digits = '', exponent] = String(value).split('e-')
  if (exponent === undefined) return digits
  const sign = digits.startsWith('-') ? '-' : ''
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits.replaceAll(/\D/g, '')}`
}

/** The hole of a value that is unknown as a whole. */
export const holeNamed = (name: string): Hole => ({ kind: 'expression', name })

const kinds: Readonly<Record<Value['kind'], string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
  list: 'a list',
  object: 'an object',
  lazy: 'an object',
  unknown: 'unknown',
}
export const kindOf = (value: Value): string => kinds[value.kind]

/** The pieces of a value as a string; throws `Fault` for what has none. */
export const piecesOf = (value: Value): readonly Piece[] => {
  switch (value.kind) {
    case 'string':
      return value.pieces
    case 'number':
      return pieces(numberText(value.value), value.at, value.sensitive)
    case 'boolean':
      return pieces(String(value.value), value.at, value.sensitive)
    case 'unknown':
      return [{ text: value.hole, at: value.at }]
    default:
      throw new Fault(`${kindOf(value)} is no string`, value.at)
  }
}

const pieces = (text: string, at: Span, sensitive: true | undefined): readonly Piece[] => [
  { text: sensitive ? { kind: 'sensitive', name: 'sensitive value', value: text } : text, at },
]

export const toStringValue = (value: Value): StringValue =>
  value.kind === 'string' ? value : { kind: 'string', pieces: piecesOf(value), at: value.at }

/** The string that a value converts to; throws `Fault` for what has none. */
export const asText = (value: Value): Known<string> => {
  const text = knownText(piecesOf(value))
  return text ?? new Unknown([holeOf(value)])
}

export const holeOf = (value: Value): Hole => (value.kind === 'unknown' ? value.hole : holeNamed(shown(value)))

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

export const asNumber = (value: Value): Known<number> => {
  if (value.kind === 'number') return value.value
  if (value.kind === 'unknown') return new Unknown([value.hole])
  const text = value.kind === 'string' ? asText(value) : undefined
  if (isUnknown(text)) return text
  if (text !== undefined && decimal.test(text)) return Number(text)
  throw new Fault('a number is required', value.at)
}

export const asBoolean = (value: Value): Known<boolean> => {
  if (value.kind === 'boolean') return value.value
  if (value.kind === 'unknown') return new Unknown([value.hole])
  const text = value.kind === 'string' ? asText(value) : undefined
  if (isUnknown(text)) return text
  if (text === 'true' || text === '1') return true
  if (text === 'false' || text === '0') return false
  throw new Fault('a boolean is required', value.at)
}

export const unknownBy = (unknown: Unknown, name: string, at: Span): UnknownValue => {
  const [hole] = unknown.holes
  return unknownOf({ kind: hole?.kind === 'sensitive' ? 'expression' : (hole?.kind ?? 'expression'), name }, at)
}
