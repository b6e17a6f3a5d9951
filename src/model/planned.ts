import type { Node } from './node.js'

/** A value that a plan shows, as JSON gives it. */
export interface Fact {
  readonly value: unknown
  /** It is judged, and never printed. */
  readonly sensitive: boolean
}

/** What a plan knows of an attribute of a resource or data source, by its address; undefined where it knows nothing. */
export type Facts = (address: string, attribute: string) => Fact | undefined

/** What a plan tells of the configuration it was made of: enough to find that, and to evaluate it as Terraform did. */
export interface Planned {
  /** The values of the variables of the root module, as JSON gives them. */
  readonly variables: ReadonlyMap<string, unknown>
  /** What the root module declares and can be told by its name: `aws_kms_key.a`, `module.b`, `var.c`. */
  readonly declares: readonly string[]
  /** What the plan was found to know while it was read. */
  readonly facts: Facts
  /** Reads the plan once more for what it knows of these attributes, by address; undefined where it cannot be read again. */
  readonly look: (wanted: ReadonlyMap<string, ReadonlySet<string>>) => Promise<Facts | undefined>
  /** Hides what the plan says is sensitive in a policy that was read elsewhere. */
  readonly hide: (policy: Node) => Node
}
