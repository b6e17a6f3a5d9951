import type { Dialect } from '../../model/key.js'
import type { Draft } from './draft.js'

/** Where statements go: beside those of the policy, in the place of one by its index, or into a policy of their own. */
export type Place =
  { readonly kind: 'add' } | { readonly kind: 'replace'; readonly index: number } | { readonly kind: 'policy' }

/** Statements that mend what a rule found, ready to be pasted where the policy is written. */
export interface Suggestion {
  readonly drafts: readonly Draft[]
  readonly place: Place
  readonly dialect: Dialect
}
