import type { Deployed, DeployedVariant, PropertyValue, World } from '../model/deployed.js'
import { together, valuesAt } from '../model/deployed.js'
import type { Key } from '../model/key.js'
import { parseArn } from '../model/arn.js'
import { literal, type Text } from '../model/text.js'
import { isUnknown } from '../model/truth.js'
import type { Destination, Filling, Use } from '../model/use.js'
import type { Catalogue } from './catalogue.js'
import { fill, untoldPart } from './fill.js'
import { aliases, destinationArns, holders, type Holder } from './holders.js'
import type { UsePath } from './service.js'

/** The most uses that are followed: a few resources can name each other in very many ways. */
const maxUses = 20_000

/** The addresses that holes in a text come from. */
const addressesIn = (t: Text): readonly string[] =>
  t.flatMap(part => (typeof part === 'string' ? [] : (part.from?.address ?? [])))

/** The last part of an ARN or path: an id or a name. */
const lastPart = (name: string): string => name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1)

/** Collects values under several names; a name that is taken by two means both. */
const index = <T>() => {
  const found = new Map<string, Set<T>>()
  return {
    add: (name: string, value: T): void => {
      found.set(name, (found.get(name) ?? new Set<T>()).add(value))
    },
    get: (name: string): readonly T[] => [...(found.get(name) ?? [])],
  }
}

const variantsOf = (resource: Deployed) => resource.variants.map(variant => ({ resource, variant }))

type ByType = (type: string) => readonly Deployed[]

/** The resources of a type, in their order. */
const byTypeOf = (resources: readonly Deployed[]): ByType => {
  const found = new Map<string, Deployed[]>()
  for (const resource of resources) {
    const same = found.get(resource.type)
    if (same) same.push(resource)
    else found.set(resource.type, [resource])
  }
  return type => found.get(type) ?? []
}

/** Finds the keys that a text names: by reference, ARN, id or alias. */
const keyFinder = (keys: readonly Key[], ofType: ByType) => {
  const byAddress = new Map(keys.map(key => [key.address, key]))
  const byName = index<Key>()
  for (const key of keys) {
    for (const arn of key.arns) {
      byName.add(arn, key)
      // the keys of a multi-Region set share one id, so that only the ARN tells them apart
      if (!lastPart(arn).startsWith('mrk-')) byName.add(lastPart(arn), key)
    }
  }
  const direct = (t: Text): readonly Key[] => {
    const written = literal(t)
    const referred = addressesIn(t).flatMap(address => byAddress.get(address) ?? [])
    return [...new Set([...referred, ...(written === undefined ? [] : byName.get(written))])]
  }
  const aliasTargets = index<Key>()
  for (const { type, name, key } of aliases) {
    for (const { resource, variant } of ofType(type).flatMap(variantsOf)) {
      const targets = valuesAt(variant.properties, key).flatMap(({ text }) => direct(text))
      const names = valuesAt(variant.properties, name).flatMap(({ text }) => literal(text) ?? [])
      for (const target of targets) for (const alias of [resource.address, ...names]) aliasTargets.add(alias, target)
    }
  }
  return (t: Text): readonly Key[] => {
    const found = direct(t)
    if (found.length > 0) return found
    const written = literal(t)?.replace(/^arn:[^:]*:kms:[^:]*:[^:]*:(?=alias\/)/, '')
    const named = [...addressesIn(t), ...(written === undefined ? [] : [written])]
    return [...new Set(named.flatMap(aliasTargets.get))]
  }
}

/** A topic, queue or bucket with the value of its key. */
interface Held {
  readonly destination: Destination
  readonly key: PropertyValue
  readonly world: World | undefined
  readonly arn: Text
}

const nameHole = ({ address }: { readonly address: string }): Text => [
  { kind: 'expression', name: address, stands: 'name' },
]

const surroundings = ({ account, region }: Pick<Deployed, 'account' | 'region'>): Filling => ({
  ...(account !== undefined && { Account: [account] }),
  ...(region !== undefined && { Region: [region] }),
})

