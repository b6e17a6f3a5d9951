import { arnDemand, textDemand, type Demand, type Occasion } from '../../knowledge/minimal-statement.js'
import type { Service } from '../../knowledge/service.js'
import type { Hole } from '../../model/text.js'
import type { Use } from '../../model/use.js'
import { placeOf, usesIn, type KeyScope, type PermissionScope } from './scope.js'
import { integrationsOf, servicesOf } from './services-of.js'

const comesFrom = ({ name, from }: Hole, address: string): boolean =>
  from?.address === address || name === address || name.startsWith(`${address}.`)

/** What statements for a use of the key may say, or for any use in its account where none is known. */
export const occasionOf = (scope: KeyScope, use?: Use): Occasion => {
  // what uses the key is made after it, so that the policy of the key cannot wait for it
  const users = scope.key.uses ?? []
  return {
    filling: use ? use.filling : placeOf(scope),
    destination: use?.destination,
    isCircular: hole =>
      users.some(
        ({ resource, destination }) =>
          comesFrom(hole, resource.address) || (destination !== undefined && comesFrom(hole, destination.address)),
      ),
    wide: true,
  }
}

const union = (demands: readonly Demand[]): Demand[] => {
  const [first] = demands
  if (!first) return []
  const values = demands.flatMap(demand => demand.values)
  return [(first.key === 'aws:SourceArn' ? arnDemand : textDemand)(first.key, values)]
}

/** The conditions that all of them have, each with the values of all. */
const together = (sets: readonly (readonly Demand[])[]): readonly Demand[] => {
  const [first = []] = sets
  return first.flatMap(({ key }) => {
    const same = sets.flatMap(set => set.filter(demand => demand.key === key))
    return same.length === sets.length ? union(same) : []
  })
}

/** The integrations that a permission is for, each with what is known of a use of it. */
export const occasionsOf = (
  scope: PermissionScope,
): readonly { readonly service: Service; readonly occasion: Occasion; readonly isUse: boolean }[] => {
  const services = integrationsOf(scope)
  const used = usesIn(scope).flatMap(use => {
    const service = services.find(({ id }) => id === use.service)
    return service ? [{ service, occasion: occasionOf(scope, use), isUse: true }] : []
  })
  return used.length > 0
    ? used
    : servicesOf(scope).map(service => ({ service, occasion: occasionOf(scope), isUse: false }))
}

/** The conditions that fit every integration that a permission is for, of those that have any. */
export const demandsOf = (
  scope: PermissionScope,
  of: (service: Service, occasion: Occasion, isUse: boolean) => readonly Demand[],
): readonly Demand[] =>
  together(
    occasionsOf(scope)
      .map(({ service, occasion, isUse }) => of(service, occasion, isUse))
      .filter(demands => demands.length > 0),
  )
