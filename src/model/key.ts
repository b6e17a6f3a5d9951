import type { Location } from './location.js'
import type { Node } from './node.js'
import type { Decision } from './decision.js'
import type { World } from './deployed.js'
import type { PolicyDocument } from './statement.js'
import type { Hole, Text } from './text.js'
import type { Known } from './truth.js'
import type { Use } from './use.js'

/** One consistent way in which undecided choices can turn out. `when` labels it: `IsProd is true`; absent if there is no choice. */
export interface Variant {
  readonly when?: string
  /** What it tells, one by one, where that is known: some of it may do for several variants. */
  readonly decisions?: readonly Decision[]
  /** The choices themselves, for what else of the input depends on them. */
  readonly world?: World
  readonly document: Node
  /** What the document says, where it was read already. */
  readonly read?: PolicyDocument
  /** What the choices make of the key itself, where they decide that too. */
  readonly settings?: Partial<KeySettings>
}

/**
 * The key policy as far as the input shows it.
 *
 * - `document`: at least in part known; holes in the nodes say what is not
 * - `default`: none is given, so AWS attaches the one that delegates to IAM
 * - `unknown`: nothing of it can be seen, because of `hole`
 * - `malformed`: given, but not a JSON object; `message` says why
 */
export type Policy =
  | {
      readonly kind: 'document'
      readonly variants: readonly Variant[]
      readonly location: Location
      /** How its statements are written, where the resource and the file do not tell. */
      readonly dialect?: Dialect
    }
  | { readonly kind: 'default'; readonly location: Location }
  | { readonly kind: 'unknown'; readonly hole: Hole; readonly location: Location }
  | { readonly kind: 'malformed'; readonly message: string; readonly location: Location }

/**
 * How a statement is written: as JSON, as CloudFormation in JSON or YAML, as an object inside `jsonencode`, or as a `statement`
 * block of `aws_iam_policy_document`.
 */
export type Dialect = 'json' | 'cloudformation-json' | 'yaml' | 'hcl-object' | 'hcl-block'

/** The policy of an AWS managed key, which AWS writes and nobody can change. */
export interface ManagedPolicy {
  readonly kind: 'managed'
  readonly location: Location
}

/** A KMS grant that the input creates (`aws_kms_grant`), read as a permission of its key. */
export interface Grant {
  readonly address: string
  readonly grantee: Text
  /** Operations by their API name, such as `Decrypt`. */
  readonly operations: Known<readonly string[]>
  readonly constraints: readonly {
    readonly kind: 'EncryptionContextEquals' | 'EncryptionContextSubset'
    readonly pairs: Known<readonly { readonly key: Text; readonly value: Text }[]>
  }[]
  readonly location: Location
}

/** How an account or a Region came to be known; `policy` means inferred from what the policy says. */
export type Evidence = 'option' | 'caller-identity' | 'provider' | 'arn' | 'policy'
export interface Attested {
  readonly value: string
  readonly by: Evidence
}

/** What can be set on a key besides its policy. */
export type KeySettings = Pick<
  Key,
  'enabled' | 'spec' | 'usage' | 'origin' | 'multiRegion' | 'rotation' | 'bypassLockoutCheck' | 'deletionWindow'
>

/** A KMS key that the input would create or change, or that it shows unchanged. */
export interface Key {
  /** `aws_kms_key.audit`, `module.a["x"].aws_kms_key.this`, a CloudFormation logical id, the file of a bare policy, the alias of an AWS managed key. */
  readonly address: string
  /** What people call it, where the input tells: the construct path of a CDK key. */
  readonly name?: string
  /** The resource type: `aws_kms_key`, `aws_kms_replica_key`, `AWS::KMS::Key`, ...; `key-policy` for a bare policy, `aws-managed-key`. */
  readonly type: string
  readonly location: Location
  /** The module calls or nested stacks that lead here, outermost first. */
  readonly via: readonly Location[]
  readonly enabled: Known<boolean>
  readonly spec: Known<string>
  readonly usage: Known<string>
  readonly origin: Known<string>
  readonly multiRegion: Known<boolean>
  readonly replica: boolean
  readonly rotation: Known<boolean>
  readonly bypassLockoutCheck: Known<boolean>
  /** The waiting period before deletion in days; undefined where none is given (AWS then waits 30 days). */
  readonly deletionWindow: Known<number | undefined>
  readonly account: Attested | undefined
  readonly region: Attested | undefined
  readonly partition: Attested | undefined
  /** The key's own ARN or ids, as far as they are known: an existing key, or a literal reference. */
  readonly arns: readonly string[]
  readonly policy: Policy | ManagedPolicy
  /** The policy that the key has now, where the input shows one. */
  readonly before?: Policy
  /** Every resource that gives this key a policy, the key itself included: more than one overwrite each other. */
  readonly policySources: readonly { readonly address: string; readonly location: Location }[]
  readonly grants: readonly Grant[]
  /** The resources of the input that use the key; absent where nobody looked for them. */
  readonly uses?: readonly Use[]
}
