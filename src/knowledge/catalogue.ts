import { literal, type Text } from '../model/text.js'
import { isUnknown, type Truth } from '../model/truth.js'
import { stepsOf, type Wanted } from '../model/deployed.js'
import { lazy } from '../model/lazy.js'
import { matches } from '../model/wildcard.js'
import { anyPart, fill } from './fill.js'
import { aliases, holders } from './holders.js'
import type { Service, UsePath } from './service.js'

/** The service catalogue: keyward's own entries, with those of the user. */
export interface Catalogue {
  readonly services: readonly Service[]
  readonly service: (id: string) => Service | undefined
  /** The integrations that act as a service principal; those that only may, where holes hide its name. */
  readonly ofPrincipal: (principal: Text) => readonly Service[]
  /** All service principals by their pattern. */
  readonly principals: readonly string[]
  /** The resource types and properties that tell who uses a key. */
  readonly wanted: Wanted
  /** How resources of a type come to use a key. */
  readonly usesBy: (type: string) => readonly (readonly [Service, UsePath])[]
}

/** The patterns that were filled already, those of catalogues: each is held against every principal. */
const filled = new Map<string, { readonly plain: Text; readonly inChina: Text }>()

/** A service principal as a pattern: `logs.*.amazonaws.com`. */
const patternOf = (principal: string) => {
  const known = filled.get(principal)
  if (known) return known
  const plain = fill(principal, {}, anyPart)
  const made = { plain, inChina: [...plain, '.cn'] }
  if (filled.size < 1000) filled.set(principal, made)
  return made
}

/** Whether a service principal is the one of a pattern, in any Region and partition. */
export const isPrincipal = (pattern: string, principal: Text): Truth => {
  const { plain, inChina } = patternOf(pattern)
  const truth = matches(plain, principal, { wildcards: true })
  return truth === false ? matches(inChina, principal, { wildcards: true }) : truth
}

const wantedBy = (services: readonly Service[]): Wanted => {
  const wanted = new Map<string, (readonly string[])[]>()
  const want = (type: string, path: readonly string[] | undefined): void => {
    if (path && path.length > 0) wanted.set(type, [...(wanted.get(type) ?? []), path])
  }
  for (const { uses } of services) {
    for (const { property, name, only } of uses) {
      for (const path of [property.path, name, ...only.map(({ path }) => path)]) want(property.type, path)
    }
  }
  for (const { type, paths } of holders) for (const path of paths) want(type, path)
  for (const { type, name, key } of aliases) for (const path of [name, key]) want(type, path)
  return new Map(Array.from(wanted, ([type, paths]) => [type, stepsOf(paths)]))
}

/** Makes a catalogue of entries; what it tells is found out when it is first asked. */
export const catalogueOf = (read: () => readonly Service[]): Catalogue => {
  const services = lazy(read)
  const byId = lazy(() => new Map(services().map(service => [service.id, service])))
  const wanted = lazy(() => wantedBy(services()))
  const byType = lazy(() => {
    const found = new Map<string, (readonly [Service, UsePath])[]>()
    for (const service of services()) {
      for (const path of service.uses) {
        const paths = found.get(path.property.type) ?? []
        paths.push([service, path])
        found.set(path.property.type, paths)
      }
    }
    return found
  })
  const principals = lazy(() => [
    ...new Set(
      services()
        .filter(({ caller }) => caller === 'service' || caller === 'none')
        .flatMap(({ principals, optInPrincipals }) => [...principals, ...optInPrincipals]),
    ),
  ])
  /** By spelling: as it stands, which begins with no bracket, or as a list where holes are in it, any text each. */
  const known = new Map<string, readonly Service[]>()
  const find = (principal: Text): readonly Service[] => {
    const found = services().map(service => ({
      service,
      truths: [...service.principals, ...service.optInPrincipals].map(pattern => isPrincipal(pattern, principal)),
    }))
    const sure = found.filter(({ truths }) => truths.includes(true))
    return (sure.length > 0 ? sure : found.filter(({ truths }) => truths.some(isUnknown))).map(({ service }) => service)
  }
  return {
    get services() {
      return services()
    },
    get principals() {
      return principals()
    },
    get wanted() {
      return wanted()
    },
    usesBy: type => byType().get(type) ?? [],
    service: id => byId().get(id),
    ofPrincipal: principal => {
      const spelling =
        literal(principal) ??
        JSON.stringify(principal.map(part => (typeof part === 'string' ? part : (part.value ?? null))))
      const found = known.get(spelling)
      if (found) return found
      const made = find(principal)
      if (known.size < 1000) known.set(spelling, made)
      return made
    },
  }
}
