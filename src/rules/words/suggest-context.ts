import { contextDemands, textDemand, type Demand } from '../../knowledge/minimal-statement.js'
import { contextValues } from '../../knowledge/access.js'
import { kms } from '../../knowledge/kms.js'
import type { ActionFacts } from '../../model/kms.js'
import { deadActions, isEncryptionContext } from '../../model/reach.js'
import { isUnknown, when, type Known } from '../../model/truth.js'
import { withActions, withConditions, withoutConditions, type Draft } from '../suggestion/draft.js'
import { partActions } from '../suggestion/patterns.js'
import type { Suggestion } from '../suggestion/suggestion.js'
import { demandsOf, occasionsOf } from './occasion.js'
import { callerOf, usesIn, type PermissionScope } from './scope.js'
import { contextConditions, contextFlawOf } from './service-permission.js'
import { named, noSuggestion, rewrittenForAll, rewrittenForOne } from './suggestion.js'

const contextPrefix = 'kms:encryptioncontext'
const isContextKey = (key: string): boolean => key.startsWith(contextPrefix)

const pinsSource = ({ conditions }: Draft): boolean =>
  conditions.some(({ key }) => /^aws:source(arn|account|orgid|orgpaths)$/i.test(key))

/** The statement in two: one for the actions that belong, and one for the others. */
const parted = (
  draft: Draft,
  belongs: (action: ActionFacts) => boolean,
  first: (draft: Draft) => Draft,
  second: (draft: Draft) => Draft,
): Known<readonly Draft[]> => {
  const parts = partActions(draft, belongs)
  if (parts === undefined) return noSuggestion
  return when(parts, ({ yes, no }) => {
    if (yes.length === 0) return [second(draft)]
    if (no.length === 0) return [first(draft)]
    return [first(withActions(draft, yes)), named(second(withActions(draft, no)), 'WithoutContext')]
  })
}

/** Whether nothing is left to be filled in but the account, Region and partition. */
const isWhole = ({ values }: Demand): boolean =>
  values.every(value =>
    value.every(part => typeof part === 'string' || part.kind !== 'untold' || part.stands !== undefined),
  )

const contextOf = (scope: PermissionScope, draft: Draft): readonly Demand[] =>
  demandsOf(scope, (service, occasion) => contextDemands(service, occasion, pinsSource(draft))).filter(isWhole)

const carries = ({ encryptionContext, name }: ActionFacts): boolean => encryptionContext && name !== 'RetireGrant'

/** The statement with a condition on the encryption context of the service, before the operations that carry one. */
export const withContextCondition = (scope: PermissionScope): Known<Suggestion> =>
  rewrittenForOne(scope, draft => {
    const demands = contextOf(scope, draft)
    if (demands.length === 0) return noSuggestion
    return parted(
      draft,
      carries,
      one => withConditions(one, demands),
      one => withoutConditions(one, isContextKey),
    )
  })

/** The statement with the actions that carry no encryption context in one of their own, without the condition. */
export const withContextApart = (scope: PermissionScope): Known<Suggestion> => {
  const dead = deadActions(scope.permission, callerOf(scope, scope.permission.principal), kms, isEncryptionContext)
  const isDead = new Set(dead.map(({ action }) => action.facts))
  return rewrittenForAll(scope, draft =>
    parted(
      draft,
      action => !isDead.has(action),
      one => one,
      one => withoutConditions(one, isContextKey),
    ),
  )
}

/** The conditions on the key of a flawed one that the resources which use the key send. */
const sentByUses = (scope: PermissionScope, key: string): readonly Demand[] => {
  const found = usesIn(scope).flatMap(use => {
    const { context = [] } = scope.settings.services.service(use.service) ?? {}
    return context
      .filter(pair => `${contextPrefix}:${pair.key.toLowerCase()}` === key)
      .map(pair => ({ key: pair.key, values: contextValues(pair.values, use) }))
  })
  const [first] = found
  return first
    ? [
        textDemand(
          `kms:EncryptionContext:${first.key}`,
          found.flatMap(({ values }) => values),
        ),
      ]
    : []
}

/** How many characters two keys have in common from their start. */
const likeness = (a: string, b: string): number => {
  const differs = Array.from(a).findIndex((character, i) => character !== b[i])
  return differs === -1 ? a.length : differs
}

/** What the integration sends whose key is the most like the one that is written. */
const nearestContext = (scope: PermissionScope, draft: Draft, written: string): readonly Demand[] => {
  const candidates = occasionsOf(scope)
    .map(({ service, occasion }) => contextDemands(service, occasion, pinsSource(draft)))
    .filter(demands => demands.length > 0 && demands.every(isWhole))
  const likest = (demands: readonly Demand[]): number =>
    Math.max(...demands.map(({ key }) => likeness(key.toLowerCase(), written)))
  return candidates.toSorted((a, b) => likest(b) - likest(a))[0] ?? []
}

/** The statement with the key and value of the encryption context that is sent, in place of those that are not. */
export const withSentContext = (scope: PermissionScope): Known<Suggestion> => {
  const flawed = contextConditions(scope).flatMap(condition =>
    contextFlawOf(scope, condition) !== '' && !isUnknown(condition.key) ? [condition.key] : [],
  )
  return rewrittenForOne(scope, draft => {
    const right = withoutConditions(draft, key => flawed.includes(key))
    const [written] = flawed
    const sent = written === undefined ? [] : nearestContext(scope, right, written)
    const demands = sent.length > 0 ? sent : flawed.flatMap(key => sentByUses(scope, key))
    return demands.length === 0 ? noSuggestion : [withConditions(right, demands)]
  })
}
