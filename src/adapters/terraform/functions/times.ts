import { Fault } from '../evaluate/fault.js'
import { holeString, numberOf, stringOf, type Value } from '../evaluate/value.js'
import { strict, textArgument, unknownCall, type Call, type Function } from './define.js'
import {
  calendarOf,
  readDuration,
  readTimestamp,
  showOffset,
  showTimestamp,
  showYear,
  type Calendar,
  type Timestamp,
} from './timestamp.js'
import { ownOf } from '../../../model/own.js'

const timestampArgument = (args: readonly Value[], i: number, call: Call): Timestamp => {
  const timestamp = readTimestamp(textArgument(args, i, call))
  if (!timestamp) throw new Fault('this is no timestamp of RFC 3339', call.at)
  return timestamp
}

const timeadd: Function = strict((args, call) => {
  const from = timestampArgument(args, 0, call)
  const duration = readDuration(textArgument(args, 1, call))
  if (duration === undefined) throw new Fault('this is no duration', call.at)
  return stringOf(showTimestamp({ ...from, instant: from.instant + duration }), call.at)
})

const timecmp: Function = strict((args, call) => {
  const [a, b] = [timestampArgument(args, 0, call).instant, timestampArgument(args, 1, call).instant]
  return numberOf(a < b ? -1 : a > b ? 1 : 0, call.at)
})

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const two = (n: number): string => String(n).padStart(2, '0')

type Show = (calendar: Calendar, timestamp: Timestamp) => string

const verbs: Readonly<Record<string, Show>> = {
  YYYY: ({ year }) => showYear(year),
  YY: ({ year }) => two(year % 100),
  MMMM: ({ month }) => months[month - 1] ?? '',
  MMM: ({ month }) => (months[month - 1] ?? '').slice(0, 3),
  MM: ({ month }) => two(month),
  M: ({ month }) => String(month),
  DD: ({ day }) => two(day),
  D: ({ day }) => String(day),
  EEEE: ({ weekday }) => days[weekday] ?? '',
  EEE: ({ weekday }) => (days[weekday] ?? '').slice(0, 3),
  hh: ({ hour }) => two(hour),
  h: ({ hour }) => String(hour),
  HH: ({ hour }) => two(hour % 12 || 12),
  H: ({ hour }) => String(hour % 12 || 12),
  AA: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  aa: ({ hour }) => (hour < 12 ? 'am' : 'pm'),
  mm: ({ minute }) => two(minute),
  m: ({ minute }) => String(minute),
  ss: ({ second }) => two(second),
  s: ({ second }) => String(second),
  ZZZZZ: (_, timestamp) => showOffset(timestamp, ':'),
  ZZZZ: (_, timestamp) => showOffset(timestamp, ''),
  ZZZ: (_, timestamp) => (timestamp.offset === 0 ? 'UTC' : showOffset(timestamp, '')),
  Z: (_, timestamp) => (timestamp.offset === 0 ? 'Z' : showOffset(timestamp, ':')),
}

/** A quote, quoted letters, a run of one letter, or anything else. */
const token = /''|'(?:[^']|'')*'|'.*|([A-Za-z])\1*|[^A-Za-z']+/gs

const formatdate: Function = strict((args, call) => {
  const format = textArgument(args, 0, call)
  const timestamp = timestampArgument(args, 1, call)
  const calendar = calendarOf(timestamp)
  call.scope.run.grow(format.length)
  const shown = format.replaceAll(token, (word, letter: string | undefined) => {
    if (word === "''") return "'"
    if (letter !== undefined) {
      const show = ownOf(verbs, word)
      if (!show) throw new Fault('formatdate does not have this verb', call.at)
      return show(calendar, timestamp)
    }
    if (!word.startsWith("'")) return word
    if (word.length === 1 || !word.endsWith("'")) throw new Fault('a quote does not end', call.at)
    return word.slice(1, -1).replaceAll("''", "'")
  })
  return stringOf(shown, call.at)
})

/** Functions of dates and times. What the clock says when Terraform runs is not known. */
export const times: Readonly<Record<string, Function>> = {
  timeadd,
  timecmp,
  formatdate,
  timestamp: (_args, call) => holeString({ kind: 'after-apply', name: 'timestamp()' }, call.at),
  plantimestamp: (args, call) => unknownCall(args, call),
}
