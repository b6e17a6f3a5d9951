import type { Location } from './location.js'
import type { Node } from './node.js'
import type { Text } from './text.js'

/** What the undecided choices of an input come to on one way through. */
export interface World {
  /** `IsProd is true`; absent where nothing was decided. */
  readonly when?: string
  /** Both at once; undefined where they contradict each other. */
  readonly and: (other: World) => World | undefined
}

/** Both worlds at once; undefined where they contradict each other. */
export const together = (
  a: World | undefined,
  b: World | undefined,
): { readonly world: World | undefined } | undefined => {
  if (!a || !b) return { world: a ?? b }
  const world = a.and(b)
  return world && { world }
}

/** A resource that the input would create or change, or that it shows unchanged, and that may use a key. */
export interface Deployed {
  /** As that of a key: `aws_sns_topic.alarms["x"]`, a CloudFormation logical id. */
  readonly address: string
  /** `aws_sns_topic`, `AWS::SNS::Topic`. */
  readonly type: string
  readonly location: Location
  /** The module calls or nested stacks that lead here, outermost first. */
  readonly via: readonly Location[]
  readonly account?: string
  readonly region?: string
  /** One for each consistent way in which undecided choices turn out; none of them where the resource is never there. */
  readonly variants: readonly DeployedVariant[]
}

export interface DeployedVariant {
  readonly world?: World
  /** An object with at least the wanted properties that are given; a hole that stands for an attribute says from where. */
  readonly properties: Node
}

/** Where paths of properties lead on from one place, by their next step; where none does, all that is there matters. */
export interface Steps {
  readonly next: ReadonlyMap<string, Steps>
}

/** Which resources an adapter is to read: by type, the paths of the properties that matter (`kms_key_id`, `KmsKeyId`). */
export type Wanted = ReadonlyMap<string, Steps>

/** What starts with the same step stands together; where one path ends, the others that go on from there are in it. */
export const stepsOf = (paths: readonly (readonly string[])[]): Steps => {
  const rests = new Map<string, (readonly string[])[]>()
  for (const [step, ...rest] of paths) if (step !== undefined) rests.set(step, [...(rests.get(step) ?? []), rest])
  const isEnd = (all: readonly (readonly string[])[]): boolean => all.some(rest => rest.length === 0)
  return { next: new Map(Array.from(rests, ([step, all]) => [step, isEnd(all) ? { next: new Map() } : stepsOf(all)])) }
}

/** One value of a property. */
export interface PropertyValue {
  readonly text: Text
  readonly location: Location
}

const collect = (node: Node, path: readonly string[], depth: number, found: PropertyValue[]): void => {
  const { location } = node
  const step = path[depth]
  if (node.kind === 'list') for (const item of node.items) collect(item, path, depth, found)
  else if (node.kind === 'hole') found.push({ text: [node.hole], location })
  else if (step === undefined) {
    if (node.kind === 'text' || node.kind === 'number') found.push({ text: node.text, location })
    else if (node.kind === 'boolean') found.push({ text: [String(node.value)], location })
  } else if (node.kind === 'object') {
    for (const { key, value } of node.members)
      if (key.length === 1 && key[0] === step) collect(value, path, depth + 1, found)
  }
}

/** All values at a path of properties: `origin.domain_name`. Lists on the way are gone through; what is not known gives its hole. */
export const valuesAt = (node: Node, path: readonly string[]): readonly PropertyValue[] => {
  const found: PropertyValue[] = []
  collect(node, path, 0, found)
  return found
}
