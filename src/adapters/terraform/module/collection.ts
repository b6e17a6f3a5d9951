import { holeNamed } from '../evaluate/convert.js'
import { listOf, repeated, type Entry, type LazyValue, type Value } from '../evaluate/value.js'
import type { Span } from '../syntax/span.js'
import type { Block } from '../syntax/tree.js'
import type { Index } from './address.js'

/** Something whose attributes are evaluated when they are asked for. */
export const lazy = (name: string, at: Span, get: (attribute: string) => Value | undefined): LazyValue => ({
  kind: 'lazy',
  name,
  get,
  at,
})

/** The instances of a block as the value of its name: one, a list by `count`, an object by `for_each`. */
export const asCollection = (
  block: Block,
  expansions: readonly { readonly index: Index; readonly symbolic: boolean }[],
  values: readonly Value[],
): Value => {
  const isCounted = block.body.attributes.has('count')
  if (!isCounted && !block.body.attributes.has('for_each')) return values[0] ?? listOf([], block.at)
  const entries = new Map<string, Entry>()
  const others: Entry[] = []
  const items: Value[] = []
  expansions.forEach(({ index, symbolic }, i) => {
    const value = values[i]
    if (!value) return
    items.push(symbolic ? repeated(value) : value)
    if (symbolic)
      others.push({ key: [{ text: holeNamed('each.key'), at: block.at }], at: block.at, value: repeated(value) })
    else entries.set(String(index), { key: [{ text: String(index), at: block.at }], at: block.at, value })
  })
  return isCounted ? listOf(items, block.at) : { kind: 'object', type: 'object', entries, others, at: block.at }
}
