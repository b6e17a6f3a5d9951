import { isUnknown } from '../../../model/truth.js'
import type { Span } from '../syntax/span.js'
import { splatName, type Expression, type ForExpression } from '../syntax/tree.js'
import { asBoolean, holeNamed, kindOf, piecesOf } from './convert.js'
import { evaluate, evaluatePart } from './evaluate.js'
import { Fault } from './fault.js'
import { sortedKeys } from './order.js'
import { withNames, type Scope } from './scope.js'
import { knownText, listOf, numberOf, once, repeated, stringOf, unknownOf, type Entry, type Value } from './value.js'

/** One element of a collection; `many` on the value says that it stands for any number of them. */
export interface Element {
  readonly key: Value
  readonly value: Value
}

/** The elements of a collection in Terraform's order; of one that is unknown, one that stands for all. */
export const elements = (collection: Value, at: Span): readonly Element[] => {
  switch (collection.kind) {
    case 'list':
      return collection.items.map((value, i) => ({
        key: value.many
          ? unknownOf(holeNamed('the index'), at)
          : collection.type === 'set'
            ? value
            : numberOf(i, value.at),
        value,
      }))
    case 'object':
      return [
        ...sortedKeys(collection.entries.keys()).flatMap(key => {
          const entry = collection.entries.get(key)
          return entry ? [{ key: stringOf(key, entry.at), value: entry.value }] : []
        }),
        ...collection.others.map(entry => ({
          key: { kind: 'string', pieces: entry.key, at: entry.at } as const,
          value: entry.value,
        })),
      ]
    case 'unknown':
      return [
        {
          key: unknownOf({ kind: 'expression', name: `a key of ${collection.hole.name}` }, at),
          value: { ...unknownOf({ kind: collection.hole.kind, name: `${collection.hole.name}[*]` }, at), many: true },
        },
      ]
    case 'lazy':
      return [
        {
          key: unknownOf(holeNamed(`a key of ${collection.name}`), at),
          value: { ...unknownOf(holeNamed(`${collection.name}[*]`), at), many: true },
        },
      ]
    default:
      throw new Fault(`${kindOf(collection)} cannot be iterated over`, at)
  }
}

/** The value of a `for` expression. */
export const collect = (expression: ForExpression, scope: Scope): Value => {
  const { at, keyName, valueName } = expression
  const items: Value[] = []
  const entries = new Map<string, Entry>()
  const groups = new Map<string, Value[]>()
  const others: Entry[] = []
  for (const { key, value } of elements(evaluate(expression.collection, scope), at)) {
    scope.run.step()
    scope.run.grow(1)
    const inner = withNames(scope, [
      [keyName, key],
      [valueName, once(value)],
    ])
    let isMany = value.many === true
    if (expression.condition) {
      const known = asBoolean(evaluatePart(expression.condition, inner))
      const [hole] = isUnknown(known) ? known.holes : []
      const taken = hole && !isMany ? scope.run.decide(hole) : isUnknown(known) ? undefined : known
      if (taken === false) continue
      if (taken === undefined) isMany = true
    }
    const result = evaluatePart(expression.value, inner)
    const made = isMany ? repeated(result) : result
    if (!expression.key) {
      items.push(made)
      continue
    }
    const name = piecesOf(evaluate(expression.key, inner))
    const known = knownText(name)
    if (known === undefined || (isMany && !expression.grouping)) others.push({ key: name, at: result.at, value: made })
    else if (expression.grouping) {
      const group = groups.get(known)
      if (group) group.push(made)
      else groups.set(known, [made])
    } else entries.set(known, { key: name, at: result.at, value: made })
  }
  if (!expression.key) return listOf(items, at)
  for (const [name, list] of groups) entries.set(name, { key: [{ text: name, at }], at, value: listOf(list, at) })
  return { kind: 'object', type: 'object', entries, others, at }
}

/** The value of a splat: null becomes the empty list, a single value a list of one. */
export const splatOf = (expression: Expression & { kind: 'splat' }, scope: Scope): Value => {
  const { at, each } = expression
  const of = evaluate(expression.of, scope)
  const apply = (value: Value): Value => evaluate(each, withNames(scope, [[splatName, once(value)]]))
  if (of.kind === 'null') return listOf([], at)
  if (of.kind === 'unknown')
    return listOf([repeated(apply(unknownOf({ kind: of.hole.kind, name: `${of.hole.name}[*]` }, at)))], at)
  if (of.kind !== 'list') return listOf([apply(of)], at)
  return listOf(
    of.items.map(item => (item.many ? repeated(apply(item)) : apply(item))),
    at,
    of.type === 'set' ? 'list' : of.type,
  )
}
