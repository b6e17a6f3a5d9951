import { Cursor } from './cursor.js'
import { expression } from './expression.js'
import { span, type Span, type Written } from './span.js'
import type { Expression, Part } from './tree.js'

/** A part before directives are matched with their ends. */
type Token =
  | { kind: 'literal'; text: string; exact: boolean; at: Span }
  | { kind: 'interpolation'; value: Expression; at: Span }
  | { kind: 'if'; condition: Expression; at: Span }
  | { kind: 'for'; keyName: string | undefined; valueName: string; collection: Expression; at: Span }
  | { kind: 'else' | 'endif' | 'endfor'; at: Span }

type Literal = Token & { kind: 'literal' }

/** How the literal text around `${` and `%{` is written. */
type Style = 'quoted' | 'heredoc' | 'file'

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

const escaped = (cursor: Cursor): string => {
  const c = cursor.text.charAt(cursor.i + 1)
  const simple = escapes[c]
  if (simple !== undefined) {
    cursor.i += 2
    return simple
  }
  const digits = c === 'u' ? 4 : c === 'U' ? 8 : 0
  const hex = cursor.text.slice(cursor.i + 2, cursor.i + 2 + digits)
  const code = Number.parseInt(hex, 16)
  if (digits === 0 || !/^[0-9a-f]+$/i.test(hex) || hex.length !== digits || code > 0x10ffff)
    return cursor.fail('an escape that Terraform does not have')
  cursor.i += 2 + digits
  return String.fromCodePoint(code)
}

/** Reads the tokens of a template up to `end` of the cursor or, in quotes, to the closing quote. */
const tokens = (cursor: Cursor, style: Style): Token[] => {
  const out: Token[] = []
  let text = ''
  let start = cursor.i
  let exact = true
  let trimNext = false

  const flush = (): void => {
    if (text !== '' || cursor.i > start) {
      const trimmed = trimNext ? text.trimStart() : text
      if (trimNext) trimNext = false
      const lead = exact ? text.length - trimmed.length : 0
      if (trimmed !== '' || style === 'heredoc')
        out.push({ kind: 'literal', text: trimmed, exact, at: span(cursor.written, start + lead, cursor.i) })
    }
    text = ''
    exact = true
    start = cursor.i
  }
  const trimLast = (): void => {
    const last = out.at(-1)
    if (last?.kind !== 'literal') return
    last.text = last.text.trimEnd()
    if (last.exact) last.at = { ...last.at, end: last.at.start + last.text.length }
  }

  while (cursor.i < cursor.end) {
    const c = cursor.text.charCodeAt(cursor.i)
    if (style === 'quoted') {
      if (c === 0x22) break
      if (c === 0x0a || c === 0x0d) cursor.fail('a string in quotes ends on its line')
      if (c === 0x5c) {
        exact = false
        text += escaped(cursor)
        continue
      }
    }
    const isMark = (c === 0x24 || c === 0x25) && cursor.peek(1) === 0x7b
    const isEscapedMark = (c === 0x24 || c === 0x25) && cursor.peek(1) === c && cursor.peek(2) === 0x7b
    if (isEscapedMark) {
      // `$${` is `${`: the pieces around the dropped character stay exact
      flush()
      cursor.i += 3
      text = cursor.text.slice(cursor.i - 2, cursor.i)
      start = cursor.i - 2
    } else if (isMark) {
      flush()
      trimNext = false
      const at = cursor.i
      cursor.i += 2
      if (cursor.peek() === 0x7e) {
        cursor.i++
        trimLast()
      }
      const token = cursor.nested(() =>
        cursor.within(false, () => (c === 0x24 ? interpolation(cursor, at) : directive(cursor, at))),
      )
      cursor.within(false, () => {
        cursor.space()
      })
      if (cursor.peek() === 0x7e) {
        cursor.i++
        trimNext = true
      }
      if (cursor.peek() !== 0x7d) cursor.fail('"}" is expected after a template expression')
      cursor.i++
      out.push({ ...token, at: cursor.from(at) })
      start = cursor.i
    } else {
      if (style === 'heredoc' && c === 0x0d && cursor.peek(1) !== 0x0a)
        cursor.fail('a carriage return is no line break')
      text += cursor.text.charAt(cursor.i++)
      if (c === 0x0a && style === 'heredoc') flush()
    }
  }
  flush()
  return out
}

const interpolation = (cursor: Cursor, at: number): Token => ({
  kind: 'interpolation',
  value: expression(cursor),
  at: cursor.from(at),
})

const directive = (cursor: Cursor, at: number): Token => {
  cursor.space()
  const word = cursor.name()
  switch (word) {
    case 'if':
      return { kind: 'if', condition: expression(cursor), at: cursor.from(at) }
    case 'for': {
      const names = [forName(cursor)]
      if (cursor.take(',')) names.push(forName(cursor))
      if (!cursor.word('in')) cursor.fail('"in" is expected in a for directive')
      const [a, b] = names
      return {
        kind: 'for',
        keyName: b === undefined ? undefined : a,
        valueName: b ?? a ?? '',
        collection: expression(cursor),
        at: cursor.from(at),
      }
    }
    case 'else':
    case 'endif':
    case 'endfor':
      return { kind: word, at: cursor.from(at) }
    default:
      return cursor.fail('a template directive is if, else, endif, for or endfor')
  }
}

