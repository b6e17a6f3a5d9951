import type { Hole } from '../../../model/text.js'
import type { Span } from '../syntax/span.js'
import { toStringValue } from './convert.js'
import { equal } from './equal.js'
import { unknownOf, type Value } from './value.js'

const isPrimitive = ({ kind }: Value): boolean => kind === 'string' || kind === 'number' || kind === 'boolean'

/** Both results of a conditional have one type: where one is a string, so is a number or boolean. */
export const likeness = (value: Value, other: Value): Value =>
  other.kind === 'string' && value.kind !== 'string' && isPrimitive(value) ? toStringValue(value) : value

/** What two values that are both possible have in common: the value itself where they are equal, or else a hole. */
export const unite = (a: Value, b: Value, hole: Hole, at: Span): Value =>
  equal(a, b) === true ? a : unknownOf(hole, at)
