import { absent, describe, elementsOf, opened, readStrings, type Report } from './elements.js'
import type { Member, Node, ObjectNode } from './node.js'
import { readConditions } from './read-conditions.js'
import { readPrincipals } from './read-principals.js'
import type { Entries, ResourcePattern, Statement } from './statement.js'
import { holesOf, literal, type Hole, type Text } from './text.js'
import { Unknown, type Known } from './truth.js'

type ByName = ReadonlyMap<string, Member>

const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]

const noEffect = 'AWS accepts the statement and it has no effect'

interface Picked {
  readonly member: Member
  readonly negated: boolean
}

/** One of two elements of which a statement takes exactly one, such as Action and NotAction. */
const pick = (
  elements: ByName,
  name: string,
  required: string | undefined,
  report: Report,
  statement: ObjectNode,
): Picked | undefined => {
  const plain = elements.get(name)
  const negated = elements.get(`Not${name}`)
  if (plain && negated) {
    report(`the statement has both ${name} and Not${name}; it takes one of them`, negated.location)
  }
  if (plain) return { member: plain, negated: false }
  if (negated) return { member: negated, negated: true }
  if (required !== undefined) report(required, statement.location)
  return undefined
}

const readEffect = (
  elements: ByName,
  more: readonly Hole[],
  node: ObjectNode,
  report: Report,
): Known<'Allow' | 'Deny'> => {
  const member = elements.get('Effect')
  const value = member && opened(member.value)
  if (value === undefined && more.length > 0) return new Unknown(more)
  if (value === undefined) report('the statement has no Effect', node.location)
  if (value?.kind === 'hole') return new Unknown([value.hole])
  const effect = value?.kind === 'text' ? literal(value.text) : undefined
  if (effect === 'Allow' || effect === 'Deny') return effect
  if (value?.kind === 'text' && effect === undefined) return new Unknown(holesOf(value.text))
  if (value !== undefined) report('Effect is neither Allow nor Deny', value.location)
  return new Unknown([{ kind: 'expression', name: 'Effect' }])
}

const readSid = (elements: ByName, report: Report): Text | undefined => {
  const value = elements.get('Sid')?.value
  if (value === undefined) return undefined
  if (value.kind === 'text') return value.text
  if (value.kind === 'hole') return [value.hole]
  report(`Sid is ${describe[value.kind]} where a string belongs`, value.location)
  return undefined
}

/** A statement of which nothing is known: every question about it stays open. */
export const unknownStatement = (index: number, node: Node, hole: Hole): Statement => {
  const open = { items: [], more: [hole], location: node.location, negated: false, present: true }
  return {
    index,
    sid: undefined,
    effect: new Unknown([hole]),
    principals: open,
    actions: open,
    resources: open,
    conditions: open,
    location: node.location,
    node,
  }
}

/** Reads one statement; undefined where it is no object. */
export const readStatement = (written: Node, index: number, report: Report): Statement | undefined => {
  const node = opened(written)
  if (node.kind === 'hole') return unknownStatement(index, node, node.hole)
  if (node.kind !== 'object') {
    report(`a statement is ${describe[node.kind]} where an object belongs`, node.location)
    return undefined
  }
  const { byName: elements, more } = elementsOf(node, statementElements, 'the statement', report)
  // an element that is not written may be the one whose name is not known
  const isOpen = more.length > 0
  const missing = isOpen ? { ...absent(node.location), more, present: true } : absent(node.location)
  const required = (message: string): string | undefined => (isOpen ? undefined : message)
  const principal = pick(elements, 'Principal', required('the statement has no Principal'), report, node)
  const action = pick(elements, 'Action', required(`the statement has no Action: ${noEffect}`), report, node)
  const resource = pick(elements, 'Resource', required(`the statement has no Resource: ${noEffect}`), report, node)
  const conditions = elements.get('Condition')
  const strings = (name: string, picked: Picked | undefined): Entries<ResourcePattern> => {
    if (!picked) return missing
    const { member, negated } = picked
    const { items, more } = readStrings(member.value, name, report)
    return { items, more, location: member.location, negated, present: true }
  }
  return {
    index,
    sid: readSid(elements, report),
    effect: readEffect(elements, more, node, report),
    principals: principal ? readPrincipals(principal.member.value, principal.negated, report) : missing,
    actions: strings('Action', action),
    resources: strings('Resource', resource),
    conditions: conditions ? readConditions(conditions.value, report) : missing,
    location: node.location,
    node,
  }
}
