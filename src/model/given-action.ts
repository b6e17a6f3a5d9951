import { actionMatches, actionsMatching, coverageOf, naming, type ActionPattern } from './action.js'
import type { ActionFacts } from './kms.js'
import { remembered } from './remembered.js'
import type { Statement } from './statement.js'
import { literal } from './text.js'
import { any, type Truth } from './truth.js'
import { hasWildcard } from './wildcard.js'

/** An action that a permission gives. */
export interface GivenAction {
  readonly facts: ActionFacts
  /** Written out in full, not brought in by a pattern. */
  readonly named: boolean
  /** Unknown where holes decide whether it is given at all. */
  readonly given: Truth
}

type Actions = readonly ActionFacts[]

const sure = (named: boolean) =>
  remembered((actions: Actions) => actions.map((facts): GivenAction => ({ facts, named, given: true })))
const writtenOut = sure(true)
const broughtIn = sure(false)

const givenWhere = (
  actions: Actions,
  isNamed: (action: ActionFacts) => boolean,
  covers: (action: ActionFacts) => Truth,
): readonly GivenAction[] => {
  const found: GivenAction[] = []
  for (const facts of actions) {
    const given = covers(facts)
    if (given !== false) found.push({ facts, named: isNamed(facts), given })
  }
  return found
}

const givenBy = (pattern: ActionPattern, actions: Actions): readonly GivenAction[] => {
  if (literal(pattern.text) === undefined)
    return givenWhere(
      actions,
      () => false,
      action => actionMatches(pattern, action),
    )
  return (hasWildcard(pattern.text) ? broughtIn : writtenOut)(actionsMatching(pattern, actions))
}

const both = (a: GivenAction, b: GivenAction): GivenAction =>
  a.given === true && (a.named || !b.named)
    ? a
    : { facts: a.facts, named: a.named || b.named, given: any([a.given, b.given]) }

/** The actions of a statement, whoever they are given to, in the order of `actions`. */
export const listedActions = ({ actions: listed, resources }: Statement, actions: Actions): readonly GivenAction[] => {
  const { items, more, negated, present } = listed
  if (!present || !resources.present) return []
  if (negated || more.length > 0) return givenWhere(actions, naming(negated ? [] : items), coverageOf(listed))
  const [only, ...others] = items
  if (only && others.length === 0) return givenBy(only, actions)
  const byFacts = new Map<ActionFacts, GivenAction>()
  for (const pattern of items) {
    for (const action of givenBy(pattern, actions)) {
      const found = byFacts.get(action.facts)
      byFacts.set(action.facts, found ? both(found, action) : action)
    }
  }
  return actions.flatMap(facts => byFacts.get(facts) ?? [])
}
