import { when, type Known } from '../../model/truth.js'
import { withActions, withPrincipals } from '../suggestion/draft.js'
import { partActions } from '../suggestion/patterns.js'
import type { Suggestion } from '../suggestion/suggestion.js'
import type { PermissionScope } from './scope.js'
import { excessActions, nameFlaw } from './service-permission.js'
import { noSuggestion, rewrittenForAll, rewrittenForOne } from './suggestion.js'

/** The statement without the actions that the service is not documented with. */
export const withoutExcess = (scope: PermissionScope): Known<Suggestion> => {
  const excess = new Set(excessActions(scope))
  return rewrittenForOne(scope, draft => {
    const parts = partActions(draft, ({ name }) => !excess.has(`kms:${name}`))
    if (parts === undefined) return noSuggestion
    return when(parts, ({ yes }) => (yes.length === 0 ? noSuggestion : [withActions(draft, yes)]))
  })
}

/** The statement with the service principal of the Region and partition of the key. */
export const withOwnRegion = (scope: PermissionScope): Known<Suggestion> => {
  const { principal } = scope.permission
  const meant = nameFlaw(scope)?.meant
  if (meant === undefined) return noSuggestion
  return rewrittenForAll(scope, draft => [
    withPrincipals(
      draft,
      (draft.principals?.items ?? []).map(item => (item.text === principal.text ? { ...item, text: [meant] } : item)),
    ),
  ])
}
