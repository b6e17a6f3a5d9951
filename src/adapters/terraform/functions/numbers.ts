import { isUnknown } from '../../../model/truth.js'
import { asBoolean, asNumber } from '../evaluate/convert.js'
import { Fault } from '../evaluate/fault.js'
import { booleanOf, numberOf, type Value } from '../evaluate/value.js'
import {
  argument,
  itemsOf,
  numberArgument,
  strict,
  textArgument,
  unknownCall,
  type Call,
  type Function,
} from './define.js'

const ofNumbers = (of: (...numbers: number[]) => number): Function =>
  strict((args, call) => {
    const result = of(...args.map((_, i) => numberArgument(args, i, call)))
    if (!Number.isFinite(result)) throw new Fault(`${call.name} has no result here`, call.at)
    return numberOf(result, call.at)
  })

const ofList = (of: (numbers: readonly number[], call: Call) => number): Function =>
  strict((args, call) => {
    const items = itemsOf(argument(args, 0, call), call)
    return numberOf(
      of(
        items.map((_, i) => numberArgument(items, i, call)),
        call,
      ),
      call.at,
    )
  })

const least = (pick: (a: number, b: number) => number): Function =>
  ofNumbers((...numbers) => (numbers.length === 0 ? Number.NaN : numbers.reduce(pick)))

const parseint: Function = strict((args, call) => {
  const text = textArgument(args, 0, call)
  const base = numberArgument(args, 1, call)
  const digits = '0123456789abcdefghijklmnopqrstuvwxyz'.slice(0, base)
  const clean = text.toLowerCase().replace(/^[+-]/, '')
  if (!Number.isInteger(base) || base < 2 || base > 62 || clean === '' || [...clean].some(c => !digits.includes(c)))
    throw new Fault('this is no number', call.at)
  return numberOf(Number.parseInt(text, base), call.at)
})

export const numbers: Readonly<Record<string, Function>> = {
  abs: ofNumbers((n = Number.NaN) => Math.abs(n)),
  ceil: ofNumbers((n = Number.NaN) => Math.ceil(n)),
  floor: ofNumbers((n = Number.NaN) => Math.floor(n)),
  signum: ofNumbers((n = Number.NaN) => Math.sign(n)),
  pow: ofNumbers((a = Number.NaN, b = Number.NaN) => a ** b),
  log: ofNumbers((n = Number.NaN, base = Number.NaN) => Math.log(n) / Math.log(base)),
  max: least((a, b) => Math.max(a, b)),
  min: least((a, b) => Math.min(a, b)),
  sum: ofList((all, { at }) => {
    if (all.length === 0) throw new Fault('sum of an empty list', at)
    return all.reduce((a, b) => a + b, 0)
  }),
  parseint,
  tonumber: (args, call): Value => {
    const value = argument(args, 0, call)
    if (value.kind === 'null') return value
    const number = asNumber(value)
    return isUnknown(number) ? unknownCall(args, call) : numberOf(number, value.at)
  },
  tobool: (args, call): Value => {
    const value = argument(args, 0, call)
    if (value.kind === 'null') return value
    const known = asBoolean(value)
    return isUnknown(known) ? unknownCall(args, call) : booleanOf(known, value.at)
  },
}
