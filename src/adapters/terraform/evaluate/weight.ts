import { InputError } from '../../../model/problem.js'
import { locationOf } from '../syntax/span.js'
import type { Value } from './value.js'

/** How many values one value may hold, those held several times counted each time. */
const maxWeight = 500_000

const weights = new WeakMap<Value, number>()

const weigh = (value: Value): number => {
  switch (value.kind) {
    case 'list':
      return value.items.reduce((sum, item) => sum + weightOf(item), 1)
    case 'object': {
      let sum = 1
      for (const entry of value.entries.values()) sum += 1 + weightOf(entry.value)
      for (const entry of value.others) sum += 1 + weightOf(entry.value)
      return sum
    }
    case 'string':
      return value.json ? weightOf(value.json) : value.pieces.length
    default:
      return 1
  }
}

const weightOf = (value: Value): number => {
  const known = weights.get(value)
  if (known !== undefined) return known
  const weight = weigh(value)
  weights.set(value, weight)
  return weight
}

/**
 * Passes on a value that is small enough to be walked through. Values share their parts, so that a few lines can make one that is
 * small in memory and endless to read. Throws `InputError('too-large')`.
 */
export const bounded = (value: Value): Value => {
  if ((value.kind === 'list' || value.kind === 'object') && weightOf(value) > maxWeight)
    throw new InputError('too-large', `a value holds more than ${String(maxWeight)} others`, locationOf(value.at))
  return value
}
