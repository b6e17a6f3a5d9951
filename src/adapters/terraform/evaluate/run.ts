import { InputError } from '../../../model/problem.js'
import type { Hole } from '../../../model/text.js'

/** How one undecided condition is taken to turn out. */
export interface Decision {
  readonly label: string
  readonly value: boolean
}
export type Decisions = ReadonlyMap<string, boolean>

const maxSteps = 20_000_000
const maxDepth = 250
/** How many members, items and characters all values of one directory may have together. */
const maxSize = 20_000_000

/** What all evaluation of one directory shares: its bounds, and how undecided conditions are taken to turn out right now. */
export class Run {
  private steps = 0
  private size = 0
  private depth = 0
  /** Undefined where conditions stay open. */
  private decisions: Map<string, boolean> | undefined
  private mayDecide = 0
  private mayBound = false
  /** Grows whenever a value depends on how a condition is taken to turn out. */
  consulted = 0
  /** How many enclosing `try` or `can` want to see faults. */
  trying = 0
  /** Numbers the explorations: what was computed under decisions holds within one only. */
  epoch = 0
  private bounded = false
  /** Whether a condition had to be left open since this was last asked, because there were too many. */
  wasBounded(): boolean {
    const { bounded } = this
    this.bounded = false
    return bounded
  }

  /** Functions that are not known here, with how often they were called. */
  readonly missing = new Map<string, number>()

  step(by = 1): void {
    this.steps += by
    if (this.steps > maxSteps)
      throw new InputError('too-large', `evaluating this takes more than ${String(maxSteps)} steps`)
  }

  grow(by: number): void {
    this.size += by
    if (this.size > maxSize) throw new InputError('too-large', 'the values of this configuration are too large')
  }

  deeper<T>(read: () => T): T {
    if (++this.depth > maxDepth) {
      this.depth--
      throw new InputError('too-large', `values refer to each other or nest more than ${String(maxDepth)} levels deep`)
    }
    try {
      return read()
    } finally {
      this.depth--
    }
  }

  /** How a condition is taken to turn out; undefined where that is left open. */
  decide({ name }: Hole): boolean | undefined {
    if (!this.decisions) return undefined
    this.consulted++
    const known = this.decisions.get(name)
    if (known !== undefined) return known
    if (this.mayDecide <= 0) {
      this.bounded ||= this.mayBound
      return undefined
    }
    this.mayDecide--
    this.decisions.set(name, true)
    return true
  }

  /** Runs `read` with conditions left open, whatever is decided around it. */
  open<T>(read: () => T): T {
    const { decisions, mayDecide } = this
    this.decisions = undefined
    try {
      return read()
    } finally {
      this.decisions = decisions
      this.mayDecide = mayDecide
    }
  }

  get isExploring(): boolean {
    return this.decisions !== undefined
  }

  /**
   * Runs `read` once for each consistent way in which the undecided conditions it meets can turn out, up to `limit` ways. Sets
   * what `wasBounded` tells where there are more: the conditions beyond are left open.
   */
  explore<T>(
    read: () => T,
    limit: number,
    assume: Decisions = new Map(),
  ): { readonly decisions: Decisions; readonly result: T }[] {
    const before = {
      consulted: this.consulted,
      decisions: this.decisions,
      mayDecide: this.mayDecide,
      mayBound: this.mayBound,
      epoch: this.epoch,
    }
    const found: { decisions: Decisions; result: T }[] = []
    const pending: Map<string, boolean>[] = [new Map(assume)]
    try {
      for (let next = pending.pop(); next; next = pending.pop()) {
        const fixed = next.size
        this.decisions = next
        this.epoch = ++epochs
        this.mayBound = limit > 1
        this.mayDecide = Math.max(0, Math.floor(Math.log2(limit)) - (fixed - assume.size))
        const result = read()
        const decisions = new Map(next)
        const made = [...next].slice(fixed)
        made.forEach(([name], i) => {
          pending.push(new Map([...[...next].slice(0, fixed + i), [name, false]]))
        })
        found.push({ decisions: new Map([...decisions].filter(([name]) => !assume.has(name))), result })
      }
    } finally {
      this.decisions = before.decisions
      this.mayDecide = before.mayDecide
      this.mayBound = before.mayBound
      // with nothing decided around it, all ways together depend on no decision
      if (!before.decisions) this.consulted = before.consulted
      this.epoch = before.epoch
    }
    return found
  }
}

let epochs = 0
