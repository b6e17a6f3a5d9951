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

const split = (t: Text, matching: Matching): readonly Piece[] =>
  revealed(t).flatMap((part): Piece[] => {
    if (typeof part !== 'string') return [part]
    const characters = [...fold(part, matching)]
    return matching.wildcards ? characters.map(c => (c === '*' ? many : c === '?' ? one : c)) : characters
  })

/** By text and way of reading: one pattern is held against every action, one action against every pattern. */
const pieceCache = new WeakMap<Text, Map<string, readonly Piece[]>>()

const pieces = (t: Text, matching: Matching): readonly Piece[] => {
  const mode = `${String(matching.wildcards ?? false)} ${String(matching.ignoreCase ?? false)}`
  const known = pieceCache.get(t) ?? new Map<string, readonly Piece[]>()
  const found = known.get(mode) ?? split(t, matching)
  pieceCache.set(t, known.set(mode, found))
  return found
}

const isHole = (s: Piece): s is Hole => typeof s === 'object'
const isMany = (s: Piece): boolean => s === many || isHole(s)

/** Whether the two pieces can stand for the same single character. */
const meets = (a: Piece, b: Piece | undefined): boolean => a === one || b === one || (typeof a === 'string' && a === b)

/** How many pairs of pieces are compared at most: longer texts are no real policy, and comparing them would take minutes. */
const most = 10_000_000

const tooLong: Hole = { kind: 'expression', name: 'a text too long to compare' }

const isTooLong = (a: readonly Piece[], b: readonly Piece[]): boolean =>
  a.length * b.length > most && (a.some(isMany) || b.some(isMany))

/** Whether some string matches both, a hole being any string. Quadratic in the lengths, with one row of memory. */
const overlap = (a: readonly Piece[], b: readonly Piece[]): boolean => {
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

const ofTheKey = ['account', 'region', 'partition']

/** Whether two holes hide the same: by name, or because both stand for the account, Region or partition of the key. */
const isSame = (a: Hole, b: Hole): boolean =>
  a.name === b.name || (a.stands !== undefined && a.stands === b.stands && ofTheKey.includes(a.stands))

/** Whether `pattern` matches whatever `value` can stand for: a hole or `*` of the value is met only by `*`, or by the same hole. */
const covers = (pattern: readonly Piece[], value: readonly Piece[]): boolean => {
  const step = (p: Piece, v: Piece): boolean =>
    isHole(p) || isHole(v)
      ? p === v || (isHole(p) && isHole(v) && isSame(p, v))
      : v === many
        ? false
        : v === one
          ? p === one
          : meets(p, v)
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
    } else if (ps !== undefined && vs !== undefined && step(ps, vs)) {
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

/**
 * Whether `pattern` matches `value`. The value is taken as it stands: its own `*` is a literal star.
 * Unknown where holes of either side decide.
 */
export const matches = (pattern: Text, value: Text, matching: Matching = {}): Truth => {
  const [plain, given] = [literal(pattern), literal(value)]
  if (plain !== undefined && given !== undefined && !(matching.wildcards && /[*?]/.test(plain))) {
    return fold(plain, matching) === fold(given, matching)
  }
  const p = pieces(pattern, matching)
  const v = pieces(value, { ...matching, wildcards: false })
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
  const [sa, sb] = [pieces(a, matchingA), pieces(b, matchingB)]
  return isTooLong(sa, sb) || overlap(sa, sb)
}

/** Whether `pattern` is sure to match everything that `other`, itself a pattern, matches. */
export const includes = (pattern: Text, other: Text, ignoreCase = false): boolean => {
  const matching = { wildcards: true, ignoreCase }
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
