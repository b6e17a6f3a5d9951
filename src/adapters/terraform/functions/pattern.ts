import { loadedRe2 } from '../../../model/re2.js'
import type { Flaw, Match, Re2 } from '../../../model/re2-engine.js'
import { Fault, Needed } from '../evaluate/fault.js'
import type { Run } from '../evaluate/run.js'
import type { Call } from './define.js'

/** A regular expression of Terraform. */
export interface Pattern {
  readonly names: readonly (string | undefined)[]
  readonly first: (text: string) => Match | undefined
  readonly all: (text: string) => readonly Match[]
  readonly replace: (text: string, by: string) => string
}

/** How many steps of a pattern count as one of the evaluation; nearly all searches end long before the most they may take. */
const perStep = 16
/** How many steps the searches for all matches in one text may take. */
const maxSteps = 100_000_000

const maxRemembered = 100
const patterns = new WeakMap<Run, Map<string, Re2 | Flaw>>()

/** The pattern as it was read before in this run, since a loop needs the same for each element. */
const remembered = (source: string, run: Run): Re2 | Flaw => {
  const read = loadedRe2()
  if (!read) throw new Needed(undefined)
  const known = patterns.get(run) ?? new Map<string, Re2 | Flaw>()
  patterns.set(run, known)
  const found = known.get(source)
  if (found) return found
  // to read a class of Unicode takes as long as to read many characters
  run.step(20 * (source.length + 20) + 500 * (source.split(/\\p/i).length - 1))
  const re2 = read(source)
  if (known.size >= maxRemembered) known.clear()
  known.set(source, re2)
  return re2
}

/**
 * Reads a pattern. Throws `Fault` for what Terraform refuses, and `Needed` until what reads patterns is loaded; undefined for what
 * is longer than is read here. What a pattern does throws `RangeError` for a text that is too long for it.
 */
export const pattern = (source: string, { at, scope: { run } }: Call): Pattern | undefined => {
  const re2 = remembered(source, run)
  if ('flaw' in re2) {
    if (re2.isOpen) return undefined
    throw new Fault('the pattern is not valid', at)
  }
  const { names, steps, searchIn } = re2
  const counted = (text: string) => {
    const search = searchIn(text)
    let taken = 0
    return (from: number): Match | undefined => {
      const most = steps(text.length - from)
      taken += most
      if (taken > maxSteps) throw new RangeError('there are too many matches')
      run.step(Math.ceil(most / perStep))
      return search(from)
    }
  }

  /** All matches but those of nothing right after another. */
  const each = (text: string): readonly Match[] => {
    const out: Match[] = []
    const search = counted(text)
    let last = -1
    for (let from = 0; from <= text.length;) {
      const match = search(from)
      if (!match) break
      run.grow(1 + names.length)
      if (match.to > match.from || match.from !== last) out.push(match)
      last = match.to
      from = match.to > from ? match.to : from + ((text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1)
    }
    return out
  }

  return {
    names,
    first: text => counted(text)(0),
    all: each,
    replace: (text, by) => {
      const parts = partsOf(by, names)
      let out = ''
      let last = 0
      for (const { from, to, texts } of each(text)) {
        const put = parts.map(part => (typeof part === 'string' ? part : (texts[part] ?? ''))).join('')
        run.grow(parts.length + put.length)
        out += text.slice(last, from) + put
        last = to
      }
      return out + text.slice(last)
    },
  }
}

/** A replacement as texts and numbers of groups: `$1`, `${1}` and `${name}`; `$$` is a dollar. */
const partsOf = (by: string, names: readonly (string | undefined)[]): readonly (string | number)[] =>
  by.split(/(\$(?:\$|\w+|\{\w+\}))/).map((part, i) => {
    if (i % 2 === 0) return part
    if (part === '$$') return '$'
    const name = part.replaceAll(/[${}]/g, '')
    // a group that is not there is empty
    return /^\d+$/.test(name) ? Number(name) : names.includes(name) ? names.lastIndexOf(name) + 1 : ''
  })
