import type { TextNode } from '../../../model/node.js'
import { joined, print } from '../../../model/text.js'
import { mistake, type Call } from '../call.js'
import { textNode, type Value } from '../value.js'

/** The longest text that is put together. */
const maxLength = 256 * 1024

/** The most parts that a text is put together of. */
export const maxParts = 10_000

/** What YAML 1.1 makes of the whole; undefined where it reads every part as it is written. */
const misreadOf = (nodes: readonly TextNode[]): string | undefined =>
  nodes.some(({ misread }) => misread !== undefined)
    ? nodes.map(node => node.misread ?? print(node.text)).join('')
    : undefined

/** Puts texts together, with what YAML 1.1 makes of them where it reads a part otherwise. Too long a text is a mistake. */
export const concatenated = (call: Call, nodes: readonly TextNode[]): Value => {
  const parts = joined(nodes.flatMap(node => node.text))
  if (parts.length > maxParts) return mistake(call, `puts together more than ${maxParts} parts`)
  const length = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0)
  if (length > maxLength) return mistake(call, `makes a text of more than ${maxLength} characters`)
  return textNode(parts, call.location, misreadOf(nodes))
}
