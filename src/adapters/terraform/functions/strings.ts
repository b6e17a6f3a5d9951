import { isUnknown } from '../../../model/truth.js'
import { asText, piecesOf, toStringValue } from '../evaluate/convert.js'
import { Fault } from '../evaluate/fault.js'
import {
  booleanOf,
  holeInPieces,
  knownText,
  listOf,
  nullOf,
  objectOf,
  stringOf,
  type Piece,
  type Value,
} from '../evaluate/value.js'
import { format, formatlist } from './format.js'
import {
  argument,
  itemsOf,
  list,
  numberArgument,
  strict,
  textArgument,
  unknownCall,
  type Call,
  type Function,
} from './define.js'
import { pattern } from './pattern.js'

const string = (pieces: readonly Piece[], { at }: Call): Value => ({ kind: 'string', pieces, at })

/** A function of one known string. */
const ofText = (of: (text: string, args: readonly Value[], call: Call) => string): Function =>
  strict((args, call) => stringOf(of(textArgument(args, 0, call), args, call), argument(args, 0, call).at))

/** Changes letter by letter, so that it can work around holes; account and Region stay what they are. */
const letterwise =
  (change: (text: string) => string): Function =>
  (args, call) => {
    const pieces = piecesOf(argument(args, 0, call))
    const isClear = pieces.every(
      ({ text }) => typeof text === 'string' || text.stands !== undefined || text.value !== undefined,
    )
    if (!isClear) return unknownCall(args, call)
    return string(
      pieces.map(piece =>
        typeof piece.text === 'string'
          ? { ...piece, text: change(piece.text), exact: false }
          : piece.text.value === undefined
            ? piece
            : { ...piece, text: { ...piece.text, value: change(piece.text.value) } },
      ),
      call,
    )
  }

const join: Function = (args, call) => {
  const separator = piecesOf(argument(args, 0, call))
  const out: Piece[] = []
  let isFirst = true
  for (const value of args.slice(1)) {
    if (value.kind === 'unknown') return unknownCall(args, call)
    for (const item of itemsOf(value, call)) {
      if (item.many) return unknownCall(args, call)
      if (item.kind === 'null') continue
      if (!isFirst) out.push(...separator)
      isFirst = false
      const pieces = piecesOf(item)
      call.scope.run.grow(pieces.length)
      out.push(...pieces)
    }
  }
  return string(out, call)
}

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

const replace: Function = strict((args, call) => {
  const [text, from, to] = [textArgument(args, 0, call), textArgument(args, 1, call), textArgument(args, 2, call)]
  const { at } = argument(args, 0, call)
  const isPattern = from.length > 1 && from.startsWith('/') && from.endsWith('/')
  const replaced = isPattern ? pattern(from.slice(1, -1), call).replace(text, to) : text.split(from).join(to)
  call.scope.run.grow(replaced.length)
  return stringOf(replaced, at)
})

const captures = (match: RegExpExecArray, { at }: Call): Value => {
  const { groups } = match
  const value = (text: string | undefined): Value => (text === undefined ? nullOf(at) : stringOf(text, at))
  if (groups)
    return objectOf(
      Object.entries(groups).map(([name, text]) => [name, value(text)] as const),
      at,
    )
  return match.length > 1 ? listOf(match.slice(1).map(value), at) : stringOf(match[0], at)
}

const regex: Function = strict((args, call) => {
  const match = pattern(textArgument(args, 0, call), call).exec(textArgument(args, 1, call))
  if (!match) throw new Fault('the pattern does not match', call.at)
  return captures(match, call)
})

const regexall: Function = strict((args, call) =>
  list(
    pattern(textArgument(args, 0, call), call)
      .execAll(textArgument(args, 1, call))
      .map(match => captures(match, call)),
    call,
  ),
)

const substr: Function = strict((args, call) => {
  const letters = [...new Intl.Segmenter().segment(textArgument(args, 0, call))].map(s => s.segment)
  const [offset, length] = [numberArgument(args, 1, call), numberArgument(args, 2, call)]
  const start = offset < 0 ? Math.max(0, letters.length + offset) : offset
  return stringOf(letters.slice(start, length < 0 ? undefined : start + length).join(''), argument(args, 0, call).at)
})

const trim: Function = strict((args, call) => {
  const characters = new Set(textArgument(args, 1, call))
  const letters = [...textArgument(args, 0, call)]
  while (characters.has(letters[0] ?? '')) letters.shift()
  while (characters.has(letters.at(-1) ?? '')) letters.pop()
  return stringOf(letters.join(''), argument(args, 0, call).at)
})

const title = (text: string): string =>
  text.replaceAll(/(^|[^\p{L}\p{N}_'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())

const tostring: Function = (args, call) => {
  const value = argument(args, 0, call)
  return value.kind === 'null' || value.kind === 'unknown' ? value : toStringValue(value)
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

export const strings: Readonly<Record<string, Function>> = {
  format,
  formatlist,
  join,
  split,
  replace,
  regex,
  regexall,
  substr,
  trim,
  trimprefix,
  startswith,
  endswith,
  strcontains,
  tostring,
  lower: letterwise(text => text.toLowerCase()),
  upper: strict((args, call) => stringOf(textArgument(args, 0, call).toUpperCase(), call.at)),
  title: ofText(title),
  chomp: ofText(text => text.replace(/(?:\r?\n)+$/, '')),
  trimspace: ofText(text => text.trim()),
  trimsuffix: ofText((text, args, call) => {
    const suffix = textArgument(args, 1, call)
    return suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text
  }),
  strrev: ofText(text =>
    [...new Intl.Segmenter().segment(text)]
      .map(s => s.segment)
      .reverse()
      .join(''),
  ),
  indent: strict((args, call) => {
    const spaces = numberArgument(args, 0, call)
    if (!(spaces >= 0 && spaces <= 1000)) throw new Fault('indent needs a number of spaces', call.at)
    const text = textArgument(args, 1, call).replaceAll('\n', `\n${' '.repeat(spaces)}`)
    call.scope.run.grow(text.length)
    return stringOf(text, argument(args, 1, call).at)
  }),
}
