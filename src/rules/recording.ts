import type { Hole } from '../model/text.js'
import { isUnknown, Unknown } from '../model/truth.js'
import { UnknownError } from './rule.js'

interface Recording {
  readonly printing: boolean
  holes: Set<Hole> | undefined
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
  if (error instanceof UnknownError) {
    for (const hole of error.unknown.holes) if (current) (current.holes ??= new Set()).add(hole)
  } else if (current !== undefined && !isOfCel(error)) current.bug ??= { error }
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

/**
 * Something with fields, each of which is read once: apart for messages, which show texts in another way. The model never changes and a
 * reading depends on nothing else, so that all rules may share what it came to.
 */
export class Remembering {
  #judged: unknown[] | undefined
  #printed: unknown[] | undefined

  /** Reads the field with this index, as `guarded` does; something unknown is raised anew, with its holes noted. */
  static read<S extends Remembering>(of: S, index: number, read: (of: S) => unknown): unknown {
    const known = isPrinting() ? (of.#printed ??= []) : (of.#judged ??= [])
    const found = known[index]
    if (found !== undefined) return isUnknown(found) ? raise(found) : found
    try {
      return (known[index] = read(of))
    } catch (error) {
      note(error)
      if (error instanceof UnknownError) known[index] = error.unknown
      throw error
    }
  }
}

/**
 * Runs one evaluation and gives the CEL value that it came to, or the `Unknown` of all holes that were read. Throws what is neither: an error
 * of CEL's own, or a bug.
 */
export const record = <S>(printing: boolean, evaluate: (source: S) => unknown, source: S): unknown => {
  const outer = current
  const recording: Recording = { printing, holes: undefined, bug: undefined }
  current = recording
  let outcome: unknown
  try {
    outcome = evaluate(source)
  } catch (error) {
    if (!(error instanceof UnknownError)) recording.bug ??= { error }
    outcome = new Unknown([...(recording.holes ?? [])])
  }
  current = outer
  if (recording.bug) throw recording.bug.error
  return outcome
}
