import { literal, revealed, type Text } from '../../../model/text.js'
import { all, not, Unknown, type Truth } from '../../../model/truth.js'
import { holeOf, numberText } from './convert.js'
import { entryHole, manyHole, textOf, type ObjectValue, type Value } from './value.js'

/** Whether two texts can be the same: told by what is known at both ends. */
const sameText = (a: Text, b: Text): Truth => {
  const [x, y] = [revealed(a), revealed(b)]
  const [lx, ly] = [literal(x), literal(y)]
  if (lx !== undefined && ly !== undefined) return lx === ly
  const isClash = (
    p: Text[number] | undefined,
    q: Text[number] | undefined,
    fits: (long: string, short: string) => boolean,
  ): boolean => typeof p === 'string' && typeof q === 'string' && !(p.length > q.length ? fits(p, q) : fits(q, p))
  if (
    isClash(x[0], y[0], (long, short) => long.startsWith(short)) ||
    isClash(x.at(-1), y.at(-1), (long, short) => long.endsWith(short))
  )
    return false
  // a text around holes is at least as long as what is known of it
  const least = (t: Text): number => t.reduce((n, part) => n + (typeof part === 'string' ? part.length : 0), 0)
  if ((lx !== undefined && least(y) > lx.length) || (ly !== undefined && least(x) > ly.length)) return false
  if (x.length === y.length && x.every((part, i) => isSamePart(part, y[i]))) return true
  return new Unknown([...x, ...y].filter(part => typeof part !== 'string'))
}

/** Holes of one name and of a kind that has one value only are the same. */
const isSamePart = (a: Text[number], b: Text[number] | undefined): boolean =>
  typeof a === 'string' || b === undefined || typeof b === 'string'
    ? a === b
    : a.name === b.name && a.kind === b.kind && a.kind !== 'expression'

const sameObject = (a: ObjectValue, b: ObjectValue): Truth => {
  const others = [...a.others, ...b.others]
  if (others[0]) return new Unknown([entryHole(others[0])])
  if (a.entries.size !== b.entries.size) return false
  const truths: Truth[] = []
  for (const [key, { value }] of a.entries) {
    const other = b.entries.get(key)
    if (!other) return false
    truths.push(equal(value, other.value))
  }
  return all(truths)
}

/** `==` as Terraform has it: no conversion between types, so that `"1" == 1` is no. */
export const equal = (a: Value, b: Value): Truth => {
  if (a.kind === 'unknown' || b.kind === 'unknown') {
    if (a.kind === 'unknown' && b.kind === 'unknown' && a.hole.name === b.hole.name && a.hole.kind !== 'expression')
      return true
    return new Unknown([a, b].flatMap(v => (v.kind === 'unknown' ? [v.hole] : [])))
  }
  if (a.kind === 'string' && b.kind === 'string') return sameText(textOf(a.pieces), textOf(b.pieces))
  if (a.kind === 'number' && b.kind === 'number') return numberText(a.value) === numberText(b.value)
  if (a.kind === 'boolean' && b.kind === 'boolean') return a.value === b.value
  if (a.kind === 'null' || b.kind === 'null') return a.kind === b.kind
  if (a.kind === 'list' && b.kind === 'list') {
    const many = [...a.items, ...b.items].find(item => item.many)
    if (many) return new Unknown([manyHole(many)])
    if (a.items.length !== b.items.length) return false
    return all(a.items.map((item, i) => (b.items[i] ? equal(item, b.items[i]) : false)))
  }
  if (a.kind === 'object' && b.kind === 'object') return sameObject(a, b)
  if (a.kind === 'lazy' || b.kind === 'lazy') return new Unknown([holeOf(a)])
  return false
}

export const different = (a: Value, b: Value): Truth => not(equal(a, b))
