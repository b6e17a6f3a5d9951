import type { Lack } from '../../knowledge/access.js'
import { fill, untoldPart } from '../../knowledge/fill.js'
import { minimalStatements, type Demand } from '../../knowledge/minimal-statement.js'
import { text } from '../../model/text.js'
import type { Known } from '../../model/truth.js'
import { draftOfMinimal, withConditions, type Draft } from '../suggestion/draft.js'
import { sidFor } from '../suggestion/sid.js'
import type { Suggestion } from '../suggestion/suggestion.js'
import { occasionOf } from './occasion.js'
import { placeOf, type KeyScope, type UseScope } from './scope.js'
import { noSuggestion, rewritten, suggestionOf } from './suggestion.js'

/** What a key without a policy of its own would otherwise lose with the default one. */
const rootDraft = (scope: KeyScope): Draft => ({
  sid: ['AccountRoot'],
  effect: 'Allow',
  principals: {
    negated: false,
    items: [{ element: 'AWS', text: fill('arn:${Partition}:iam::${Account}:root', placeOf(scope), untoldPart) }],
  },
  actions: { negated: false, items: [['kms:*']] },
  resources: { negated: false, items: [['*']] },
  conditions: [],
})

const forPeople: readonly Demand[] = ['aws:PrincipalIsAWSService', 'aws:ViaAWSService'].map(key => ({
  operator: 'Bool',
  key,
  values: [['false']],
}))

/** The Deny that keeps a service out, for people alone; unknown where several do. */
const sparing = (scope: UseScope, { obstacles }: Lack): Known<Suggestion> => {
  const denying = (scope.document?.statements ?? []).filter(({ conditions }) =>
    obstacles.some(({ guarding: { condition, denied } }) => denied && conditions.items.includes(condition)),
  )
  const [only] = denying
  return only && denying.length === 1 && scope.service.caller === 'service'
    ? rewritten(scope, only, draft => [withConditions(draft, forPeople)])
    : noSuggestion
}

/** The statements that let in what uses the key, or those that spare it from a Deny. */
export const lettingIn = (scope: UseScope, lack: Lack): Known<Suggestion> => {
  const { service, use, key } = scope
  if (lack.obstacles.some(({ guarding }) => guarding.denied)) return sparing(scope, lack)
  const sid = sidFor(service.id, use.resource.address)
  const drafts = minimalStatements(service, occasionOf(scope, use)).map(statement =>
    draftOfMinimal(statement, text(sid + statement.part)),
  )
  if (drafts.length === 0) return noSuggestion
  return key.policy.kind === 'default'
    ? suggestionOf(scope, [rootDraft(scope), ...drafts], { kind: 'policy' })
    : suggestionOf(scope, drafts, { kind: 'add' })
}
