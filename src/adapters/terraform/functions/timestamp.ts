/** A point in time with the offset it is written in. */
export interface Timestamp {
  /** Nanoseconds since 1970 in UTC. */
  readonly instant: bigint
  /** Minutes east of UTC. */
  readonly offset: number
}

/** What a clock and a calendar show. */
export interface Calendar {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** 0 is Sunday. */
  readonly weekday: number
}

const second = 1_000_000_000n
const day = 86_400n * second

const dividedDown = (a: bigint, b: bigint): bigint => a / b - (a % b < 0n ? 1n : 0n)

/** Days from 1970-01-01, in the calendar of today for all times. */
const daysTo = (year: number, month: number, date: number): number => {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

const dateOf = (days: number): Pick<Calendar, 'year' | 'month' | 'day'> => {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const ofEra = z - era * 146_097
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const shifted = Math.floor((5 * ofYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: year + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))$/

/** Reads RFC 3339 as strictly as Terraform does; undefined where the text is no such timestamp. */
export const readTimestamp = (text: string): Timestamp | undefined => {
  const match = rfc3339.exec(text)
  if (!match) return undefined
  const [year, month, date, hour, minute, seconds] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ] // six groups that are always there
  const [east, minutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)]
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || seconds > 59 || east > 23 || minutes > 59) return undefined
  const days = daysTo(year, month, date)
  const back = dateOf(days)
  if (back.month !== month || back.day !== date) return undefined
  const offset = (match[8] === '-' ? -1 : 1) * (east * 60 + minutes)
  const clock = BigInt(days * 86_400 + hour * 3600 + (minute - offset) * 60 + seconds)
  return { instant: clock * second + BigInt((match[7] ?? '').slice(0, 9).padEnd(9, '0')), offset }
}

/** What clock and calendar show at the offset of a timestamp. */
export const calendarOf = ({ instant, offset }: Timestamp): Calendar => {
  const local = instant + BigInt(offset * 60) * second
  const days = Number(dividedDown(local, day))
  const seconds = Number((local - BigInt(days) * day) / second)
  return {
    ...dateOf(days),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    weekday: (((days + 4) % 7) + 7) % 7,
  }
}

const two = (n: number): string => String(n).padStart(2, '0')

/** The offset as `+01:00`, with what is given between hours and minutes. */
export const showOffset = ({ offset }: Timestamp, between: string): string =>
  `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}${between}${two(Math.abs(offset) % 60)}`

/** A year of four digits or more. */
export const showYear = (year: number): string => (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0')

/** RFC 3339 in whole seconds. */
export const showTimestamp = (timestamp: Timestamp): string => {
  const { year, month, day: date, hour, minute, second: s } = calendarOf(timestamp)
  const zone = timestamp.offset === 0 ? 'Z' : showOffset(timestamp, ':')
  return `${showYear(year)}-${two(month)}-${two(date)}T${two(hour)}:${two(minute)}:${two(s)}${zone}`
}

const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  '\u00b5s': 1000n,
  '\u03bcs': 1000n,
  ms: 1_000_000n,
  s: second,
  m: 60n * second,
  h: 3600n * second,
}

/** Nanoseconds of a duration such as `-1h30m`; undefined where it is none, or does not fit in 64 bits. */
export const readDuration = (text: string): bigint | undefined => {
  const [, sign = '', body = ''] = /^([+-]?)(.*)$/s.exec(text) ?? []
  if (body === '0') return 0n
  if (body.length > 1000 || !/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+$/.test(body)) return undefined
  let sum = 0n
  for (const [, whole = '', fraction = '', unit = ''] of body.matchAll(/(\d*)\.?(\d*)([a-z\u00b5\u03bc]+)/g)) {
    const size = units[unit] ?? 0n
    sum += BigInt(whole) * size + (BigInt(fraction === '' ? '0' : fraction) * size) / 10n ** BigInt(fraction.length)
  }
  const limit = 1n << 63n
  if (sum > (sign === '-' ? limit : limit - 1n)) return undefined
  return sign === '-' ? -sum : sum
}
