import { isUnknown } from '../model/truth.js'
import type { Dialect, Expression, Flaw, Language, Scope } from './cel.js'
import { record } from './recording.js'

/** A text with `{{expressions}}` in it. */
export interface Template {
  /** As written. */
  readonly text: string
  readonly check: () => readonly Flaw[]
  /** One line or more, with nothing sensitive, each placeholder bounded; not escaped. Throws where an expression has a bug. */
  readonly render: (scope: Scope) => string
}

interface Placeholder {
  readonly expression: Expression
  /** Where the expression begins in the template. */
  readonly offset: number
}

const maxItems = 5
const maxLength = 300

/** A value keeps to its line: a line break in it could pass for a line of the message itself. */
const onOneLine = (text: string): string =>
  text.replace(/[\n\r\u2028\u2029]/g, character => JSON.stringify(character).slice(1, -1))

const shorten = (text: string): string => onOneLine(text.length > maxLength ? `${text.slice(0, maxLength)}…` : text)

/** `a`, `a and b`, `a, b and c`; of more than six the first five and how many more. */
export const enumerate = (items: readonly string[]): string => {
  const shown = items.length > maxItems + 1 ? [...items.slice(0, maxItems), `${items.length - maxItems} more`] : items
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.slice(-1).join('')}`
}

// An expression may have braces inside its own strings.
const placeholders = /\{\{((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?!\}\})[^"'])*)\}\}/g

const divide = (text: string, dialect: Dialect): readonly (string | Placeholder)[] => {
  const parts: (string | Placeholder)[] = []
  let end = 0
  for (const { 0: whole, 1: inside = '', index } of text.matchAll(placeholders)) {
    const expression = dialect.expression(inside.trim())
    parts.push(text.slice(end, index), { expression, offset: index + whole.indexOf(expression.text, 2) })
    end = index + whole.length
  }
  return [...parts, text.slice(end)]
}

const shown = (outcome: unknown, show: (value: unknown) => string): string =>
  isUnknown(outcome)
    ? `\${${outcome.holes
        .map(hole => hole.name)
        .slice(0, 1)
        .join('')}}`
    : show(outcome)

const flawsOf = (text: string, parts: readonly (string | Placeholder)[], language: Language): Flaw[] => {
  const stray = parts.find(part => typeof part === 'string' && /\{\{|\}\}/.test(part))
  const found: Flaw[] =
    stray === undefined ? [] : [{ flaw: 'has braces that do not pair', offset: text.search(/\{\{|\}\}/) }]
  for (const part of parts) {
    if (typeof part === 'string') continue
    const type = part.expression.check()
    if (typeof type !== 'string') found.push({ flaw: type.flaw, offset: part.offset + type.offset })
    else if (!language.isPrintable(type))
      found.push({ flaw: `a message cannot show a value of type ${type}`, offset: part.offset })
  }
  return found
}

/** Reads a template; what is wrong with it is said by `check`. */
export const makeTemplate = (text: string, dialect: Dialect, language: Language): Template => {
  const parts = divide(text, dialect)
  const one = (value: unknown): string =>
    shown(record(true, language.values.show, value), text => shorten(String(text)))
  const show = ({ expression }: Placeholder, scope: Scope): string =>
    shown(expression.evaluate(scope, true), value => (Array.isArray(value) ? enumerate(value.map(one)) : one(value)))
  return {
    text,
    check: () => flawsOf(text, parts, language),
    render: scope =>
      parts
        .map(part => (typeof part === 'string' ? part : show(part, scope)))
        .join('')
        .trim(),
  }
}
