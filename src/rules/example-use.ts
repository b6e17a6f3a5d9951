import { destinationArns } from '../knowledge/holders.js'
import { fill, untoldPart } from '../knowledge/fill.js'
import { destinationKinds, type Filling, type Use } from '../model/use.js'
import type { Data } from './data.js'
import { textOf } from './example-policy.js'
import type { Locate, Path } from './rule.js'

/**
 * Reads one use of an example: the entry of the catalogue, the address of the resource and its name; for a delivery the kind and
 * the name of the destination.
 */
export const readUse = (data: Data, value: unknown, path: Path, locate: Locate, place: Filling): Use | undefined => {
  const fields = data.fields(value, path, ['service', 'resource'], ['name', 'into', 'destination', 'bucketKey'])
  const service = data.text(fields, 'service')
  const address = data.text(fields, 'resource')
  const kind = data.oneOf(fields, 'into', destinationKinds)
  const name = textOf(data.text(fields, 'name') ?? '${hole:name}')
  const destination = data.text(fields, 'destination') ?? 'example'
  const bucketKey = data.boolean(fields, 'bucketKey')
  if (service === undefined || address === undefined) return undefined
  const location = locate(path)
  const own = { ...place, Name: textOf(destination) }
  return {
    service,
    resource: { address, type: address.replace(/\..*/, ''), location, via: [], variants: [] },
    sources: [address],
    destination: kind && { address: destination, kind, bucketKey },
    location,
    world: undefined,
    filling: { Name: name, ...(kind && { Destination: fill(destinationArns[kind], own, untoldPart) }) },
  }
}
