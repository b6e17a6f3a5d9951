import { decisionsOf, label } from '../../../model/decision.js'
import type { World } from '../../../model/deployed.js'
import type { Decisions } from '../evaluate/run.js'

/** Both at once; undefined where they decide the same condition differently. */
const both = (a: Decisions, b: Decisions): Decisions | undefined =>
  [...b].every(([name, value]) => (a.get(name) ?? value) === value) ? new Map([...a, ...b]) : undefined

/** Worlds meet as `World`, which does not show what they are made of. */
interface DecidedWorld extends World {
  readonly decisions: Decisions
}

const isDecided = (world: World): world is DecidedWorld => 'decisions' in world

/** The way on which conditions turn out like this. */
export const worldOf = (decisions: Decisions): World => {
  const world: DecidedWorld = {
    ...(decisions.size > 0 && { when: label(decisionsOf(decisions)) }),
    and: other => {
      const all = isDecided(other) ? both(decisions, other.decisions) : decisions
      return all && worldOf(all)
    },
    decisions,
  }
  return world
}
