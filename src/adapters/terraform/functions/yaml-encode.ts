import { numberText } from '../evaluate/convert.js'
import { sortedKeys } from '../evaluate/order.js'
import { knownText, stringOf, type Value } from '../evaluate/value.js'
import { argument, strict, unknownCall, type Function } from './define.js'

/** A line is broken at the first space after this column. */
const width = 80
/** In bytes: keys that are longer are written in another way. */
const maxKey = 128

const escapes: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\x85': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
}

const isPrintable = (c: string): boolean => /^[ -~\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]$/.test(c)

const escaped = (c: string): string => {
  const known = escapes[c]
  if (known !== undefined) return known
  if (isPrintable(c)) return c
  const code = c.codePointAt(0) ?? 0
  const digits = code.toString(16).toUpperCase()
  return code <= 0xff
    ? `\\x${digits.padStart(2, '0')}`
    : code <= 0xffff
      ? `\\u${digits.padStart(4, '0')}`
      : `\\U${digits.padStart(8, '0')}`
}

/** A string in double quotes from a column on, its lines broken at spaces unless it is a key. */
const quoted = (text: string, column: number, indent: string, isKey: boolean): string => {
  const letters = [...text]
  let out = '"'
  let at = column + 1
  let afterSpace = false
  letters.forEach((c, i) => {
    if (c === ' ' && !isKey && !afterSpace && at > width && i > 0 && i < letters.length - 1) {
      out += `\n${indent}${letters[i + 1] === ' ' ? '\\' : ''}`
      at = indent.length
      afterSpace = true
      return
    }
    const shown = escaped(c)
    out += shown
    at += shown.length
    afterSpace = c === ' '
  })
  return `${out}"`
}

/** Whether lines can be written as they are. */
const isBlock = (text: string): boolean =>
  text.includes('\n') &&
  !text.endsWith(' ') &&
  [...text].every(c => c === '\n' || (isPrintable(c) && !/[\u2028\u2029]/.test(c))) &&
  !text.includes(' \n')

const block = (text: string, indent: string): string => {
  const hint = /^[ \n]/.test(text) ? '2' : ''
  const chomp = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : ''
  const body = text.replace(/\n$/, '').replaceAll(/^(?=.)/gm, indent)
  return `|${hint}${chomp}\n${body}`
}

/** What is written on the line that a value begins on: anything but lists and objects that hold something. */
const scalar = (value: Value, column: number, indent: string): string => {
  switch (value.kind) {
    case 'string': {
      const text = knownText(value.pieces) ?? ''
      return isBlock(text) ? block(text, indent) : quoted(text, column, indent, false)
    }
    case 'number':
      return numberText(value.value)
    case 'boolean':
      return String(value.value)
    case 'list':
      return '[]'
    case 'object':
      return '{}'
    default:
      return 'null'
  }
}

const isFilled = (value: Value): boolean =>
  (value.kind === 'list' && value.items.length > 0) || (value.kind === 'object' && value.entries.size > 0)

/** A value from a column on; its further lines begin at the same column or right of it. */
const encoded = (value: Value, column: number): string => {
  const indent = ' '.repeat(column)
  const inner = `${indent}  `
  if (value.kind === 'list' && value.items.length > 0)
    return value.items
      .map(item => `- ${isFilled(item) ? encoded(item, column + 2) : scalar(item, column + 2, inner)}`)
      .join(`\n${indent}`)
  if (value.kind !== 'object' || value.entries.size === 0) return scalar(value, column, inner)
  return sortedKeys(value.entries.keys())
    .flatMap(name => {
      const entry = value.entries.get(name)
      if (!entry) return []
      const key = `${quoted(name, column, indent, true)}:`
      if (!isFilled(entry.value)) return [`${key} ${scalar(entry.value, column + key.length + 1, inner)}`]
      // a list is not indented below its key
      const below = entry.value.kind === 'list' ? column : column + 2
      return [`${key}\n${' '.repeat(below)}${encoded(entry.value, below)}`]
    })
    .join(`\n${indent}`)
}

/** Whether all keys and strings can be written as here; Terraform has further forms for rare ones. */
const isPlain = (value: Value): boolean => {
  switch (value.kind) {
    case 'string':
      return !/[\u2028\u2029\x85]/.test(knownText(value.pieces) ?? '')
    case 'list':
      return value.items.every(isPlain)
    case 'object':
      return [...value.entries].every(
        ([key, entry]) => !key.includes('\n') && Buffer.byteLength(key) <= maxKey && isPlain(entry.value),
      )
    default:
      return true
  }
}

/** Writes YAML as Terraform does. */
export const yamlencode: Function = strict((args, call) => {
  const value = argument(args, 0, call)
  if (!isPlain(value)) return unknownCall(args, call)
  const text = encoded(value, 0)
  call.scope.run.grow(text.length)
  const isBare = value.kind === 'number' || value.kind === 'boolean' || value.kind === 'null'
  return stringOf(`${text}\n${isBare ? '...\n' : ''}`, call.at)
})
