import { RE2JS, RE2JSSyntaxException } from 're2js'
import { sizeOf } from './re2-size.js'

/** A match: where it begins and ends in the text, and what it and its groups are the text of; undefined for a group without part in it. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly texts: readonly (string | undefined)[]
}

/** A regular expression of RE2. None takes more time for a text than `steps` grows, whatever the text. */
export interface Re2 {
  /** The names of the groups in order; undefined for one without a name. */
  readonly names: readonly (string | undefined)[]
  /** How many steps one search in a text of this length takes at most. */
  readonly steps: (length: number) => number
  /** Whether it matches somewhere. Throws `RangeError` for a text that is too long for it. */
  readonly test: (text: string) => boolean
  /** Gives the search for the first match from a place of the text on, with what stands before in sight. Throws likewise. */
  readonly searchIn: (text: string) => (from: number) => Match | undefined
}

/** Why there is none: RE2 refuses the pattern, or `isOpen`: it says more than is read here. */
export interface Flaw {
  readonly flaw: string
  readonly isOpen: boolean
}

const maxLength = 1000
/** What a pattern may become by its repetitions: an estimate from above. */
const maxSize = 20_000
/** How many instructions of a program times characters of a text are tried. */
const maxSteps = 4_000_000

/** Go takes the last group of the name, RE2 refuses the pattern. */
const sameName = 'duplicate capture group name'

const compiled = (pattern: string): RE2JS | Flaw => {
  try {
    return RE2JS.compile(pattern)
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return { flaw: error.getDescription(), isOpen: error.error === sameName }
    throw error
  }
}

/** Reads a regular expression in the syntax of RE2, which is that of Go and of CEL. @see https://github.com/google/re2/wiki/Syntax */
export const readRe2 = (pattern: string): Re2 | Flaw => {
  if (pattern.length > maxLength || sizeOf(pattern) > maxSize) return { flaw: 'it is too long', isOpen: true }
  const program = compiled(pattern)
  if ('flaw' in program) return program
  const names = Array.from<string | undefined>({ length: program.groupCount() })
  for (const [name, index] of Object.entries(program.namedGroups())) names[index - 1] = name
  const size = program.programSize()
  const steps = (length: number): number => size * (length + 1)
  const bound = (text: string): void => {
    if (steps(text.length) > maxSteps) throw new RangeError('the text is too long for the pattern')
  }
  return {
    names,
    steps,
    test: text => {
      bound(text)
      return program.test(text)
    },
    searchIn: text => {
      bound(text)
      const matcher = program.matcher(text)
      return from =>
        matcher.find(from)
          ? {
              from: matcher.start(),
              to: matcher.end(),
              texts: ['', ...names].map((_, group) => matcher.group(group) ?? undefined),
            }
          : undefined
    },
  }
}
