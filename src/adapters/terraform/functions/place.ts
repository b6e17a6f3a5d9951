import type { Value } from '../evaluate/value.js'
import { span, type Span } from '../syntax/span.js'

/**
 * Where a stretch of a text stands, by its offsets: in the file where the text is exactly what stands there, or else where the text
 * as a whole comes from.
 */
export const placeIn = (text: Value): ((start: number, end: number) => Span) => {
  const [only, ...more] = text.kind === 'string' ? text.pieces : []
  if (only?.exact !== true || more.length > 0) return () => text.at
  return (start, end) => span(only.at.written, only.at.start + start, only.at.start + end)
}
