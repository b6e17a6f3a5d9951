import { numberText } from '../evaluate/convert.js'

/** What stands between `%` and the letter. */
export interface Shape {
  readonly flags: string
  readonly width: number
  readonly precision: number | undefined
}

const graphemes = (text: string): string[] => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)

/** The first letters of a text, as many as the precision says. */
export const cut = (text: string, { precision }: Shape): string =>
  precision === undefined ? text : graphemes(text).slice(0, precision).join('')

/** A text in its width. Zeros come after the sign of a number. */
export const padded = (text: string, { flags, width }: Shape, isNumber = false): string => {
  const missing = width - graphemes(text).length
  if (missing <= 0) return text
  if (flags.includes('-')) return text + ' '.repeat(missing)
  if (!flags.includes('0')) return ' '.repeat(missing) + text
  const sign = isNumber ? (/^[+ -]?(?:0[xXb])?/.exec(text)?.[0] ?? '') : ''
  return sign + '0'.repeat(missing) + text.slice(sign.length)
}

const twoDigits = (text: string): string => text.replace(/e([+-])(\d)$/, 'e$10$2')

/** Go rounds to even where the digits after are exactly one half; JavaScript rounds up. */
const fixed = (value: number, digits: number): string => {
  const scale = 10 ** digits
  const doubled = Math.abs(value) * scale * 2
  const isTie = Number.isSafeInteger(doubled) && doubled % 2 === 1
  if (!isTie) return value.toFixed(digits)
  const even = 2 * Math.round(doubled / 4)
  return `${value < 0 ? '-' : ''}${(even / scale).toFixed(digits)}`
}

/** The shortest form, or one of some digits: with an exponent where the number is very large or small. */
const general = (value: number, precision: number | undefined): string => {
  const count = precision === undefined ? undefined : Math.max(1, precision)
  const [digits = '', exponent = ''] = value.toExponential(count && count - 1).split('e')
  const short = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
  const power = Number(exponent)
  // Go takes the shortest form for one of six digits
  return power < -4 || power >= (count ?? 6)
    ? twoDigits(`${short}e${exponent}`)
    : numberText(Number(`${short}e${exponent}`))
}

/** A whole number in a base, with as many digits as the precision says. */
const whole = (value: number, base: number, prefix: string, { flags, precision }: Shape): string | undefined => {
  if (!Number.isInteger(value)) return undefined
  const digits = BigInt(Math.abs(value))
    .toString(base)
    .padStart(precision ?? 0, '0')
  return `${value < 0 ? '-' : ''}${flags.includes('#') ? prefix : ''}${digits}`
}

const numeric: Readonly<Record<string, (value: number, shape: Shape) => string | undefined>> = {
  d: (value, shape) => whole(value, 10, '', shape),
  b: (value, shape) => whole(value, 2, '0b', shape),
  o: (value, shape) => whole(value, 8, '0', shape),
  x: (value, shape) => whole(value, 16, '0x', shape),
  X: (value, shape) => whole(value, 16, '0x', shape)?.toUpperCase(),
  f: (value, { precision }) => fixed(value, precision ?? 6),
  e: (value, { precision }) => twoDigits(value.toExponential(precision ?? 6)),
  E: (value, { precision }) => twoDigits(value.toExponential(precision ?? 6)).toUpperCase(),
  g: (value, { precision }) => general(value, precision),
  G: (value, { precision }) => general(value, precision).toUpperCase(),
}

export const isNumeric = (verb: string): boolean => Object.hasOwn(numeric, verb)

/** A number by a verb; undefined for one with a fraction where there can be none. */
export const numberBy = (verb: string, value: number, shape: Shape): string | undefined => {
  const text = numeric[verb]?.(value, shape)
  if (text === undefined) return undefined
  const { flags, precision } = shape
  const sign = text.startsWith('-') ? '' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''
  const isSpaced = precision !== undefined && /[dboxX]/.test(verb)
  return padded(sign + text, isSpaced ? { ...shape, flags: flags.replace('0', '') } : shape, true)
}

/** A number as `%v` has it. */
export const numberPlain = (value: number): string => general(value, undefined)
