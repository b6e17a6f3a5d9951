import type { Key } from '../model/key.js'
import { severities, type Severity, type Undetermined } from '../model/report.js'
import type { Hole } from '../model/text.js'
import type { Rule, Subject } from './rule.js'

/** A subject of which a rule could not be decided. */
export interface Doubt {
  readonly rule: Rule
  readonly key: Key
  readonly subject: Subject
  readonly severity: Severity
  readonly holes: readonly Hole[]
}

const graver = (a: Doubt, b: Doubt): Doubt => (severities.indexOf(b.severity) < severities.indexOf(a.severity) ? b : a)

const maxReasons = 10

const explanations: Readonly<Record<Hole['kind'], string>> = {
  'after-apply': 'is known only after apply',
  sensitive: 'is sensitive',
  parameter: 'has no value',
  pseudo: 'depends on where this is deployed',
  expression: 'cannot be evaluated',
  untold: 'is not in the input',
}

const reasonsOf = (holes: readonly Hole[]): Undetermined['reasons'] => {
  const byName = new Map(
    holes.map(({ name, kind }) => [name, { hole: name, message: `${name} ${explanations[kind]}` }]),
  )
  return [...byName.values()].slice(0, maxReasons)
}

/** One entry for a rule on a statement of a key, whatever the number of its permissions, conditions and variants. At most ten reasons. */
export const mergeUndetermined = (doubts: readonly Doubt[]): readonly Undetermined[] => {
  const groups = new Map<string, [Doubt, ...Doubt[]]>()
  for (const doubt of doubts) {
    const { rule, key, subject } = doubt
    const identity = JSON.stringify([rule.id, key.address, key.location, subject.statement, subject.location])
    const group = groups.get(identity)
    if (group) group.push(doubt)
    else groups.set(identity, [doubt])
  }
  return [...groups.values()].map(group => {
    const [{ rule, key, subject }] = group
    return {
      rule: rule.id,
      severity: group.reduce(graver).severity,
      address: key.address,
      ...(subject.statement && { statement: subject.statement }),
      location: subject.location,
      reasons: reasonsOf(group.flatMap(doubt => doubt.holes)),
    }
  })
}
