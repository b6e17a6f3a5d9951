import { coverageOf } from './action.js'
import { condition, type Condition } from './condition.js'
import { listedActions, type GivenAction } from './given-action.js'
import type { Grant } from './key.js'
import type { ActionFacts } from './kms.js'
import { lazy } from './lazy.js'
import { namesResource, pins, pinsTo, type Carries, type Guarding } from './pin.js'
import { readPrincipal, sameAccount, type Principal } from './principal.js'
import { remembered } from './remembered.js'
import type { Entries, PolicyDocument, Statement } from './statement.js'
import { literal, text, type Hole } from './text.js'
import { all, any, every, isUnknown, not, some, Unknown, when, type Truth } from './truth.js'
import { matches } from './wildcard.js'

/** Requests pass where one of the alternatives lets them pass; `open` holes may add alternatives. */
export interface Guard {
  readonly alternatives: readonly Guarding[]
  readonly open: readonly Hole[]
  /** Whether the guard stands before this action. */
  readonly covers: (action: ActionFacts) => Truth
}

/**
 * Who can do what, when: one Allow statement x one principal, or one grant, with Deny statements folded in.
 * What an unconditional Deny takes away is gone from `actions`; what a conditional one refuses is a guard.
 */
export interface Permission {
  readonly statement: Statement | undefined
  readonly grant: Grant | undefined
  readonly principal: Principal
  readonly actions: readonly GivenAction[]
  /** All must let a request pass. The first ones are the conditions of the statement itself. */
  readonly guards: readonly Guard[]
}

const always = (): Truth => true

/** Whether everyone that `principal` stands for is covered by the Principal element of a Deny statement. */
const deniesPrincipal = (denied: Entries<Principal>, principal: Principal): Truth => {
  const each = denied.items.map(entry => isCoveredBy(principal, entry))
  if (denied.negated)
    return denied.more.length > 0
      ? new Unknown(denied.more)
      : not(any(denied.items.map(entry => any([isCoveredBy(principal, entry), isCoveredBy(entry, principal)]))))
  return any([...each, ...(denied.more.length > 0 ? [new Unknown(denied.more)] : [])])
}

const isCoveredBy = (principal: Principal, by: Principal): Truth =>
  when(by.kind, kind => {
    if (kind === 'any') return true
    if (kind === 'account-root' && by.account && principal.account) return sameAccount(by.account, principal.account)
    return by.element === principal.element || by.element === '*' ? matches(by.text, principal.text) : false
  })

/** A Deny statement, and whether it is about the key. */
interface Denying {
  readonly statement: Statement
  readonly applies: Truth
  readonly covers: (action: ActionFacts) => Truth
}

/** What one Deny statement does to the permissions of a principal: it takes actions away, or puts a guard before them. */
interface Denial {
  readonly applies: Truth
  readonly covers: (action: ActionFacts) => Truth
  readonly guard: Guard | undefined
}

const denialOf = ({ statement, applies: isAboutKey, covers }: Denying, principal: Principal): Denial => {
  const applies = all([isAboutKey, deniesPrincipal(statement.principals, principal)])
  const { items, more } = statement.conditions
  const guard: Guard = {
    alternatives: items.map(c => ({ condition: c, denied: true })),
    open: more,
    covers: action => all([applies, covers(action)]),
  }
  return { applies, covers, guard: items.length === 0 && more.length === 0 ? undefined : guard }
}

const own = (c: Condition): Guard => ({ alternatives: [{ condition: c, denied: false }], open: [], covers: always })

const unknownPrincipal = ({ more, location }: Entries<Principal>): Principal => ({
  element: 'AWS',
  text: text(...more.slice(0, 1)),
  kind: new Unknown(more),
  account: undefined,
  location,
})

/** The guards that a statement has of its own. */
const ownGuards = ({ conditions: { items, more } }: Statement): readonly Guard[] => [
  ...items.map(own),
  ...(more.length > 0 ? [{ alternatives: [], open: more, covers: always }] : []),
]

/** Those of the actions that no unconditional Deny takes away. */
const leftBy = (taking: readonly Denial[], listed: readonly GivenAction[]): readonly GivenAction[] => {
  if (taking.length === 0) return listed
  return listed.flatMap(action => {
    const taken = some(taking, deny => all([deny.applies, deny.covers(action.facts)]))
    const given = all([action.given, not(taken)])
    return given === false ? [] : [{ ...action, given }]
  })
}

const inKeyPolicy = remembered((actions: readonly ActionFacts[]) => actions.filter(action => action.inKeyPolicy))

/**
 * Who can do what by the statements of a policy. A statement with NotPrincipal gives no permission of its own: who it means has no end.
 * `concernsKey` says whether the Resource of a statement is the key: a Deny about something else takes nothing away.
 */
