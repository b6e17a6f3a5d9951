import { sourceAccountDemand, sourceArnDemand, sourceDemands, type Demand } from '../../knowledge/minimal-statement.js'
import { literal } from '../../model/text.js'
import type { Known } from '../../model/truth.js'
import { isAnything } from '../../model/wildcard.js'
import { withConditions, type Draft } from '../suggestion/draft.js'
import type { Suggestion } from '../suggestion/suggestion.js'
import { demandsOf, occasionOf } from './occasion.js'
import type { PermissionScope } from './scope.js'
import { servicesOf } from './services-of.js'
import { noSuggestion, rewrittenForOne } from './suggestion.js'

const isAccount = ({ key }: Demand): boolean => key === 'aws:SourceAccount'

/** The conditions on the source that fit: of the resources that use the key, else of the account. */
const sourceOf = (scope: PermissionScope): readonly Demand[] => {
  if (servicesOf(scope).length === 0) return [sourceAccountDemand(occasionOf(scope))]
  return demandsOf(scope, (service, occasion, isUse) => {
    const demands = sourceDemands(service, occasion)
    return isUse || !demands.some(isAccount) ? demands : demands.filter(isAccount)
  })
}

/** Whether a condition on the source says nothing, or what no request can have. */
const isIdle = ({ key, values }: Demand): boolean =>
  /^aws:source(arn|account)$/i.test(key) && values.every(value => value.length === 0 || isAnything(value))

const withoutIdle = (draft: Draft): Draft => ({ ...draft, conditions: draft.conditions.filter(one => !isIdle(one)) })

/** The statement with a condition on the source; unknown where AWS does not show that the service sends one. */
export const withSource = (scope: PermissionScope): Known<Suggestion> => {
  const demands = sourceOf(scope)
  return demands.length === 0
    ? noSuggestion
    : rewrittenForOne(scope, draft => [withConditions(withoutIdle(draft), demands)])
}

/** The account that a statement demands already. */
const accountIn = ({ conditions }: Draft): string | undefined => {
  const values = conditions
    .filter(({ key }) => key.toLowerCase() === 'aws:sourceaccount')
    .flatMap(({ values }) => values)
  const [only] = values
  const account = only && values.length === 1 ? literal(only) : undefined
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined
}

/** The statement with the ARN of the resource that uses the key, or with the pattern for those of the account; unknown where its form is not known. */
export const withSourceArn = (scope: PermissionScope): Known<Suggestion> =>
  rewrittenForOne(scope, draft => {
    const account = accountIn(draft)
    const demands = demandsOf(scope, (service, occasion, isUse) => {
      if (service.sourceArn === 'unsupported') return []
      const own = isUse || account === undefined ? {} : { Account: [account] }
      const demand = sourceArnDemand(service, { ...occasion, filling: { ...occasion.filling, ...own } })
      return demand ? [demand] : []
    })
    return demands.length === 0 ? noSuggestion : [withConditions(draft, demands)]
  })
