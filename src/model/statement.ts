import type { ActionPattern } from './action.js'
import type { Condition } from './condition.js'
import type { Location } from './location.js'
import type { Node } from './node.js'
import type { Principal } from './principal.js'
import type { Hole, Text } from './text.js'
import type { Known } from './truth.js'

/** One entry of a Resource or NotResource element. */
export interface ResourcePattern {
  readonly text: Text
  readonly location: Location
}

/**
 * A list of which part may stand behind holes: `more` is not empty where further entries may exist.
 * String, list and map spellings are folded into it.
 */
export interface Entries<T> {
  readonly items: readonly T[]
  readonly more: readonly Hole[]
  /** The place of the element, or of the statement where the element is missing. */
  readonly location: Location
  /** Written as `NotPrincipal`, `NotAction` or `NotResource`. */
  readonly negated: boolean
  /** The element stands in the statement. */
  readonly present: boolean
}

/** One statement of a key policy, in one form whatever the spelling. */
export interface Statement {
  /** Position in the policy, from 0. */
  readonly index: number
  readonly sid: Text | undefined
  readonly effect: Known<'Allow' | 'Deny'>
  readonly principals: Entries<Principal>
  readonly actions: Entries<ActionPattern>
  readonly resources: Entries<ResourcePattern>
  /** All must hold; `more` is not empty where further conditions may exist. */
  readonly conditions: Entries<Condition>
  readonly location: Location
  readonly node: Node
}

/** Something in a document that AWS refuses, ignores without a word, or advises against. */
export interface Defect {
  readonly message: string
  /** `warning` where AWS accepts it and it may be meant. */
  readonly severity: 'error' | 'warning'
  readonly statement: Statement['index'] | undefined
  readonly location: Location
}

/** A key policy document, read. */
export interface PolicyDocument {
  /** As written; undefined where there is none. */
  readonly version: Text | undefined
  readonly versionLocation: Location
  readonly statements: readonly Statement[]
  readonly defects: readonly Defect[]
  readonly location: Location
}
