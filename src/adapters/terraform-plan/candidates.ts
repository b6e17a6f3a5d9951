import { nameOf } from './plan.js'
import type { Origin } from './resolve.js'

/** Names of arguments that take a list: the plan does not tell those from others whose value is not known. */
export const isPlural = (name: string): boolean => /[^s]s$/.test(name) && !name.endsWith('alias')

/** The only one of each type: an output of the module that is not told leads to one of them. */
const onePerType = (origins: readonly Origin[]): readonly Origin[] => {
  const found = new Map<string, Map<string, Origin>>()
  for (const origin of origins) {
    if (origin.kind !== 'resource') continue
    const type = origin.local.slice(0, origin.local.lastIndexOf('.'))
    found.set(type, (found.get(type) ?? new Map<string, Origin>()).set(nameOf(origin), origin))
  }
  return [...found.values()].flatMap(ofType => (ofType.size === 1 ? [...ofType.values()] : []))
}

const maxCandidates = 100

/** What the elements of a list may come from, or the value that one output of a module is. */
export const candidates = (origins: readonly Origin[], isList: boolean): readonly Origin[] => {
  const named = origins.filter(({ kind }) => kind === 'resource' || kind === 'some')
  if (!isList && named.length > 1) return []
  return named.flatMap(o => (o.kind === 'some' ? onePerType(o.of) : [o])).slice(0, maxCandidates)
}
