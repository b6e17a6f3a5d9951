/** Longer names are not compared: a suggestion is for a slip, and the cost grows with the square. */
const longest = 100

/** The number of insertions, deletions and replacements that lead from one to the other; `limit` where it is that or more. */
const distance = (a: string, b: string, limit: number): number => {
  const row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 0; i < a.length; i++) {
    let diagonal = i
    let left = i + 1
    let least = left
    row[0] = left
    for (let j = 1; j <= b.length; j++) {
      const above = Number(row[j])
      left = Math.min(above + 1, left + 1, diagonal + (a[i] === b[j - 1] ? 0 : 1))
      diagonal = above
      row[j] = left
      least = Math.min(least, left)
    }
    if (least >= limit) return limit
  }
  return Number(row[b.length])
}

/**
 * The candidate that `name` was most likely meant to be: the least number of slips away, at most one in four characters,
 * case aside; the first of equals. Undefined where none is near, or where the name is too long to be a slip.
 */
export const nearest = (name: string, candidates: readonly string[]): string | undefined => {
  if (name.length > longest) return undefined
  const wanted = name.toLowerCase()
  let best: string | undefined
  let least = Math.max(1, Math.floor(name.length / 4)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= least) continue
    const slips = distance(wanted, candidate.toLowerCase(), least)
    if (slips < least) [best, least] = [candidate, slips]
  }
  return best
}

/** `; did you mean x?` where a word is close to one that exists, otherwise nothing. */
export const suggestion = (word: string, words: readonly string[]): string => {
  const close = nearest(word, words)
  return close === undefined ? '' : `; did you mean ${close}?`
}
