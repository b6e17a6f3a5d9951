import type { Hole, Text } from '../../model/text.js'

/** How the holes of a text are written: `undefined` where the language has no word for what stands there. */
export type Reference = (hole: Hole) => string | undefined

/** A text to be written: literal parts, and references of the language. Neighbouring literals are joined. */
export type Written = readonly ({ readonly literal: string } | { readonly reference: string })[]

/** Something to be filled in by the reader. */
const word = ({ name }: Hole): string => `<${name.replace(/[^\w .:/[\]*-]/g, '').slice(0, 80)}>`

const partOf = (part: Text[number], reference: Reference): Written[number] => {
  if (typeof part === 'string') return { literal: part }
  if (part.value !== undefined) return { literal: '(sensitive)' }
  const found = reference(part)
  return found === undefined ? { literal: word(part) } : { reference: found }
}

/** What is written for a text: of a sensitive value only that there is one, and words in angle brackets for what has no reference. */
export const write = (t: Text, reference: Reference): Written => {
  const out: Written[number][] = []
  for (const each of t) {
    const part = partOf(each, reference)
    const last = out.at(-1)
    if (last && 'literal' in last && 'literal' in part) out[out.length - 1] = { literal: last.literal + part.literal }
    else out.push(part)
  }
  return out
}
