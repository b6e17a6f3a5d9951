import { parseArn } from './arn.js'
import type { Key } from './key.js'
import { isDescribed } from './settings.js'
import { holesOf, literal, type Text } from './text.js'
import { all, any, isUnknown, Unknown, type Truth } from './truth.js'
import { isAnything, matches } from './wildcard.js'

const wild = { wildcards: true } as const

const standsForKey = (resource: Text): boolean => {
  const [only] = resource
  return resource.length === 1 && typeof only === 'object' && only.stands === 'key-arn'
}

const agrees = (pattern: Text, attested: { readonly value: string } | undefined): Truth =>
  attested ? matches(pattern, [attested.value], wild) : true

/** Whether a resource pattern is one for every key of an account and Region, such as `arn:aws:kms:*:111122223333:key/*`. */
export const isEveryKey = (resource: Text): boolean => {
  const arn = parseArn(resource)
  return arn !== undefined && !isUnknown(arn) && /^(key\/)?\*+$/.test(literal(arn.resource) ?? '')
}

/**
 * Whether a Resource entry of a key policy means the key that the policy belongs to. `*` does; an alias, another service's
 * ARN or another key's never do, and neither does a literal key ARN for a key that is still to be created.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
 */
export const isThisKey = (resource: Text, key: Key): Truth => {
  if (isAnything(resource) || standsForKey(resource)) return true
  const knownArns = any(key.arns.filter(arn => arn.startsWith('arn:')).map(arn => matches(resource, [arn], wild)))
  if (knownArns === true) return true
  const arn = parseArn(resource)
  if (arn === undefined) return false
  if (isUnknown(arn)) return arn
  const possible = all([
    matches(arn.service, ['kms'], wild),
    agrees(arn.partition, key.partition),
    agrees(arn.region, key.region),
    agrees(arn.account, key.account),
  ])
  if (possible === false) return false
  if (isEveryKey(resource)) return possible
  const isKey = matches(['key/*'], arn.resource, wild)
  if (isKey === false || (holesOf(resource).length === 0 && (key.arns.length > 0 || isDescribed(key)))) return false
  return new Unknown(
    holesOf(resource).length > 0 ? holesOf(resource) : [{ kind: 'untold', name: 'the ARN of the key' }],
  )
}
