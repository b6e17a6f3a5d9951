import { Cursor } from './cursor.js'
import { expression } from './expression.js'
import { quoted } from './template.js'
import { span, type Written } from './span.js'
import type { Attribute, Block, Body, Expression } from './tree.js'

/** Reads a file of blocks and arguments (`.tf`, `.tofu`, `.tfvars`). Throws `InputError` with its place. */
export const parseBody = (of: Written): Body => {
  const start = of.text.startsWith('\uFEFF') ? 1 : 0
  return body(new Cursor(of, start), false)
}

/** Reads a whole text as one expression, as in the value of `--var`. Throws `InputError` with its place. */
export const parseExpression = (of: Written): Expression => {
  const cursor = new Cursor(of)
  const read = expression(cursor)
  cursor.lines()
  if (cursor.i < cursor.end) cursor.fail('the expression should end here')
  return read
}

const body = (cursor: Cursor, isBlock: boolean): Body => {
  const start = cursor.i
  const attributes = new Map<string, Attribute>()
  const blocks: Block[] = []
  for (;;) {
    cursor.lines()
    if (isBlock && cursor.peek() === 0x7d) break
    if (cursor.i >= cursor.end) {
      if (isBlock) cursor.fail('a block does not end')
      break
    }
    const at = cursor.i
    const name = nameOf(cursor)
    if (isArgument(cursor)) {
      if (attributes.has(name)) cursor.fail(`the argument "${name}" is given twice`)
      attributes.set(name, argument(cursor, name, at))
    } else blocks.push(cursor.nested(() => block(cursor, name, at)))
    if (!isLineEnd(cursor)) cursor.fail('a line break is expected')
  }
  return { attributes, blocks, at: span(cursor.written, start, cursor.i) }
}

const nameOf = (cursor: Cursor): string => {
  const name = cursor.name() ?? cursor.fail('an argument or a block is expected')
  cursor.space()
  return name
}

const isArgument = (cursor: Cursor): boolean => cursor.peek() === 0x3d && cursor.peek(1) !== 0x3d

const argument = (cursor: Cursor, name: string, at: number): Attribute => {
  cursor.i++
  const value = expression(cursor)
  return { name, value, at: cursor.from(at) }
}

const isLineEnd = (cursor: Cursor): boolean => {
  cursor.space()
  return cursor.i >= cursor.end || cursor.peek() === 0x0a
}

/** The inside of a block on one line: nothing, or a single argument. */
const oneLine = (cursor: Cursor): Body => {
  const at = cursor.i
  const name = nameOf(cursor)
  if (!isArgument(cursor)) return cursor.fail('a block on one line holds one argument and no block')
  const attributes = new Map([[name, argument(cursor, name, at)]])
  cursor.space()
  if (cursor.peek() !== 0x7d) return cursor.fail('a block on one line ends with it and holds one argument')
  return { attributes, blocks: [], at: span(cursor.written, at, cursor.i) }
}

const block = (cursor: Cursor, type: string, at: number): Block => {
  const labels: string[] = []
  for (;;) {
    cursor.space()
    if (cursor.take('{')) break
    labels.push(
      cursor.peek() === 0x22
        ? label(cursor)
        : (cursor.name() ?? cursor.fail('"=" or a block is expected after a name')),
    )
  }
  const inner = isLineEnd(cursor) || cursor.peek() === 0x7d ? body(cursor, true) : oneLine(cursor)
  cursor.expect('}', 'at the end of a block')
  return { type, labels, body: inner, at: cursor.from(at) }
}

const label = (cursor: Cursor): string => {
  const template = quoted(cursor)
  if (template.kind !== 'template') return ''
  return template.parts
    .map(part => (part.kind === 'literal' ? part.text : cursor.fail('a label holds no template')))
    .join('')
}
