import type { ActionFacts } from './kms.js'
import type { Location } from './location.js'
import { remembered } from './remembered.js'
import type { Statement } from './statement.js'
import { literal, text, type Text } from './text.js'
import { all, any, not, some, Unknown, type Truth } from './truth.js'
import { matches } from './wildcard.js'

/** One entry of an Action or NotAction element. */
export interface ActionPattern {
  readonly text: Text
  readonly location: Location
}

const caseless = { wildcards: true, ignoreCase: true } as const

/** The action as policies write it, in lower case. */
const spellingOf = remembered(({ name }: ActionFacts) => `kms:${name}`.toLowerCase())

/** The same text each time. */
const textOf = remembered((action: ActionFacts) => text(spellingOf(action)))

/** How many spellings are remembered; more than real policies have, and no more than hostile ones may fill. */
const most = 2_000
/** Longer ones are compared anew each time. */
const longest = 100

/** What a pattern without holes came to, for one action and for whole lists of them. */
interface Answers {
  readonly each: Map<ActionFacts, Truth>
  readonly matching: WeakMap<readonly ActionFacts[], readonly ActionFacts[]>
}

/** By spelling, which decides alone: the patterns of all policies are few, and each is held against every action. */
const answers = new Map<string, Answers>()

/** Undefined where holes are part of the answer. */
const answersFor = ({ text: written }: ActionPattern): Answers | undefined => {
  const spelling = literal(written)
  if (spelling === undefined || spelling.length > longest) return undefined
  const known = answers.get(spelling)
  if (known) return known
  if (answers.size >= most) answers.clear()
  const made: Answers = { each: new Map(), matching: new WeakMap() }
  answers.set(spelling, made)
  return made
}

/** Says of actions whether the pattern matches them. */
const matcherOf = (pattern: ActionPattern): ((action: ActionFacts) => Truth) => {
  const compare = (action: ActionFacts): Truth => matches(pattern.text, textOf(action), caseless)
  const known = answersFor(pattern)?.each
  if (known === undefined) return compare
  return action => {
    const answer = known.get(action)
    if (answer !== undefined) return answer
    const found = compare(action)
    known.set(action, found)
    return found
  }
}

/** Whether the pattern matches the action; case does not matter, `*` and `?` are wildcards. */
export const actionMatches = (pattern: ActionPattern, action: ActionFacts): Truth => matcherOf(pattern)(action)

/** Those of the actions that the pattern is sure to match. */
export const actionsMatching = (pattern: ActionPattern, actions: readonly ActionFacts[]): readonly ActionFacts[] => {
  const known = answersFor(pattern)?.matching
  const found = known?.get(actions)
  if (found) return found
  const matcher = matcherOf(pattern)
  const matching = actions.filter(action => matcher(action) === true)
  known?.set(actions, matching)
  return matching
}

/** Says of actions whether an Action (or, `negated`, a NotAction) element covers them. */
const coverage = (patterns: readonly ActionPattern[], negated: boolean): ((action: ActionFacts) => Truth) => {
  const matchers = patterns.map(matcherOf)
  const [only, ...others] = matchers
  const listed =
    only && others.length === 0 ? only : (action: ActionFacts): Truth => some(matchers, matcher => matcher(action))
  return negated ? action => not(listed(action)) : listed
}

/** Whether an Action (or, `negated`, a NotAction) element covers the action. */
export const covers = (patterns: readonly ActionPattern[], negated: boolean, action: ActionFacts): Truth =>
  coverage(patterns, negated)(action)

/** Says of actions whether the Action or NotAction element of a statement covers them, entries that are not known counted. */
export const coverageOf = ({ items, more, negated }: Statement['actions']): ((action: ActionFacts) => Truth) => {
  const listed = coverage(items, negated)
  if (more.length === 0) return listed
  const unknown = new Unknown(more)
  return action => (negated ? all([listed(action), unknown]) : any([listed(action), unknown]))
}

/** Says of actions whether they are named in full, so that the author of the patterns meant just them. */
export const naming = (patterns: readonly ActionPattern[]): ((action: ActionFacts) => boolean) => {
  const names = new Set(patterns.map(({ text: written }) => literal(written)?.toLowerCase()))
  return action => names.has(spellingOf(action))
}
