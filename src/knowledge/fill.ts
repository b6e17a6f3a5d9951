import { joined, type Hole, type Text } from '../model/text.js'
import type { Filling } from '../model/use.js'
import { ownOf } from '../model/own.js'

/** Those of catalogues, each of which is filled for every use: literals at even places, names of placeholders between them. */
const known = new Map<string, readonly string[]>()

const partsOf = (pattern: string): readonly string[] => {
  const found = known.get(pattern)
  if (found) return found
  const made = pattern.split(/\$\{(\w+)\}/)
  if (known.size < 1000) known.set(pattern, made)
  return made
}

/** The text of a pattern of the catalogue. A placeholder without a value becomes what `otherwise` makes of its name. */
export const fill = (pattern: string, filling: Filling, otherwise: (name: string) => string | Hole): Text => {
  const out: (string | Hole)[] = []
  for (const [i, part] of partsOf(pattern).entries()) {
    if (i % 2 === 0) out.push(part)
    else out.push(...(ownOf(filling, part) ?? [otherwise(part)]))
  }
  return joined(out)
}

/** Something that the input does not tell, as a value that a service sends. */
export const untoldPart = (name: string): Hole => {
  const lower = name.toLowerCase()
  return lower === 'account' || lower === 'region' || lower === 'partition'
    ? { kind: 'untold', name: lower, stands: lower }
    : { kind: 'untold', name: lower }
}

/** Anything at all, as a pattern. */
export const anyPart = (): string => '*'
