import type { Deployed } from '../../model/deployed.js'
import type { Key } from '../../model/key.js'
import type { Location } from '../../model/location.js'
import type { Node } from '../../model/node.js'
import type { Reading } from '../../model/source.js'
import { literal } from '../../model/text.js'
import type { TerraformReading } from '../terraform/index.js'
import { callsAbove, standsFor, withoutInstances } from './address.js'
import { agreement } from './agree.js'
import { placedKey } from './key.js'
import { moved, placed } from './place.js'

/** A plan on its source. */
export interface Joined {
  readonly reading: Reading
  /** What the source does not say as the plan does, in words. */
  readonly apart: readonly string[]
  /** How much that is, in statements and keys. */
  readonly distance: number
}

/** Finds what a source calls by an address, or by one that stands for any number of instances. */
const finder = <T extends { readonly address: string }>(found: readonly T[]): ((address: string) => T | undefined) => {
  const exact = new Map(found.map(one => [one.address, one]))
  const blocks = new Map<string, T[]>()
  for (const one of found) {
    const name = withoutInstances(one.address)
    blocks.set(name, [...(blocks.get(name) ?? []), one])
  }
  return address => {
    const same = exact.get(address)
    if (same) return same
    const [only, ...more] = (blocks.get(withoutInstances(address)) ?? []).filter(one => standsFor(one.address, address))
    return more.length === 0 ? only : undefined
  }
}

/** The nearest thing around an address that the source has: a module call. */
const callAround = (
  address: string,
  { calls }: TerraformReading,
): { readonly location: Location; readonly via: readonly Location[]; readonly missing: boolean } | undefined => {
  const known = callsAbove(address).flatMap(path => calls.get(path) ?? [])
  const call = known.at(-1)
  return call && { ...call, via: known.slice(0, -1).map(({ location }) => location) }
}

/** A key that the source does not have, at the module call that leads to it. */
const atCall = (key: Key, location: Location, via: readonly Location[]): Key => {
  const { policy } = key
  return {
    ...key,
    location,
    via,
    policy:
      policy.kind === 'document'
        ? {
            ...policy,
            location,
            variants: policy.variants.map(variant => ({ ...variant, document: moved(variant.document, location) })),
          }
        : { ...policy, location },
    policySources: key.policySources.map(({ address }) => ({ address, location })),
    grants: key.grants.map(grant => ({ ...grant, location })),
  }
}

const placedResource = (resource: Deployed, source: Deployed | undefined): Deployed => {
  if (!source) return resource
  const others = source.variants.map(({ properties }) => properties)
  return {
    ...resource,
    location: source.location,
    via: source.via,
    variants: resource.variants.map(variant => {
      const other = others.find(properties => agreement(variant.properties, properties) !== undefined)
      return {
        ...variant,
        properties: other ? placed(variant.properties, other) : moved(variant.properties, source.location),
      }
    }),
  }
}

const counted = (n: number): string => `${String(n)} ${n === 1 ? 'statement' : 'statements'}`

const statementsIn = (document: Node): number => {
  const statements =
    document.kind === 'object' ? document.members.find(({ key }) => literal(key) === 'Statement') : undefined
  return statements?.value.kind === 'list' ? statements.value.items.length : 1
}

/** Whether a policy of the source has statements that the plan lacks: the plan may be an old one. */
const saysMore = ({ policy: plan }: Key, { policy: source }: Key): boolean =>
  plan.kind === 'document' &&
  source.kind === 'document' &&
  source.variants.some(({ document }) =>
    plan.variants.every(variant => statementsIn(variant.document) < statementsIn(document)),
  )

/** Lays a plan on what was read of its source: the plan says what there is, the source says where. */
export const joined = (plan: Reading, source: TerraformReading, hide: (policy: Node) => Node): Joined => {
  const find = finder(source.keys)
  const apart: string[] = []
  const used = new Set<Key>()
  let distance = 0
  const keys = plan.keys.map(key => {
    const own = find(key.address)
    if (own) {
      used.add(own)
      const { key: made, strays } = placedKey(key, own, hide)
      distance += strays
      if (strays > 0) apart.push(`${key.address} has ${counted(strays)} that ${strays === 1 ? 'is' : 'are'} not there`)
      return made
    }
    const call = callAround(key.address, source)
    if (!call?.missing) {
      apart.push(`${key.address} is not there`)
      distance++
    }
    return call ? atCall(key, call.location, call.via) : key
  })
  const resourceOf = finder(source.resources ?? [])
  const left = source.keys.filter(key => !used.has(key))
  const lacks = plan.keys.some(key => {
    const own = find(key.address)
    return own !== undefined && saysMore(key, own)
  })
  return {
    reading: {
      ...plan,
      keys,
      ...(plan.resources && { resources: plan.resources.map(r => placedResource(r, resourceOf(r.address))) }),
      skipped: [
        ...plan.skipped,
        ...left.map(({ address }) => ({ address, reason: 'it is in the source and not in the plan' })),
      ],
      // a plan that does not fit must not keep the source from being judged
      covers: [
        ...(plan.covers ?? []),
        ...(source.covers ?? []),
        ...(!lacks && apart.length === 0 && left.length === 0 ? [source.folder] : []),
      ],
    },
    apart,
    distance,
  }
}
