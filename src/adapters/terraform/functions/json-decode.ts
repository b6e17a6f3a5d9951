import type { Node } from '../../../model/node.js'
import { InputError } from '../../../model/problem.js'
import { literal } from '../../../model/text.js'
import { parseJson, type Locate } from '../../json.js'
import { kindOf } from '../evaluate/convert.js'
import { Fault } from '../evaluate/fault.js'
import {
  booleanOf,
  knownText,
  listOf,
  nullOf,
  numberOf,
  objectOf,
  stringOf,
  unknownOf,
  type Value,
} from '../evaluate/value.js'
import type { Span } from '../syntax/span.js'
import { placeIn } from './place.js'

/** As if all of a text stood on one line, so that columns are offsets. */
const oneLine: Locate = (offset, length) => ({
  file: '',
  line: 1,
  column: offset,
  endLine: 1,
  endColumn: offset + length,
})

const valueOf = (node: Node, place: (start: number, end: number) => Span): Value => {
  const { column = 0, endColumn = 0 } = node.location
  const at = place(column, endColumn)
  switch (node.kind) {
    case 'object':
      return objectOf(
        node.members.map(({ key, value }) => [(literal(key) ?? '').normalize(), valueOf(value, place)] as const),
        at,
      )
    case 'list':
      return listOf(
        node.items.map(item => valueOf(item, place)),
        at,
      )
    case 'text':
      return stringOf((literal(node.text) ?? '').normalize(), at)
    case 'number': {
      const number = Number(literal(node.text))
      // digits beyond what a number holds here would be made up
      return Number.isInteger(number) && !Number.isSafeInteger(number)
        ? unknownOf({ kind: 'expression', name: literal(node.text) ?? '' }, at)
        : numberOf(number, at)
    }
    case 'boolean':
      return booleanOf(node.value, at)
    default:
      return nullOf(at)
  }
}

const maxDepth = 100
const maxLength = 1024 * 1024

/** Whether brackets outside of strings nest deeper than is read here: Terraform reads that all the same. */
const isDeep = (text: string): boolean => {
  let depth = 0
  for (const [bracket] of text.replaceAll(/"(?:[^"\\]|\\.)*"/gs, '').matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1
    if (depth > maxDepth) return true
  }
  return false
}

/** What `jsondecode` makes of a string, each value with its place in the file it is in; undefined where holes hide too much of it. */
export const decodeJson = (value: Value): Value | undefined => {
  if (value.kind !== 'string') {
    if (value.kind === 'unknown') return undefined
    throw new Fault(`jsondecode needs a string, not ${kindOf(value)}`, value.at)
  }
  if (value.json) return value.json
  const text = knownText(value.pieces)
  if (text === undefined || text.length > maxLength || isDeep(text)) return undefined
  try {
    return valueOf(parseJson(text, oneLine, { depth: maxDepth, length: maxLength }), placeIn(value))
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    throw new Fault('this is not JSON', value.at)
  }
}
