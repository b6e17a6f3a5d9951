import { isUnknown } from '../../../model/truth.js'
import { asNumber, asText } from '../evaluate/convert.js'
import { evaluatePart } from '../evaluate/evaluate.js'
import { elements } from '../evaluate/loop.js'
import type { Decisions, Run } from '../evaluate/run.js'
import { withNames, type Scope } from '../evaluate/scope.js'
import { holeIn, holeString, numberOf, objectOf, once, unknownOf, type Value } from '../evaluate/value.js'
import type { Body, Expression } from '../syntax/tree.js'
import type { Index } from './address.js'

/** One instance of a block. */
export interface Expansion {
  readonly index: Index
  /** Stands for any number of instances, since `count` or `for_each` is not known. */
  readonly symbolic: boolean
  /** How conditions must turn out for the instance to exist. */
  readonly assume: Decisions
  readonly scope: Scope
}

/** How many ways of `count` or `for_each` to turn out are looked at. */
const maxWays = 8
const maxInstances = 10_000

const inScope = (
  scope: Scope,
  name: 'each' | 'count',
  entries: readonly (readonly [string, Value])[],
  at: Value['at'],
): Scope => withNames(scope, [[name, objectOf(entries, at)]])

/** The ways in which a value can turn out; one where conditions are decided already. */
const ways = <T>(run: Run, read: () => T): readonly { readonly decisions: Decisions; readonly result: T }[] =>
  run.isExploring ? [{ decisions: new Map(), result: read() }] : run.explore(read, maxWays)

const counted = (expression: Expression, scope: Scope): readonly Expansion[] => {
  const { at } = expression
  const numbered = (index: Index, value: Value, assume: Decisions): Expansion => ({
    index,
    symbolic: index === undefined,
    assume,
    scope: inScope(scope, 'count', [['index', value]], at),
  })
  const found = ways(scope.run, () => asNumber(evaluatePart(expression, scope)))
  const known = found.filter((way): way is { decisions: Decisions; result: number } => !isUnknown(way.result))
  const most = known.reduce<(typeof known)[number] | undefined>(
    (a, b) => (a && a.result >= b.result ? a : b),
    undefined,
  )
  if (!most || most.result <= 0) {
    if (known.length === found.length) return []
    return [numbered(undefined, unknownOf({ kind: 'expression', name: 'count.index' }, at), new Map())]
  }
  const count = most.result
  // one that stands for all, where nobody could want them one by one
  if (count > maxInstances)
    return [numbered(undefined, unknownOf({ kind: 'expression', name: 'count.index' }, at), most.decisions)]
  scope.run.grow(count)
  return Array.from({ length: count }, (_, i) => numbered(i, numberOf(i, at), most.decisions))
}

const keyed = (expression: Expression, scope: Scope): readonly Expansion[] => {
  const { at } = expression
  const found = new Map<Index, Expansion>()
  const add = (index: Index, key: Value, value: Value, assume: Decisions): void => {
    if (found.has(index)) return
    const entries = [
      ['key', key],
      ['value', value],
    ] as const
    found.set(index, { index, symbolic: index === undefined, assume, scope: inScope(scope, 'each', entries, at) })
  }
  for (const { decisions, result } of ways(scope.run, () => evaluatePart(expression, scope))) {
    if (result.kind === 'null') continue
    scope.run.grow(1)
    const all = elements(result, at)
    for (const { key, value } of all) {
      const name = key.kind === 'unknown' || value.many || all.length > maxInstances ? undefined : asText(key)
      if (name !== undefined && !isUnknown(name)) add(name, key, value, decisions)
      else {
        const hole = holeIn(result) ?? { kind: 'expression' as const, name: 'each.key' }
        add(
          undefined,
          key.kind === 'unknown' ? holeString({ kind: hole.kind, name: 'each.key' }, at) : key,
          once(value),
          decisions,
        )
      }
    }
  }
  return [...found.values()]
}

/** The instances that `count` or `for_each` make of a block; one that stands for all of them where that is not known. */
export const expand = (body: Body, scope: Scope): readonly Expansion[] => {
  const count = body.attributes.get('count')
  if (count) return counted(count.value, scope)
  const forEach = body.attributes.get('for_each')
  if (forEach) return keyed(forEach.value, scope)
  return [{ index: undefined, symbolic: false, assume: new Map(), scope }]
}
