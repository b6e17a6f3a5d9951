import type { ASTNode } from '@marcbachmann/cel-js'
import { loadedRe2, loadRe2 } from '../model/re2.js'
import type { Flaw, Re2 } from '../model/re2-engine.js'
import type { RuleDocument } from './rule.js'

// CEL's own `matches` gives the pattern to the engine of the platform, which some texts keep busy for ever, and it cannot be
// replaced: calls of it are renamed before they are evaluated.
const name = 'matches'
const bounded = 'matchesInBoundedTime'

/** What stands in the place of CEL's `matches`. */
export const boundedMatches = `string.${bounded}(string): bool`

/** Loads what reads patterns, where a rule may have one: to be awaited before such rules are loaded. */
export const loadMatches = async (documents: readonly RuleDocument[]): Promise<void> => {
  if (documents.some(({ data }) => JSON.stringify([data]).includes(name))) await loadRe2()
}

const readPattern = (pattern: string): Re2 | Flaw => {
  const read = loadedRe2()
  if (!read) throw new Error('loadMatches comes before the rules are loaded')
  return read(pattern)
}

const isCall = (node: object): node is ASTNode & { args: [string, ASTNode, ASTNode[]] } =>
  'op' in node && node.op === 'rcall'

const eachCall = (node: unknown, visit: (args: [string, ASTNode, ASTNode[]]) => void): void => {
  if (typeof node !== 'object' || node === null) return
  if (isCall(node) && node.args[0] === name) visit(node.args)
  const inside: unknown = Array.isArray(node) ? node : 'args' in node ? node.args : Object.values(node)
  if (Array.isArray(inside)) for (const child of inside) eachCall(child, visit)
  else eachCall(inside, visit)
}

/** Makes an expression that was parsed call what is bounded. */
export const boundMatches = (ast: ASTNode): void => {
  eachCall(ast, args => {
    args[0] = bounded
  })
}

/** What is wrong with the patterns that are written out in an expression. */
export const flawOfPatterns = (ast: ASTNode): { readonly flaw: string; readonly offset: number } | undefined => {
  const flaws: { readonly flaw: string; readonly offset: number }[] = []
  eachCall(ast, ([, , [pattern]]) => {
    const read = pattern?.op === 'value' && typeof pattern.args === 'string' ? readPattern(pattern.args) : undefined
    if (pattern && read && 'flaw' in read) flaws.push({ flaw: `the pattern: ${read.flaw}`, offset: pattern.pos })
  })
  return flaws[0]
}

/** How many are remembered: each may keep some megabytes for what it has seen. */
const most = 20
const patterns = new Map<string, Re2>()

/** Whether the text matches the pattern. Throws for a pattern that cannot be read. Patterns are remembered, some of them. */
export const matchesPattern = (text: string, pattern: string): boolean => {
  const known = patterns.get(pattern)
  if (known) return known.test(text)
  const read = readPattern(pattern)
  if ('flaw' in read) throw new Error(`the pattern ${JSON.stringify(pattern)}: ${read.flaw}`)
  if (patterns.size >= most) patterns.clear()
  patterns.set(pattern, read)
  return read.test(text)
}
