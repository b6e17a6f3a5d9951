import { canRotate, keyClassOf } from '../../model/key-class.js'
import { isDescribed } from '../../model/settings.js'
import { isUnknown } from '../../model/truth.js'
import type { VocabularyType } from '../rule.js'
import { told, type KeyScope } from './scope.js'

/** AWS waits this long where no waiting period is given. @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html */
const defaultDeletionWindow = 30

export const keyType: VocabularyType<KeyScope> = {
  about: 'The key.',
  print: ({ key }) => key.address,
  place: ({ key }) => key.location,
  fields: {
    address: {
      type: 'string',
      about: 'Its address in Terraform, its logical id, or the file of a bare policy.',
      read: ({ key }) => key.address,
    },
    type: { type: 'string', about: 'Its resource type, `key-policy` for a bare policy.', read: ({ key }) => key.type },
    isDescribed: {
      type: 'bool',
      about: 'The input shows the key itself, not only its policy.',
      read: ({ key }) => isDescribed(key),
    },
    account: { type: 'string', about: 'Its account.', read: ({ key }) => told(key.account, 'the account of the key') },
    region: { type: 'string', about: 'Its Region.', read: ({ key }) => told(key.region, 'the Region of the key') },
    isEnabled: {
      type: 'bool',
      about: 'It is enabled; nothing can be done with a key that is not.',
      read: ({ key }) => key.enabled,
    },
    spec: { type: 'string', about: 'Its key spec, such as `SYMMETRIC_DEFAULT`.', read: ({ key }) => key.spec },
    usage: { type: 'string', about: 'Its key usage, such as `ENCRYPT_DECRYPT`.', read: ({ key }) => key.usage },
    origin: {
      type: 'string',
      about: 'Where its material comes from, such as `AWS_KMS`.',
      read: ({ key }) => key.origin,
    },
    keyClass: {
      type: 'string',
      about: '`symmetric`, `hmac`, `asymmetric-encryption`, `asymmetric-signing` or `key-agreement`.',
      read: ({ key }) => keyClassOf(key),
    },
    isReplica: { type: 'bool', about: 'It is a replica of a multi-Region key.', read: ({ key }) => key.replica },
    rotates: { type: 'bool', about: 'Automatic rotation is on.', read: ({ key }) => key.rotation },
    canRotate: {
      type: 'bool',
      about: 'AWS can rotate it: symmetric, material made by KMS, not a replica.',
      read: ({ key }) => canRotate(key),
    },
    bypassesLockoutCheck: {
      type: 'bool',
      about: "AWS's check that someone can still change the policy is switched off.",
      read: ({ key }) => key.bypassLockoutCheck,
    },
    deletionWindow: {
      type: 'int',
      about: 'The waiting period before it is deleted, in days; 30 where none is given.',
      read: ({ key }) =>
        isUnknown(key.deletionWindow) ? key.deletionWindow : (key.deletionWindow ?? defaultDeletionWindow),
    },
    isManaged: {
      type: 'bool',
      about: 'It is an AWS managed key, such as `alias/aws/sns`, whose policy nobody can change.',
      read: ({ key }) => key.policy.kind === 'managed',
    },
    hasDefaultPolicy: {
      type: 'bool',
      about: 'No policy is given, so that AWS attaches its own.',
      read: ({ key }) => key.policy.kind === 'default',
    },
    policySources: {
      type: 'list<string>',
      about: 'The resources that give it a policy.',
      read: ({ key }) => key.policySources.map(({ address }) => address),
    },
  },
}
