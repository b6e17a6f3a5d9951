import type { Decision } from '../../model/decision.js'
import { choicesFrom, type Choices } from './choices.js'

/** How many variants of one resource are judged at least, and at most. */
export const [fewVariants, manyVariants] = [64, 512] as const

/** How many values all variants of one resource may come to. */
const maxValues = 100_000

/** The most variants of a resource of that many values: those of a small one cost little. */
export const mostVariants = (size: number): number =>
  Math.max(fewVariants, Math.min(manyVariants, Math.floor(maxValues / size)))

/** The most ways through that are tried for one resource, those that lead to none included. */
const maxWays = 2 * manyVariants

/** What one consistent way through came to, with the choices that lead to it. */
export interface Way<T> {
  readonly value: T
  readonly choices: Choices
}

/**
 * Runs `evaluate` once for each consistent way in which the choices that it asks for can turn out; undefined is a way that
 * leads to nothing. At most so many ways are given, those with fewer deviations from the first before the others, so that a
 * bounded search sees each choice both ways.
 */
export const explore = <T>(
  evaluate: (choices: Choices) => T | undefined,
  most: number,
): { readonly ways: readonly Way<T>[]; readonly bounded: boolean } => {
  const queue: (readonly Decision[])[] = [[]]
  const ways: Way<T>[] = []
  let tried = 0
  for (const decisions of queue) {
    if (++tried > maxWays || ways.length >= most) return { ways, bounded: true }
    let choices = choicesFrom(decisions)
    let value = evaluate(choices)
    // what was read before a choice was made must be read again under it
    while (choices.alternatives.length > 0) {
      for (const one of choices.alternatives) if (queue.length <= maxWays) queue.push(one)
      choices = choicesFrom(choices.decisions)
      value = evaluate(choices)
    }
    if (value !== undefined) ways.push({ value, choices })
  }
  return { ways, bounded: false }
}
