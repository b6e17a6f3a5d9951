import type { Change, Instance } from './plan.js'
import { nameOf } from './plan.js'
import { argument, type Origin, type Resolver } from './resolve.js'
import { asString, dig } from './shape.js'

/** A key resource and the names that AWS knows it by. */
export interface Named {
  readonly change: Change
  readonly arns: readonly string[]
}

/** Finds the key that another resource names in one of its attributes. */
export type FindKey = (change: Change, attribute: string) => Named | undefined

const identifiers: readonly (string | undefined)[] = ['arn', 'id', 'key_id', undefined]

/** The ARN and ids of a resource, as far as the plan knows them; of a replaced key only the new ones. */
export const arnsOf = ({ actions, before, after }: Change): readonly string[] => {
  const values = actions.includes('create') ? [after] : [after, before]
  const found = values.flatMap(v => ['arn', 'key_id', 'id'].flatMap(name => asString(dig(v, name)) ?? []))
  return [...new Set(found)].filter(value => value !== '')
}

/** The id in an ARN of a key; an id stays as it is. */
const idOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1)

/** The keys that an expression may give the identifier of. */
const keyOrigins = (origins: readonly Origin[]): readonly Instance[] =>
  origins.flatMap(o =>
    o.kind === 'some' ? keyOrigins(o.of) : o.kind === 'resource' && identifiers.includes(o.attribute) ? [o] : [],
  )

/** By the value where it is known, or else by what the configuration refers to; undefined where that leaves several keys. */
export const finder = (keys: readonly Named[], resolver: Resolver): FindKey => {
  const byName = new Map(keys.map(key => [nameOf(key.change), key]))
  const index = (names: (key: Named) => readonly string[]): ReadonlyMap<string, readonly Named[]> => {
    const found = new Map<string, Named[]>()
    for (const key of keys) for (const name of names(key)) found.set(name, [...(found.get(name) ?? []), key])
    return found
  }
  const byArn = index(key => key.arns)
  const byId = index(key => key.arns.map(idOf))
  const only = (found: Iterable<Named>): Named | undefined => {
    const [first, ...others] = new Set(found)
    return others.length === 0 ? first : undefined
  }
  const byValue = (value: string): Named | undefined =>
    // the keys of a multi-Region set share one id, so that the ARN is asked first
    only(byArn.get(value) ?? []) ?? (value.startsWith('arn:') ? undefined : only(byId.get(value) ?? []))

  return (change, attribute) => {
    const value = asString(dig(change.after, attribute))
    const found = value === undefined || value === '' ? undefined : byValue(value)
    if (found) return found
    const expression = argument(resolver.config(change)?.expressions, attribute)
    const origins = keyOrigins(resolver.origins(expression, resolver.scope(change)))
    return only(origins.flatMap(o => byName.get(nameOf(o)) ?? []))
  }
}
