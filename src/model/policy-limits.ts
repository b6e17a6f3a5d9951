import type { Location } from './location.js'
import type { Node } from './node.js'
import { print, type Text } from './text.js'
import type { Report } from './elements.js'

/** The most bytes that a key policy may have. @see https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html */
export const maximumPolicyBytes = 32_768

const refused = /[^\t\n\r\u0020-\u00ff]/u

/**
 * The first character of a text that a key policy may not hold; undefined where all are fine.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
 */
export const refusedCharacter = (t: Text): string | undefined => {
  for (const part of t) {
    const known = typeof part === 'string' ? part : part.value
    const found = known === undefined ? null : refused.exec(known)
    if (found) return found[0]
  }
  return undefined
}

/** Visits every text of the tree: keys and strings. */
const eachText = (node: Node, visit: (t: Text, location: Location, misread?: string) => void): void => {
  if (node.kind === 'object') {
    for (const member of node.members) {
      visit(member.key, member.location)
      eachText(member.value, visit)
    }
  } else if (node.kind === 'list') for (const item of node.items) eachText(item, visit)
  else if (node.kind === 'text') visit(node.text, node.location, node.misread)
}

/** How many bytes a literal has, or may have. */
type Measure = (literal: string) => number

const sizeOf = (t: Text, measure: Measure): number => {
  let sum = 0
  for (const part of t) if (typeof part === 'string') sum += measure(part)
  return sum
}

/** The bytes of entries between brackets, with the commas between them. */
const listed = <T>(entries: readonly T[], size: (entry: T) => number): number =>
  entries.reduce((sum, entry) => sum + size(entry), 2 + Math.max(0, entries.length - 1))

/** The fewest bytes that the document can have as JSON: a hole may be empty. */
const leastBytes = (node: Node, measure: Measure): number => {
  switch (node.kind) {
    case 'object':
      return listed(node.members, ({ key, value }) => sizeOf(key, measure) + 3 + leastBytes(value, measure))
    case 'list':
      return listed(node.items, item => leastBytes(item, measure))
    case 'text':
      return sizeOf(node.text, measure) + 2
    case 'number':
      return sizeOf(node.text, measure)
    case 'hole':
      return 0
    default:
      return 'null'.length
  }
}

/** UTF-8 takes no more for a unit of UTF-16. */
const mostBytes: Measure = literal => 3 * literal.length

/** Reports texts that AWS refuses, with characters beyond Latin-1, or that its readers may take for something else. */
export const reportTexts = (node: Node, report: Report): void => {
  eachText(node, (t, location, misread) => {
    const bad = refusedCharacter(t)
    if (bad !== undefined) {
      const code = Number(bad.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')
      report(
        `a key policy cannot hold the character U+${code}; it takes tab, line breaks and U+0020 to U+00FF`,
        location,
      )
    }
    if (misread !== undefined) {
      const written = print(t)
      report(
        `${written} is not quoted: it can be read as the text ${written} or as the number ${misread}; quote it`,
        location,
      )
    }
  })
}

/** Reports a document with more bytes than a key policy may have. */
export const reportSize = (document: Node, report: Report): void => {
  if (leastBytes(document, mostBytes) <= maximumPolicyBytes) return
  const bytes = leastBytes(document, literal => Buffer.byteLength(literal))
  if (bytes <= maximumPolicyBytes) return
  const limit = `a key policy may have ${String(maximumPolicyBytes)}`
  report(`the policy has ${String(bytes)} bytes; ${limit}`, document.location)
}
