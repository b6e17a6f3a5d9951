import type { Location } from '../../../model/location.js'
import type { Node } from '../../../model/node.js'
import { InputError } from '../../../model/problem.js'
import { literal, text, type Hole, type Text } from '../../../model/text.js'
import { parseJson } from '../../json.js'
import {
  booleanOf,
  listOf,
  nullOf,
  numberOf,
  repeated,
  stringOf,
  unknownOf,
  type Entry,
  type Piece,
  type Value,
} from '../evaluate/value.js'
import { locationOf, type Span } from '../syntax/span.js'

/** JSON that was read from text around holes, and where its nodes stand. */
export interface JsonText {
  readonly node: Node
  readonly spanOf: (location: Location) => Span
}

/** Stands in for a hole while the JSON is parsed: characters that are set aside for private use. */
const firstMark = 0xf0000
const maxMarks = 60_000
const mark = /[\u{f0000}-\u{ffffd}]/u

interface Stretch {
  readonly start: number
  readonly end: number
  readonly piece: Piece
}

/** The text with a mark for each hole; one that stands where a whole value belongs is put in quotes. */
const marked = (pieces: readonly Piece[]) => {
  const holes: Hole[] = []
  const whole = new Set<number>()
  const stretches: Stretch[] = []
  let out = ''
  const quotes = { open: false }
  const scan = (part: string): void => {
    for (let i = 0; i < part.length; i++) {
      const c = part.charCodeAt(i)
      if (quotes.open && c === 0x5c) i++
      else if (c === 0x22) quotes.open = !quotes.open
    }
  }
  for (const piece of pieces) {
    const start = out.length
    if (typeof piece.text === 'string') {
      if (mark.test(piece.text))
        throw new InputError('not-json', 'not valid JSON: characters for private use', locationOf(piece.at))
      out += piece.text
      scan(piece.text)
    } else if (!quotes.open && piece.text.value !== undefined) {
      out += piece.text.value
      scan(piece.text.value)
    } else {
      if (holes.length >= maxMarks)
        throw new InputError('too-large', 'the text has too many parts that are not known', locationOf(piece.at))
      const c = String.fromCodePoint(firstMark + holes.length)
      if (!quotes.open) whole.add(holes.length)
      holes.push(piece.text)
      out += quotes.open ? c : `"${c}"`
    }
    stretches.push({ start, end: out.length, piece })
  }
  return { text: out, holes, whole, stretches }
}

/**
 * Reads JSON whose text is known around holes, every node with the place of its text in the files it comes from. Throws
 * `InputError('not-json')`.
 */
export const readJsonText = (pieces: readonly Piece[], at: Span): JsonText => {
  const { text: source, holes, whole, stretches } = marked(pieces)
  const spans = new Map<Location, Span>()

  const stretchAt = (offset: number): Stretch | undefined => {
    let low = 0
    let high = stretches.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((stretches[middle]?.start ?? 0) <= offset) low = middle
      else high = middle
    }
    return stretches[low]
  }
  const spanAt = (offset: number, length: number): Span => {
    const [first, last] = [stretchAt(offset), stretchAt(offset + Math.max(0, length - 1))]
    if (!first || !last) return at
    const from = first.piece.at
    const to = last.piece.at
    const start = first.piece.exact ? from.start + offset - first.start : from.start
    const end = last.piece.exact ? to.start + offset + length - last.start : to.end
    return from.written === to.written && end >= start ? { written: from.written, start, end } : { ...from, start }
  }
  const node = parseJson(source, (offset, length) => {
    const span = spanAt(offset, length)
    const location = locationOf(span)
    spans.set(location, span)
    return location
  })

  const textOf = (t: Text): Text =>
    text(
      ...t.flatMap(part => {
        if (typeof part !== 'string') return [part]
        if (!mark.test(part)) return [part]
        return [...part].map(c => holes[(c.codePointAt(0) ?? 0) - firstMark] ?? c)
      }),
    )
  const wholeHole = (t: Text): Hole | undefined => {
    const value = literal(t)
    const i = value === undefined || [...value].length !== 1 ? -1 : (value.codePointAt(0) ?? 0) - firstMark
    return whole.has(i) ? holes[i] : undefined
  }
  const restored = (n: Node, inList: boolean): Node => {
    switch (n.kind) {
      case 'object':
        return { ...n, members: n.members.map(m => ({ ...m, key: textOf(m.key), value: restored(m.value, false) })) }
      case 'list':
        return { ...n, items: n.items.map(item => restored(item, true)) }
      case 'text': {
        const hole = wholeHole(n.text)
        // in a list the text of a hole may hold several elements
        if (hole) return { kind: 'hole', hole, location: n.location, ...(inList && { many: true }) }
        return { ...n, text: textOf(n.text) }
      }
      default:
        return n
    }
  }
  return { node: holes.length > 0 ? restored(node, false) : node, spanOf: location => spans.get(location) ?? at }
}

/** A node as a value; of a key that is given twice the last counts, as for Go. */
export const valueOfNode = ({ node, spanOf }: JsonText): Value => {
  const pieces = (t: Text, at: Span): readonly Piece[] => t.map(part => ({ text: part, at }))
  const value = (n: Node): Value => {
    const at = spanOf(n.location)
    switch (n.kind) {
      case 'object': {
        const entries = new Map<string, Entry>()
        const others: Entry[] = []
        for (const member of n.members) {
          const name = literal(member.key)
          const entry: Entry = {
            key: pieces(member.key, spanOf(member.location)),
            at: spanOf(member.location),
            value: value(member.value),
          }
          if (name === undefined) others.push(entry)
          else entries.set(name, entry)
        }
        return { kind: 'object', type: 'object', entries, others, at }
      }
      case 'list':
        return listOf(n.items.map(value), at)
      case 'text': {
        const known = literal(n.text)
        return known !== undefined && n.text.every(part => typeof part === 'string')
          ? stringOf(known, at)
          : { kind: 'string', pieces: pieces(n.text, at), at }
      }
      case 'number':
        return numberOf(Number(literal(n.text)), at)
      case 'boolean':
        return booleanOf(n.value, at)
      case 'null':
        return nullOf(at)
      case 'hole':
        return n.many ? repeated(unknownOf(n.hole, at)) : unknownOf(n.hole, at)
    }
  }
  return value(node)
}
