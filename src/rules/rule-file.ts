import {
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node as YamlNode,
  type Scalar,
} from 'yaml'
import type { Location } from '../model/location.js'
import type { Problem } from '../model/problem.js'
import type { Locate, Path, RuleDocument, RuleFile } from './rule.js'

/**
 * The offset in the source of a scalar at which a character of its value stands; the end, where there is no such character.
 * Folding, indentation, quotes and escapes make them differ: the characters that are no white space are the same in both, in the same order.
 */
export const align = (source: string, value: string, offset: number): number => {
  let at = 0
  for (const character of value.slice(0, offset + 1)) {
    if (/\s/.test(character)) continue
    const found = source.indexOf(character, at)
    if (found >= 0) at = found + 1
  }
  return offset < value.length ? Math.max(0, at - 1) : at
}

/** Where the content of a scalar begins: after the quote, or on the line after the header of a block. */
const contentOf = (source: string, { type }: Scalar): number => {
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') return source.indexOf('\n') + 1
  return type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0
}

const keyAt = (document: Document, path: Path): Scalar | undefined => {
  const map = path.length < 2 ? document.contents : document.getIn(path.slice(0, -1), true)
  const keys = isMap(map) ? map.items.map(({ key }) => key) : []
  return keys.find((key): key is Scalar => isScalar(key) && String(key.value) === path.at(-1))
}

const nodeAt = (document: Document, path: Path): YamlNode | undefined => {
  const found = path.length === 0 ? document.contents : document.getIn(path, true)
  // With `true` the values are nodes; a missing one is undefined.
  return (found as YamlNode | undefined) ?? (path.length === 0 ? undefined : nodeAt(document, path.slice(0, -1)))
}

const placeOf = (file: string, lines: LineCounter, start: number, end?: number): Location => {
  const from = lines.linePos(start)
  const to = end === undefined ? undefined : lines.linePos(end)
  return { file, line: from.line, column: from.col, ...(to && { endLine: to.line, endColumn: to.col }) }
}

const locator =
  (file: string, text: string, document: Document, lines: LineCounter): Locate =>
  (path, at) => {
    const node = (at === 'key' ? keyAt(document, path) : undefined) ?? nodeAt(document, path)
    if (!node?.range) return { file }
    const [start, end] = node.range
    if (typeof at !== 'number' || !isScalar(node) || typeof node.value !== 'string')
      return placeOf(file, lines, start, end)
    const source = text.slice(start, end)
    const content = contentOf(source, node)
    return placeOf(file, lines, start + content + align(source.slice(content), node.value, at))
  }

const maxDepth = 100

/** The YAML reader recurses, so the depth is bounded before it starts. Brackets in strings count too, which only makes this stricter. */
const isTooDeep = (text: string): boolean => {
  let depth = 0
  for (const character of text) {
    if ('[{'.includes(character)) depth++
    if (']}'.includes(character)) depth--
    if (depth > maxDepth) return true
  }
  return /^ {200}|(?:[-?:] +){50}/m.test(text)
}

type ReadResult = { readonly document: RuleDocument } | { readonly problems: readonly Problem[] }

/** Reads a YAML file of rules or presets; what its data must look like is for others to say. */
export const readRuleFile = ({ file, text }: RuleFile): ReadResult => {
  const problem = (message: string, location: Location): Problem => ({
    code: 'rule-not-valid',
    severity: 'error',
    message,
    location,
  })
  if (isTooDeep(text)) return { problems: [problem('is nested too deeply', { file })] }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const problems: Problem[] = [...document.errors, ...document.warnings].map(({ message, pos: [offset] }) =>
    problem(`is not valid YAML: ${message}`, placeOf(file, lines, offset)),
  )
  const locate = locator(file, text, document, lines)
  visit(document, {
    Alias: (_, alias) => {
      /* c8 ignore next -- what was parsed has a range */
      const place = placeOf(file, lines, alias.range?.[0] ?? 0)
      problems.push(problem(`*${alias.source} is an alias, which rule files do not have: write the value out`, place))
    },
  })
  if (problems.length > 0) return { problems }
  return { document: { file, data: document.toJS() as unknown, locate, shipped: false, checked: false } }
}

/** Reads rule files of a user. Load this module only when there are any: it brings the YAML reader with it. */
export const readRuleFiles = (
  files: readonly RuleFile[],
): { readonly documents: readonly RuleDocument[]; readonly problems: readonly Problem[] } => {
  const read = files.map(readRuleFile)
  return {
    documents: read.flatMap(one => ('document' in one ? [one.document] : [])),
    problems: read.flatMap(one => ('problems' in one ? one.problems : [])),
  }
}
