import { untoldPart } from '../../knowledge/fill.js'
import { viaFlaw, viaServiceMeant } from '../../knowledge/via-service.js'
import { text, type Text } from '../../model/text.js'
import type { Known } from '../../model/truth.js'
import type { Suggestion } from '../suggestion/suggestion.js'
import { settleFor, type ConditionScope } from './scope.js'
import { noSuggestion, rewritten } from './suggestion.js'

/** The statement with the values of `kms:ViaService` that are meant; unknown where one of them would be a guess. */
export const withRightVia = (scope: ConditionScope): Known<Suggestion> => {
  const { condition, statement, key, settings } = scope
  const settle = settleFor(scope)
  const documented = (prefix: string): boolean =>
    settings.services.services.some(({ via }) => via?.startsWith(`${prefix}.`) === true)
  const right = (value: Text): Text | undefined => {
    if (viaFlaw(settle(value), key.region?.value, documented) === undefined) return value
    const service = viaServiceMeant(settle(value))
    const region = key.region?.value ?? untoldPart('Region')
    return service === undefined ? undefined : text(`${service}.`, region, '.amazonaws.com')
  }
  const values = condition.values.flatMap(({ text: value }) => {
    const found = right(value)
    return found ? [found] : []
  })
  if (values.length < condition.values.length) return noSuggestion
  const index = statement.conditions.items.indexOf(condition)
  return rewritten(scope, statement, draft => [
    { ...draft, conditions: draft.conditions.map((one, i) => (i === index ? { ...one, values } : one)) },
  ])
}
