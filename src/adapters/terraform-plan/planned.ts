import type { Fact, Facts, Planned } from '../../model/planned.js'
import type { Source } from '../../model/source.js'
import { utf8Chunks } from '../encoding.js'
import { nameOf, type Plan } from './plan.js'
import { readFacts } from './read-facts.js'
import type { Hide } from './sensitive.js'
import { asObject, dig } from './shape.js'

/** What the root module declares, from the configuration and, where a plan has none, from what it does to keys. */
const declaredIn = ({ root, changes, drift, state }: Plan): readonly string[] => [
  ...new Set([
    ...root.resources.keys(),
    ...[...root.calls.keys()].map(name => `module.${name}`),
    ...[...root.variables.keys()].map(name => `var.${name}`),
    ...[...changes, ...drift, ...state].map(({ path: [first], local }) => (first ? `module.${first.name}` : local)),
  ]),
]

/** What was read of data sources on the way. */
const factsOf = ({ state }: Plan): Facts => {
  const known = new Map(state.filter(({ local }) => local.startsWith('data.')).map(r => [nameOf(r), r]))
  return (address, attribute): Fact | undefined => {
    const found = known.get(address)
    const value = found && dig(found.values, attribute)
    if (value === undefined || value === null) return undefined
    const mark = asObject(found?.sensitive)?.[attribute]
    return { value, sensitive: mark !== undefined && mark !== false }
  }
}

/** What a plan tells of its configuration. */
export const plannedOf = (plan: Plan, source: Source, hide: Hide): Planned => ({
  variables: plan.variables,
  declares: declaredIn(plan),
  facts: factsOf(plan),
  look: async wanted => {
    const chunks = source.again?.()
    return chunks && readFacts(utf8Chunks(chunks, source.head), wanted)
  },
  hide,
})
