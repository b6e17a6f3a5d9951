import type { Location } from '../../model/location.js'
import type { Member, Node } from '../../model/node.js'
import { literal, text, type Hole, type Text } from '../../model/text.js'
import { builder } from './build.js'
import { inside, isUnknown, itemsOf, textOf, type Marked } from './marked.js'
import type { Entry } from './merge.js'
import { hideElement } from './sensitive.js'
import { asList, dig } from './shape.js'

/** How holes are called and where nodes are said to be. */
export interface Naming {
  readonly location: Location
  /** The hole for an unknown value, by the expression it comes from; `where` says what it is part of. */
  readonly hole: (expression: unknown, where: string, use: 'account' | 'other') => Hole
}

/** A part of a statement: its value, the expressions it was written as, and what it is called. */
interface Part {
  readonly value: Marked
  readonly written: unknown
  readonly where: string
}

const partOf = ({ value, written, where }: Part, name: string): Part => ({
  value: inside(value, name),
  written: dig(written, name),
  where: `${where}.${name}`,
})

const constant = (expression: unknown): unknown => dig(expression, 'constant_value')

/**
 * The block of the configuration that an element of a set comes from. Sets lose their order, so blocks are told apart by the
 * constants they were written with; undefined unless exactly one fits.
 */
const blockFor = (blocks: readonly unknown[], { value }: Marked, names: readonly string[]): unknown => {
  const fits = blocks.filter(block =>
    names.every(name => [undefined, dig(value, name)].includes(constant(dig(block, name)))),
  )
  const exact = fits.filter(block => names.every(name => constant(dig(block, name)) !== undefined))
  const [only, ...others] = exact.length > 0 ? exact : fits
  return others.length === 0 ? only : undefined
}

/** The elements of a set of blocks, each with the block it was written as where that can be told. */
const partsOf = ({ value, written, where }: Part, names: readonly string[]): Part[] =>
  itemsOf(value).map(item => ({ value: item, written: blockFor(asList(written) ?? [], item, names), where }))

/** `&{aws:username}` is how a document writes a policy variable, since `${` is Terraform's own. */
const policyVariables = (t: Text): Text =>
  text(...t.map(part => (typeof part === 'string' ? part.replaceAll('&{', '${') : part)))

const accountKey = /^(aws:(Source|Principal|Resource)Account|kms:CallerAccount)$/i

/** The parts of a statement as a policy document has them, with holes for what is known only after apply. */
const reader = ({ location, hole }: Naming) => {
  const build = builder(location)

  const holeOf = ({ written, where }: Part, use: 'account' | 'other' = 'other'): Hole => hole(written, where, use)
  const scalar = (part: Part): Text | undefined => textOf(part.value, () => holeOf(part))
  const strings = (part: Part, use: 'account' | 'other' = 'other'): Node[] =>
    isUnknown(part.value)
      ? [build.hole(holeOf(part))]
      : itemsOf(part.value).flatMap(item => {
          const t = textOf(item, () => holeOf(part, use))
          return t ? [build.text(t)] : []
        })
  const withVariables = (nodes: readonly Node[]): Node[] =>
    nodes.map(node => (node.kind === 'text' ? { ...node, text: policyVariables(node.text) } : node))

  /** Terraform marks a whole set as sensitive when anything in it is. */
  const element = (name: string, part: Part, value: Node): Member =>
    build.member(text(name), part.value.sensitive === true ? hideElement(name, value) : value)

  const texts = (name: string, part: Part, nodes: readonly Node[]): Member | undefined =>
    nodes.length === 0 ? undefined : element(name, part, build.oneOrMany(nodes))

  const principals = (name: string, part: Part): Member | undefined => {
    if (isUnknown(part.value)) return build.member(text(name), build.hole(holeOf(part)))
    const byType = build.grouped()
    for (const principal of partsOf(part, ['type'])) {
      byType.add(scalar(partOf(principal, 'type')) ?? [], withVariables(strings(partOf(principal, 'identifiers'))))
    }
    const [only, ...others] = byType.groups
    if (!only) return undefined
    const value = build.oneOrMany(only.items)
    const isAnyone =
      others.length === 0 && literal(only.name) === '*' && value.kind === 'text' && literal(value.text) === '*'
    return element(name, part, isAnyone ? value : build.object(byType.members()))
  }

  const conditions = (part: Part): Member | undefined => {
    if (isUnknown(part.value)) return build.member(text('Condition'), build.hole(holeOf(part)))
    const tests: { readonly test: Text; readonly keys: ReturnType<typeof build.grouped> }[] = []
    for (const condition of partsOf(part, ['test', 'variable'])) {
      const test = scalar(partOf(condition, 'test')) ?? []
      const variable = scalar(partOf(condition, 'variable')) ?? []
      const use = accountKey.test(literal(variable) ?? '') ? 'account' : 'other'
      const name = literal(test)
      let known = tests.find(t => name !== undefined && literal(t.test) === name)
      if (!known) tests.push((known = { test, keys: build.grouped() }))
      known.keys.add(variable, withVariables(strings(partOf(condition, 'values'), use)))
    }
    if (tests.length === 0) return undefined
    const value = build.object(tests.map(({ test, keys }) => build.member(test, build.object(keys.members()))))
    return element('Condition', part, value)
  }

  return (statement: Part): Entry => {
    const part = (name: string): Part => partOf(statement, name)
    const sid = scalar(part('sid')) ?? []
    const node = build.object([
      texts('Sid', part('sid'), sid.length > 0 ? [build.text(sid)] : []),
      element('Effect', part('effect'), build.text(scalar(part('effect')) ?? text('Allow'))),
      principals('Principal', part('principals')),
      principals('NotPrincipal', part('not_principals')),
      texts('Action', part('actions'), strings(part('actions'))),
      texts('NotAction', part('not_actions'), strings(part('not_actions'))),
      texts('Resource', part('resources'), withVariables(strings(part('resources')))),
      texts('NotResource', part('not_resources'), withVariables(strings(part('not_resources')))),
      conditions(part('condition')),
    ])
    const name = literal(sid)
    return name === undefined ? { sid: undefined, anySid: true, node } : { sid: name === '' ? undefined : name, node }
  }
}

/**
 * Rebuilds statements in the shape of a policy document from the `statement` blocks of an `aws_iam_policy_document`, as the
 * provider writes them.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export const statementEntries = (statements: Marked, expressions: unknown, naming: Naming): Entry[] => {
  const blocks = asList(expressions) ?? []
  const items = itemsOf(statements)
  const named = blocks.filter(block => constant(dig(block, 'sid')) !== undefined)
  // blocks made by `dynamic` are not in the configuration: only with as many as there are statements do positions agree
  const written = items.map((item, i) => (blocks.length === items.length ? blocks[i] : blockFor(named, item, ['sid'])))
  const read = reader(naming)
  return items.map((value, i) => read({ value, written: written[i], where: `statement[${i}]` }))
}
