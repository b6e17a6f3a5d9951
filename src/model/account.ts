import { covers } from './action.js'
import type { Attested, Key } from './key.js'
import type { ActionFacts } from './kms.js'
import { documentOf } from './read-policy.js'
import { literal } from './text.js'

/**
 * The account that a policy itself delegates its administration to: that of the account root which may call PutKeyPolicy.
 * Undefined where none or several are named.
 */
const accountDelegatedTo = (policy: Key['policy'], putKeyPolicy: ActionFacts): string | undefined => {
  if (policy.kind !== 'document') return undefined
  // a root that is not known may be the key's own, so that one which is named beside it may be that of a stranger
  const accounts = new Set<string | undefined>()
  for (const variant of policy.variants) {
    for (const { effect, principals, actions } of documentOf(variant).statements) {
      if (effect !== 'Allow' || principals.negated) continue
      const roots = principals.items.flatMap(({ kind, account }) =>
        kind === 'account-root' && account ? [account] : [],
      )
      if (roots.length === 0 || covers(actions.items, actions.negated, putKeyPolicy) !== true) continue
      for (const root of roots) accounts.add(literal(root) || undefined)
    }
  }
  const [only, ...others] = accounts
  return others.length > 0 ? undefined : only
}

/** A policy whose documents were read, so that nobody reads them again. */
const readIn = (policy: Key['policy']): Key['policy'] =>
  policy.kind === 'document'
    ? { ...policy, variants: policy.variants.map(variant => ({ read: documentOf(variant), ...variant })) }
    : policy

const partitionOf = (region: string): string =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'

/**
 * Fills in the account of a key, from what its policy delegates to, and its partition, from its Region, where the adapter
 * could not tell. `by: 'policy'` says that it is inferred.
 */
export const attest = (key: Key, actions: readonly ActionFacts[]): Key => {
  const putKeyPolicy = actions.find(({ name }) => name === 'PutKeyPolicy')
  const policy = readIn(key.policy)
  const delegated = key.account === undefined && putKeyPolicy ? accountDelegatedTo(policy, putKeyPolicy) : undefined
  const account: Attested | undefined =
    key.account ?? (delegated === undefined ? undefined : { value: delegated, by: 'policy' })
  const partition: Attested | undefined =
    key.partition ?? (key.region && { value: partitionOf(key.region.value), by: key.region.by })
  return { ...key, policy, account, partition }
}
