import type { Location } from '../../model/location.js'
import type { Member, Node } from '../../model/node.js'
import { concat, text, type Text } from '../../model/text.js'
import { pseudoText } from './pseudo.js'
import type { Scope } from './scope.js'

/**
 * The policy that AWS attaches where a template gives none.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export const defaultPolicy = (scope: Scope, location: Location): Node => {
  const string = (t: Text): Node => ({ kind: 'text', text: t, location })
  const object = (members: Readonly<Record<string, Node>>): Node => ({
    kind: 'object',
    members: Object.entries(members).map(([key, value]): Member => ({ key: text(key), location, value })),
    location,
  })
  const root = concat(['arn:'], pseudoText('AWS::Partition', scope), [':iam::'], pseudoText('AWS::AccountId', scope), [
    ':root',
  ])
  const statement = object({
    Sid: string(['Enable IAM User Permissions']),
    Effect: string(['Allow']),
    Principal: object({ AWS: string(root) }),
    Action: string(['kms:*']),
    Resource: string(['*']),
  })
  return object({
    Version: string(['2012-10-17']),
    Id: string(['key-default-1']),
    Statement: { kind: 'list', items: [statement], location },
  })
}
