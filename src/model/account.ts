import { covers } from './action.js'
import type { Attested, Key } from './key.js'
import type { ActionFacts } from './kms.js'
import { readPolicy } from './read-policy.js'
import { literal } from './text.js'

/**
 * The account that a policy itself delegates its administration to: that of the account root which may call PutKeyPolicy.
 * Undefined where none or several are named.
 */
const accountDelegatedTo = (key: Key, putKeyPolicy: ActionFacts): string | undefined => {
  if (key.policy.kind !== 'document') return undefined
  // a root that is not known may be the key's own, so that one which is named beside it may be that of a stranger
  const accounts = new Set<string | undefined>()
  for (const { document } of key.policy.variants) {
    for (const { effect, principals, actions } of readPolicy(document).statements) {
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

const partitionOf = (region: string): string =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'

/**
 * Fills in the account of a key, from what its policy delegates to, and its partition, from its Region, where the adapter
 * could not tell. `by: 'policy'` says that it is inferred.
 */
export const attest = (key: Key, actions: readonly ActionFacts[]): Key => {
  const putKeyPolicy = actions.find(({ name }) => name === 'PutKeyPolicy')
  const delegated = key.account === undefined && putKeyPolicy ? accountDelegatedTo(key, putKeyPolicy) : undefined
  const account: Attested | undefined =
    key.account ?? (delegated === undefined ? undefined : { value: delegated, by: 'policy' })
  const partition: Attested | undefined =
    key.partition ?? (key.region && { value: partitionOf(key.region.value), by: key.region.by })
  return { ...key, account, partition }
}
