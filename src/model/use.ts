import type { Deployed, World } from './deployed.js'
import type { Location } from './location.js'
import type { Text } from './text.js'

/** A resource that uses a key, or that delivers into one that does. */
export interface Use {
  /** The entry of the service catalogue that speaks of it: `cloudtrail-trail`. */
  readonly service: string
  /** What acts: the trail, the log group; for a delivery the one that delivers. */
  readonly resource: Deployed
  /** The addresses under which the input may name the source of its requests: the resource, or the one that it is about. */
  readonly sources: readonly string[]
  /** The topic, queue or bucket that holds the key, where the resource delivers into one. */
  readonly destination: Destination | undefined
  /** Where the key, or the destination, is named. */
  readonly location: Location
  readonly world: World | undefined
  /** What `${Name}` and the other placeholders of the catalogue stand for, as far as it is known. */
  readonly filling: Filling
}

/** Kinds of resource that others deliver into or start from, and that hold the key. */
export const destinationKinds = ['topic', 'queue', 'bucket', 'launch-template'] as const
export type DestinationKind = (typeof destinationKinds)[number]

/** A resource that others deliver into, or start from. */
export interface Destination {
  /** Its address; of one that the input does not hold its name. */
  readonly address: string
  readonly kind: DestinationKind
  /** Of a bucket: whether it has an S3 Bucket Key, which makes its ARN the encryption context. Undefined: not known. */
  readonly bucketKey: boolean | undefined
}

/** Texts by the names of placeholders: `Account`, `Name`, `Destination`. */
export type Filling = Readonly<Record<string, Text>>
