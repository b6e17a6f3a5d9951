import { any, Unknown, type Truth } from '../../../model/truth.js'
import { equal } from '../evaluate/equal.js'
import { holeInPieces, knownText, manyHole, type Value } from '../evaluate/value.js'

export const hasMany = (items: readonly Value[]): boolean => items.some(item => item.many)

/** Whether a value is among elements, some of which may stand for none. */
export const isAmong = (items: readonly Value[], wanted: Value): Truth =>
  any(
    items.map(item => {
      const same = equal(item, wanted)
      return item.many && same !== false ? new Unknown([manyHole(item)]) : same
    }),
  )

/** Whether a value is null or the empty string. What AWS or Terraform makes up is neither. */
export const isEmpty = (value: Value): Truth => {
  if (value.kind === 'null') return true
  if (value.kind === 'unknown') return new Unknown([value.hole])
  if (value.kind !== 'string') return false
  const known = knownText(value.pieces)
  if (known !== undefined) return known === ''
  if (value.pieces.some(({ text }) => (typeof text === 'string' ? text : text.value))) return false
  const hole = holeInPieces(value.pieces)
  return hole && hole.kind !== 'after-apply' && hole.kind !== 'pseudo' ? new Unknown([hole]) : false
}
