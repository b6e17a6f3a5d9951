import { callOf, entriesOf, memberOf, textOf, type Tree } from './tree.js'

/** The most values that a rule lists for one parameter; longer lists limit nothing here. */
const maxValues = 16

const call = (name: string, items: readonly Tree[], { span, size }: Tree): Tree => {
  const value: Tree = { kind: 'list', items, span, size }
  return { kind: 'mapping', entries: [{ key: name, keySpan: span, value, span }], span, size }
}

const referred = (tree: Tree): string | undefined => {
  const found = callOf(tree)
  return found?.name === 'Ref' ? textOf(found.argument) : undefined
}

/** All that `read` gives for the items; undefined where it gives nothing for one, or where there are too many. */
const each = (tree: Tree | undefined, read: (item: Tree) => Tree | undefined): readonly Tree[] | undefined => {
  if (tree?.kind !== 'list' || tree.items.length > maxValues) return undefined
  const items = tree.items.map(read)
  return items.every(item => item !== undefined) ? items : undefined
}

const valueIn = (tree: Tree | undefined): Tree | undefined =>
  tree && (tree.kind === 'scalar' || referred(tree) !== undefined) ? tree : undefined

type Rewrite = (items: readonly Tree[], at: Tree) => Tree | undefined

const many =
  (name: string): Rewrite =>
  (items, at) => {
    const conditions = items.map(conditionOf)
    return conditions.every(item => item !== undefined) ? call(name, conditions, at) : undefined
  }

/** Compares a value with each of a list, and joins what comes of it. */
const compared = (join: 'Fn::And' | 'Fn::Or', list: Tree | undefined, value: Tree | undefined, at: Tree) => {
  const other = valueIn(value)
  const items = other && each(list, item => valueIn(item) && call('Fn::Equals', [item, other], at))
  return items && call(join, items, at)
}

const rewrites: Readonly<Record<string, Rewrite>> = {
  'Fn::And': many('Fn::And'),
  'Fn::Or': many('Fn::Or'),
  'Fn::Not': many('Fn::Not'),
  'Fn::Equals': (items, at) => (items.every(valueIn) ? call('Fn::Equals', items, at) : undefined),
  'Fn::Contains': ([list, value], at) => compared('Fn::Or', list, value, at),
  'Fn::EachMemberEquals': ([list, value], at) => compared('Fn::And', list, value, at),
  'Fn::EachMemberIn': ([members, list], at) => {
    const conditions = each(members, member => compared('Fn::Or', list, member, at))
    return conditions && call('Fn::And', conditions, at)
  },
}

/** A function of a rule in terms of those of conditions; undefined for one that cannot be told from the template. */
const conditionOf = (tree: Tree): Tree | undefined => {
  const { name = '', argument } = callOf(tree) ?? {}
  return argument?.kind === 'list' && Object.hasOwn(rewrites, name) ? rewrites[name]?.(argument.items, tree) : undefined
}

const namesIn = (tree: Tree): readonly string[] => {
  const name = referred(tree)
  if (name !== undefined) return [name]
  return tree.kind === 'list' ? tree.items.flatMap(namesIn) : entriesOf(tree).flatMap(({ value }) => namesIn(value))
}

/** What every deployment keeps to: that one of these does not hold, or that the other does. */
export interface Limit {
  readonly when: Tree | undefined
  readonly assert: Tree
  readonly names: readonly string[]
}

/** The limits that the `Rules` of a template set, as far as they are in terms of conditions. */
export const limitsIn = (rules: Tree | undefined): readonly Limit[] =>
  entriesOf(rules).flatMap(({ value: rule }) => {
    const condition = memberOf(rule, 'RuleCondition')
    const when = condition && conditionOf(condition)
    const assertions = memberOf(rule, 'Assertions')
    if ((condition && !when) || assertions?.kind !== 'list') return []
    return assertions.items.flatMap(item => {
      const written = memberOf(item, 'Assert')
      const assert = written && conditionOf(written)
      return assert ? [{ when, assert, names: [...namesIn(assert), ...(when ? namesIn(when) : [])] }] : []
    })
  })
