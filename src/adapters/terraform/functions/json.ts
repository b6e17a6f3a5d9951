import type { Node } from '../../../model/node.js'
import { InputError } from '../../../model/problem.js'
import { literal } from '../../../model/text.js'
import { at as located, parseJson } from '../../json.js'
import { kindOf, numberText } from '../evaluate/convert.js'
import { Fault } from '../evaluate/fault.js'
import { sortedKeys } from '../evaluate/order.js'
import {
  booleanOf,
  knownText,
  listOf,
  nullOf,
  numberOf,
  objectOf,
  stringOf,
  type Piece,
  type StringValue,
  type Value,
} from '../evaluate/value.js'
import { locationOf, type Span } from '../syntax/span.js'

/** A string as Terraform encodes it, without its quotes. */
const escaped = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[<>&\u2028\u2029]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

const stringPieces = (pieces: readonly Piece[], at: Span): readonly Piece[] => [
  { text: '"', at },
  ...pieces.map(piece =>
    typeof piece.text === 'string'
      ? { text: escaped(piece.text), at: piece.at }
      : piece.text.value === undefined
        ? piece
        : { ...piece, text: { ...piece.text, value: escaped(piece.text.value) } },
  ),
  { text: '"', at },
]

/** In values and characters. Each encoding of what is encoded already doubles its quotes. */
const maxLength = 2_000_000

/** The JSON of a value, every part with the place of the value it is of. Throws `Fault` for what JSON does not have. */
export const jsonPieces = (value: Value, at: Span): readonly Piece[] => {
  const out: Piece[] = []
  let length = 0
  const write = (v: Value): void => {
    if (v.kind === 'string') for (const { text } of v.pieces) length += typeof text === 'string' ? text.length : 1
    if (++length > maxLength) throw new Fault('the JSON is too long', at)
    switch (v.kind) {
      case 'string':
        out.push(...stringPieces(v.pieces, v.at))
        break
      case 'number':
      case 'boolean': {
        const text = v.kind === 'number' ? numberText(v.value) : String(v.value)
        out.push({ text: v.sensitive ? { kind: 'sensitive', name: 'sensitive value', value: text } : text, at: v.at })
        break
      }
      case 'null':
        out.push({ text: 'null', at: v.at })
        break
      case 'list':
        out.push({ text: '[', at: v.at })
        v.items.forEach((item, i) => {
          if (i > 0) out.push({ text: ',', at: item.at })
          write(item)
        })
        out.push({ text: ']', at: v.at })
        break
      case 'object':
        out.push({ text: '{', at: v.at })
        ;[...sortedKeys(v.entries.keys()).flatMap(key => v.entries.get(key) ?? []), ...v.others].forEach((entry, i) => {
          if (i > 0) out.push({ text: ',', at: entry.at })
          out.push(...stringPieces(entry.key, entry.at), { text: ':', at: entry.at })
          write(entry.value)
        })
        out.push({ text: '}', at: v.at })
        break
      case 'unknown':
        out.push({ text: v.hole, at: v.at })
        break
      case 'lazy':
        out.push({ text: { kind: 'after-apply', name: v.name }, at })
    }
  }
  write(value)
  return out
}

/** The string that `jsonencode` makes; its text is made only if something other than a policy reads it. */
export const jsonString = (value: Value, at: Span): StringValue => {
  let made: readonly Piece[] | undefined
  return {
    kind: 'string',
    at,
    json: value,
    get pieces() {
      return (made ??= jsonPieces(value, at))
    },
  }
}

const valueOf = (node: Node, at: Span): Value => {
  switch (node.kind) {
    case 'object':
      return objectOf(
        node.members.map(({ key, value }) => [literal(key) ?? '', valueOf(value, at)] as const),
        at,
      )
    case 'list':
      return listOf(
        node.items.map(item => valueOf(item, at)),
        at,
      )
    case 'text':
      return stringOf(literal(node.text) ?? '', at)
    case 'number':
      return numberOf(Number(literal(node.text)), at)
    case 'boolean':
      return booleanOf(node.value, at)
    default:
      return nullOf(at)
  }
}

/** What `jsondecode` makes of a string; undefined where holes hide too much of it. */
export const decodeJson = (value: Value): Value | undefined => {
  if (value.kind !== 'string') {
    if (value.kind === 'unknown') return undefined
    throw new Fault(`jsondecode needs a string, not ${kindOf(value)}`, value.at)
  }
  if (value.json) return value.json
  const text = knownText(value.pieces)
  if (text === undefined) return undefined
  try {
    return valueOf(parseJson(text, located(locationOf(value.at))), value.at)
  } catch (error) {
    if (error instanceof InputError) throw new Fault('this is not JSON', value.at)
    throw error
  }
}
