import type { ActionFacts, ConditionKeyType } from '../model/kms.js'
import json from './kms-data.json' with { type: 'json' }

type ByLevel = Readonly<Record<ActionFacts['level'], Readonly<Record<string, readonly string[]>>>>

/** What the Service Authorization Reference says of KMS. A name that ends in `:` or `/` stands for all keys that begin with it. */
interface KmsData {
  /** The package and version that the file was made from. */
  readonly source: string
  /** Condition keys of each action that works on a key, and so can stand in a key policy. */
  readonly keyActions: ByLevel
  readonly otherActions: ByLevel
  /** Condition keys that tell of the key itself, on every action that works on one. */
  readonly keyProperties: readonly string[]
  /** Those of KMS and those of every service. */
  readonly conditionKeys: Readonly<Record<Exclude<ConditionKeyType, 'Binary'>, readonly string[]>>
  readonly multivalued: readonly string[]
}

/**
 * The generated part of the knowledge: `scripts/generate-knowledge.mjs` makes the file.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html
 */
export const data: KmsData = json
