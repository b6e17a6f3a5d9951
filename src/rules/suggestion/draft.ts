import type { Demand, MinimalStatement } from '../../knowledge/minimal-statement.js'
import type { Entries, Statement } from '../../model/statement.js'
import { literal, type Hole, type Text } from '../../model/text.js'
import { isUnknown, Unknown, type Known } from '../../model/truth.js'

/** The entries of one element of a statement. */
export interface Listed<T> {
  readonly negated: boolean
  readonly items: readonly T[]
}

export interface DraftPrincipal {
  /** `AWS`, `Service`; `*` for the bare wildcard. */
  readonly element: string
  readonly text: Text
}

/** A statement to be written, whole and known but for holes inside its texts. An element that is absent is not written. */
export interface Draft {
  readonly sid: Text | undefined
  readonly effect: 'Allow' | 'Deny'
  readonly principals: Listed<DraftPrincipal> | undefined
  readonly actions: Listed<Text> | undefined
  readonly resources: Listed<Text> | undefined
  readonly conditions: readonly Demand[]
}

const listed = <T, R>({ items, negated, present }: Entries<T>, of: (item: T) => R): Listed<R> | undefined =>
  present ? { negated, items: items.map(of) } : undefined

const isHole = (part: string | Hole): part is Hole => typeof part !== 'string'

/** What hides a part of the statement that no text could stand for. */
const hidden = ({ effect, principals, actions, resources, conditions }: Statement): readonly Hole[] => [
  ...(isUnknown(effect) ? effect.holes : []),
  ...[principals, actions, resources, conditions].flatMap(({ more }) => more),
  ...conditions.items.flatMap(({ operatorText, keyText, more }) => [
    ...more,
    ...operatorText.filter(isHole),
    ...keyText.filter(isHole),
  ]),
]

/** A statement of a policy as a draft; unknown where a part of it is hidden. */
export const draftOf = (statement: Statement): Known<Draft> => {
  const { sid, effect, principals, actions, resources, conditions } = statement
  const holes = hidden(statement)
  if (holes.length > 0 || isUnknown(effect)) return new Unknown(holes)
  return {
    sid,
    effect,
    principals: listed(principals, ({ element, text }) => ({ element, text })),
    actions: listed(actions, ({ text }) => text),
    resources: listed(resources, ({ text }) => text),
    conditions: conditions.items.map(({ operatorText, keyText, values }) => ({
      operator: literal(operatorText) ?? '',
      key: literal(keyText) ?? '',
      values: values.map(({ text }) => text),
    })),
  }
}

/** A statement of the smallest set as a draft. */
export const draftOfMinimal = ({ principal, actions, demands }: MinimalStatement, sid: Text | undefined): Draft => ({
  sid,
  effect: 'Allow',
  principals: { negated: false, items: [principal] },
  actions: { negated: false, items: actions.map(action => [action]) },
  resources: { negated: false, items: [['*']] },
  conditions: demands,
})

/** The statement without its conditions on some keys, given in lower case. */
export const withoutConditions = (draft: Draft, isMeant: (key: string) => boolean): Draft => ({
  ...draft,
  conditions: draft.conditions.filter(({ key }) => !isMeant(key.toLowerCase())),
})

/** The statement with these conditions, in place of those that it has on the same keys. */
export const withConditions = (draft: Draft, demands: readonly Demand[]): Draft => {
  const keys = demands.map(({ key }) => key.toLowerCase())
  const rest = withoutConditions(draft, key => keys.includes(key))
  return { ...rest, conditions: [...rest.conditions, ...demands] }
}

export const withActions = (draft: Draft, actions: readonly Text[]): Draft => ({
  ...draft,
  actions: { negated: false, items: actions },
})

export const withPrincipals = (draft: Draft, items: readonly DraftPrincipal[]): Draft => ({
  ...draft,
  principals: { negated: false, items },
})
