import type { Scalar } from './tree.js'

const escapes: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** For a scalar in quotes on one line: where each character of its text begins in the source. */
const quotedPositions = (source: string, quote: string): readonly number[] | undefined => {
  const out: number[] = []
  for (let at = 1; at < source.length - 1;) {
    const char = source.charAt(at)
    if (char === '\n' || char === '\r') return undefined
    out.push(at)
    if (quote === "'") at += char === "'" ? 2 : 1
    else if (char === '\\') {
      const digits = escapes[source.charAt(at + 1)] ?? 0
      const code = digits > 0 ? parseInt(source.slice(at + 2, at + 2 + digits), 16) : 0
      if (code > 0xffff) out.push(at)
      at += 2 + digits
    } else at++
  }
  return out
}

/** For a block: its lines stand in the source one by one, indented. */
const blockPositions = (source: string, text: string): readonly number[] => {
  const out: number[] = []
  const written = source.split('\n')
  let start = (written[0]?.length ?? 0) + 1
  for (const [i, line] of text.split('\n').entries()) {
    const length = written[i + 1]?.replace(/\r$/, '').length ?? 0
    const indent = Math.max(length - line.length, 0)
    for (let at = 0; at <= line.length; at++) out.push(start + indent + at)
    start += (written[i + 1]?.length ?? 0) + 1
  }
  return out
}

/**
 * Says where in the source the characters of a scalar's text stand, counted from the start of the source. Undefined for
 * folded text, whose lines were joined.
 */
export const positionsIn = (
  { style, text, span }: Scalar,
  source: string,
): ((offset: number) => number) | undefined => {
  const written = source.slice(span.start, span.end)
  const positions =
    style === 'literal'
      ? blockPositions(written, text)
      : style === 'double' || style === 'single'
        ? quotedPositions(written, style === 'single' ? "'" : '"')
        : style === 'plain' && written === text
          ? Array.from(written, (_, i) => i)
          : undefined
  if (!positions || positions.length < text.length) return undefined
  return offset => span.start + (positions[offset] ?? written.length)
}
