import type { Written } from './to-tree.js'
import type { Entry, Span, Tree } from './tree.js'
import { maxDepth } from './yaml.js'

const [quote, backslash] = [0x22, 0x5c]

/** White space, commas and colons: what only separates, in a text that is JSON. */
const separates = (char: number): boolean => char <= 0x20 || char === 0x2c || char === 0x3a

const opens = (char: number): boolean => char === 0x7b || char === 0x5b
const closes = (char: number): boolean => char === 0x7d || char === 0x5d

/** Where a string or another scalar ends that starts there. */
const scalarEnd = (source: string, start: number): number => {
  const { length } = source
  let at = start + 1
  if (source.charCodeAt(start) === quote) {
    while (at < length && source.charCodeAt(at) !== quote) at += source.charCodeAt(at) === backslash ? 2 : 1
    return at + 1
  }
  while (at < length && !separates(source.charCodeAt(at)) && !closes(source.charCodeAt(at))) at++
  return at
}

interface Open {
  readonly start: number
  readonly kind: 'mapping' | 'list'
  readonly items: Tree[]
  readonly entries: Entry[]
  /** The names of the entries; none in a list. */
  readonly names: Set<string> | undefined
  key: { readonly text: string; readonly span: Span } | undefined
  size: number
}

const opened = (start: number, kind: Open['kind']): Open => ({
  start,
  kind,
  items: [],
  entries: [],
  names: kind === 'mapping' ? new Set() : undefined,
  key: undefined,
  size: 1,
})

const closed = ({ kind, items, entries, start, size }: Open, end: number): Tree => {
  const span = { start, end }
  return kind === 'list' ? { kind, items, span, size } : { kind, entries, span, size }
}

const unquoted = (token: string): string =>
  // a string of a text that is JSON
  token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1)

const isJson = (source: string): boolean => {
  if (!/^\s*\{/.test(source)) return false
  try {
    JSON.parse(source)
    return true
  } catch (error) {
    // whether there is JSON can be asked in no other way
    if (error instanceof SyntaxError) return false
    throw error
  }
}

/**
 * The tree of a JSON object, the same that the reader of YAML makes of it in many times the time. Undefined for everything
 * else: text that is no JSON, or is nested too deep, is for that reader to read or refuse.
 */
export const jsonToTree = (source: string): Written | undefined => {
  if (!isJson(source)) return undefined
  const duplicates: Written['duplicates'][number][] = []
  const stack: Open[] = [opened(0, 'list')]

  const put = (value: Tree): void => {
    const parent = stack[stack.length - 1]
    if (!parent) return
    parent.size += value.size
    if (parent.key === undefined) {
      parent.items.push(value)
      return
    }
    const { text: key, span: keySpan } = parent.key
    parent.entries.push({ key, keySpan, value, span: { start: keySpan.start, end: value.span.end } })
    parent.key = undefined
  }

  const putText = (text: string, span: Span, style: 'double' | 'plain'): void => {
    const parent = stack[stack.length - 1]
    if (parent?.names === undefined || parent.key !== undefined) {
      put({ kind: 'scalar', text, style, span, size: 1 })
      return
    }
    if (parent.names.has(text)) duplicates.push({ key: text, span })
    parent.names.add(text)
    parent.key = { text, span }
  }

  for (let start = 0, end; start < source.length; start = end) {
    const char = source.charCodeAt(start)
    end = start + 1
    if (separates(char)) continue
    if (opens(char)) {
      if (stack.push(opened(start, char === 0x7b ? 'mapping' : 'list')) > maxDepth) return undefined
    } else if (closes(char)) {
      const open = stack.pop()
      if (open) put(closed(open, end))
    } else {
      end = scalarEnd(source, start)
      const token = source.slice(start, end)
      if (char === quote) putText(unquoted(token), { start, end }, 'double')
      else putText(token, { start, end }, 'plain')
    }
  }
  const [tree] = stack[0]?.items ?? []
  return tree && { tree, duplicates }
}
