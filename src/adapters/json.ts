import { parseTree, printParseErrorCode, type Node as Parsed, type ParseError } from 'jsonc-parser'
import type { Location } from '../model/location.js'
import type { Member, Node } from '../model/node.js'
import { InputError } from '../model/problem.js'
import { text } from '../model/text.js'

/** Says where a stretch of a text stands, given in UTF-16 code units from its start. */
export type Locate = (offset: number, length: number) => Location

export interface JsonLimits {
  readonly depth: number
  /** In UTF-16 code units. */
  readonly length: number
}

const defaultLimits: JsonLimits = { depth: 100, length: 1024 * 1024 }

/** For a text without a place of its own, such as a string inside another document: every node is said to be at `location`. */
export const at =
  (location: Location): Locate =>
  () =>
    location

const lineStarts = (source: string): number[] => {
  const starts = [0]
  for (let i = source.indexOf('\n'); i !== -1; i = source.indexOf('\n', i + 1)) starts.push(i + 1)
  return starts
}

/** The index of the line that an offset is on. */
const lineOf = (starts: readonly number[], offset: number): number => {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (Number(starts[middle]) <= offset) low = middle
    else high = middle
  }
  return low
}

const columnOf = (starts: readonly number[], line: number, offset: number): number => offset - Number(starts[line]) + 1

/** For the text of a whole file: lines and columns, found in the logarithm of the number of lines. */
export const inFile = (file: string, source: string): Locate => {
  const starts = lineStarts(source)
  return (offset, length) => {
    const end = offset + length
    const line = lineOf(starts, offset)
    const endLine = end < Number(starts[line + 1]) ? line : lineOf(starts, end)
    return {
      file,
      line: line + 1,
      column: columnOf(starts, line, offset),
      endLine: endLine + 1,
      endColumn: columnOf(starts, endLine, end),
    }
  }
}

const words: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON value',
  InvalidNumberFormat: 'a number is not written as JSON wants',
  PropertyNameExpected: 'a name in double quotes is expected',
  ValueExpected: 'a value is expected',
  ColonExpected: 'a colon is expected',
  CommaExpected: 'a comma is expected',
  CloseBraceExpected: 'a closing brace is expected',
  CloseBracketExpected: 'a closing bracket is expected',
  EndOfFileExpected: 'the document should end here',
  InvalidCommentToken: 'comments are not JSON',
  UnexpectedEndOfComment: 'comments are not JSON',
  UnexpectedEndOfString: 'a string does not end',
  UnexpectedEndOfNumber: 'a number does not end',
  InvalidUnicode: 'a \\u escape needs four hexadecimal digits',
  InvalidEscapeCharacter: 'an escape that JSON does not have',
  InvalidCharacter: 'a control character inside a string',
}

const fail = (source: string, offset: number, what: string, locate: Locate): never => {
  const starts = lineStarts(source)
  const line = lineOf(starts, offset)
  const place = `line ${line + 1}, column ${columnOf(starts, line, offset)}`
  throw new InputError('not-json', `not valid JSON at ${place}: ${what}`, locate(offset, 0))
}

/** Bounds nesting before anything recurses; brackets inside strings do not count. */
const checkDepth = (source: string, depth: number, locate: Locate): void => {
  let open = 0
  let inString = false
  for (let i = 0; i < source.length; i++) {
    const c = source.charCodeAt(i)
    if (inString) {
      if (c === 0x5c) i++
      else if (c === 0x22) inString = false
    } else if (c === 0x22) inString = true
    else if (c === 0x7b || c === 0x5b) {
      if (++open > depth) fail(source, i, `nested deeper than ${depth} levels`, locate)
    } else if (c === 0x7d || c === 0x5d) open--
  }
}

/**
 * Reads strict JSON (no comments, no trailing commas) into nodes. Duplicate keys are kept as separate members, numbers keep
 * the text they were written as. Throws `InputError('not-json')` with line and column; its message never quotes the text.
 */
export const parseJson = (source: string, locate: Locate, limits: JsonLimits = defaultLimits): Node => {
  if (source.length > limits.length)
    throw new InputError('too-large', `longer than ${limits.length} characters`, locate(0, 0))
  checkDepth(source, limits.depth, locate)
  const errors: ParseError[] = []
  const tree = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false })
  const [error] = errors
  // every code has its words
  if (error) return fail(source, error.offset, String(words[printParseErrorCode(error.error)]), locate)
  /* c8 ignore next -- an empty text is an error too */
  if (!tree) return fail(source, 0, 'a value is expected', locate)

  const member = (property: Parsed): Member => {
    // in a text without errors a property has a key, which is a string, and a value
    const [key, value] = property.children as [Parsed, Parsed]
    return { key: text(key.value as string), location: locate(property.offset, property.length), value: node(value) }
  }
  /* c8 ignore next -- an object or a list has children, be it none */
  const children = (parsed: Parsed): readonly Parsed[] => parsed.children ?? []
  const node = (parsed: Parsed): Node => {
    const location = locate(parsed.offset, parsed.length)
    switch (parsed.type) {
      case 'object':
        return { kind: 'object', members: children(parsed).map(member), location }
      case 'array':
        return { kind: 'list', items: children(parsed).map(node), location }
      case 'string':
        return { kind: 'text', text: text(parsed.value as string), location } // the parser types every value as any
      case 'number':
        return { kind: 'number', text: text(source.slice(parsed.offset, parsed.offset + parsed.length)), location }
      case 'boolean':
        return { kind: 'boolean', value: parsed.value === true, location }
      default:
        return { kind: 'null', location }
    }
  }
  return node(tree)
}
