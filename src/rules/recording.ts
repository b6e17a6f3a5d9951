import type { Hole } from '../model/text.js'
import type { Unknown } from '../model/truth.js'
import { UnknownError } from './rule.js'

/** What an expression came to: a CEL value, or unknown because of these holes (never empty). */
export type Outcome = { readonly value: unknown } | { readonly holes: readonly Hole[] }

interface Recording {
  readonly printing: boolean
  readonly holes: Set<Hole>
  bug: { readonly error: unknown } | undefined
}

// CEL's `||`, `&&`, `all` and `exists` absorb whatever is thrown in them when the other side decides. What must not be lost to that
// is noted here while an evaluation runs: every hole that was read, and the first error that is not about a hole.
let current: Recording | undefined

/** Whether what is being read is for a message, so that texts show their holes by name and nothing sensitive. */
export const isPrinting = (): boolean => current?.printing === true

/** An error of CEL's own (an index that is out of bounds), which CEL's logic may absorb. */
const isOfCel = (error: unknown): boolean => error instanceof Error && error.name === 'EvaluationError'

const note = (error: unknown): void => {
  if (error instanceof UnknownError) error.unknown.holes.forEach(hole => current?.holes.add(hole))
  else if (current !== undefined && !isOfCel(error)) current.bug ??= { error }
}

/** Throws the `UnknownError` that stands for an unknown, and notes its holes. */
export const raise = (unknown: Unknown): never => {
  const error = new UnknownError(unknown)
  note(error)
  throw error
}

/** Runs what an expression reads outside CEL; an error of it is noted, so that it surfaces even where CEL absorbs it. */
export const guarded = <T>(read: () => T): T => {
  try {
    return read()
  } catch (error) {
    note(error)
    throw error
  }
}

/** Runs one evaluation and says what it came to. Throws what is neither a value nor unknown: an error of CEL's own, or a bug. */
export const record = (printing: boolean, evaluate: () => unknown): Outcome => {
  const outer = current
  const recording: Recording = { printing, holes: new Set(), bug: undefined }
  current = recording
  const run = (): Outcome => {
    try {
      return { value: evaluate() }
    } catch (error) {
      if (!(error instanceof UnknownError)) recording.bug ??= { error }
      return { holes: [...recording.holes] }
    }
  }
  const outcome = run()
  current = outer
  if (recording.bug) throw recording.bug.error
  return outcome
}
