import { text, type Hole, type Text } from '../../model/text.js'
import { asList, dig } from './shape.js'

/** A value in a plan together with what the plan says of it. */
export interface Marked {
  readonly value: unknown
  /** `true`, or shaped like the value with `true` in places: known only after apply. */
  readonly unknown: unknown
  readonly sensitive: unknown
}

export const inside = ({ value, unknown, sensitive }: Marked, step: string | number): Marked => ({
  value: dig(value, step),
  unknown: unknown === true ? true : dig(unknown, step),
  sensitive: sensitive === true ? true : dig(sensitive, step),
})

export const isUnknown = ({ unknown }: Marked): boolean => unknown === true

const hasMark = (marks: unknown): boolean =>
  marks === true || (typeof marks === 'object' && marks !== null && Object.values(marks).some(hasMark))

/** Whether anything is known or to be known of a value; an empty list or block says nothing, as does the empty string. */
export const isGiven = ({ value, unknown }: Marked): boolean => {
  if (hasMark(unknown)) return true
  if (value === undefined || value === null || value === '') return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}

/** The elements of a list or set, unknown ones included; none where the list as a whole is unknown or absent. */
export const itemsOf = (marked: Marked): readonly Marked[] =>
  isUnknown(marked) ? [] : (asList(marked.value) ?? []).map((_, i) => inside(marked, i))

/** A string, or a hole where it is unknown; undefined where there is none. What is sensitive is not hidden yet. */
export const textOf = ({ value, unknown }: Marked, hole: () => Hole): Text | undefined => {
  if (unknown === true) return text(hole())
  return typeof value === 'string' ? text(value) : undefined
}
