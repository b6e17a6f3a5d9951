import type { Location } from '../../../model/location.js'

/** The text of a file with what is needed to tell lines and columns. */
export interface Written {
  readonly file: string
  readonly text: string
  /** Offsets of the first character of each line; filled in when the first location is asked for. */
  lines: readonly number[] | undefined
  /** Where the text stands as a whole when it is not the file's own: a string with escapes, decoded. */
  readonly inside: Span | undefined
}

/** A stretch of a file, in UTF-16 code units; a location is made of it only where one is shown. */
export interface Span {
  readonly written: Written
  readonly start: number
  readonly end: number
  /** What stands here is written nowhere: it belongs to this block, and stands where it is referred to. */
  readonly loose?: true
}

export const loose = (at: Span): Span => ({ ...at, loose: true })

export const written = (file: string, text: string, inside?: Span): Written => ({
  file,
  text,
  lines: undefined,
  inside,
})

export const span = (of: Written, start: number, end: number): Span => ({ written: of, start, end })

/** The text that a span covers, as it stands in the file. */
export const spanText = ({ written: { text }, start, end }: Span): string => text.slice(start, end)

const linesOf = (of: Written): readonly number[] => {
  if (of.lines) return of.lines
  const starts = [0]
  for (let i = of.text.indexOf('\n'); i !== -1; i = of.text.indexOf('\n', i + 1)) starts.push(i + 1)
  of.lines = starts
  return starts
}

/** The line and column, from 1, of an offset. */
export const positionOf = (of: Written, offset: number): { readonly line: number; readonly column: number } => {
  const starts = linesOf(of)
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}

export const locationOf = ({ written: of, start, end }: Span): Location => {
  if (of.inside) return locationOf(of.inside)
  const from = positionOf(of, start)
  const to = positionOf(of, end)
  return { file: of.file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}
