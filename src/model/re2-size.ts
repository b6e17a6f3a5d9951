/** The parts of a pattern as far as they repeat and nest: what is quoted, escaped or in a class does neither. */
const parts =
  /\\Q[^]*?(?:\\E|$)|\\[xpP]\{[^}]*\}|\\[^]|\[\^?\]?(?:\[:\^?\w+:\]|\\[^]|[^\]\\])*\]|\{(\d+)(?:,(\d*))?\}|[^]/gu

/** What one part may come to with all that is put around it. */
const most = 4

/**
 * How large the program of a pattern becomes at most, without making it. Where RE2 refuses the pattern it says nothing.
 * A few characters repeat a thousand times, and a thousand of them would fill the memory before anybody can see how many they are.
 */
export const sizeOf = (pattern: string): number => {
  const around: number[] = []
  let sum = most
  let last = 0
  for (const [part, least, greatest] of pattern.matchAll(parts)) {
    if (part === '(') {
      around.push(sum)
      sum = 0
    } else if (part === ')') {
      last = sum + most
      sum = last + (around.pop() ?? 0)
    } else if (least !== undefined) {
      const times = Math.max(1, Number(least), Number(greatest ?? 0))
      sum += last * times
      last *= times
    } else {
      last = most * part.length
      sum += last
    }
  }
  return around.reduce((total, outer) => total + outer, sum)
}
