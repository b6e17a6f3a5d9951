import type { Hole } from './text.js'

/** Why something could not be decided: the holes whose contents would decide it. Never empty. */
export class Unknown {
  readonly holes: readonly Hole[]
  constructor(holes: readonly Hole[]) {
    this.holes = [...new Set(holes)]
  }
}

/** The answer of three-valued (Kleene) logic: yes, no, or unknown because of these holes. */
export type Truth = boolean | Unknown

/** A fact that is either known or stands behind holes. */
export type Known<T> = T | Unknown

export const isUnknown = (value: unknown): value is Unknown => value instanceof Unknown

export const not = (a: Truth): Truth => (isUnknown(a) ? a : !a)

/** No as soon as one is no; otherwise unknown if one is unknown. The empty list gives yes. */
export const all = (truths: Iterable<Truth>): Truth => {
  let holes: Hole[] | undefined
  for (const truth of truths) {
    if (truth === false) return false
    if (isUnknown(truth)) (holes ??= []).push(...truth.holes)
  }
  return holes ? new Unknown(holes) : true
}

/** Yes as soon as one is yes; otherwise unknown if one is unknown. The empty list gives no. */
export const any = (truths: Iterable<Truth>): Truth => {
  let holes: Hole[] | undefined
  for (const truth of truths) {
    if (truth === true) return true
    if (isUnknown(truth)) (holes ??= []).push(...truth.holes)
  }
  return holes ? new Unknown(holes) : false
}

/** As `any` of what `test` says of each, which is not asked further once one is yes. */
export const some = <T>(items: readonly T[], test: (item: T) => Truth): Truth => {
  let holes: Hole[] | undefined
  for (const item of items) {
    const truth = test(item)
    if (truth === true) return true
    if (isUnknown(truth)) (holes ??= []).push(...truth.holes)
  }
  return holes ? new Unknown(holes) : false
}

/** As `all` of what `test` says of each, which is not asked further once one is no. */
export const every = <T>(items: readonly T[], test: (item: T) => Truth): Truth => {
  let holes: Hole[] | undefined
  for (const item of items) {
    const truth = test(item)
    if (truth === false) return false
    if (isUnknown(truth)) (holes ??= []).push(...truth.holes)
  }
  return holes ? new Unknown(holes) : true
}

/** Lifts a function over a fact that may be unknown. */
export const when = <T, R>(fact: Known<T>, f: (value: T) => Known<R>): Known<R> => (isUnknown(fact) ? fact : f(fact))
