import { kms } from '../../knowledge/kms.js'
import { isNegated, type Condition } from '../../model/condition.js'
import { impossibleValues } from '../../model/never-true.js'
import { isDead } from '../../model/reach.js'
import type { Statement } from '../../model/statement.js'
import { literal } from '../../model/text.js'
import { all, any, isUnknown, some, Unknown, when, type Truth } from '../../model/truth.js'
import type { VocabularyType } from '../rule.js'
import { callerOf, isOwnAccount, type PermissionScope, type PolicyScope } from './scope.js'

/** The versions of the policy language. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
const versions = ['2012-10-17', '2008-10-17']

/** Whether the statement of a permission gives rather than takes, where its effect may be hidden. */
const isAllow = (statement: Statement | undefined): Truth =>
  /* c8 ignore next -- only the permission of a grant has no statement, and a policy has none of these */
  when(statement?.effect ?? 'Allow', effect => effect === 'Allow')

const isImpossible = (condition: Condition): boolean => {
  const { operator, values, more } = condition
  if (isUnknown(operator) || operator === undefined || isNegated(operator.comparison)) return false
  if (values.length === 0 || more.length > 0) return false
  return impossibleValues(condition, undefined, Date.now()).length === values.length
}

/** Whether someone of the key's own account holds the action by this permission, its conditions being possible at all. */
const holdsForOwnAccount = (scope: PermissionScope, action: string): Truth => {
  const { permission } = scope
  const { principal, statement } = permission
  const given = permission.actions.find(({ facts }) => facts.name === action)
  if (given === undefined || statement === undefined) return false
  const own: Truth = isUnknown(principal.kind)
    ? principal.kind
    : principal.kind === 'any'
      ? true
      : ['account-root', 'role', 'service-linked-role', 'user', 'assumed-role', 'federated-user'].includes(
            principal.kind,
          ) && principal.account
        ? isOwnAccount(scope, principal.account)
        : false
  if (own === false) return false
  const caller = callerOf(scope, principal)
  const possible = !statement.conditions.items.some(
    condition => isImpossible(condition) || isDead(condition, given.facts, caller, kms),
  )
  return all([isAllow(statement), given.given, own, possible])
}

const holders = (scope: PolicyScope, action: string): Truth => {
  const unbounded = scope.document.statements.some(({ effect, principals }) => effect === 'Allow' && principals.negated)
  return any([some(scope.permissions, permission => holdsForOwnAccount(permission, action)), unbounded])
}

/** Whether a statement delegates to the IAM policies of the key's account. */
const delegates = (scope: PolicyScope): Truth =>
  some(scope.permissions, ({ permission: { principal, statement } }) => {
    const isOwnRoot = when(principal.kind, kind =>
      kind === 'account-root' && principal.account ? isOwnAccount(scope, principal.account) : false,
    )
    return all([isOwnRoot, isAllow(statement)])
  })

export const policyType: VocabularyType<PolicyScope> = {
  about: 'One variant of the key policy.',
  place: ({ document }) => document.location,
  fields: {
    hasVersion: {
      type: 'bool',
      about: 'It has a Version.',
      read: scope => isOpen(scope) ?? scope.document.version !== undefined,
    },
    version: {
      type: 'string',
      about: 'Its Version; empty where it has none.',
      read: scope => isOpen(scope) ?? scope.document.version ?? '',
    },
    isVersion: {
      type: 'bool',
      about: 'Its Version is one of the policy language.',
      read: ({ document: { version } }) => {
        const value = version && literal(version)
        return value === undefined
          ? new Unknown([{ kind: 'expression', name: 'the Version' }])
          : versions.includes(value)
      },
    },
    versionPlace: {
      type: 'Place',
      about: 'Where its Version stands, or the policy.',
      read: ({ document }) => document.versionLocation,
    },
    canBeChanged: {
      type: 'bool',
      about: 'Someone in the account of the key may call PutKeyPolicy: its root, or another identity.',
      read: scope => holders(scope, 'PutKeyPolicy'),
    },
    delegatesToAccount: {
      type: 'bool',
      about: 'A statement delegates to IAM through the root of the account of the key.',
      read: delegates,
    },
  },
}

/** Unknown where nothing of the document is known. */
const isOpen = ({ document: { statements, version } }: PolicyScope): Unknown | undefined => {
  const [only] = statements
  return version === undefined && statements.length === 1 && only?.node.kind === 'hole' && !only.node.many
    ? new Unknown([only.node.hole])
    : undefined
}
