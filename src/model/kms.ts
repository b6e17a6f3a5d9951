/** The classes of key that differ in which operations work on them. */
export type KeyClass = 'symmetric' | 'hmac' | 'asymmetric-encryption' | 'asymmetric-signing' | 'key-agreement'

/** Who calls: an IAM identity (role, user, root, anyone), or a service principal that calls KMS itself. */
export type CallerKind = 'principal' | 'service'

/** Whether requests carry a condition key. */
export type Presence = 'always' | 'sometimes' | 'never'

/** One action of KMS. */
export interface ActionFacts {
  /** As AWS spells it, without the prefix: `Decrypt`. */
  readonly name: string
  readonly level: 'Write' | 'Read' | 'List' | 'Permissions management' | 'Tagging'
  /** False where it has no effect in a key policy: `CreateKey`, `ListKeys`, custom key stores. */
  readonly inKeyPolicy: boolean
  /** Whether a principal of another account can call it on the key. */
  readonly crossAccount: boolean
  /** Whether its requests can carry an encryption context. */
  readonly encryptionContext: boolean
  /** The classes of key on which it can work. */
  readonly classes: readonly KeyClass[]
  /** A cryptographic operation. */
  readonly use: boolean
  /** It changes the key, its policy, its state or who may administer it. */
  readonly administration: boolean
  /** Service-specific condition keys as AWS spells them; `kms:EncryptionContext:` with its colon stands for the family. */
  readonly conditionKeys: readonly string[]
}

export type ConditionKeyType = 'String' | 'ARN' | 'Bool' | 'Numeric' | 'Date' | 'IPAddress' | 'Binary'

/** One condition key. */
export interface ConditionKeyFacts {
  readonly name: string
  readonly type: ConditionKeyType
  readonly multivalued: boolean
  /** False where the key has no effect in a key policy. */
  readonly effective: boolean
}

/** What the model must be told about KMS: a plain table, so that the model imports nothing. */
export interface KmsKnowledge {
  readonly actions: readonly ActionFacts[]
  /** Case does not matter; families such as `kms:EncryptionContext:...` and `aws:PrincipalTag/...` are understood. Undefined: no such key. */
  readonly conditionKey: (name: string) => ConditionKeyFacts | undefined
  /** All key names, for suggestions. */
  readonly conditionKeyNames: readonly string[]
  /** Whether a request of this action by this kind of caller carries the key. `keyClass` undefined: not known. */
  readonly presence: (key: string, action: ActionFacts, caller: CallerKind, keyClass?: KeyClass) => Presence
}
