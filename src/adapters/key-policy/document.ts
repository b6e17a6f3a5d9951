import type { Location } from '../../model/location.js'
import type { Node } from '../../model/node.js'
import { InputError } from '../../model/problem.js'
import { literal } from '../../model/text.js'
import { inFile, parseJson, type Locate } from '../json.js'

const hex = /^[0-9a-f]{4}$/i

/**
 * Where each code unit of a JSON string's value stands in the text, escapes counted, and where the string ends.
 * `start` is the offset of the opening quote.
 */
const unescapedOffsets = (text: string, start: number): number[] => {
  const offsets: number[] = []
  let i = start + 1
  while (i < text.length && text[i] !== '"') {
    offsets.push(i)
    if (text[i] !== '\\') i++
    else i += text[i + 1] === 'u' && hex.test(text.slice(i + 2, i + 6)) ? 6 : 2
  }
  offsets.push(i)
  return offsets
}

/** For a document inside a string of another one: its nodes stand in the outer file. */
const insideString = (text: string, start: number, locate: Locate): Locate => {
  const offsets = unescapedOffsets(text, start)
  const at = (offset: number): number => Number(offsets[Math.min(offset, offsets.length - 1)])
  return (offset, length) => locate(at(offset), at(offset + length) - at(offset))
}

const member = (node: Node, name: string): Node | undefined =>
  node.kind === 'object' ? node.members.find(m => literal(m.key) === name)?.value : undefined

const startOf = (text: string, { line, column }: Location): number => {
  let offset = 0
  for (let i = 1; i < Number(line); i++) offset = text.indexOf('\n', offset) + 1
  return offset + Number(column) - 1
}

/** Reads the text of a file into the policy that it holds, every node with its line and column. */
export const readDocument = (text: string, file: string): Node => {
  const locate = inFile(file, text)
  const outer = parseJson(text, locate)
  const wrapped = member(outer, 'Policy')
  const source = wrapped?.kind === 'text' ? literal(wrapped.text) : undefined
  const document =
    wrapped && source !== undefined
      ? parseJson(source, insideString(text, startOf(text, wrapped.location), locate))
      : outer
  if (member(document, 'Statement')) return document
  const isStatement = member(document, 'Effect') !== undefined
  throw new InputError(
    'key-not-read',
    isStatement
      ? 'holds a statement, not a policy: put it into a list named `Statement`'
      : 'a key policy has a list named `Statement`, this file has none',
    document.location,
  )
}
