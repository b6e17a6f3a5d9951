import { toStringValue } from '../evaluate/convert.js'
import { Fault } from '../evaluate/fault.js'
import { type ListValue, type ObjectValue, type Value } from '../evaluate/value.js'
import type { Span } from '../syntax/span.js'

const classes = {
  string: 'primitive',
  number: 'primitive',
  boolean: 'primitive',
  list: 'list',
  object: 'object',
  null: undefined,
  unknown: undefined,
  lazy: undefined,
} as const

const withItems = (list: ListValue, items: readonly Value[]): ListValue => ({ ...list, items })

/** Lists are alike if their elements are, those of tuples of one length each by its place. */
const alikeLists = (lists: readonly ListValue[], at: Span): readonly ListValue[] => {
  const [first] = lists
  const isRow = ({ type, items }: ListValue): boolean =>
    type === 'tuple' && items.length === first?.items.length && !items.some(item => item.many)
  if (first && lists.every(isRow)) {
    const columns = first.items.map((_, i) =>
      alike(
        lists.flatMap(list => list.items[i] ?? []),
        at,
      ),
    )
    return lists.map((list, row) =>
      withItems(
        list,
        columns.flatMap(column => column[row] ?? []),
      ),
    )
  }
  const items = alike(
    lists.flatMap(list => list.items),
    at,
  )
  let next = 0
  return lists.map(list => withItems(list, items.slice(next, (next += list.items.length))))
}

/** Objects with the same names are alike if the values of each name are, others if all values are. */
const alikeObjects = (objects: readonly ObjectValue[], at: Span): readonly ObjectValue[] => {
  const names = new Set(objects.flatMap(object => [...object.entries.keys()]))
  const isSame = objects.every(({ entries, others }) => entries.size === names.size && others.length === 0)
  const valuesOf = (object: ObjectValue, named: readonly string[]): readonly Value[] =>
    named.flatMap(name => object.entries.get(name)?.value ?? [])
  const groups = isSame ? [...names].map(name => [name]) : [[...names]]
  const entries = objects.map(object => new Map(object.entries))
  for (const group of groups) {
    const values = alike(
      objects.flatMap(object => valuesOf(object, group)),
      at,
    )
    let next = 0
    for (const of of entries)
      for (const name of group) {
        const entry = of.get(name)
        const value = entry && values[next++]
        if (entry && value) of.set(name, { ...entry, value })
      }
  }
  return objects.map((object, i) => ({ ...object, entries: entries[i] ?? object.entries }))
}

/**
 * The same values, all of one type, as the elements of a list or set have to be: numbers beside strings become strings. Throws
 * `Fault` where there is no such type. What is unknown goes with anything.
 */
export const alike = (values: readonly Value[], at: Span): readonly Value[] => {
  const kinds = new Set(values.flatMap(({ kind }) => (classes[kind] === undefined ? [] : [kind])))
  if (kinds.size === 0) return values
  const [one, ...more] = new Set([...kinds].map(kind => classes[kind]))
  if (more.length > 0) throw new Fault('all elements of a list are of one type', at)
  if (one === 'primitive') {
    if (kinds.size > 1 && !kinds.has('string')) throw new Fault('a number and a boolean have no common type', at)
    return kinds.size === 1
      ? values
      : values.map(value =>
          classes[value.kind] === undefined
            ? value
            : { ...toStringValue(value), ...(value.many && { many: true as const }) },
        )
  }
  const parts =
    one === 'list'
      ? alikeLists(
          values.flatMap(value => (value.kind === 'list' ? [value] : [])),
          at,
        )
      : alikeObjects(
          values.flatMap(value => (value.kind === 'object' ? [value] : [])),
          at,
        )
  let next = 0
  return values.map(value => (classes[value.kind] === undefined ? value : (parts[next++] ?? value)))
}
