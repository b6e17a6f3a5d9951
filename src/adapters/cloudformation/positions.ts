import type { Scalar } from './tree.js'

const escapes: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** For a scalar in quotes on one line: where each character of its text begins in the source, and where it ends. */
const quotedPositions = (source: string, quote: string): readonly number[] | undefined => {
  const out: number[] = []
  let at = 1
  while (at < source.length - 1) {
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
  return [...out, at]
}

/** For a block: its lines stand in the source one by one, indented. */
const blockPositions = (source: string, text: string): readonly number[] => {
  const out: number[] = []
  const written = `${source}\n`
  let start = written.indexOf('\n') + 1
  for (const line of text.split('\n')) {
    const end = written.indexOf('\n', start)
    const isCrlf = written.charAt(end - 1) === '\r'
    const indent = Math.max(end - start - (isCrlf ? 1 : 0) - line.length, 0)
    for (let at = 0; at <= line.length; at++) out.push(start + indent + at)
    start = end + 1
  }
  return out
}

/**
 * Says where in the source the characters of a scalar's text stand, counted from the start of the source. Undefined where
 * lines were joined, and for plain text, which no JSON is.
 */
export const positionsIn = (
  { style, text, span }: Scalar,
  source: string,
): ((offset: number) => number) | undefined => {
  const written = source.slice(span.start, span.end)
  const read: Readonly<Record<Scalar['style'], () => readonly number[] | undefined>> = {
    literal: () => blockPositions(written, text),
    single: () => quotedPositions(written, "'"),
    double: () => quotedPositions(written, '"'),
    folded: () => undefined,
    plain: () => undefined,
  }
  const positions = read[style]()
  return positions && (offset => span.start + Number(positions[offset]))
}
