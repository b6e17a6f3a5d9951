import { InputError } from '../../../model/problem.js'
import { numberText } from '../evaluate/convert.js'
import { sortedKeys } from '../evaluate/order.js'
import type { Piece, StringValue, Value } from '../evaluate/value.js'
import { locationOf, type Span } from '../syntax/span.js'

/** A string as Terraform encodes it, without its quotes. */
const escaped = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[<>&\u2028\u2029]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A string as JSON. */
export const jsonText = (text: string): string => `"${escaped(text)}"`

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
  // a string may have more pieces than a call may have arguments
  const put = (pieces: readonly Piece[]): void => {
    for (const piece of pieces) out.push(piece)
  }
  const write = (v: Value): void => {
    if (v.kind === 'string') for (const { text } of v.pieces) length += typeof text === 'string' ? text.length : 1
    if (++length > maxLength) throw new InputError('too-large', 'the JSON is too long', locationOf(at))
    switch (v.kind) {
      case 'string':
        put(stringPieces(v.pieces, v.at))
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
          put(stringPieces(entry.key, entry.at))
          out.push({ text: ':', at: entry.at })
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
