import { Fault } from '../evaluate/fault.js'
import { numberOf } from '../evaluate/value.js'
import {
  argument,
  itemsOf,
  numberArgument,
  strict,
  textArgument,
  unknownCall,
  wholeArgument,
  type Call,
  type Function,
} from './define.js'

const ofNumbers = (of: (...numbers: number[]) => number): Function =>
  strict((args, call) => {
    const result = of(...args.map((_, i) => numberArgument(args, i, call)))
    if (!Number.isFinite(result)) throw new Fault(`${call.name} has no result here`, call.at)
    // digits beyond what a number holds here would be made up
    if (Number.isInteger(result) && !Number.isSafeInteger(result)) return unknownCall(args, call)
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

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

const parseint: Function = strict((args, call) => {
  const given = argument(args, 0, call)
  if (given.kind !== 'string') throw new Fault('parseint takes a string', call.at)
  const base = wholeArgument(args, 1, call)
  const [, sign, digits = ''] = /^([+-]?)(.*)$/s.exec(textArgument(args, 0, call)) ?? []
  // up to a base of 36, letters mean the same in either case
  const values = [...digits].map(c => alphabet.indexOf(base <= 36 ? c.toLowerCase() : c))
  if (base < 2 || base > 62 || digits === '' || values.some(value => value < 0 || value >= base))
    throw new Fault('this is no number', call.at)
  const number = values.reduce((sum, value) => sum * base + value, 0)
  // digits beyond what a number holds here would be made up
  if (!Number.isSafeInteger(number)) return unknownCall(args, call)
  return numberOf(sign === '-' ? -number : number, call.at)
})

/** Functions of numbers. */
export const numbers: Readonly<Record<string, Function>> = {
  abs: ofNumbers((n = Number.NaN) => Math.abs(n)),
  ceil: ofNumbers((n = Number.NaN) => Math.ceil(n) + 0),
  floor: ofNumbers((n = Number.NaN) => Math.floor(n) + 0),
  signum: strict((args, call) => numberOf(Math.sign(wholeArgument(args, 0, call)), call.at)),
  pow: ofNumbers((a = Number.NaN, b = Number.NaN) => a ** b),
  log: ofNumbers((n = Number.NaN, base = Number.NaN) => Math.log(n) / Math.log(base)),
  // where both are equal, as 0 and -0 are, it is the first
  max: least((a, b) => (b > a ? b : a)),
  min: least((a, b) => (b < a ? b : a)),
  sum: ofList((all, { at }) => {
    if (all.length === 0) throw new Fault('sum of an empty list', at)
    return all.reduce((a, b) => a + b, 0)
  }),
  parseint,
}
