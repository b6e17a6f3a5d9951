import type { Key } from './key.js'
import type { KeyClass } from './kms.js'
import { all, isUnknown, not, Unknown, type Known, type Truth } from './truth.js'

/**
 * The class of a key by its spec and usage.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-compare.html
 */
export const keyClassOf = ({ spec, usage }: Pick<Key, 'spec' | 'usage'>): Known<KeyClass> => {
  if (usage === 'SIGN_VERIFY') return 'asymmetric-signing'
  if (usage === 'KEY_AGREEMENT') return 'key-agreement'
  if (usage === 'GENERATE_VERIFY_MAC') return 'hmac'
  if (isUnknown(spec)) return spec
  if (spec.startsWith('HMAC_')) return 'hmac'
  if (spec === 'SYMMETRIC_DEFAULT') return 'symmetric'
  if (/^ML_DSA_|^ECC_SECG_|EDWARDS/.test(spec)) return 'asymmetric-signing'
  return isUnknown(usage) ? usage : 'asymmetric-encryption'
}

const usages: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^SYMMETRIC_DEFAULT$/, ['ENCRYPT_DECRYPT']],
  [/^HMAC_/, ['GENERATE_VERIFY_MAC']],
  [/^RSA_/, ['ENCRYPT_DECRYPT', 'SIGN_VERIFY']],
  [/^ECC_SECG_|^ML_DSA_/, ['SIGN_VERIFY']],
  [/^ECC_/, ['SIGN_VERIFY', 'KEY_AGREEMENT']],
]

/**
 * Whether AWS makes a key of this spec for this usage; of a spec that is not listed here it may.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html#KMS-CreateKey-request-KeyUsage
 */
export const fits = ({ spec, usage }: Pick<Key, 'spec' | 'usage'>): Truth => {
  if (isUnknown(spec)) return spec
  if (isUnknown(usage)) return usage
  return usages.find(([name]) => name.test(spec))?.[1].includes(usage) ?? true
}

/**
 * Whether AWS can rotate the key's material by itself: a symmetric key with material that KMS made, and not a replica,
 * which follows its primary.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
export const canRotate = (key: Key): Truth => {
  const keyClass = keyClassOf(key)
  return all([
    isUnknown(keyClass) ? new Unknown(keyClass.holes) : keyClass === 'symmetric',
    isUnknown(key.origin) ? key.origin : key.origin === 'AWS_KMS',
    not(key.replica),
  ])
}
