import { isDeepStrictEqual } from 'node:util'
import { decisionsOf, label, told, type Decision } from '../../model/decision.js'
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

/** One variant, with what tells it from the others where there are any. */
export interface Labelled<T> {
  readonly decisions: readonly Decision[] | undefined
  readonly world: World
  readonly content: T
}

/** What is decided on each way, without what all of them share. */
const telling = (ways: readonly (readonly Decision[])[]): (readonly Decision[])[] => {
  const [first = [], ...others] = ways.map(decisions => decisions.map(told))
  const shared = new Set(first.filter(label => others.every(other => other.includes(label))))
  return ways.map(decisions => decisions.filter(one => told(one) !== '' && !shared.has(told(one))))
}

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

/**
 * Gives each way what tells it from the others: by the conditions that decide its branches, where they do not by the
 * values of parameters, and in the end by all that was decided. Ways with the same conditions that come to the same are one.
 */
export const labelled = <T>(ways: readonly Way<Outcome<T>>[]): readonly Labelled<T>[] => {
  const [first] = ways
  if (first && isOne(ways)) {
    const world = worldOf(ways.map(decidedOn), { conditions: [], names: [] })
    return [{ decisions: undefined, world, content: first.value.content }]
  }
  const byCondition = telling(ways.map(({ value }) => decisionsOf(value.labels.conditions)))
  const marked = ways.map((way, index) => ({ conditions: byCondition[index] ?? [], ...way }))
  return grouped(marked, ({ conditions }) => label(conditions)).flatMap(group => {
    const isMerged = isOne(group)
    const members = isMerged ? group.slice(0, 1) : group
    const byParameter = telling(members.map(({ value, choices }) => [...value.labels.parameters].map(choices.decided)))
    const byAll = telling(members.map(({ choices }) => namesIn(choices).map(choices.decided)))
    const finer =
      new Set(byParameter.map(label).filter(one => one !== '')).size === members.length ? byParameter : byAll
    return members.map((member, index) => {
      const { value, conditions } = member
      const others = finer[index] ?? []
      const world = worldOf((isMerged ? group : [member]).map(decidedOn), {
        conditions: conditions.map(told),
        names: others.map(({ name }) => name),
      })
      return { decisions: [...conditions, ...others], world, content: value.content }
    })
  })
}
