import { told, type Decision } from '../../model/decision.js'
import type { World } from '../../model/deployed.js'
import { choicesFrom, type Choices, type Variable } from './choices.js'
import type { Run } from './scope.js'

/** The most ways that a world is made of; of more it keeps what is decided on all of them. */
const maxWays = 16

/** One way through, with all that its variables can be. */
export interface Decided {
  readonly choices: Choices
  readonly variables: Run['variables']
}

/** What a label tells: what conditions came to, and names of which it tells what they can still be. */
export interface Told {
  readonly conditions: readonly string[]
  readonly names: readonly string[]
}

/** All that is decided of one thing. */
interface Settled {
  readonly variable: Variable
  readonly decisions: readonly Decision[]
}

/** What is decided on one way, by name. */
type Branch = ReadonlyMap<string, Settled>

/** What stands behind a world. */
interface Basis {
  /** It is one of these ways, whichever. */
  readonly branches: () => readonly Branch[]
  readonly conditions: readonly string[]
  readonly names: readonly string[]
  /** The decisions that the names are told from. */
  readonly decisions: readonly Decision[]
}

/** Worlds meet as `World`, which does not show what they are made of. */
interface FoundedWorld extends World {
  readonly basis: Basis
}

const isFounded = (world: World): world is FoundedWorld => 'basis' in world

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)]

const branchOf = ({ choices, variables }: Decided): Branch => {
  const branch = new Map<string, Settled>()
  for (const decision of choices.decisions) {
    const { name } = decision
    const { variable = variables.get(name) ?? { name }, decisions = [] } = branch.get(name) ?? {}
    branch.set(name, { variable, decisions: [...decisions, decision] })
  }
  return branch
}

/** Both ways at once; undefined where nothing is left for something that both decide. */
const bothOf = (a: Branch, b: Branch): Branch | undefined => {
  if (b.size === 0) return a
  const both = new Map(a)
  for (const [name, other] of b) {
    const own = a.get(name)
    const { variable } = own ?? other
    const decisions = distinct([...(own?.decisions ?? []), ...other.decisions])
    if (own && choicesFrom(decisions).candidates(variable)?.length === 0) return undefined
    both.set(name, { variable, decisions })
  }
  return both
}

const isSame = (a: Decision, b: Decision): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What is decided on all ways alike: less than each of them says, and so never a contradiction that is none. */
const shared = ([first, ...others]: readonly Branch[]): Branch => {
  const common = new Map<string, Settled>()
  for (const [name, { variable, decisions }] of first ?? []) {
    const kept = decisions.filter(decision =>
      others.every(other => other.get(name)?.decisions.some(one => isSame(one, decision))),
    )
    if (kept.length > 0) common.set(name, { variable, decisions: kept })
  }
  return common
}

const bounded = (branches: readonly Branch[]): readonly Branch[] =>
  branches.length > maxWays ? [shared(branches)] : branches

const labelOf = ({ conditions, names, decisions }: Basis): string => {
  if (names.length === 0) return conditions.join(', ')
  const { decided } = choicesFrom(decisions)
  return distinct([...conditions, ...names.map(name => told(decided(name)))])
    .filter(label => label !== '')
    .join(', ')
}

const meet = (a: Basis, b: Basis): World | undefined => {
  const branches = bounded(a.branches().flatMap(one => b.branches().flatMap(other => bothOf(one, other) ?? [])))
  if (branches.length === 0) return undefined
  return worldFrom({
    branches: () => branches,
    conditions: distinct([...a.conditions, ...b.conditions]),
    names: distinct([...a.names, ...b.names]),
    decisions: [...a.decisions, ...b.decisions],
  })
}

const worldFrom = (basis: Basis): World => {
  const when = labelOf(basis)
  const world: FoundedWorld = {
    // a world of another source decides nothing here
    and: other => (isFounded(other) ? meet(basis, other.basis) : world),
    ...(when !== '' && { when }),
    basis,
  }
  return world
}

/** The world of a variant: any of the ways that lead to it, with what its label tells. */
export const worldOf = (ways: readonly Decided[], { conditions, names }: Told): World => {
  let made: readonly Branch[] | undefined
  const named = new Set(names)
  return worldFrom({
    branches: () => (made ??= bounded(ways.map(branchOf))),
    conditions,
    names,
    decisions: ways.flatMap(({ choices }) => choices.decisions.filter(({ name }) => named.has(name))),
  })
}