const bucketKeyOf = (variant: DeployedVariant, { bucketKey }: Holder): boolean | undefined => {
  if (!bucketKey) return undefined
  const values = valuesAt(variant.properties, bucketKey).map(({ text }) => literal(text))
  // without the property there is none
  return values.length === 0
    ? false
    : values.every(v => v === 'true')
      ? true
      : values.every(v => v === 'false')
        ? false
        : undefined
}

/** The topics, queues and buckets among the resources, and how to find those that a text names. */
const destinationFinder = (resources: readonly Deployed[], ofType: ByType) => {
  const byVariant = new Map<DeployedVariant, Held>()
  const byAddress = index<Held>()
  const byName = { topic: index<Held>(), queue: index<Held>(), bucket: index<Held>(), 'launch-template': index<Held>() }
  const owners = new Map(resources.map(resource => [resource.address, resource]))
  for (const holder of holders) {
    for (const { resource, variant } of ofType(holder.type).flatMap(variantsOf)) {
      const of = holder.of && valuesAt(variant.properties, holder.of)
      const owner = of
        ? of
            .flatMap(({ text }) => addressesIn(text))
            .map(a => owners.get(a))
            .find(o => o)
        : resource
      const ownName =
        owner && owner !== resource && owner.variants[0] && valuesAt(owner.variants[0].properties, ['bucket'])[0]
      const name = (ownName || valuesAt(variant.properties, holder.name)[0])?.text ?? nameHole(owner ?? resource)
      const address = owner?.address ?? literal(name) ?? resource.address
      const arn = fill(destinationArns[holder.kind], { ...surroundings(resource), Name: name }, untoldPart)
      for (const key of valuesAt(variant.properties, holder.key)) {
        const held: Held = {
          destination: { address, kind: holder.kind, bucketKey: bucketKeyOf(variant, holder) },
          key,
          world: variant.world,
          arn,
        }
        byVariant.set(variant, held)
        byAddress.add(address, held)
        const written = literal(name)
        if (written !== undefined) byName[holder.kind].add(written, held)
      }
    }
  }
  const named = (t: Text, kind: Destination['kind']): readonly Held[] => {
    const arn = parseArn(t)
    const name = arn === undefined || isUnknown(arn) ? literal(t) : literal(arn.resource)
    // the domain of a bucket begins with its name, and what follows in an ARN is a prefix in it
    const bare = kind === 'bucket' ? name?.replace(/(\.s3[.-].*|\/.*)$/, '') : name
    return bare === undefined ? [] : byName[kind].get(bare)
  }
  const find = (t: Text, kind: Destination['kind']): readonly Held[] => {
    const referred = addressesIn(t)
      .flatMap(byAddress.get)
      .filter(held => held.destination.kind === kind)
    return referred.length > 0 ? referred : named(t, kind)
  }
  return { find, of: (variant: DeployedVariant): Held | undefined => byVariant.get(variant) }
}

const isMeant = ({ properties }: DeployedVariant, { only }: UsePath): boolean =>
  only.every(({ path, among }) => {
    const values = valuesAt(properties, path).map(({ text }) => literal(text))
    if (among.length === 0) return values.length === 0
    // one that cannot be seen does not make sure of it
    return values.length > 0 && values.every(value => value !== undefined && among.includes(value))
  })

/** Finds what `${Name}` stands for, and whose name it is. */
const namer = (resources: readonly Deployed[], pathsOf: (type: string) => readonly (readonly string[])[]) => {
  const byAddress = new Map(resources.map(resource => [resource.address, resource]))
  const nameOf = (address: string): Text | undefined => {
    const resource = byAddress.get(address)
    const [variant] = resource?.variants ?? []
    if (!resource || !variant) return undefined
    return pathsOf(resource.type).flatMap(path => valuesAt(variant.properties, path))[0]?.text
  }
  return (resource: Deployed, { properties }: DeployedVariant, { name }: UsePath) => {
    const written = name && valuesAt(properties, name)[0]?.text
    if (!written) return { name: nameHole(resource), sources: [resource.address] }
    const addresses = addressesIn(written)
    const arn = parseArn(written)
    // a subscription names its topic by ARN
    const own = arn === undefined || isUnknown(arn) ? written : arn.resource
    const [only] = addresses
    const named = own.length === 1 && only !== undefined ? nameOf(only) : undefined
    return { name: named ?? own, sources: [resource.address, ...addresses] }
  }
}

