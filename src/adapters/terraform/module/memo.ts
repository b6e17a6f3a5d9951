import type { Problem } from '../../../model/problem.js'
import type { Run } from '../evaluate/run.js'
import { unknownOf, type Value } from '../evaluate/value.js'
import { locationOf, type Span } from '../syntax/span.js'

/**
 * Remembers values. What was computed under decisions holds for one exploration only; what refers to itself becomes a hole
 * and a problem.
 */
export const memo = (run: Run, report: (problem: Problem) => void) => {
  const known = new Map<string, { readonly value: unknown; readonly epoch: number | undefined }>()
  const open = new Set<string>()
  const told = new Set<string>()

  const remember = <T>(name: string, compute: () => T): T | undefined => {
    const found = known.get(name)
    if (found && (found.epoch === undefined || found.epoch === run.epoch)) {
      if (found.epoch !== undefined) run.consulted++
      return found.value as T // one name is always asked for with one type
    }
    if (open.has(name)) return undefined
    open.add(name)
    const before = run.consulted
    const { trying } = run
    // faults inside of a named value are not those of the expression that asks for it
    run.trying = 0
    try {
      const value = compute()
      known.set(name, { value, epoch: run.consulted === before ? undefined : run.epoch })
      return value
    } finally {
      open.delete(name)
      run.trying = trying
    }
  }
  const value = (name: string, at: Span, compute: () => Value): Value => {
    const found = remember(name, compute)
    if (found) return found
    if (!told.has(name)) {
      told.add(name)
      report({
        code: 'key-not-read',
        severity: 'warning',
        message: `${name} refers to itself`,
        location: locationOf(at),
      })
    }
    return unknownOf({ kind: 'expression', name }, at)
  }
  return { remember, value }
}
export type Memo = ReturnType<typeof memo>
