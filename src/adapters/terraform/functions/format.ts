import { isUnknown } from '../../../model/truth.js'
import { asBoolean, asNumber, asText, numberText, piecesOf } from '../evaluate/convert.js'
import { Fault } from '../evaluate/fault.js'
import { holeIn, knownText, once, type Piece, type Value } from '../evaluate/value.js'
import { jsonPieces } from './json.js'
import { argument, list, listArgument, unknownCall, type Call, type Function } from './define.js'

const verb = /%(?:%|([-+ #0]*)(?:\[(\d+)\])?(\d+|\*)?(?:\.(\d+))?(?:\[(\d+)\])?([a-zA-Z]))/g

const maxWidth = 10_000

interface Shape {
  readonly flags: string
  readonly width: number
  readonly precision: number | undefined
}

const padded = (text: string, { flags, width }: Shape, isNumber = false): string => {
  const length = [...text].length
  if (length >= width) return text
  if (flags.includes('-')) return text.padEnd(text.length + width - length)
  if (!flags.includes('0') || !isNumber) return text.padStart(text.length + width - length)
  const sign = /^[+-]/.exec(text)?.[0] ?? ''
  return sign + text.slice(sign.length).padStart(width - sign.length, '0')
}

const signed = (value: number, digits: string, { flags }: Shape): string =>
  value < 0 ? digits : flags.includes('+') ? `+${digits}` : flags.includes(' ') ? ` ${digits}` : digits

const whole = (value: number, base: number): string => BigInt(Math.trunc(value)).toString(base)

const exponent = (value: number, precision: number): string =>
  value.toExponential(precision).replace(/e([+-])(\d)$/, 'e$10$2')

const general = (value: number, precision: number | undefined): string => {
  if (precision === undefined) {
    const size = Math.abs(value)
    return value !== 0 && (size < 1e-4 || size >= 1e21)
      ? value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2')
      : numberText(value)
  }
  const text = value.toPrecision(Math.max(1, precision))
  return text.includes('e')
    ? text.replace(/\.?0*e([+-])(\d)$/, 'e$10$2')
    : text.includes('.')
      ? text.replace(/\.?0+$/, '')
      : text
}

const numeric: Readonly<Record<string, (value: number, shape: Shape) => string>> = {
  d: value => whole(value, 10),
  b: value => whole(value, 2),
  o: value => whole(value, 8),
  x: value => whole(value, 16),
  X: value => whole(value, 16).toUpperCase(),
  f: (value, { precision }) => value.toFixed(precision ?? 6),
  F: (value, { precision }) => value.toFixed(precision ?? 6),
  e: (value, { precision }) => exponent(value, precision ?? 6),
  E: (value, { precision }) => exponent(value, precision ?? 6).toUpperCase(),
  g: (value, { precision }) => general(value, precision),
  G: (value, { precision }) => general(value, precision).toUpperCase(),
}

const quoted = (text: string): string => JSON.stringify(text)

const one = (letter: string, value: Value, shape: Shape, call: Call): readonly Piece[] | undefined => {
  const { at } = call
  if (letter === 'v' && shape.flags.includes('#')) return jsonPieces(value, at)
  if (
    letter === 'v' &&
    value.kind !== 'string' &&
    value.kind !== 'unknown' &&
    value.kind !== 'number' &&
    value.kind !== 'boolean'
  )
    return jsonPieces(value, at)
  if (letter === 's' || (letter === 'v' && value.kind !== 'number')) {
    const pieces = piecesOf(value)
    const text = knownText(pieces)
    if (text === undefined) return shape.width > 0 || shape.precision !== undefined ? undefined : pieces
    const cut = shape.precision === undefined ? text : [...text].slice(0, shape.precision).join('')
    return cut === text && shape.width === 0 ? pieces : [{ text: padded(cut, shape), at: value.at }]
  }
  if (letter === 'q') {
    const text = asText(value)
    return isUnknown(text) ? undefined : [{ text: padded(quoted(text), shape), at: value.at }]
  }
  if (letter === 't') {
    const known = asBoolean(value)
    return isUnknown(known) ? undefined : [{ text: padded(String(known), shape), at: value.at }]
  }
  const render = letter === 'v' ? numeric['g'] : numeric[letter]
  if (!render) throw new Fault(`format does not have %${letter}`, at)
  const number = asNumber(value)
  if (isUnknown(number)) return undefined
  return [{ text: padded(signed(number, render(number, shape), shape), shape, true), at: value.at }]
}

/** Writes values into a format; undefined where the result hangs on what is unknown. */
const formatted = (args: readonly Value[], call: Call): readonly Piece[] | undefined => {
  const [spec, ...values] = args
  const pattern = spec && asText(spec)
  if (pattern === undefined || isUnknown(pattern) || !spec) return undefined
  const out: Piece[] = []
  let last = 0
  let next = 0
  const literal = (text: string): void => {
    if (text !== '') out.push({ text, at: spec.at })
  }
  for (const match of pattern.matchAll(verb)) {
    const [all, flags = '', before, width, precision, after, letter] = match
    literal(pattern.slice(last, match.index))
    last = match.index + all.length
    if (letter === undefined) {
      literal('%')
      continue
    }
    const size = width === undefined ? 0 : Number(width)
    if (!(size <= maxWidth) || Number(precision ?? 0) > maxWidth)
      throw new Fault('a width that format does not have', call.at)
    const position = before ?? after
    if (position !== undefined) next = Number(position) - 1
    const value = values[next++]
    if (!value) throw new Fault('format needs more arguments', call.at)
    const pieces = one(
      letter,
      value,
      { flags, width: size, precision: precision === undefined ? undefined : Number(precision) },
      call,
    )
    if (!pieces) return undefined
    out.push(...pieces)
  }
  literal(pattern.slice(last))
  if (next < values.length && !pattern.includes('[')) throw new Fault('format has more arguments than it uses', call.at)
  return out
}

export const format: Function = (args, call) => {
  argument(args, 0, call)
  const pieces = args.some(arg => arg.many) ? undefined : formatted(args, call)
  return pieces ? { kind: 'string', pieces, at: args[0]?.at ?? call.at } : unknownCall(args, call)
}

export const formatlist: Function = (args, call) => {
  const lists = args.map((value, i) => (value.kind === 'list' ? listArgument(args, i, call) : undefined))
  const lengths = new Set(lists.flatMap(l => (l ? [l.items.length] : [])))
  const [length] = lengths
  if (args.some(arg => arg.kind === 'unknown' && arg.many) || (length === undefined && args.some(arg => holeIn(arg))))
    return unknownCall(args, call)
  if (lengths.size > 1) {
    if (lists.some(l => l?.items.some(item => item.many))) return unknownCall(args, call)
    throw new Fault('formatlist needs lists of one length', call.at)
  }
  const rows = Array.from({ length: length ?? 1 }, (_, i) => args.map((value, j) => lists[j]?.items[i] ?? value))
  return list(
    rows.map(row => {
      const isMany = row.some(value => value.many)
      const value = format(row.map(once), call)
      return isMany ? { ...value, many: true as const } : value
    }),
    call,
  )
}
