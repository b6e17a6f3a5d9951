import type { Fact, Facts } from '../../model/planned.js'
import { stateVisit } from './read-state.js'
import { scan, skip, type Take, type Visit } from './scan.js'
import { asString, dig } from './shape.js'

/** Whether there is a mark in a tree of them. */
const isMarked = (marks: unknown): boolean =>
  marks === true || (typeof marks === 'object' && marks !== null && Object.values(marks).some(isMarked))

/**
 * Reads what a plan knows of some attributes of resources and data sources, by address, and passes over everything else. What
 * a change makes of an attribute comes before what it is now.
 */
export const readFacts = async (
  chunks: AsyncIterable<Uint8Array>,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Facts> => {
  const after = new Map<string, ReadonlyMap<string, Fact | undefined>>()
  const now = new Map<string, ReadonlyMap<string, Fact | undefined>>()

  const factsIn = (address: string, values: unknown, unknown: unknown, sensitive: unknown) =>
    new Map(
      [...(wanted.get(address) ?? [])].map(attribute => {
        const value = dig(values, attribute)
        const isKnown = value !== undefined && value !== null && !isMarked(dig(unknown, attribute)) && unknown !== true
        const isSensitive = sensitive === true || isMarked(dig(sensitive, attribute))
        return [attribute, isKnown ? { value, sensitive: isSensitive } : undefined] as const
      }),
    )
  const taking = (take: (element: unknown, address: string) => void): Take => ({
    kind: 'take',
    only: { name: 'address', test: address => wanted.has(address) },
    take: element => {
      take(element, asString(dig(element, 'address')) ?? '')
    },
  })
  const changes = taking((element, address) => {
    const change = dig(element, 'change')
    after.set(
      address,
      factsIn(address, dig(change, 'after'), dig(change, 'after_unknown'), dig(change, 'after_sensitive')),
    )
  })
  const state = taking((element, address) => {
    now.set(address, factsIn(address, dig(element, 'values'), undefined, dig(element, 'sensitive_values')))
  })
  const top = (key: string): Visit => {
    if (key === 'resource_changes') return { kind: 'items', item: changes }
    if (key !== 'prior_state') return skip
    return { kind: 'members', member: name => (name === 'values' ? stateVisit(state) : skip) }
  }
  // what is too large to be read was told when the plan was read
  const scanner = scan(top, { element: 64 * 1024 * 1024, depth: 500 }, () => undefined)
  for await (const chunk of chunks) scanner.push(chunk)
  return (address, attribute) => (after.get(address) ?? now.get(address))?.get(attribute)
}
