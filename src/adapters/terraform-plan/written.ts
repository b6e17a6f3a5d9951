import { asList, asObject, asString, dig } from './shape.js'

/**
 * The expressions that a value may have been written as: one for an argument, a tree of them for blocks. Several where blocks
 * cannot be told apart, none where the plan does not show how it was written.
 */
export type Written = readonly unknown[]

/** An expression, and not a block or a list of blocks. */
export const isExpression = (written: unknown): boolean => {
  const object = asObject(written)
  return object !== undefined && (asList(object['references']) !== undefined || Object.hasOwn(object, 'constant_value'))
}

/** How an argument or the blocks of a name inside a block are written; a part of one expression is the expression. */
export const writtenIn = (written: Written, name: string): Written =>
  written.flatMap(one => {
    if (isExpression(one)) return [one]
    const inner = dig(one, name)
    return inner === undefined ? [] : [inner]
  })

const sameScalar = (a: unknown, b: unknown): boolean =>
  typeof a === 'object' && typeof b === 'object' ? JSON.stringify(a) === JSON.stringify(b) : String(a) === String(b)

/** Whether a block has no constant that its element lacks. */
const mayBe = (block: unknown, element: unknown): boolean =>
  Object.entries(asObject(block) ?? {}).every(([name, expression]) => {
    const constant = dig(expression, 'constant_value')
    const value = dig(element, name)
    return constant === undefined || constant === null || value === undefined || sameScalar(constant, value)
  })

/** The blocks that an element comes from: sets lose their order, and what a `dynamic` block makes is not shown at all. */
const blocksOf = (blocks: readonly unknown[], elements: readonly unknown[], i: number): Written => {
  if (blocks.length < elements.length) return []
  const fits = blocks.filter(block => mayBe(block, elements[i]))
  const [only, ...others] = fits
  const here = blocks[i]
  // each block is one element, so that all of them together are right even where two change places
  return others.length > 0 && blocks.length === elements.length && fits.includes(here)
    ? [here]
    : only === undefined
      ? []
      : fits
}

/** How the i-th element of a list or set is written. */
export const writtenAt = (written: Written, elements: readonly unknown[], i: number): Written =>
  written.flatMap(one => {
    const blocks = asList(one)
    return blocks ? blocksOf(blocks, elements, i) : [one]
  })

/** The references of all that are expressions, as those of one. */
export const oneExpression = (written: Written): unknown => {
  const expressions = written.filter(isExpression)
  const [only, ...others] = expressions
  if (others.length === 0) return only
  return { references: expressions.flatMap(e => (asList(dig(e, 'references')) ?? []).flatMap(r => asString(r) ?? [])) }
}
