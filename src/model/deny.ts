import { covers } from './action.js'
import { holds, type Context } from './holds.js'
import type { ActionFacts } from './kms.js'
import type { Permission } from './permission.js'
import type { Statement } from './statement.js'
import { print, type Text } from './text.js'
import { isUnknown } from './truth.js'

/** What a request has that a service principal makes by itself. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const byService = (service: Text): Context =>
  new Map([
    ['aws:principalisawsservice', ['true']],
    ['aws:viaawsservice', ['false']],
    ['aws:securetransport', ['true']],
    ['aws:principalservicename', [print(service)]],
    ['aws:principalservicenameslist', [print(service)]],
  ])

/** What a request has that a service forwards for someone; where it came from is not told. */
const forwarded: Context = new Map([
  ['aws:principalisawsservice', ['false']],
  ['aws:viaawsservice', ['true']],
  ['aws:securetransport', ['true']],
])

/** Keys of the network, which a forwarded request lacks, and those by which a policy can spare such requests. */
const networkKeys = new Set(['aws:sourceip', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:vpcsourceip'])
const sparingKeys = new Set(['aws:principalisawsservice', 'aws:viaawsservice', 'kms:viaservice', 'aws:calledvia'])

/** What a service does with a key: uses it, looks at it, or makes a grant on it. */
const isForServices = ({ use, name }: ActionFacts): boolean => use || name === 'DescribeKey' || name === 'CreateGrant'

const hits = ({ conditions }: Statement, context: Context): boolean =>
  conditions.items.every(condition => holds(condition, context) === true)

const concernsNetwork = ({ conditions }: Statement): boolean =>
  conditions.items.some(({ key }) => !isUnknown(key) && networkKeys.has(key)) &&
  conditions.items.every(({ key }) => !isUnknown(key) && (networkKeys.has(key) || sparingKeys.has(key)))

/**
 * The services that a conditional Deny for everyone stops although it means people, because their requests lack the key
 * that the condition asks for: those that the policy allows, and `a service that acts for someone` for all that forward requests.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-aws.html
 */
export const servicesDenied = (
  statement: Statement,
  permissions: readonly Permission[],
  actions: readonly ActionFacts[],
): string[] => {
  const { principals, conditions, effect } = statement
  const isForEveryone = !principals.negated && principals.items.some(({ kind }) => kind === 'any')
  if (effect !== 'Deny' || !isForEveryone || conditions.items.length === 0 || conditions.more.length > 0) return []
  const denied = new Set(
    actions
      .filter(a => isForServices(a) && covers(statement.actions.items, statement.actions.negated, a) === true)
      .map(({ name }) => name),
  )
  const named = permissions
    .filter(
      ({ principal, actions: given }) =>
        principal.kind === 'service' && given.some(({ facts }) => denied.has(facts.name)),
    )
    .filter(({ principal }) => hits(statement, byService(principal.text)))
    .map(({ principal }) => print(principal.text))
  const forwards = denied.size > 0 && concernsNetwork(statement) && hits(statement, forwarded)
  return [...new Set(named), ...(forwards ? ['a service that acts for someone'] : [])]
}