export const permissionsOf = (
  policy: PolicyDocument,
  actions: readonly ActionFacts[],
  concernsKey: (statement: Statement) => Truth = always,
): Permission[] => {
  const denies = policy.statements
    .filter(({ effect, resources }) => effect === 'Deny' && resources.present)
    .map(statement => ({ statement, applies: concernsKey(statement), covers: coverageOf(statement.actions) }))
  return policy.statements
    .filter(statement => statement.effect !== 'Deny' && !statement.principals.negated)
    .flatMap(statement => {
      const { items, more } = statement.principals
      const listed = listedActions(statement, inKeyPolicy(actions))
      const guards = ownGuards(statement)
      return [...items, ...(more.length > 0 ? [unknownPrincipal(statement.principals)] : [])].map(principal => {
        const denials = denies.map(deny => denialOf(deny, principal)).filter(({ applies }) => applies !== false)
        return {
          statement,
          grant: undefined,
          principal,
          actions: leftBy(
            denials.filter(({ guard }) => guard === undefined),
            listed,
          ),
          guards: [...guards, ...denials.flatMap(({ guard }) => guard ?? [])],
        }
      })
    })
}

/** A grant as a permission: its constraint is a condition on the encryption context. */
export const grantPermission = (grant: Grant, actions: readonly ActionFacts[]): Permission => {
  const { location } = grant
  const guards = grant.constraints.flatMap(({ pairs }): Guard[] =>
    isUnknown(pairs)
      ? [{ alternatives: [], open: pairs.holes, covers: action => action.encryptionContext }]
      : pairs.map(({ key, value }) => ({
          ...own(
            condition(
              text('StringEquals'),
              text('kms:EncryptionContext:', ...key),
              [{ text: value, location }],
              [],
              location,
            ),
          ),
          covers: action => action.encryptionContext,
        })),
  )
  const given = (facts: ActionFacts): Truth => when(grant.operations, operations => operations.includes(facts.name))
  return {
    statement: undefined,
    grant,
    principal: readPrincipal(
      literal(grant.grantee)?.endsWith('.amazonaws.com') ? 'Service' : 'AWS',
      grant.grantee,
      location,
    ),
    actions: inKeyPolicy(actions).flatMap(facts =>
      given(facts) === false ? [] : [{ facts, named: true, given: given(facts) }],
    ),
    guards,
  }
}

/** The one thing that a request can do to pass the guard; undefined where there may be several. */
const soleAlternative = ({ alternatives: [only, ...rest], open }: Guard): Guarding | undefined =>
  rest.length > 0 || open.length > 0 ? undefined : only

/** Keys that `Null` conditions before every action make sure of, beside those that `carries` knows. */
const withPresence = (permission: Permission, carries: Carries): Carries => {
  const demanded = lazy(
    () =>
      new Set(
        permission.guards.flatMap(guard => {
          const only = soleAlternative(guard)
          if (only === undefined || !permission.actions.every(({ facts }) => guard.covers(facts) === true)) return []
          const { operator, key, values, more } = only.condition
          if (isUnknown(operator) || operator?.comparison !== 'Null' || isUnknown(key) || more.length > 0) return []
          const value = values.map(v => literal(v.text)?.toLowerCase()).join()
          return value === (only.denied ? 'true' : 'false') ? [key] : []
        }),
      ),
  )
  return key => demanded().has(key) || carries(key)
}

/** Asks a question of the guards that stand before every action: yes only where it is yes for each of them. */
const onEveryAction = (
  permission: Permission,
  carries: Carries,
  ask: (guarding: Guarding, certain: Carries) => Truth,
): Truth => {
  if (permission.guards.length === 0) return false
  const certain = withPresence(permission, carries)
  const answers = permission.guards.map(guard => ({
    guard,
    answer: all([
      every(guard.alternatives, one => ask(one, certain)),
      guard.open.length === 0 || new Unknown(guard.open),
    ]),
  }))
  const useful = answers.filter(({ answer }) => answer !== false)
  if (useful.length === 0) return false
  return every(permission.actions, ({ facts }) =>
    some(useful, ({ guard, answer }) => all([guard.covers(facts), answer])),
  )
}

/** Whether every request needs a fixed value of one of `keys` (any case; a key ending in `:` stands for all that begin with it). */
export const pinsAny = (permission: Permission, keys: readonly string[], carries: Carries): Truth => {
  const wanted = new Set(keys.map(key => key.toLowerCase()))
  return onEveryAction(permission, carries, (guarding, certain) => pins(guarding, wanted, certain))
}

/** Whether every request needs `key` to have exactly `value`. */
export const demandsValue = (permission: Permission, key: string, value: string, carries: Carries): Truth => {
  return onEveryAction(permission, carries, (guarding, certain) => pinsTo(guarding, key.toLowerCase(), value, certain))
}

/** Whether every request carries an encryption context that names an account or a resource of one account. */
export const pinsContextResource = (permission: Permission, carries: Carries): Truth =>
  onEveryAction(permission, carries, namesResource)
