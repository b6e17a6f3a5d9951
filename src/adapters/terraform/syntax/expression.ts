import type { Cursor } from './cursor.js'
import { heredoc, quoted } from './template.js'
import { splatName, type BinaryOperator, type Expression, type ObjectItem } from './tree.js'

/** From loosest to tightest. */
const precedence: Readonly<Record<BinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
}
const operators = [
  '||',
  '&&',
  '==',
  '!=',
  '<=',
  '>=',
  '<',
  '>',
  '+',
  '-',
  '*',
  '/',
  '%',
] as const satisfies readonly BinaryOperator[]

const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** Reads one expression; what follows is left to the caller. Throws `InputError` with its place. */
export const expression = (cursor: Cursor): Expression => cursor.nested(() => conditional(cursor))

const conditional = (cursor: Cursor): Expression => {
  const condition = binary(cursor, 0)
  cursor.space()
  if (!cursor.take('?')) return condition
  const yes = branch(cursor)
  // a conditional may go on after a line break only inside brackets
  cursor.expect(':', 'between the two results of a conditional')
  const no = branch(cursor)
  return { kind: 'conditional', condition, yes, no, at: cursor.from(condition.at.start) }
}

const branch = (cursor: Cursor): Expression => expression(cursor)

const operatorAt = (cursor: Cursor): BinaryOperator | undefined => {
  cursor.space()
  const found = operators.find(operator => cursor.looksAt(operator))
  // `=>` and `=` are no operators; `~}` and `%{` belong to templates
  return found
}

const binary = (cursor: Cursor, least: number): Expression => {
  let left = term(cursor)
  for (;;) {
    const operator = operatorAt(cursor)
    if (operator === undefined || precedence[operator] <= least) return left
    cursor.i += operator.length
    const right = cursor.nested(() => binary(cursor, precedence[operator]))
    left = { kind: 'binary', operator, left, right, at: cursor.from(left.at.start) }
  }
}

const term = (cursor: Cursor): Expression => {
  cursor.space()
  const start = cursor.i
  const c = cursor.peek()
  if ((c === 0x21 && cursor.peek(1) !== 0x3d) || c === 0x2d) {
    cursor.i++
    const of = cursor.nested(() => term(cursor))
    return { kind: 'unary', operator: c === 0x21 ? '!' : '-', of, at: cursor.from(start) }
  }
  return traversal(cursor, primary(cursor))
}

const primary = (cursor: Cursor): Expression => {
  const start = cursor.i
  const c = cursor.peek()
  if (c === 0x22) return quoted(cursor)
  if (c === 0x28) {
    cursor.i++
    return cursor.within(false, () => {
      const inner = expression(cursor)
      cursor.expect(')', 'after an expression in parentheses')
      return inner
    })
  }
  if (c === 0x5b) return list(cursor)
  if (c === 0x7b) return object(cursor)
  if (c === 0x3c && cursor.peek(1) === 0x3c) return heredoc(cursor)
  if (c >= 0x30 && c <= 0x39) {
    number.lastIndex = start
    cursor.i += number.exec(cursor.text)?.[0].length ?? 1
    const text = cursor.text.slice(start, cursor.i)
    return { kind: 'literal', value: Number(text), at: cursor.from(start) }
  }
  return named(cursor)
}

const named = (cursor: Cursor): Expression => {
  const start = cursor.i
  let name = cursor.name()
  if (name === undefined) return cursor.fail('an expression is expected')
  while (cursor.looksAt('::')) {
    cursor.i += 2
    const next = cursor.name()
    if (next === undefined) return cursor.fail('a function name is expected')
    name += `::${next}`
  }
  cursor.space()
  if (cursor.peek() === 0x28) return call(cursor, name, start)
  if (name.includes('::')) return cursor.fail('a function call is expected')
  cursor.i = start + name.length
  switch (name) {
    case 'true':
    case 'false':
      return { kind: 'literal', value: name === 'true', at: cursor.from(start) }
    case 'null':
      return { kind: 'literal', value: undefined, at: cursor.from(start) }
    default:
      return { kind: 'name', name, at: cursor.from(start) }
  }
}

const call = (cursor: Cursor, name: string, start: number): Expression => {
  cursor.i++
  return cursor.within(false, () => {
    const args: Expression[] = []
    let expand = false
    while (!cursor.take(')')) {
      args.push(expression(cursor))
      if (cursor.take('...')) expand = true
      if (expand || !cursor.take(',')) {
        cursor.take(',')
        cursor.expect(')', 'after the arguments of a call')
        break
      }
    }
    return { kind: 'call', name, args, expand, at: cursor.from(start) }
  })
}

const list = (cursor: Cursor): Expression => {
  const start = cursor.i++
  return cursor.within(false, () => {
    if (cursor.word('for')) return forExpression(cursor, start, ']')
    const items: Expression[] = []
    while (!cursor.take(']')) {
      items.push(expression(cursor))
      if (cursor.take(',')) continue
      cursor.expect(']', 'after the items of a list')
      break
    }
    return { kind: 'list', items, at: cursor.from(start) }
  })
}

