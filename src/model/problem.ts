import type { Location } from './location.js'

/** What could not be read. The codes are public: they stand in the JSON report. */
export type ProblemCode =
  | 'file-not-found'
  | 'file-not-readable'
  | 'outside-root'
  | 'too-large'
  | 'not-json'
  | 'not-yaml'
  | 'not-a-plan'
  | 'template-not-valid'
  | 'not-recognised'
  | 'format-version'
  | 'plan-incomplete'
  | 'key-not-read'
  | 'key-not-found'
  | 'module-not-read'
  | 'source-mismatch'
  | 'variants-bounded'
  | 'nothing-to-check'
  | 'rule-not-valid'
  | 'rule-not-found'
  | 'rule-not-tested'
  | 'rule-bug'
  | 'option-not-valid'

/**
 * Something that could not be read, as data.
 * An `error` makes the run one that could not be done (exit code 2); a `warning` is told and does not.
 */
export interface Problem {
  readonly code: ProblemCode
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly location?: Location
}

/** Means a problem and nothing else: thrown at any depth, caught where one file or one key is read. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly code: ProblemCode
  readonly location: Location | undefined
  constructor(code: ProblemCode, message: string, location?: Location) {
    super(message)
    this.code = code
    this.location = location
  }
}

export const problemOf = (error: InputError, severity: Problem['severity'] = 'error'): Problem => ({
  code: error.code,
  severity,
  message: error.message,
  ...(error.location && { location: error.location }),
})

/** Runs `read`; an `InputError` becomes a problem and undefined, anything else is a bug and passes through. */
export const attempt = <T>(read: () => T, report: (problem: Problem) => void): T | undefined => {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    report(problemOf(error))
    return undefined
  }
}
