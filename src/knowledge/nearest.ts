/** Longer names are not compared: a suggestion is for a slip, and the cost grows with the square. */
const longest = 100

/** The number of insertions, deletions and replacements that lead from one to the other. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  let left = b.length
  for (const [i, char] of a.split('').entries()) {
    let diagonal = i
    left = i + 1
    const next = [left]
    for (const [j, above] of row.slice(1).entries()) {
      left = Math.min(above + 1, left + 1, diagonal + (char === b[j] ? 0 : 1))
      diagonal = above
      next.push(left)
    }
    row = next
  }
  return left
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
    const slips = distance(wanted, candidate.toLowerCase())
    if (slips < least) [best, least] = [candidate, slips]
  }
  return best
}
