import { isUnknown } from '../../../model/truth.js'
import { asText, piecesOf } from '../evaluate/convert.js'
import { Fault } from '../evaluate/fault.js'
import { knownText, stringOf, type Piece } from '../evaluate/value.js'
import { argument, itemsOf, list, string, unknownCall, type Function } from './define.js'

const join: Function = (args, call) => {
  if (args.length < 2) throw new Fault('join takes a list', call.at)
  const separator = piecesOf(argument(args, 0, call))
  const out: Piece[] = []
  let isFirst = true
  const put = (pieces: readonly Piece[]): void => {
    for (const piece of pieces) {
      call.scope.run.grow(typeof piece.text === 'string' ? 1 + piece.text.length : 1)
      out.push(piece)
    }
  }
  for (const value of args.slice(1)) {
    if (value.kind === 'unknown') return unknownCall(args, call)
    for (const item of itemsOf(value, call)) {
      if (item.many) return unknownCall(args, call)
      if (!isFirst) put(separator)
      isFirst = false
      put(piecesOf(item))
    }
  }
  return string(out, call)
}

/** Splits around known separators; a hole may hide further ones, unless what it stands for has none. */
const split: Function = (args, call) => {
  const separator = asText(argument(args, 0, call))
  const whole = argument(args, 1, call)
  const pieces = piecesOf(whole)
  if (isUnknown(separator)) return unknownCall(args, call)
  const known = knownText(pieces)
  if (known !== undefined) {
    const parts = separator === '' ? [...known] : known.split(separator)
    call.scope.run.grow(parts.length)
    return list(
      parts.map(part => stringOf(part, whole.at)),
      call,
    )
  }
  const isClear = pieces.every(
    ({ text }) => typeof text === 'string' || (text.stands !== undefined && text.stands !== 'key-arn'),
  )
  if (separator !== ':' && separator !== '/' && separator !== ',') return unknownCall(args, call)
  if (!isClear) return unknownCall(args, call)
  const parts: Piece[][] = [[]]
  for (const piece of pieces) {
    if (typeof piece.text !== 'string') parts.at(-1)?.push(piece)
    else
      piece.text.split(separator).forEach((text, i) => {
        if (i > 0) parts.push([])
        if (text !== '') parts.at(-1)?.push({ ...piece, text, exact: false })
      })
  }
  return list(
    parts.map(part => string(part, call)),
    call,
  )
}

/** Functions that make one string of many and many of one; holes stay where they are. */
export const joining: Readonly<Record<string, Function>> = {
  join,
  split,
}
