import { text, type Hole, type Text } from '../model/text.js'
import type { Filling } from '../model/use.js'

/** The text of a pattern of the catalogue. A placeholder without a value becomes what `otherwise` makes of its name. */
export const fill = (pattern: string, filling: Filling, otherwise: (name: string) => string | Hole): Text =>
  text(
    ...pattern.split(/(\$\{\w+\})/).flatMap((part): Text => {
      const name = /^\$\{(\w+)\}$/.exec(part)?.[1]
      if (name === undefined) return [part]
      return (Object.hasOwn(filling, name) ? filling[name] : undefined) ?? [otherwise(name)]
    }),
  )

/** Something that the input does not tell, as a value that a service sends. */
export const untoldPart = (name: string): Hole => {
  const lower = name.toLowerCase()
  return lower === 'account' || lower === 'region' || lower === 'partition'
    ? { kind: 'untold', name: lower, stands: lower }
    : { kind: 'untold', name: lower }
}

/** Anything at all, as a pattern. */
export const anyPart = (): string => '*'
