import type { Location } from '../model/location.js'
import type { Finding } from '../model/report.js'
import { visible } from './escape.js'
import type { ReportContext } from './reporter.js'

/** Lines longer than this are data on one line, not source that somebody reads. */
const longestLine = 160
const mostLines = 24

const oneLine = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return visible(JSON.stringify(value))
  const members = Object.entries(value).map(([key, member]) => `${visible(JSON.stringify(key))}: ${oneLine(member)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

/** JSON over as few lines as fit the width. */
const laidOut = (value: unknown, width: number, indent = '', lead = ''): string[] => {
  const flat = `${indent}${lead}${oneLine(value)}`
  if (flat.length < width || typeof value !== 'object' || value === null) return [flat]
  const isList = Array.isArray(value)
  const members = Object.entries(value).flatMap(([key, member], i, all) => {
    const lines = laidOut(member, width, `${indent}  `, isList ? '' : `${visible(JSON.stringify(key))}: `)
    return lines.map((line, j) => (i < all.length - 1 && j === lines.length - 1 ? `${line},` : line))
  })
  return [`${indent}${lead}${isList ? '[' : '{'}`, ...members, `${indent}${isList ? ']' : '}'}`]
}

const cut = (lines: readonly string[]): string[] =>
  lines.length > mostLines
    ? [...lines.slice(0, mostLines - 1), `... ${lines.length - mostLines + 1} more lines`]
    : [...lines]

/** A statement that was too long to be shown whole is no JSON any more, and ends in `…`. */
const snippetLines = (snippet: string, width: number): string[] =>
  cut(snippet.endsWith('…') ? snippet.split('\n').map(visible) : laidOut(JSON.parse(snippet), width))

const sourceLines = (lines: readonly string[], from: number, to: number): string[] | undefined => {
  const shown = lines.slice(from - 1, to).map(line => line.replaceAll('\t', '  '))
  if (shown.length === 0 || shown.some(line => line.length > longestLine)) return undefined
  const gutter = String(from + shown.length - 1).length
  return cut(shown.map((line, i) => `${String(from + i).padStart(gutter)} | ${visible(line)}`))
}

/** Marks a part of one line; nothing where the line holds what does not stand in columns of its own. */
const marked = (lines: readonly string[], { line = 0, column, endLine, endColumn }: Location): string[] => {
  const text = lines[line - 1]
  if (text === undefined || column === undefined || endColumn === undefined || endLine !== line) return []
  if (!/^[ -~]*$/.test(text)) return []
  return [`${' '.repeat(String(line).length)} | ${' '.repeat(column - 1)}${'^'.repeat(endColumn - column)}`]
}

/**
 * What a finding is about, as lines to print: the source with line numbers where the file has lines that a person reads,
 * otherwise the statement as JSON. Empty where there is neither.
 */
export const frame = (
  { location, snippet }: Pick<Finding, 'location' | 'snippet'>,
  { linesOf, width }: Pick<ReportContext, 'linesOf' | 'width'>,
): string[] => {
  const { file, line, endLine = line, endColumn } = location
  const lines = line === undefined ? undefined : linesOf?.(file)
  if (lines && line !== undefined && endLine !== undefined) {
    const last = endColumn === 1 && endLine > line ? endLine - 1 : endLine
    const source = sourceLines(lines, line, last)
    if (source) return [...source, ...marked(lines, location)]
  }
  return snippet === undefined ? [] : snippetLines(snippet, width - 4)
}
