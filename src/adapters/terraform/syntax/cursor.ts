import { InputError, type ProblemCode } from '../../../model/problem.js'
import { locationOf, positionOf, span, type Span, type Written } from './span.js'

/** How deep expressions, blocks and templates may nest. */
const maxDepth = 100

const letter = /[\p{L}\p{Nl}_]/u
const continues = /[\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}-]/u

const isLetter = (c: number, text: string, i: number): boolean =>
  c < 128
    ? (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95
    : letter.test(String.fromCodePoint(text.codePointAt(i) ?? 0))

const isContinued = (c: number, text: string, i: number): boolean =>
  c < 128
    ? (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95 || c === 45
    : continues.test(String.fromCodePoint(text.codePointAt(i) ?? 0))

const newline = 0x0a

/** A place in a text that moves forward. Whether line breaks are space depends on what is being read. */
export class Cursor {
  readonly written: Written
  readonly text: string
  i: number
  readonly end: number
  /** Line breaks end an expression here: outside of brackets. */
  lineBreaks = true
  private depth = 0

  constructor(of: Written, start = 0, end = of.text.length) {
    this.written = of
    this.text = of.text
    this.i = start
    this.end = end
  }

  /** The character at the cursor plus `ahead`; NaN at the end. */
  peek(ahead = 0): number {
    return this.i + ahead < this.end ? this.text.charCodeAt(this.i + ahead) : Number.NaN
  }

  looksAt(what: string): boolean {
    return this.i + what.length <= this.end && this.text.startsWith(what, this.i)
  }

  /** Moves over spaces, comments and, where they mean nothing, line breaks. */
  space(): void {
    while (this.i < this.end) {
      const c = this.text.charCodeAt(this.i)
      const isReturn = c === 0x0d && this.text.charCodeAt(this.i + 1) === newline
      if (c === 0x20 || c === 0x09 || isReturn || (c === newline && !this.lineBreaks)) this.i++
      else if (c === 0x23 || (c === 0x2f && this.peek(1) === 0x2f)) this.toLineEnd()
      else if (c === 0x2f && this.peek(1) === 0x2a) {
        const close = this.text.indexOf('*/', this.i + 2)
        if (close === -1 || close >= this.end) this.fail('a comment does not end')
        this.i = close + 2
      } else return
    }
  }

  /** Moves over spaces, comments and line breaks. */
  lines(): void {
    const before = this.lineBreaks
    this.lineBreaks = false
    this.space()
    this.lineBreaks = before
  }

  private toLineEnd(): void {
    const i = this.text.indexOf('\n', this.i)
    this.i = i === -1 || i > this.end ? this.end : i
  }

  /** Takes `what` if it is next, after space. */
  take(what: string): boolean {
    this.space()
    if (!this.looksAt(what)) return false
    this.i += what.length
    return true
  }

  expect(what: string, where: string): void {
    if (!this.take(what)) this.fail(`${what === '\n' ? 'a line break' : `"${what}"`} is expected ${where}`)
  }

  /** Takes a name if one is next, without space before it. */
  name(): string | undefined {
    const start = this.i
    if (!(start < this.end && isLetter(this.peek(), this.text, start))) return undefined
    let i = start
    while (i < this.end) {
      const c = this.text.charCodeAt(i)
      if (!isContinued(c, this.text, i)) break
      i += c >= 0xd800 && c <= 0xdbff ? 2 : 1
    }
    this.i = i
    return this.text.slice(start, i)
  }

  /** Takes a word if it is next and not part of a longer name. */
  word(what: string): boolean {
    this.space()
    const before = this.i
    if (this.name() === what) return true
    this.i = before
    return false
  }

  from(start: number): Span {
    return span(this.written, start, this.i)
  }

  /** Runs `read` with line breaks as space or not. */
  within<T>(lineBreaks: boolean, read: () => T): T {
    const before = this.lineBreaks
    this.lineBreaks = lineBreaks
    const result = read()
    this.lineBreaks = before
    return result
  }

  /** Runs `read` one level deeper, up to a bound. */
  nested<T>(read: () => T): T {
    if (++this.depth > maxDepth) this.fail(`nested deeper than ${String(maxDepth)} levels`, 'too-large')
    const result = read()
    this.depth--
    return result
  }

  fail(what: string, code: ProblemCode = 'not-recognised'): never {
    const at = Math.min(this.i, this.end)
    const { line, column } = positionOf(this.written, at)
    throw new InputError(
      code,
      `not valid Terraform at line ${String(line)}, column ${String(column)}: ${what}`,
      locationOf(span(this.written, at, Math.min(at + 1, this.end))),
    )
  }
}