const forName = (cursor: Cursor): string => {
  cursor.space()
  return cursor.name() ?? cursor.fail('a name is expected in a for directive')
}

/** Matches directives with their ends. */
const partsOf = (all: readonly Token[], cursor: Cursor): Part[] => {
  let i = 0
  const read = (ends: readonly string[]): Part[] => {
    const parts: Part[] = []
    for (;;) {
      const token = all[i]
      if (token === undefined) {
        if (ends.length > 0) cursor.fail(`${ends.at(-1) ?? ''} is missing in a template`)
        return parts
      }
      if (ends.includes(token.kind)) return parts
      i++
      if (token.kind === 'literal') {
        if (token.text !== '') parts.push(token)
      } else if (token.kind === 'interpolation') parts.push(token)
      else if (token.kind === 'if') {
        const yes = cursor.nested(() => read(['else', 'endif']))
        let no: Part[] = []
        if (all[i]?.kind === 'else') {
          i++
          no = cursor.nested(() => read(['endif']))
        }
        i++
        parts.push({ kind: 'if', condition: token.condition, yes, no, at: token.at })
      } else if (token.kind === 'for') {
        const body = cursor.nested(() => read(['endfor']))
        i++
        parts.push({ ...token, body })
      } else cursor.fail(`${token.kind} has no beginning in a template`)
    }
  }
  return read([])
}

/** Neighbouring stretches of the file become one literal. */
const meld = (parts: readonly Part[]): Part[] => {
  const out: Part[] = []
  for (const part of parts) {
    const last = out.at(-1)
    if (
      part.kind === 'literal' &&
      last?.kind === 'literal' &&
      part.exact &&
      last.exact &&
      last.at.end === part.at.start
    ) {
      out[out.length - 1] = { ...last, text: last.text + part.text, at: { ...last.at, end: part.at.end } }
    } else out.push(part)
  }
  return out
}

const template = (all: readonly Token[], cursor: Cursor, at: Span): Expression => ({
  kind: 'template',
  parts: meld(partsOf(all, cursor)),
  at,
})

/** Reads a string in quotes. A template that is nothing but one interpolation is that value, whatever its type. */
export const quoted = (cursor: Cursor): Expression => {
  const start = cursor.i++
  const all = tokens(cursor, 'quoted')
  if (cursor.peek() !== 0x22) cursor.fail('a string does not end')
  cursor.i++
  return template(all, cursor, cursor.from(start))
}

const opening = /<<(-?)([^\r\n]*)\r?\n/y

/** Reads a heredoc up to the end of the line of its marker, that line break not included. */
export const heredoc = (cursor: Cursor): Expression => {
  const start = cursor.i
  opening.lastIndex = start
  const match = opening.exec(cursor.text)
  const [whole = '', dash, name = ''] = match ?? []
  const marker = name.trim()
  if (!match || !/^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}-]*$/u.test(marker))
    return cursor.fail('a name is expected after "<<"')
  const body = start + whole.length
  let line = body
  for (;;) {
    const found = cursor.text.indexOf('\n', line)
    const end = found === -1 || found > cursor.end ? cursor.end : found
    if (cursor.text.slice(line, end).trim() === marker) {
      const inner = new Cursor(cursor.written, body, line)
      const all = inner.nested(() => tokens(inner, 'heredoc'))
      cursor.i = line + cursor.text.slice(line, end).trimEnd().length
      if (dash === '-') outdent(all)
      return template(all, cursor, cursor.from(start))
    }
    if (end >= cursor.end) return cursor.fail(`the heredoc "${marker}" does not end`)
    line = end + 1
  }
}

/** Takes the indentation that all lines share away. Lines of nothing but space do not count. */
const outdent = (all: readonly Token[]): void => {
  let isLineStart = true
  let least = Number.POSITIVE_INFINITY
  const starts: Literal[] = []
  for (const token of all) {
    if (isLineStart) {
      isLineStart = false
      if (token.kind !== 'literal') least = 0
      else {
        const spaces = token.text.length - token.text.trimStart().length
        if (spaces < token.text.length || !token.text.endsWith('\n')) {
          least = Math.min(least, spaces)
          starts.push(token)
        }
      }
    }
    if (token.kind === 'literal' && token.text.endsWith('\n')) isLineStart = true
  }
  for (const token of starts) {
    token.text = token.text.slice(least)
    token.at = { ...token.at, start: token.at.start + least }
  }
}

/** Reads all that a cursor covers as a template whose literals have no escapes but those of the marks. */
export const templateRange = (cursor: Cursor): Expression => {
  const start = cursor.i
  return template(tokens(cursor, 'file'), cursor, cursor.from(start))
}

/** Reads a whole file as a template, as `templatefile` does. Throws `InputError` with its place. */
export const templateFile = (of: Written): Expression => templateRange(new Cursor(of))