const forExpression = (cursor: Cursor, start: number, close: ']' | '}'): Expression => {
  const names = [variable(cursor)]
  if (cursor.take(',')) names.push(variable(cursor))
  if (!cursor.word('in')) cursor.fail('"in" is expected in a for expression')
  const collection = expression(cursor)
  cursor.expect(':', 'in a for expression')
  const first = expression(cursor)
  const hasKey = close === '}'
  if (hasKey) cursor.expect('=>', 'in a for expression in braces')
  const value = hasKey ? expression(cursor) : first
  const grouping = cursor.take('...')
  const condition = cursor.word('if') ? expression(cursor) : undefined
  cursor.expect(close, 'after a for expression')
  const [a, b] = names
  return {
    kind: 'for',
    keyName: b === undefined ? undefined : a,
    valueName: b ?? a ?? '',
    collection,
    key: hasKey ? first : undefined,
    value,
    condition,
    grouping,
    at: cursor.from(start),
  }
}

const variable = (cursor: Cursor): string => {
  cursor.space()
  return cursor.name() ?? cursor.fail('a name is expected in a for expression')
}

const object = (cursor: Cursor): Expression => {
  const start = cursor.i++
  const isFor = cursor.within(false, () => cursor.word('for'))
  if (isFor) return cursor.within(false, () => forExpression(cursor, start, '}'))
  cursor.i = start + 1
  return cursor.within(true, () => {
    const items: ObjectItem[] = []
    for (;;) {
      cursor.lines()
      if (cursor.take('}')) break
      items.push(objectItem(cursor))
      cursor.space()
      if (cursor.take(',') || cursor.peek() === 0x0a) continue
      cursor.expect('}', 'after the members of an object')
      break
    }
    return { kind: 'object', items, at: cursor.from(start) }
  })
}

const objectItem = (cursor: Cursor): ObjectItem => {
  const start = cursor.i
  const isParenthesized = cursor.peek() === 0x28
  const key = expression(cursor)
  if (cursor.looksAt('=>')) cursor.fail('"=" or ":" is expected after a key')
  if (!cursor.take('=') && !cursor.take(':')) cursor.fail('"=" or ":" is expected after a key')
  cursor.space()
  const value = expression(cursor)
  const literalKey: Expression =
    key.kind === 'name' && !isParenthesized
      ? { kind: 'literal', value: key.name, at: key.at }
      : key.kind === 'literal' && !isParenthesized
        ? { kind: 'literal', value: cursor.text.slice(key.at.start, key.at.end), at: key.at }
        : key
  return { key: literalKey, value, at: cursor.from(start) }
}

/** Reads `.name`, `[index]`, `.0` and splats after a term. */
const traversal = (cursor: Cursor, base: Expression): Expression => {
  let of = base
  const start = base.at.start
  for (;;) {
    const before = cursor.i
    cursor.space()
    const c = cursor.peek()
    if (c === 0x2e && cursor.peek(1) === 0x2e) {
      cursor.i = before
      return of
    }
    if (c === 0x2e) {
      cursor.i++
      cursor.space()
      if (cursor.peek() === 0x2a) {
        cursor.i++
        return splat(cursor, of, false)
      }
      of = step(cursor, of, start)
    } else if (c === 0x5b) {
      if (/^\[\s*\*\s*\]/.test(cursor.text.slice(cursor.i, cursor.i + 20))) {
        cursor.i = cursor.text.indexOf(']', cursor.i) + 1
        return splat(cursor, of, true)
      }
      of = index(cursor, of, start)
    } else {
      cursor.i = before
      return of
    }
  }
}

const step = (cursor: Cursor, of: Expression, start: number): Expression => {
  const at = cursor.i
  const name = cursor.name()
  if (name !== undefined) return { kind: 'attribute', of, name, at: cursor.from(start) }
  const digits = /^\d+/.exec(cursor.text.slice(at, at + 20))?.[0]
  if (digits === undefined) return cursor.fail('a name is expected after the dot')
  cursor.i += digits.length
  if (/^\.\d/.test(cursor.text.slice(cursor.i, cursor.i + 2))) cursor.fail('of two indexes one needs brackets')
  const index: Expression = { kind: 'literal', value: Number(digits), at: cursor.from(at) }
  return { kind: 'index', of, index, at: cursor.from(start) }
}

const index = (cursor: Cursor, of: Expression, start: number): Expression => {
  cursor.i++
  return cursor.within(false, () => {
    const key = expression(cursor)
    cursor.expect(']', 'after an index')
    return { kind: 'index', of, index: key, at: cursor.from(start) }
  })
}

/** A full splat `[*]` takes the indexes after it along; an attribute splat `.*` takes names only. */
const splat = (cursor: Cursor, of: Expression, full: boolean): Expression => {
  const start = of.at.start
  let each: Expression = { kind: 'name', name: splatName, at: cursor.from(cursor.i) }
  if (full) each = traversal(cursor, each)
  else {
    for (;;) {
      const before = cursor.i
      cursor.space()
      if (cursor.peek() !== 0x2e || cursor.peek(1) === 0x2e) {
        cursor.i = before
        break
      }
      cursor.i++
      each = step(cursor, each, each.at.start)
    }
  }
  const result: Expression = { kind: 'splat', of, each, at: cursor.from(start) }
  return full ? result : traversal(cursor, result)
}
