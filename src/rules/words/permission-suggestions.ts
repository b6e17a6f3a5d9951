import type { Field } from '../rule.js'
import type { PermissionScope } from './scope.js'
import { withContextApart, withContextCondition, withSentContext } from './suggest-context.js'
import { withOwnRegion, withoutExcess } from './suggest-service.js'
import { withSource, withSourceArn } from './suggest-source.js'

const suggestion = (about: string, read: Field<PermissionScope>['read']): Field<PermissionScope> => ({
  type: 'Suggestion',
  about,
  read,
})

/** What the statement of a permission of a service principal may become. */
export const suggestionFields: Readonly<Record<string, Field<PermissionScope>>> = {
  withSource: suggestion(
    'Its statement with a condition on the source: of the resources that use the key, else of the account.',
    withSource,
  ),
  withSourceArn: suggestion(
    'Its statement with the `aws:SourceArn` of the resources that use the key, else with the pattern for those of the account.',
    withSourceArn,
  ),
  withContextCondition: suggestion(
    'Its statement with a condition on the encryption context that the service sends, before the operations that carry one.',
    withContextCondition,
  ),
  withContextApart: suggestion(
    'Its statement with the actions that carry no encryption context in one of their own, without the condition.',
    withContextApart,
  ),
  withSentContext: suggestion(
    'Its statement with the encryption context that is sent, in place of the one that is not.',
    withSentContext,
  ),
  withoutExcess: suggestion('Its statement without `excessActions`.', withoutExcess),
  withOwnRegion: suggestion(
    'Its statement with the service principal of the Region and partition of the key.',
    withOwnRegion,
  ),
}
