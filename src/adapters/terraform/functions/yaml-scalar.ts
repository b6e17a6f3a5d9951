import { readTimestamp, showTimestamp } from './timestamp.js'

const words: ReadonlyMap<string, boolean | undefined> = new Map(
  (
    [
      [true, ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']],
      [false, ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']],
      [undefined, ['', '~', 'null', 'Null', 'NULL']],
    ] as const
  ).flatMap(([value, spellings]) => spellings.map(word => [word, value] as const)),
)

const decimal = /^[+-]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][+-]?\d+)?$/
const based = /^0x[\da-fA-F]+$|^0o[0-7]+$/

const short =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d+)?(Z|[+-]\d\d:\d\d))|(?: (\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d+)?))?$/

const two = (text = ''): string => text.padStart(2, '0')

/** The timestamp that a scalar is read as, as RFC 3339. */
const timestampOf = (text: string): string | undefined => {
  const match = short.exec(text)
  if (!match) return undefined
  const [, year = '', month, day, h1, m1, s1, f1, zone, h2, m2, s2, f2] = match
  const date = `${year}-${two(month)}-${two(day)}`
  const time = `${two(h1 ?? h2)}:${two(m1 ?? m2)}:${two(s1 ?? s2)}${f1 ?? f2 ?? ''}${zone ?? 'Z'}`
  const found = readTimestamp(`${date}T${time}`)
  return found && showTimestamp(found)
}

/**
 * What a scalar without quotes means to Terraform, which reads YAML 1.1: `no` is a boolean, and `2012-10-17` a time. Null is
 * undefined here; a number may be infinite.
 */
export const plainScalar = (text: string): string | number | boolean | undefined => {
  if (words.has(text)) return words.get(text)
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return Number.NaN
  const infinite = /^([+-]?)\.(?:inf|Inf|INF)$/.exec(text)
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity
  return decimal.test(text) || based.test(text) ? Number(text) : (timestampOf(text) ?? text)
}
