import { coverageOf } from './action.js'
import type { Condition } from './condition.js'
import { holds, type Context } from './holds.js'
import type { ActionFacts } from './kms.js'
import type { Permission } from './permission.js'
import type { Statement } from './statement.js'
import { print, type Text } from './text.js'
import { all, any, isUnknown, some, Unknown, when, type Truth } from './truth.js'

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

/** Whether the statement is for every principal. */
const isForEveryone = ({ principals: { items, negated, more } }: Statement): Truth =>
  !negated &&
  any([...items.map(({ kind }) => when(kind, name => name === 'any')), ...(more.length > 0 ? [new Unknown(more)] : [])])

/** Whether the conditions hold, those that are not known included. */
const hits = ({ conditions: { items, more } }: Statement, context: Context): Truth =>
  all([...items.map(condition => holds(condition, context)), ...(more.length > 0 ? [new Unknown(more)] : [])])

const concerns = ({ key }: Condition, keys: ReadonlySet<string>): Truth => when(key, name => keys.has(name))

/** Whether the conditions are about the network, and about nothing else but how to spare services. */
const concernsNetwork = ({ conditions: { items, more } }: Statement): Truth =>
  all([
    any([...items.map(item => concerns(item, networkKeys)), ...(more.length > 0 ? [new Unknown(more)] : [])]),
    ...items.map(item => any([concerns(item, networkKeys), concerns(item, sparingKeys)])),
  ])

/** What is to be said where something is true, and an unknown where that is open. */
const said = <T>(truth: Truth, what: T): readonly (T | Unknown)[] => (isUnknown(truth) ? [truth] : truth ? [what] : [])

/**
 * The services that a conditional Deny for everyone stops although it means people, because their requests lack the key
 * that the condition asks for: those that the policy allows, and `a service that acts for someone` for all that forward requests.
 * Unknown ones stand only where none is sure to be stopped.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-aws.html
 */
export const servicesDenied = (
  statement: Statement,
  permissions: readonly Permission[],
  actions: readonly ActionFacts[],
): readonly (string | Unknown)[] => {
  const { conditions, effect } = statement
  const forEveryone = isForEveryone(statement)
  const isConditional = conditions.items.length > 0 || conditions.more.length > 0
  if (effect !== 'Deny' || forEveryone === false || !isConditional) return []
  const covers = coverageOf(statement.actions)
  const denies = (given: readonly ActionFacts[]): Truth => some(given.filter(isForServices), covers)
  const named = permissions
    .filter(({ principal }) => principal.kind === 'service')
    .flatMap(({ principal, actions: given }) =>
      said(
        all([forEveryone, denies(given.map(({ facts }) => facts)), hits(statement, byService(principal.text))]),
        print(principal.text),
      ),
    )
  const forwards = said(
    all([forEveryone, denies(actions), concernsNetwork(statement), hits(statement, forwarded)]),
    'a service that acts for someone',
  )
  const found = [...new Set([...named, ...forwards])]
  const sure = found.filter(one => !isUnknown(one))
  return sure.length > 0 ? sure : found
}
