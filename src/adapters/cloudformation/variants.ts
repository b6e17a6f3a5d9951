import { isDeepStrictEqual } from 'node:util'
import type { World } from '../../model/deployed.js'
import type { Choices } from './choices.js'
import type { Way } from './explore.js'
import type { Run } from './scope.js'
import { worldOf, type Decided } from './world.js'

/** What a resource is on one way, with what was asked on it. */
export interface Outcome<T> {
  readonly content: T
  readonly labels: Run['labels']
  readonly variables: Run['variables']
}

/** One variant, with a label where there are others. */
export interface Labelled<T> {
  readonly when: string | undefined
  readonly world: World
  readonly content: T
}

/** The labels without those that all ways share. */
const telling = (labels: readonly (readonly string[])[]): (readonly string[])[] => {
  const [first = [], ...others] = labels
  const shared = new Set(first.filter(label => others.every(other => other.includes(label))))
  return labels.map(list => list.filter(label => label !== '' && !shared.has(label)))
}

const joined = (labels: readonly string[]): string => labels.join(', ')

const grouped = <T>(items: readonly T[], identity: (item: T) => string): T[][] => {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(identity(item), [...(groups.get(identity(item)) ?? []), item])
  return [...groups.values()]
}

/** Whether all ways come to the same. */
const isOne = <T>(ways: readonly Way<Outcome<T>>[]): boolean =>
  ways.every(({ value }) => isDeepStrictEqual(value.content, ways[0]?.value.content))

const namesIn = ({ decisions }: Choices): readonly string[] => [...new Set(decisions.map(({ name }) => name))]

const decidedOn = <T>({ choices, value }: Way<Outcome<T>>): Decided => ({ choices, variables: value.variables })

/** The names that the labels tell of. */
const namesTold = <T>({ choices, value }: Way<Outcome<T>>, labels: readonly string[]): readonly string[] =>
  [...new Set([...value.labels.parameters, ...namesIn(choices)])].filter(name => labels.includes(choices.told(name)))

/**
 * Gives each way a label that tells it from the others: by the conditions that decide its branches, where they do not by the
 * values of parameters, and in the end by all that was decided. Ways with the same conditions that come to the same are one.
 */
export const labelled = <T>(ways: readonly Way<Outcome<T>>[]): readonly Labelled<T>[] => {
  const [first] = ways
  if (first && isOne(ways)) {
    const world = worldOf(ways.map(decidedOn), { conditions: [], names: [] })
    return [{ when: undefined, world, content: first.value.content }]
  }
  const byCondition = telling(ways.map(({ value }) => [...value.labels.conditions]))
  const told = ways.map((way, index) => ({ conditions: byCondition[index] ?? [], ...way }))
  return grouped(told, ({ conditions }) => joined(conditions)).flatMap(group => {
    const isMerged = isOne(group)
    const members = isMerged ? group.slice(0, 1) : group
    const byParameter = telling(members.map(({ value, choices }) => [...value.labels.parameters].map(choices.told)))
    const byAll = telling(members.map(({ choices }) => namesIn(choices).map(choices.told)))
    const finer =
      new Set(byParameter.map(joined).filter(label => label !== '')).size === members.length ? byParameter : byAll
    return members.map((member, index) => {
      const { value, conditions } = member
      const labels = finer[index] ?? []
      const world = worldOf((isMerged ? group : [member]).map(decidedOn), {
        conditions,
        names: namesTold(member, labels),
      })
      return { when: joined([...conditions, ...labels]), world, content: value.content }
    })
  })
}
