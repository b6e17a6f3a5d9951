import { isUnknown } from '../../../model/truth.js'
import { asBoolean, asNumber, asText, piecesOf } from '../evaluate/convert.js'
import { Fault } from '../evaluate/fault.js'
import { holeIn, knownText, once, type Piece, type Value } from '../evaluate/value.js'
import { argument, list, listArgument, unknownCall, type Call, type Function } from './define.js'
import { jsonPieces, jsonText } from './json.js'
import { cut, isNumeric, numberBy, numberPlain, padded, type Shape } from './verbs.js'

const verb = /%(?:%|([-+ #0]*)(\d+)?(?:\.(\d*))?(?:\[(\d+)\])?([a-zA-Z]))/g

const maxWidth = 10_000

/** Pieces that are known in their width; others only where nothing is to be made of them. */
const inWidth = (pieces: readonly Piece[], shape: Shape, at: Piece['at']): readonly Piece[] | undefined => {
  if (shape.width === 0) return pieces
  const text = knownText(pieces)
  return text === undefined ? undefined : [{ text: padded(text, shape), at }]
}

/** One value by one verb; undefined where the result hangs on what is unknown. */
const one = (letter: string, value: Value, shape: Shape, call: Call): readonly Piece[] | undefined => {
  const { at } = value
  const put = (text: string): readonly Piece[] => [{ text, at }]
  if (letter === 'v') {
    if (value.kind === 'unknown' || (value.kind === 'string' && !shape.flags.includes('#')))
      return inWidth(piecesOf(value), shape, at)
    if (value.kind === 'number' && !shape.flags.includes('#')) return put(padded(numberPlain(value.value), shape))
    return inWidth(jsonPieces(value, call.at), shape, at)
  }
  if (letter === 's') {
    const pieces = piecesOf(value)
    if (shape.precision === undefined) return inWidth(pieces, shape, at)
    const text = knownText(pieces)
    return text === undefined ? undefined : put(padded(cut(text, shape), shape))
  }
  if (letter === 'q') {
    const text = asText(value)
    return isUnknown(text) ? undefined : put(padded(jsonText(cut(text, shape)), shape))
  }
  if (letter === 't') {
    const known = asBoolean(value)
    return isUnknown(known) ? undefined : put(String(known))
  }
  if (!isNumeric(letter)) throw new Fault(`format does not have %${letter}`, call.at)
  const number = asNumber(value)
  if (isUnknown(number)) return undefined
  const text = numberBy(letter, number, shape)
  if (text === undefined) throw new Fault('format needs a whole number', call.at)
  return put(text)
}

/** Writes values into a format; undefined where the result hangs on what is unknown, or is longer than is made here. */
const formatted = (args: readonly Value[], call: Call): readonly Piece[] | undefined => {
  const [spec, ...values] = args
  const pattern = spec && asText(spec)
  if (pattern === undefined || isUnknown(pattern) || !spec) return undefined
  const out: Piece[] = []
  let last = 0
  let next = 0
  let used = 0
  const literal = (text: string): void => {
    if (text.includes('%')) throw new Fault('format does not have this verb', call.at)
    if (text !== '') out.push({ text, at: spec.at })
  }
  for (const match of pattern.matchAll(verb)) {
    const [all, flags = '', width, precision, position, letter] = match
    literal(pattern.slice(last, match.index))
    last = match.index + all.length
    if (letter === undefined) {
      out.push({ text: '%', at: spec.at })
      continue
    }
    const shape = {
      flags,
      width: Number(width ?? 0),
      precision: precision === undefined ? undefined : Number(precision),
    }
    if (shape.width > maxWidth || (shape.precision ?? 0) > 100) return undefined
    if (position !== undefined) next = Number(position) - 1
    const value = values[next++]
    used = Math.max(used, next)
    if (!value) throw new Fault('format needs more arguments', call.at)
    call.scope.run.grow(shape.width)
    const pieces = one(letter, value, shape, call)
    if (!pieces) return undefined
    for (const piece of pieces) out.push(piece)
  }
  literal(pattern.slice(last))
  if (used < values.length) throw new Fault('format has more arguments than it uses', call.at)
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
