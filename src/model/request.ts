import { covers } from './action.js'
import { holds, type Context } from './holds.js'
import type { ActionFacts } from './kms.js'
import type { Permission } from './permission.js'
import type { Principal } from './principal.js'
import type { PolicyDocument, Statement } from './statement.js'
import { literal } from './text.js'
import { all, any, not, Unknown, type Truth } from './truth.js'
import { matches } from './wildcard.js'

/** Who makes a request: a service principal, or an IAM identity with all the ARNs that a policy may name it by (a session by its role's too). */
export type Requester = { readonly service: string } | { readonly arns: readonly string[]; readonly account: string }

/** One request to KMS, with everything known. */
export interface Request {
  readonly requester: Requester
  readonly action: ActionFacts
  readonly context: Context
}

/** How far a principal entry reaches a requester: not at all, by name, or by delegating to the account's IAM policies. */
type Reach = 'no' | 'named' | 'delegated'

const reach = (principal: Principal, requester: Requester): Reach => {
  if (principal.kind === 'any') return 'named'
  if ('service' in requester)
    return principal.element === 'Service' && literal(principal.text) === requester.service ? 'named' : 'no'
  if (principal.element !== 'AWS') return 'no'
  if (requester.arns.some(arn => matches(principal.text, [arn]) === true)) return 'named'
  return principal.kind === 'account-root' &&
    principal.account &&
    matches(principal.account, [requester.account]) === true
    ? 'delegated'
    : 'no'
}

const reaches = ({ principals }: Statement, requester: Requester): Reach => {
  const found = principals.items.map(principal => reach(principal, requester))
  if (principals.negated) return found.some(r => r !== 'no') ? 'no' : 'named'
  return found.includes('named') ? 'named' : found.includes('delegated') ? 'delegated' : 'no'
}

const applies = (statement: Statement, { action, context }: Request, version: string | undefined): Truth =>
  all([
    statement.actions.present,
    statement.resources.present,
    covers(statement.actions.items, statement.actions.negated, action),
    ...statement.conditions.items.map(condition => holds(condition, context, version)),
  ])

/** What a key policy says of a request: `delegated` leaves it to the IAM policies of the account. */
export type Decision = 'allowed' | 'delegated' | 'denied'

/**
 * Evaluates a request against the statements of a policy without holes, a Deny before an Allow.
 * This is the plain reading of IAM's evaluation logic, against which permissions are tested.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export const decide = (policy: PolicyDocument, request: Request): Decision => {
  // Without a Version, as with the old one, a policy has no variables.
  const version = (policy.version && literal(policy.version)) ?? '2008-10-17'
  const matching = (effect: string) =>
    policy.statements
      .filter(statement => statement.effect === effect && applies(statement, request, version) === true)
      .map(statement => reaches(statement, request.requester))
      .filter(r => r !== 'no')
  if (matching('Deny').length > 0) return 'denied'
  const allowed = matching('Allow')
  return allowed.includes('named') ? 'allowed' : allowed.length > 0 ? 'delegated' : 'denied'
}

/** Whether the permission lets the request pass, its guards counted; whoever it is given to. */
export const admits = ({ actions, guards }: Permission, { action, context }: Request, version?: string): Truth =>
  all([
    any(actions.filter(({ facts }) => facts.name === action.name).map(({ given }) => given)),
    ...guards.map(guard => {
      const covered = guard.covers(action)
      const passes = guard.alternatives.map(({ condition, denied }) => {
        const truth = holds(condition, context, version)
        return denied ? not(truth) : truth
      })
      return any([not(covered), ...passes, ...(guard.open.length > 0 ? [new Unknown(guard.open)] : [])])
    }),
  ])

/** Whether the permission is given to the requester, by name or by delegation. */
export const isGivenTo = ({ principal }: Permission, requester: Requester): boolean =>
  reach(principal, requester) !== 'no'
