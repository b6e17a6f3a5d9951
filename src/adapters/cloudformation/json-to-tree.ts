import { sizeOf, type Written } from './to-tree.js'
import type { Entry, Span, Tree } from './tree.js'
import { maxDepth } from './yaml.js'

/** Strings, brackets and all else but what only separates. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]|[^\s,:{}[\]"]+/g

interface Open {
  readonly start: number
  readonly kind: 'mapping' | 'list'
  readonly items: Tree[]
  readonly entries: Entry[]
  readonly names: Set<string>
  key: { readonly text: string; readonly span: Span } | undefined
}

const opened = (start: number, kind: Open['kind']): Open => ({
  start,
  kind,
  items: [],
  entries: [],
  names: new Set(),
  key: undefined,
})

const closed = ({ kind, items, entries, start }: Open, end: number): Tree => {
  const span = { start, end }
  return kind === 'list'
    ? { kind, items, span, size: sizeOf(items) }
    : { kind, entries, span, size: sizeOf(entries.map(({ value }) => value)) }
}

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
    const parent = stack.at(-1)
    if (parent?.key === undefined) {
      parent?.items.push(value)
      return
    }
    const { text: key, span: keySpan } = parent.key
    parent.entries.push({ key, keySpan, value, span: { start: keySpan.start, end: value.span.end } })
    parent.key = undefined
  }

  const putText = (text: string, span: Span, style: 'double' | 'plain'): void => {
    const parent = stack.at(-1)
    if (parent?.kind !== 'mapping' || parent.key !== undefined) {
      put({ kind: 'scalar', text, style, span, size: 1 })
      return
    }
    if (parent.names.has(text)) duplicates.push({ key: text, span })
    parent.names.add(text)
    parent.key = { text, span }
  }

  for (const { 0: token, index: start } of source.matchAll(tokens)) {
    const end = start + token.length
    if (token === '{' || token === '[') {
      if (stack.push(opened(start, token === '{' ? 'mapping' : 'list')) > maxDepth) return undefined
    } else if (token === '}' || token === ']') {
      const open = stack.pop()
      if (open) put(closed(open, end))
    } else if (token.startsWith('"')) {
      // a string of a text that is JSON
      const text = token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1)
      putText(text, { start, end }, 'double')
    } else putText(token, { start, end }, 'plain')
  }
  const [tree] = stack[0]?.items ?? []
  return tree && { tree, duplicates }
}
