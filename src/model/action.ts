import type { ActionFacts } from './kms.js'
import type { Location } from './location.js'
import { literal, text, type Text } from './text.js'
import { any, not, type Truth } from './truth.js'
import { hasWildcard, matches } from './wildcard.js'

/** One entry of an Action or NotAction element. */
export interface ActionPattern {
  readonly text: Text
  readonly location: Location
}

const caseless = { wildcards: true, ignoreCase: true } as const

const texts = new WeakMap<ActionFacts, Text>()

/** The action as policies write it, the same text each time. */
const textOf = (action: ActionFacts): Text => {
  const found = texts.get(action) ?? text(`kms:${action.name}`)
  texts.set(action, found)
  return found
}

/** Whether the pattern matches the action; case does not matter, `*` and `?` are wildcards. */
export const actionMatches = (pattern: ActionPattern, action: ActionFacts): Truth =>
  matches(pattern.text, textOf(action), caseless)

/** Whether an Action (or, `negated`, a NotAction) element covers the action. */
export const covers = (patterns: readonly ActionPattern[], negated: boolean, action: ActionFacts): Truth => {
  const listed = any(patterns.map(pattern => actionMatches(pattern, action)))
  return negated ? not(listed) : listed
}

/** Whether the action is named in full, so that its author meant just this one. */
export const isNamed = (patterns: readonly ActionPattern[], action: ActionFacts): boolean =>
  patterns.some(
    pattern =>
      !hasWildcard(pattern.text) && literal(pattern.text)?.toLowerCase() === `kms:${action.name}`.toLowerCase(),
  )
