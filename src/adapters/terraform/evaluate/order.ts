const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const compareText = (a: string, b: string): number =>
  // by code points, as Go sorts bytes; differs from code units beyond the basic plane only
  /[\ud800-\udfff]/.test(a + b) ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : byCodePoint(a, b)

/** The keys of an object in Terraform's order. */
export const sortedKeys = (keys: Iterable<string>): string[] => [...keys].sort(compareText)
