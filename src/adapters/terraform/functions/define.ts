import type { Hole } from '../../../model/text.js'
import { InputError } from '../../../model/problem.js'
import { isUnknown } from '../../../model/truth.js'
import { asNumber, asText, kindOf } from '../evaluate/convert.js'
import { Fault } from '../evaluate/fault.js'
import type { Scope } from '../evaluate/scope.js'
import {
  holeIn,
  listOf,
  shorten,
  shown,
  stringOf,
  unknownOf,
  type ListValue,
  type Piece,
  type Value,
} from '../evaluate/value.js'
import { locationOf, type Span } from '../syntax/span.js'

/** Where and in what a function is called. */
export interface Call {
  readonly name: string
  readonly at: Span
  readonly scope: Scope
}

/**
 * A function of the language, whose arguments are as many and of the types that its signature tells. Throws `Fault` for what
 * Terraform refuses; what is beyond us is a hole, since a `try` around it would see no fault.
 */
export type Function = (args: readonly Value[], call: Call) => Value

/** What a call comes to when its arguments do not tell: a hole that names them. */
export const unknownCall = (args: readonly Value[], { name, at }: Call): Value => {
  const hole = args.map(holeIn).find(h => h !== undefined)
  const words = args.length === 1 && args[0] ? shown(args[0]) : args.map(shown).join(', ')
  return unknownOf(
    {
      kind: hole === undefined || hole.kind === 'sensitive' || hole.kind === 'pseudo' ? 'expression' : hole.kind,
      name: shorten(`${name}(${words})`),
    },
    at,
  )
}

/** What no directory needs, so that reading it ends here. */
export const tooLarge = ({ name, at }: Call): InputError =>
  new InputError('too-large', `${name} makes more than is read here`, locationOf(at))

const isOpen = (value: Value): boolean => value.many === true || holeIn(value) !== undefined

/** A function that needs to know all of its arguments. */
export const strict =
  (of: (args: readonly Value[], call: Call) => Value): Function =>
  (args, call) =>
    args.some(isOpen) ? unknownCall(args, call) : of(args, call)

/** A function of one known string and what follows it, that makes another. */
export const ofText = (of: (text: string, args: readonly Value[], call: Call) => string): Function =>
  strict((args, call) => stringOf(of(textArgument(args, 0, call), args, call), argument(args, 0, call).at))

export const argument = (args: readonly Value[], i: number, { name, at }: Call): Value => {
  const value = args[i]
  if (!value) throw new Fault(`${name} needs more arguments`, at)
  return value
}

/** A known string argument, for `strict` functions. */
export const textArgument = (args: readonly Value[], i: number, call: Call): string => {
  const text = asText(argument(args, i, call))
  if (isUnknown(text)) throw new Fault(`${call.name} needs a string`, call.at)
  return text
}

/** A known number, for `strict` functions. */
export const numberArgument = (args: readonly Value[], i: number, call: Call): number => {
  const number = asNumber(argument(args, i, call))
  if (isUnknown(number)) throw new Fault(`${call.name} needs a number`, call.at)
  return number
}

/** A known number without a fraction, for `strict` functions. */
export const wholeArgument = (args: readonly Value[], i: number, call: Call): number => {
  const number = numberArgument(args, i, call)
  if (!Number.isInteger(number)) throw new Fault(`${call.name} needs a whole number`, call.at)
  return number
}

/** A list argument, its elements known or not; undefined where the list as a whole is unknown. */
export const listArgument = (args: readonly Value[], i: number, call: Call): ListValue | undefined => {
  const value = argument(args, i, call)
  if (value.kind === 'unknown' || value.kind === 'lazy') return undefined
  if (value.kind !== 'list') throw new Fault(`${call.name} needs a list, not ${kindOf(value)}`, value.at)
  return value
}

/** The elements of a list that an unknown one stands for. */
export const itemsOf = (value: Value, call: Call): readonly Value[] => {
  if (value.kind === 'list') return value.many ? value.items.map(item => ({ ...item, many: true })) : value.items
  if (value.kind === 'unknown')
    return [{ ...unknownOf({ ...partKind(value.hole), name: `${value.hole.name}[*]` }, value.at), many: true }]
  throw new Fault(`${call.name} needs a list, not ${kindOf(value)}`, value.at)
}

const partKind = ({ kind }: Hole): Pick<Hole, 'kind'> => ({ kind: kind === 'sensitive' ? 'expression' : kind })

/** A string of pieces. */
export const string = (pieces: readonly Piece[], { at }: Call): Value => ({ kind: 'string', pieces, at })

export const list = (items: readonly Value[], { at }: Call, type: ListValue['type'] = 'list'): ListValue =>
  listOf(items, at, type)
