import type { DestinationKind } from '../model/use.js'

/** How sure an entry is. What is from memory never gives more than a notice. */
export const confidences = ['verified', 'partial', 'memory'] as const
export type Confidence = (typeof confidences)[number]

/**
 * Who calls KMS for an integration.
 *
 * - `service`: a service principal, which only the key policy can let in
 * - `service-linked-role`: a role that IAM policies of the account cannot reach, so that only the key policy can let it in
 * - `role`: a role that the customer passes to the service; runtime calls carry no `kms:ViaService` unless another service is between
 * - `caller`: the identity that calls the service, with `kms:ViaService`
 * - `account`: an account of AWS's own
 * - `none`: nobody; a customer managed key cannot be used
 */
export const callerKinds = ['service', 'service-linked-role', 'role', 'caller', 'account', 'none'] as const
export type ServiceCaller = (typeof callerKinds)[number]

/**
 * Whether AWS shows a condition key in a key policy for the integration: `documented`; shown without it (`undocumented`); said not to
 * be supported, so that demanding it breaks the integration (`unsupported`); not in the documentation, but seen to work (`community`).
 */
export const supports = ['documented', 'undocumented', 'unsupported', 'community'] as const
export type Support = (typeof supports)[number]

/** An action pattern as documented, and the case that needs it. */
export interface OptionalActions {
  readonly actions: readonly string[]
  readonly why: string
}

/** One pair of an encryption context. In values, see `Service`. */
export interface ContextPair {
  readonly key: string
  /** What the service sends, each of them possible. Empty where the pair is known by its key alone. */
  readonly values: readonly string[]
  /** The form to write in a condition, where it is wider than the value. */
  readonly condition: string | undefined
}

/** Where a property takes a key: `type` and the path in it, `aws_cloudtrail` and `kms_key_id`. */
export interface PropertyPath {
  readonly type: string
  readonly path: readonly string[]
}

/** How a resource comes to use a key: by a property of its own, or by delivering into one that holds the key. */
export interface UsePath {
  /** The property that takes the key; for a delivery, the one that names the destination. */
  readonly property: PropertyPath
  readonly into: DestinationKind | undefined
  /** The property that `${Name}` stands for. */
  readonly name: readonly string[] | undefined
  /** Values that other properties of the resource must have; none means that it must be absent. */
  readonly only: readonly { readonly path: readonly string[]; readonly among: readonly string[] }[]
}

/**
 * What one integration of an AWS service needs from a key policy.
 *
 * In patterns, `${Partition}`, `${Region}` and `${Account}` are those of the key, `${Name}` the name of the resource that uses it,
 * `${Destination}` the ARN of the topic, queue or bucket that is delivered into; any other `${...}` is something that is not known.
 */
export interface Service {
  readonly id: string
  readonly name: string
  readonly confidence: Confidence
  readonly caller: ServiceCaller
  /** Service principals, or the ARNs of service-linked roles. */
  readonly principals: readonly string[]
  /** The principal in opt-in Regions, where it is another. */
  readonly optInPrincipals: readonly string[]
  /** The value of `kms:ViaService` where calls go through the service. */
  readonly via: string | undefined
  /** The smallest documented set. */
  readonly required: readonly string[]
  readonly optional: readonly OptionalActions[]
  /** What some page of AWS grants although less is enough. */
  readonly superset: readonly string[]
  readonly context: readonly ContextPair[]
  /** AWS's own statement for the integration has no condition on the context. */
  readonly contextInStatement: boolean
  readonly sourceArn: Support
  readonly sourceArns: readonly string[]
  readonly sourceAccount: Support
  readonly uses: readonly UsePath[]
  readonly failure: { readonly phase: 'deploy' | 'runtime' | 'both' | 'none'; readonly effect: string }
  readonly notes: readonly string[]
  readonly sources: readonly string[]
}

/** Takes `aws_cloudtrail.kms_key_id` or `AWS::CloudTrail::Trail.KMSKeyId` apart; undefined where it is neither. */
export const parsePropertyPath = (written: string): PropertyPath | undefined => {
  const [type = '', ...path] = written.split('.')
  return /^([a-z]+(_[a-z0-9]+)+|\w+::\w+::\w+)$/.test(type) && path.length > 0 && path.every(step => /^\w+$/.test(step))
    ? { type, path }
    : undefined
}
