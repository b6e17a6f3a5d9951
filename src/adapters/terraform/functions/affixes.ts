import { isUnknown } from '../../../model/truth.js'
import { asText, piecesOf } from '../evaluate/convert.js'
import { booleanOf, holeInPieces, knownText, stringOf, type Piece } from '../evaluate/value.js'
import { argument, ofText, string, textArgument, unknownCall, type Function } from './define.js'

/** The known text at the start of a string, and the pieces after it. */
const trimStart = (pieces: readonly Piece[], prefix: string): readonly Piece[] | undefined => {
  const [first, ...rest] = pieces
  if (typeof first?.text !== 'string') return undefined
  if (first.text.startsWith(prefix)) return [{ ...first, text: first.text.slice(prefix.length), exact: false }, ...rest]
  return first.text.length >= prefix.length || !prefix.startsWith(first.text) ? pieces : undefined
}

const trimprefix: Function = (args, call) => {
  const pieces = piecesOf(argument(args, 0, call))
  const prefix = asText(argument(args, 1, call))
  const known = knownText(pieces)
  if (isUnknown(prefix)) return unknownCall(args, call)
  if (known !== undefined)
    return stringOf(known.startsWith(prefix) ? known.slice(prefix.length) : known, argument(args, 0, call).at)
  const trimmed = trimStart(pieces, prefix)
  return trimmed ? string(trimmed, call) : unknownCall(args, call)
}

const trimsuffix = (text: string, suffix: string): string =>
  suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text

const startswith: Function = (args, call) => {
  const pieces = piecesOf(argument(args, 0, call))
  const prefix = asText(argument(args, 1, call))
  if (isUnknown(prefix)) return unknownCall(args, call)
  const [first, ...rest] = pieces
  const head = typeof first?.text === 'string' ? first.text : (first?.text.value ?? '')
  if (head.startsWith(prefix)) return booleanOf(true, call.at)
  if (rest.length === 0 && !holeInPieces(pieces)) return booleanOf(false, call.at)
  return prefix.startsWith(head) ? unknownCall(args, call) : booleanOf(false, call.at)
}

const endswith: Function = (args, call) => {
  const pieces = piecesOf(argument(args, 0, call))
  const suffix = asText(argument(args, 1, call))
  if (isUnknown(suffix)) return unknownCall(args, call)
  const last = pieces.at(-1)
  const tail = typeof last?.text === 'string' ? last.text : (last?.text.value ?? '')
  if (tail.endsWith(suffix)) return booleanOf(true, call.at)
  if (pieces.length <= 1 && !holeInPieces(pieces)) return booleanOf(false, call.at)
  return suffix.endsWith(tail) ? unknownCall(args, call) : booleanOf(false, call.at)
}

const strcontains: Function = (args, call) => {
  const pieces = piecesOf(argument(args, 0, call))
  const wanted = asText(argument(args, 1, call))
  if (isUnknown(wanted)) return unknownCall(args, call)
  if (pieces.some(({ text }) => (typeof text === 'string' ? text : (text.value ?? '')).includes(wanted)))
    return booleanOf(true, call.at)
  const known = knownText(pieces)
  return known === undefined ? unknownCall(args, call) : booleanOf(known.includes(wanted), call.at)
}

/** Functions of what stands at the start, at the end or somewhere in a string; they work around holes where what is known decides. */
export const affixes: Readonly<Record<string, Function>> = {
  trimprefix,
  trimsuffix: ofText((text, args, call) => trimsuffix(text, textArgument(args, 1, call))),
  startswith,
  endswith,
  strcontains,
}
