import { describe, elementsOf, opened, readStrings, type Report } from './elements.js'
import type { Node } from './node.js'
import { readPrincipal, type Principal } from './principal.js'
import type { Entries } from './statement.js'
import { literal, type Hole } from './text.js'

const principalTypes = ['AWS', 'Service', 'Federated', 'CanonicalUser']

/** Reads a Principal or NotPrincipal element, its map, list and string spellings folded. */
export const readPrincipals = (written: Node, negated: boolean, report: Report): Entries<Principal> => {
  const node = opened(written)
  const base = { items: [], more: [], location: node.location, negated, present: true }
  if (node.kind === 'hole') return { ...base, more: [node.hole] }
  if (node.kind === 'text') {
    if (literal(node.text) !== '*') {
      report('a principal that is a bare string can only be "*"; write {"AWS": ...} or {"Service": ...}', node.location)
    }
    return { ...base, items: [readPrincipal('*', node.text, node.location)] }
  }
  if (node.kind !== 'object') {
    report(`Principal is ${describe[node.kind]} where an object or "*" belongs`, node.location)
    return base
  }
  if (node.members.length === 0) report('Principal is empty', node.location)
  const elements = elementsOf(node, principalTypes, 'Principal', report)
  const items: Principal[] = []
  const more: Hole[] = [...elements.more]
  for (const [element, { value }] of elements.byName) {
    const strings = readStrings(value, `Principal.${element}`, report)
    for (const hole of strings.more) more.push(hole)
    for (const { text, location } of strings.items) items.push(readPrincipal(element, text, location))
  }
  return { ...base, items, more }
}
