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
  const accounts = key.policy.variants.flatMap(({ document }) =>
    readPolicy(document)
      .statements.filter(
        ({ effect, principals, actions }) =>
          effect === 'Allow' && !principals.negated && covers(actions.items, actions.negated, putKeyPolicy) === true,
      )
      .flatMap(({ principals }) => principals.items)
      .flatMap(({ kind, account }) => (kind === 'account-root' && account ? [literal(account) || undefined] : [])),
  )
  // beside a root that is not known, which may be the key's own, a named one may be that of a stranger
  const distinct = new Set(accounts)
  return distinct.size === 1 ? accounts[0] : undefined
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
