import type { Hole } from '../../model/text.js'
import { addressOf } from './address.js'
import { nameOf, type Instance } from './plan.js'
import type { Origin, Resolver, Scope } from './resolve.js'

/** Names what an unknown value depends on. */
export interface Holes {
  /** Whether a data source was read during the plan, so that nothing unknown can come from it. */
  readonly isRead: (instance: Instance) => boolean
  /** The hole for the value of an expression; `fallback` is its name where the plan shows no reference. */
  readonly hole: (expression: unknown, scope: Scope, fallback: string, of?: HoleOf) => Hole
  /** The hole that stands for what these origins come to. */
  readonly holeOf: (origins: readonly Origin[], fallback: string) => Hole
}

export interface HoleOf {
  /** The key whose policy this is: its own ARN is told apart. */
  readonly key?: Instance
  /** The value is an account id by its place, so that the caller's account is the key's own. */
  readonly account?: boolean
}

const maxNames = 4

const isSame = (a: Instance, b: Instance): boolean => nameOf(a) === nameOf(b)

const originName = (origin: Origin): string | undefined => {
  switch (origin.kind) {
    case 'resource':
      return (
        addressOf(origin.path, origin.local, origin.index) +
        (origin.attribute === undefined ? '' : `.${origin.attribute}`)
      )
    case 'opaque':
    case 'some':
      return origin.name
    default:
      return undefined
  }
}

export const holes = (resolver: Resolver, isRead: (instance: Instance) => boolean): Holes => {
  const unread = (origins: readonly Origin[]): readonly Origin[] =>
    origins.filter(o => o.kind !== 'resource' || !isRead(o))

  /** The one resource that origins lead to; its attribute is empty where the plan does not say which. */
  const fromOf = (origins: readonly Origin[]): Hole['from'] => {
    const resources = origins.flatMap(o =>
      o.kind === 'some' ? unread(o.of).filter(({ kind }) => kind !== 'value') : [o],
    )
    const [first] = resources
    if (first?.kind !== 'resource' || !resolver.isOne(first)) return undefined
    if (resources.some(o => o.kind !== 'resource' || !isSame(o, first))) return undefined
    const isSure = resources.every(o => o.kind === 'resource' && o.attribute === first.attribute)
    return { address: nameOf(first), attribute: (isSure ? first.attribute : undefined) ?? '' }
  }

  const holeOf = (origins: readonly Origin[], fallback: string): Hole => {
    const depends = unread(origins)
    // a local may hide anything, but where a resource is named that is what makes the value unknown
    const resources = depends.filter(o => o.kind === 'resource' || o.kind === 'some')
    const names = new Set((resources.length > 0 ? resources : depends).flatMap(o => originName(o) ?? []))
    const shown = [...names].slice(0, maxNames).join(', ')
    const more = names.size > maxNames ? ` and ${names.size - maxNames} more` : ''
    const from = fromOf(resources)
    return { kind: 'after-apply', name: names.size === 0 ? fallback : shown + more, ...(from && { from }) }
  }
  const standsFor = (origins: readonly Origin[], { key, account }: HoleOf): Hole['stands'] => {
    const [only, ...others] = origins
    if (only?.kind !== 'resource' || others.length > 0) return undefined
    if (key && only.attribute === 'arn' && isSame(only, key)) return 'key-arn'
    const isAccount =
      /^data\.aws_caller_identity\./.test(only.local) && (only.attribute === 'account_id' || only.attribute === 'id')
    return account && isAccount ? 'account' : undefined
  }
  return {
    isRead,
    holeOf,
    hole: (expression, scope, fallback, of = {}) => {
      const origins = expression === undefined ? [] : resolver.origins(expression, scope)
      const stands = standsFor(origins, of)
      return { ...holeOf(origins, fallback), ...(stands && { stands }) }
    },
  }
}
