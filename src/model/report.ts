import type { Key } from './key.js'
import type { Location } from './location.js'
import type { Problem } from './problem.js'

/** Severities from heavy to light. */
export const severities = ['error', 'warning', 'notice'] as const
export type Severity = (typeof severities)[number]

/** Which statement of a policy; `sid` is absent where there is none or where it may not be shown. */
export interface StatementRef {
  /** Position in the policy, from 0. */
  readonly index: number
  readonly sid?: string
}

/** A rule that a key breaks, reported once for all the instances and variants in which it appears. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly fix: string
  /** The address of the key; with several instances, the first. */
  readonly address: string
  readonly addresses: readonly string[]
  /** Absent where the finding concerns the whole policy or key. */
  readonly statement?: StatementRef
  readonly location: Location
  readonly via: readonly Location[]
  /** When it appears, where that is not in all variants: each text is enough by itself. */
  readonly variants: readonly string[]
  readonly fingerprint: string
  /** The statement at issue as JSON that may be shown, holes by name: for a code frame where the file has no lines of its own. */
  readonly snippet?: string
}

/** A rule that could not be decided: never a pass. */
export interface Undetermined {
  readonly rule: string
  readonly severity: Severity
  readonly address: string
  readonly statement?: StatementRef
  readonly location: Location
  readonly reasons: readonly { readonly hole: string; readonly message: string }[]
}

export interface Counts {
  readonly sources: number
  readonly keys: number
  readonly statements: number
  readonly rules: number
  /** Judgements made: one rule on one key, policy, statement, permission or condition. */
  readonly evaluated: number
  readonly undetermined: number
  readonly skipped: number
  readonly suppressed: number
}

export type Verdict = 'pass' | 'fail' | 'undetermined' | 'error'

/** Everything that one run has to say. Reporters turn it into text; nothing else does. */
export interface Report {
  readonly version: 1
  readonly tool: { readonly name: 'keyward'; readonly version: string }
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  readonly undetermined: readonly Undetermined[]
  readonly suppressed: readonly Finding[]
  readonly problems: readonly Problem[]
  readonly keys: readonly (Pick<Key, 'address' | 'type' | 'location'> & {
    readonly policy: Key['policy']['kind']
    readonly uses: readonly string[]
    /** The account and Region the key was judged with, and how they came to be known. */
    readonly account?: Key['account']
    readonly region?: Key['region']
  })[]
  /** Keys seen and not judged, with the reason. */
  readonly skipped: readonly { readonly address: string; readonly reason: string }[]
  readonly counts: Counts
}