/** The uses of customer keys, and what delivers into something encrypted with an AWS managed key (`alias/aws/sns`), which nobody can let in. */
export interface Uses {
  readonly ofKey: ReadonlyMap<Key, readonly Use[]>
  readonly ofManagedKeys: readonly { readonly alias: string; readonly use: Use }[]
  /** There are more than the 20,000 that are followed. */
  readonly bounded: boolean
}

const managed = /(?:^|:)(alias\/aws\/[a-z0-9-]+)$/

/** Finds the uses of keys among the resources of one source. */
export const usesOf = (keys: readonly Key[], resources: readonly Deployed[], catalogue: Catalogue): Uses => {
  const byKey = new Map<Key, Map<string, Use>>()
  const ofManagedKeys: { readonly alias: string; readonly use: Use }[] = []
  const ofType = byTypeOf(resources)
  const keysIn = keyFinder(keys, ofType)
  const held = destinationFinder(resources, ofType)
  const nameFor = namer(resources, type => [
    ...holders.filter(holder => holder.type === type && !holder.of).map(holder => holder.name),
    ...catalogue.usesBy(type).flatMap(([, { name }]) => (name ? [name] : [])),
  ])
  let count = 0
  const add = (t: Text, use: Use): void => {
    if (++count > maxUses) return
    const alias = managed.exec(literal(t) ?? '')?.[1]
    if (alias !== undefined && use.destination && use.destination.address !== use.resource.address)
      ofManagedKeys.push({ alias, use })
    const named = keysIn(t)
    if (named.length === 0) return
    const identity = JSON.stringify([use.service, use.resource.address, use.destination?.address, use.world?.when])
    for (const key of named) {
      const uses = byKey.get(key) ?? new Map<string, Use>()
      if (!uses.has(identity)) byKey.set(key, uses.set(identity, use))
    }
  }
  for (const { resource, variant } of resources.flatMap(variantsOf)) {
    for (const [service, path] of catalogue.usesBy(resource.type)) {
      if (!isMeant(variant, path)) continue
      const { name, sources } = nameFor(resource, variant, path)
      const filling: Filling = { ...surroundings(resource), Name: name }
      const common = { service: service.id, resource, sources }
      for (const { text, location } of valuesAt(variant.properties, path.property.path)) {
        if (path.into === undefined) {
          const own = held.of(variant)
          const arn = own && { Destination: own.arn }
          const use = { destination: own?.destination, ...common, location, world: variant.world }
          add(text, { filling: { ...filling, ...arn }, ...use })
          continue
        }
        for (const { world, destination, arn, key } of held.find(text, path.into)) {
          const both = together(variant.world, world)
          if (both)
            add(key.text, { destination, ...common, location, ...both, filling: { ...filling, Destination: arn } })
        }
      }
    }
  }
  const ofKey = new Map([...byKey].map(([key, uses]) => [key, [...uses.values()]] as const))
  return { ofKey, ofManagedKeys, bounded: count > maxUses }
}

/** An AWS managed key that something delivers with, as a key of its own. */
export const managedKeys = ({ ofManagedKeys }: Uses): readonly Key[] => {
  const byAlias = index<Use>()
  for (const { alias, use } of ofManagedKeys) byAlias.add(alias, use)
  return [...new Set(ofManagedKeys.map(({ alias }) => alias))].flatMap(alias => {
    const uses = byAlias.get(alias)
    const [first] = uses
    if (!first) return []
    const { location } = first.resource
    return [
      {
        address: alias,
        type: 'aws-managed-key',
        location,
        via: [],
        enabled: true,
        spec: 'SYMMETRIC_DEFAULT',
        usage: 'ENCRYPT_DECRYPT',
        origin: 'AWS_KMS',
        multiRegion: false,
        replica: false,
        rotation: true,
        bypassLockoutCheck: false,
        deletionWindow: undefined,
        account: undefined,
        region: undefined,
        partition: undefined,
        arns: [],
        policy: { kind: 'managed', location },
        policySources: [],
        grants: [],
        uses,
      },
    ]
  })
}
