import type { ActionFacts, KeyClass } from '../model/kms.js'

/** What the Service Authorization Reference does not say of an action that works on a key. */
export type Traits = Pick<ActionFacts, 'classes' | 'crossAccount' | 'use' | 'administration'>

const every: readonly KeyClass[] = ['symmetric', 'hmac', 'asymmetric-encryption', 'asymmetric-signing', 'key-agreement']
const encrypting: readonly KeyClass[] = ['symmetric', 'asymmetric-encryption']
const symmetric: readonly KeyClass[] = ['symmetric']
const hmac: readonly KeyClass[] = ['hmac']
const signing: readonly KeyClass[] = ['asymmetric-signing']
const agreement: readonly KeyClass[] = ['key-agreement']
const asymmetric: readonly KeyClass[] = ['asymmetric-encryption', 'asymmetric-signing', 'key-agreement']

/** The "cryptographic operations" of the Developer Guide; each can be called from another account. */
const use = (classes: readonly KeyClass[]): Traits => ({
  classes,
  crossAccount: true,
  use: true,
  administration: false,
})

/** Changes the key, its policy, its state, or what IAM policies can tell it by (tags, aliases). Only its own account can. */
const administration = (classes: readonly KeyClass[]): Traits => ({
  classes,
  crossAccount: false,
  use: false,
  administration: true,
})

/** Neither uses nor changes the key. */
const reading = (classes: readonly KeyClass[]): Traits => ({
  classes,
  crossAccount: false,
  use: false,
  administration: false,
})

const fromAnyAccount = (traits: Traits): Traits => ({ ...traits, crossAccount: true })

/**
 * The actions that can stand in a key policy, by the classes of key on which they work, whether another account can call
 * them, and whether they use or administer the key. Grants are neither: they have rules of their own.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-compare.html for the classes
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html for cross-account use
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/kms-cryptography.html for the cryptographic operations
 */
export const traits: Readonly<Record<string, Traits>> = {
  Decrypt: use(encrypting),
  DeriveSharedSecret: use(agreement),
  Encrypt: use(encrypting),
  GenerateDataKey: use(symmetric),
  GenerateDataKeyPair: use(symmetric),
  GenerateDataKeyPairWithoutPlaintext: use(symmetric),
  GenerateDataKeyWithoutPlaintext: use(symmetric),
  GenerateMac: use(hmac),
  ReEncryptFrom: use(encrypting),
  ReEncryptTo: use(encrypting),
  Sign: use(signing),
  Verify: use(signing),
  VerifyMac: use(hmac),

  CancelKeyDeletion: administration(every),
  CreateAlias: administration(every),
  DeleteAlias: administration(every),
  DeleteImportedKeyMaterial: administration(every),
  DisableKey: administration(every),
  DisableKeyRotation: administration(symmetric),
  EnableKey: administration(every),
  EnableKeyRotation: administration(symmetric),
  ImportKeyMaterial: administration(every),
  PutKeyPolicy: administration(every),
  ReplicateKey: administration(every),
  RotateKeyOnDemand: administration(symmetric),
  ScheduleKeyDeletion: administration(every),
  TagResource: administration(every),
  UntagResource: administration(every),
  UpdateAlias: administration(every),
  UpdateKeyDescription: administration(every),
  UpdatePrimaryRegion: administration(every),

  CreateGrant: fromAnyAccount(reading(every)),
  ListGrants: fromAnyAccount(reading(every)),
  RetireGrant: fromAnyAccount(reading(every)),
  RevokeGrant: fromAnyAccount(reading(every)),

  DescribeKey: fromAnyAccount(reading(every)),
  GetKeyLastUsage: reading(every),
  GetKeyPolicy: reading(every),
  GetKeyRotationStatus: fromAnyAccount(reading(every)),
  GetParametersForImport: reading(every),
  GetPublicKey: fromAnyAccount(reading(asymmetric)),
  ListKeyPolicies: reading(every),
  ListKeyRotations: reading(every),
  ListResourceTags: reading(every),
  // an internal call of KMS between the Regions of one key
  SynchronizeMultiRegionKey: reading(every),
}

/** Of an action that works on no key, so that a key policy cannot give it. */
export const elsewhere: Traits = reading([])
