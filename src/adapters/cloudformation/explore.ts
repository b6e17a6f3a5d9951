import { choicesFrom, type Choices, type Decision } from './choices.js'

/** The most variants of one key. */
export const maxVariants = 64

/** The most ways through that are tried for one key, those that lead to none included. */
const maxWays = 512

/** What one consistent way through came to, with the choices that lead to it. */
export interface Way<T> {
  readonly value: T
  readonly choices: Choices
}

/**
 * Runs `evaluate` once for each consistent way in which the choices that it asks for can turn out; undefined is a way that
 * leads to nothing. Ways with fewer deviations from the first come first, so that a bounded search sees each choice both ways.
 */
export const explore = <T>(
  evaluate: (choices: Choices) => T | undefined,
): { readonly ways: readonly Way<T>[]; readonly bounded: boolean } => {
  const queue: (readonly Decision[])[] = [[]]
  const ways: Way<T>[] = []
  let tried = 0
  for (const decisions of queue) {
    if (++tried > maxWays || ways.length >= maxVariants) return { ways, bounded: true }
    let choices = choicesFrom(decisions)
    let value = evaluate(choices)
    // what was read before a choice was made must be read again under it
    while (choices.alternatives.length > 0) {
      queue.push(...choices.alternatives)
      choices = choicesFrom(choices.decisions)
      value = evaluate(choices)
    }
    if (value !== undefined) ways.push({ value, choices })
  }
  return { ways, bounded: false }
}
