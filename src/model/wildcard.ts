import { holesOf, literal, revealed, text, type Hole, type Text } from './text.js'
import { Unknown, type Truth } from './truth.js'

const one = Symbol('?')
const many = Symbol('*')

/** One symbol of a pattern: a character, `?`, `*`, or something that is not known. */
type Piece = string | typeof one | typeof many | Hole

/** How a text is read: as it stands, or with `*` and `?` as wildcards, or without regard to case. */
export interface Matching {
  readonly wildcards?: boolean
  readonly ignoreCase?: boolean
}

const fold = (s: string, { ignoreCase = false }: Matching): string => (ignoreCase ? s.toLowerCase() : s)

const pieces = (t: Text, matching: Matching): readonly Piece[] => {
  const out: Piece[] = []
  for (const part of revealed(t)) {
    if (typeof part !== 'string') out.push(part)
    else
      for (const c of fold(part, matching))
        out.push(matching.wildcards && c === '*' ? many : matching.wildcards && c === '?' ? one : c)
  }
  return out
}

const isHole = (s: Piece | undefined): s is Hole => typeof s === 'object'
const isMany = (s: Piece | undefined): boolean => s === many || isHole(s)
const isSingle = (s: Piece | undefined): boolean => typeof s === 'string' || s === one

/** Whether the two pieces can stand for the same single character. */
const meets = (a: Piece | undefined, b: Piece | undefined): boolean =>
  a === one || b === one || (typeof a === 'string' && a === b)

/** How many pairs of pieces are compared at most: longer texts are no real policy, and comparing them would take minutes. */
const most = 10_000_000

const tooLong: Hole = { kind: 'expression', name: 'a text too long to compare' }

const isTooLong = (a: readonly Piece[], b: readonly Piece[]): boolean =>
  a.length * b.length > most && (a.some(isMany) || b.some(isMany))

/** The two without the single characters that both begin and end with; undefined where these differ. */
const apart = (a: readonly Piece[], b: readonly Piece[]): readonly [readonly Piece[], readonly Piece[]] | undefined => {
  let start = 0
  while (isSingle(a[start]) && isSingle(b[start])) {
    if (!meets(a[start], b[start])) return undefined
    start++
  }
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && isSingle(a[endA - 1]) && isSingle(b[endB - 1])) {
    if (!meets(a[--endA], b[--endB])) return undefined
  }
  return [a.slice(start, endA), b.slice(start, endB)]
}

/** Whether some string matches both, a hole being any string. Quadratic in the lengths, with one row of memory. */
const overlap = (one: readonly Piece[], other: readonly Piece[]): boolean => {
  const rest = apart(one, other)
  if (!rest) return false
  const [a, b] = rest
  const row = [true]
  for (let j = 0; j < b.length; j++) row.push(row[j] === true && isMany(b[j]))
  for (const s of a) {
    let diagonal = row[0] === true
    row[0] = diagonal && isMany(s)
    for (let j = 0; j < b.length; j++) {
      const above = row[j + 1] === true
      const either = (isMany(s) || isMany(b[j])) && (above || row[j] === true)
      row[j + 1] = either || (diagonal && meets(s, b[j]))
      diagonal = above
    }
  }
  return row[b.length] === true
}

const ofTheKey = ['account', 'region', 'partition']

/** Whether two holes hide the same: by name, or because both stand for the account, Region or partition of the key. */
const isSame = (a: Hole, b: Hole): boolean =>
  a.name === b.name || (a.stands !== undefined && a.stands === b.stands && ofTheKey.includes(a.stands))

/** Whether a piece of a pattern matches whatever one of a value can stand for. */
const isMet = (p: Piece, v: Piece): boolean => {
  if (isHole(p) || isHole(v)) return p === v || (isHole(p) && isHole(v) && isSame(p, v))
  if (v === many) return false
  return v === one ? p === one : meets(p, v)
}

/** Whether `pattern` matches whatever `value` can stand for: a hole or `*` of the value is met only by `*`, or by the same hole. */
const covers = (pattern: readonly Piece[], value: readonly Piece[]): boolean => {
  let p = 0
  let v = 0
  let star = -1
  let mark = 0
  while (v < value.length) {
    const ps = pattern[p]
    const vs = value[v]
    if (ps === many) {
      star = p++
      mark = v
    } else if (ps !== undefined && vs !== undefined && isMet(ps, vs)) {
      p++
      v++
    } else if (star >= 0) {
      p = star + 1
      v = ++mark
    } else return false
  }
  while (pattern[p] === many) p++
  return p === pattern.length
}

