import { condition, type Condition } from './condition.js'
import { describe, effectiveMembers, opened, readStrings, type Report } from './elements.js'
import type { Node, ObjectNode } from './node.js'
import type { Entries } from './statement.js'
import { literal, print, type Hole } from './text.js'

/** Reports the names that stand more than once in an object, as `known` spells them. */
const reportTwice = (node: ObjectNode, known: (name: string) => string, what: string, report: Report): void => {
  const seen = new Set<string>()
  for (const { key, location } of node.members) {
    const name = literal(key)
    if (name === undefined) continue
    if (seen.has(known(name))) report(`${what.replace('%', print(key))}; only one of them counts`, location)
    seen.add(known(name))
  }
}

/** Reads a Condition element: one condition for each operator and key. */
export const readConditions = (written: Node, report: Report): Entries<Condition> => {
  const node = opened(written)
  const items: Condition[] = []
  const more: Hole[] = []
  const base = { location: node.location, negated: false, present: true }
  if (node.kind === 'hole') return { items, ...base, more: [node.hole] }
  if (node.kind !== 'object') {
    report(`Condition is ${describe[node.kind]} where an object belongs`, node.location)
    return { items, ...base, more }
  }
  reportTwice(node, name => name, 'Condition has the operator % twice', report)
  for (const operator of effectiveMembers(node, name => name)) {
    const name = print(operator.key)
    const keys = opened(operator.value)
    if (keys.kind === 'hole') {
      more.push(keys.hole)
      continue
    }
    if (keys.kind !== 'object') {
      const found = `condition operator ${name} has ${describe[keys.kind]}`
      report(`${found} where an object of condition keys belongs`, operator.location)
      continue
    }
    reportTwice(keys, key => key.toLowerCase(), `condition key % stands twice under ${name}`, report)
    for (const { key, value, location } of effectiveMembers(keys, key => key.toLowerCase())) {
      const values = readStrings(value, `the condition on ${print(key)}`, report, true)
      items.push(condition(operator.key, key, values.items, values.more, location))
    }
  }
  return { items, ...base, more }
}
