import type { Span } from '../syntax/span.js'

/**
 * Terraform would refuse the expression: a missing attribute, an index out of range, a wrong type. Caught by `try` and `can`, and
 * else where the smallest part of a value is evaluated, which becomes a hole.
 */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly at: Span
  constructor(message: string, at: Span) {
    super(message)
    this.at = at
  }
}

/**
 * A file is needed that has not been read, or, without a path, what reads regular expressions: whoever drives the evaluation loads
 * it and starts again.
 */
export class Needed extends Error {
  override readonly name = 'Needed'
  readonly path: string | undefined
  constructor(path: string | undefined) {
    super(path)
    this.path = path
  }
}
