import type { Location } from './location.js'
import { scalarText, type Member, type Node, type ObjectNode } from './node.js'
import type { Defect, Entries } from './statement.js'
import { holesOf, literal, print, type Hole, type Text } from './text.js'

/** Takes note of something that is wrong with a document; an error unless it says otherwise. */
export type Report = (message: string, location: Location, severity?: Defect['severity']) => void

/** The members that count: of those with the same name, as `fold` spells it, the last, as AWS takes it. */
export const effectiveMembers = (node: ObjectNode, fold: (name: string) => string): Member[] => {
  const last = new Map<string, Member>()
  const nameOf = ({ key }: Member): string | undefined => {
    const name = literal(key)
    return name === undefined ? undefined : fold(name)
  }
  for (const member of node.members) {
    const name = nameOf(member)
    if (name !== undefined) last.set(name, member)
  }
  return node.members.filter(member => {
    const name = nameOf(member)
    return name === undefined || last.get(name) === member
  })
}

/** What a node is, for a message: `a list`. */
export const describe: Readonly<Record<Node['kind'], string>> = {
  object: 'an object',
  list: 'a list',
  text: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
  hole: 'unknown',
}

/** The members of an object by name, and the holes of names that hide what they are. */
export interface Elements {
  readonly byName: ReadonlyMap<string, Member>
  readonly more: readonly Hole[]
}

/** Reads the members by name, the last of duplicates as AWS takes it; unknown and duplicate names are reported. */
export const elementsOf = (node: ObjectNode, known: readonly string[], what: string, report: Report): Elements => {
  const byName = new Map<string, Member>()
  const more: Hole[] = []
  for (const member of node.members) {
    const name = literal(member.key)
    if (name === undefined) {
      more.push(...holesOf(member.key))
      report(`the name of an element of ${what} is not known: ${print(member.key)}`, member.location, 'warning')
    } else if (!known.includes(name)) {
      const meant = known.find(element => element.toLowerCase() === name.toLowerCase())
      const advice = meant ? `: write ${meant}` : `; it takes ${known.join(', ')}`
      report(`unknown element ${print(member.key)} in ${what}${advice}`, member.location)
    } else {
      if (byName.has(name)) report(`${what} has the element ${name} twice; only one of them counts`, member.location)
      byName.set(name, member)
    }
  }
  return { byName, more }
}

/** A text that is one hole and nothing else may be a value of any shape. */
export const opened = (node: Node): Node => {
  const only = node.kind === 'text' && node.text.length === 1 ? node.text[0] : undefined
  return typeof only === 'object' && only.value === undefined
    ? { kind: 'hole', hole: only, location: node.location }
    : node
}

interface Strings {
  readonly items: readonly { readonly text: Text; readonly location: Location }[]
  readonly more: readonly Hole[]
}

/**
 * Reads a string or a list of strings; anything else in it is reported. `scalars` admits numbers and booleans.
 * A hole in place of the whole is one entry, which may stand for any of the strings it turns out to be.
 */
export const readStrings = (node: Node, what: string, report: Report, scalars = false): Strings => {
  const nodes = node.kind === 'list' ? node.items : [node]
  const items: { text: Text; location: Location }[] = []
  const more: Hole[] = []
  if (node.kind === 'list' && node.items.length === 0) report(`${what} is an empty list`, node.location)
  for (const item of nodes) {
    const isScalar = item.kind === 'number' || item.kind === 'boolean'
    const t = isScalar && !scalars ? undefined : scalarText(item)
    if (item.kind === 'hole' && item.many) more.push(item.hole)
    else if (t === undefined) report(`${what} has ${describe[item.kind]} where a string belongs`, item.location)
    else items.push({ text: t, location: item.location })
  }
  return { items, more }
}

/** An element that is not there. */
export const absent = (location: Location): Entries<never> => ({
  items: [],
  more: [],
  location,
  negated: false,
  present: false,
})
