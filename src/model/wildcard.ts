import { holesOf, revealed, type Hole, type Text } from './text.js'
import { Unknown, type Truth } from './truth.js'

/** One symbol of a pattern: a character, `?`, `*`, or something that is not known. */
type Symbol = { readonly char: string } | 'one' | 'many' | Hole

/** How a text is read: as it stands, or with `*` and `?` as wildcards, or without regard to case. */
export interface Matching {
  readonly wildcards?: boolean
  readonly ignoreCase?: boolean
}

const symbols = (t: Text, { wildcards = false, ignoreCase = false }: Matching): Symbol[] =>
  revealed(t).flatMap((part): Symbol[] =>
    typeof part !== 'string'
      ? [part]
      : [...(ignoreCase ? part.toLowerCase() : part)].map(char =>
          wildcards && char === '*' ? 'many' : wildcards && char === '?' ? 'one' : { char },
        ),
  )

const isHole = (s: Symbol): s is Hole => typeof s === 'object' && 'name' in s
const isMany = (s: Symbol): boolean => s === 'many' || isHole(s)

/** Whether the two symbols can stand for the same single character. */
const meets = (a: Symbol, b: Symbol | undefined): boolean =>
  a === 'one' ||
  b === 'one' ||
  (typeof a === 'object' && typeof b === 'object' && 'char' in a && 'char' in b && a.char === b.char)

/** How many pairs of symbols are compared at most: longer texts are no real policy, and comparing them would take minutes. */
const most = 10_000_000

const tooLong: Hole = { kind: 'expression', name: 'a text too long to compare' }

const isTooLong = (a: readonly Symbol[], b: readonly Symbol[]): boolean =>
  a.length * b.length > most && (a.some(isMany) || b.some(isMany))

/** Whether some string matches both, a hole being any string. Quadratic in the lengths, with one row of memory. */
const overlap = (a: readonly Symbol[], b: readonly Symbol[]): boolean => {
  if (!a.some(isMany) && !b.some(isMany)) {
    return a.length === b.length && a.every((s, i) => meets(s, b[i]))
  }
  let row: boolean[] = [true]
  for (const [j, s] of b.entries()) row[j + 1] = row[j] === true && isMany(s)
  for (const s of a) {
    const next: boolean[] = [row[0] === true && isMany(s)]
    for (const [j, t] of b.entries()) {
      const either = (isMany(s) || isMany(t)) && (row[j + 1] === true || next[j] === true)
      next[j + 1] = either || (row[j] === true && meets(s, t))
    }
    row = next
  }
  return row[b.length] === true
}

/** Whether `pattern` matches whatever `value` can stand for: a hole or `*` of the value is met only by `*`, or by the same hole. */
const covers = (pattern: readonly Symbol[], value: readonly Symbol[]): boolean => {
  const step = (p: Symbol, v: Symbol): boolean =>
    isHole(p) || isHole(v)
      ? p === v || (isHole(p) && isHole(v) && p.name === v.name)
      : v === 'many'
        ? false
        : v === 'one'
          ? p === 'one'
          : meets(p, v)
  let p = 0
  let v = 0
  let star = -1
  let mark = 0
  while (v < value.length) {
    const ps = pattern[p]
    const vs = value[v]
    if (ps === 'many') {
      star = p++
      mark = v
    } else if (ps !== undefined && vs !== undefined && step(ps, vs)) {
      p++
      v++
    } else if (star >= 0) {
      p = star + 1
      v = ++mark
    } else return false
  }
  while (pattern[p] === 'many') p++
  return p === pattern.length
}

/**
 * Whether `pattern` matches `value`. The value is taken as it stands: its own `*` is a literal star.
 * Unknown where holes of either side decide.
 */
export const matches = (pattern: Text, value: Text, matching: Matching = {}): Truth => {
  const p = symbols(pattern, matching)
  const v = symbols(value, { ...matching, wildcards: false })
  const holes = [...holesOf(pattern), ...holesOf(value)]
  if (isTooLong(p, v)) return new Unknown([...holes, tooLong])
  if (covers(p, v)) return true
  // Without holes, overlapping means matching: `covers` is then exact.
  return holes.length > 0 && overlap(p, v) ? new Unknown(holes) : false
}

/** Whether two patterns can match one and the same string; a hole can be anything, so this never misses a possibility. */
export const canOverlap = (a: Text, matchingA: Matching, b: Text, matchingB: Matching): boolean => {
  const [sa, sb] = [symbols(a, matchingA), symbols(b, matchingB)]
  return isTooLong(sa, sb) || overlap(sa, sb)
}

/** Whether `pattern` is sure to match everything that `other`, itself a pattern, matches. */
export const includes = (pattern: Text, other: Text, ignoreCase = false): boolean => {
  const matching = { wildcards: true, ignoreCase }
  const [p, o] = [symbols(pattern, matching), symbols(other, matching)]
  return !isTooLong(p, o) && covers(p, o)
}

/** Whether the text, read as a pattern, contains a wildcard. A sensitive value counts with what it holds. */
export const hasWildcard = (t: Text): boolean => revealed(t).some(part => typeof part === 'string' && /[*?]/.test(part))

/** Whether the text is made of `*` alone, so that it matches everything. */
export const isAnything = (t: Text): boolean => {
  const parts = revealed(t)
  return parts.length === 1 && typeof parts[0] === 'string' && /^\*+$/.test(parts[0])
}
