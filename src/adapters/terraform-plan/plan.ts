import { addressOf, type Index, type Path } from './address.js'
import type { Extracts } from './extract.js'
import { type Json } from './shape.js'

/** A resource instance: which module instance it is in, its address there without instance key, and its instance key. */
export interface Instance {
  readonly path: Path
  readonly local: string
  readonly index: Index
}

export const nameOf = ({ path, local, index }: Instance): string => addressOf(path, local, index)

/** An element of `resource_changes`, `resource_drift` or `deferred_changes`. */
export interface Change extends Instance {
  readonly address: string
  readonly type: string
  readonly actions: readonly string[]
  readonly before: Json | undefined
  readonly after: Json | undefined
  /** `true` in place of every value that is known only after apply, shaped like `after`. */
  readonly unknown: unknown
  /** `true` in place of every sensitive value. */
  readonly beforeSensitive: unknown
  readonly afterSensitive: unknown
}

/** A resource of `prior_state`. */
export interface StateResource extends Instance {
  readonly address: string
  readonly type: string
  readonly values: Json
  readonly sensitive: unknown
}

/** An `aws_iam_policy_document` that is read at apply: parsed only when a key needs it. */
export interface DeferredDocument extends Instance {
  readonly change: () => Change | undefined
}

export interface ConfigResource {
  readonly local: string
  readonly type: string
  readonly provider: string | undefined
  readonly expressions: Json
  readonly forEach: unknown
  readonly count: unknown
}

export interface ConfigVariable {
  readonly default: unknown
  readonly sensitive: boolean
}

export interface ConfigCall {
  readonly expressions: Json
  readonly forEach: unknown
  readonly count: unknown
  readonly module: ConfigModule
}

/** A module as written, once for all its instances. */
export interface ConfigModule {
  readonly resources: Map<string, ConfigResource>
  readonly calls: Map<string, ConfigCall>
  readonly outputs: Map<string, unknown>
  readonly variables: Map<string, ConfigVariable>
}

/** What is taken from a plan: key resources, policy documents, and the configuration that ties them together. */
export interface Plan {
  readonly formatVersion: string | undefined
  readonly errored: boolean
  readonly complete: boolean
  readonly deferred: boolean
  /** Whether the plan has `resource_changes`: a refresh-only plan has none. */
  readonly hasChanges: boolean
  readonly variables: ReadonlyMap<string, unknown>
  readonly changes: readonly Change[]
  readonly drift: readonly Change[]
  readonly documents: readonly DeferredDocument[]
  readonly state: readonly StateResource[]
  /** The resources that may use a key, with no more than was wanted of them. */
  readonly wanted: Extracts
  readonly providers: ReadonlyMap<string, Json>
  readonly root: ConfigModule
}