/** The texts with a word in place of what stands for the account, Region or partition of the key in both; undefined where nothing does. */
const withoutCommon = (a: Text, b: Text): readonly [Text, Text] | undefined => {
  const placesIn = (t: Text) => holesOf(t).flatMap(({ stands }) => (stands && ofTheKey.includes(stands) ? stands : []))
  const common = placesIn(a).filter(place => placesIn(b).includes(place))
  const told = (t: Text): Text =>
    text(
      ...t.map(part =>
        typeof part !== 'string' && part.stands && common.includes(part.stands) ? `<${part.stands}>` : part,
      ),
    )
  return common.length > 0 ? [told(a), told(b)] : undefined
}

/** Whether a pattern without `?` matches a string: what stands between its stars follows one another in it. */
const follows = (pattern: string, value: string): boolean => {
  const [head = '', ...middle] = pattern.split('*')
  const tail = middle.pop()
  if (tail === undefined) return head === value
  const end = value.length - tail.length
  if (head.length > end || !value.startsWith(head) || !value.endsWith(tail)) return false
  let at = head.length
  for (const part of middle) {
    const found = value.indexOf(part, at)
    if (found < 0 || found + part.length > end) return false
    at = found + part.length
  }
  return true
}

/** What can be said of texts without holes as they stand; undefined where they are to be taken apart. */
const ofLiterals = (pattern: Text, value: Text, matching: Matching): boolean | undefined => {
  const [written, given] = [literal(pattern), literal(value)]
  if (written === undefined || given === undefined) return undefined
  const [p, v] = [fold(written, matching), fold(given, matching)]
  if (!matching.wildcards || !/[*?]/.test(p)) return p === v
  return p.includes('?') || p.length * v.length > most ? undefined : follows(p, v)
}

const exact: Matching = {}
const caseless: Matching = { ignoreCase: true }

/**
 * Whether `pattern` matches `value`. The value is taken as it stands: its own `*` is a literal star.
 * Unknown where holes of either side decide.
 */
export const matches = (pattern: Text, value: Text, matching: Matching = {}): Truth => {
  const decided = ofLiterals(pattern, value, matching)
  if (decided !== undefined) return decided
  const p = pieces(pattern, matching)
  const v = pieces(value, matching.ignoreCase ? caseless : exact)
  const holes = [...holesOf(pattern), ...holesOf(value)]
  if (isTooLong(p, v)) return new Unknown([...holes, tooLong])
  if (covers(p, v)) return true
  // Without holes, overlapping means matching: `covers` is then exact.
  if (holes.length === 0 || !overlap(p, v)) return false
  const told = withoutCommon(pattern, value)
  return told ? matches(...told, matching) : new Unknown(holes)
}

/** Whether two patterns can match one and the same string; a hole can be anything, so this never misses a possibility. */
export const canOverlap = (a: Text, matchingA: Matching, b: Text, matchingB: Matching): boolean => {
  // a pattern matches itself as it stands
  if (ofLiterals(a, b, matchingA) === true || ofLiterals(b, a, matchingB) === true) return true
  const [sa, sb] = [pieces(a, matchingA), pieces(b, matchingB)]
  return isTooLong(sa, sb) || overlap(sa, sb)
}

/** Whether `pattern` is sure to match everything that `other`, itself a pattern, matches. */
export const includes = (pattern: Text, other: Text, ignoreCase = false): boolean => {
  const matching: Matching = { wildcards: true, ignoreCase }
  const decided = ofLiterals(pattern, other, matching)
  if (decided !== undefined) return decided
  const [p, o] = [pieces(pattern, matching), pieces(other, matching)]
  return !isTooLong(p, o) && covers(p, o)
}

/** Whether the text, read as a pattern, contains a wildcard. A sensitive value counts with what it holds. */
export const hasWildcard = (t: Text): boolean => revealed(t).some(part => typeof part === 'string' && /[*?]/.test(part))

/** Whether the text is made of `*` alone, so that it matches everything. */
export const isAnything = (t: Text): boolean => {
  const parts = revealed(t)
  return parts.length === 1 && typeof parts[0] === 'string' && /^\*+$/.test(parts[0])
}
