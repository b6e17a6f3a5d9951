import type { Node, TextNode } from '../../../model/node.js'
import { literal, text, type Hole, type Text } from '../../../model/text.js'
import { argumentsOf, literalOf, mistake, unknown, valueOf, type Call, type IntrinsicFunction } from '../call.js'
import { asText, holeNode, textNode } from '../value.js'
import { concatenated } from './concatenated.js'

/** A text, or a hole in place of one. */
const asPart = (node: Node | undefined): TextNode | undefined => {
  if (node?.kind === 'text') return node
  return node?.kind === 'hole' && !node.many ? textNode([node.hole], node.location) : undefined
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-join.html */
export const join: IntrinsicFunction = call => {
  const [first, second] = argumentsOf(call, 2) ?? []
  if (!first || !second) return unknown(call)
  const delimiter = asPart(valueOf(call, first))
  const list = valueOf(call, second)
  if (list?.kind === 'hole') return textNode([list.hole], call.location)
  const items = list?.kind === 'list' ? list.items.map(asPart) : []
  const parts = items.filter(item => item !== undefined)
  if (list?.kind !== 'list' || !delimiter || parts.length < items.length) {
    return mistake(call, 'takes a text and a list of texts')
  }
  return concatenated(
    call,
    parts.flatMap((part, i) => (i === 0 ? [part] : [delimiter, part])),
  )
}

/** What a part of an ARN can be is known not to hold the delimiter. */
const isWhole = ({ stands }: Hole, delimiter: string): boolean =>
  stands === 'account' || stands === 'partition' || (stands === 'region' && !delimiter.includes('-'))

const splitText = (source: Text, delimiter: string): readonly Text[] => {
  const out: (string | Hole)[][] = [[]]
  for (const part of source) {
    if (typeof part === 'string') {
      const [first = '', ...others] = part.split(delimiter)
      out.at(-1)?.push(first)
      for (const other of others) out.push([other])
    } else out.at(-1)?.push(part)
  }
  return out.map(parts => text(...parts))
}

/** A part that is one hole may be any number of parts. */
const partNode = (part: Text, delimiter: string, { location }: Call): Node => {
  const [only] = part
  const isOpen = part.length === 1 && typeof only === 'object' && !isWhole(only, delimiter)
  return isOpen ? holeNode(only, location, true) : textNode(part, location)
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-split.html */
export const split: IntrinsicFunction = call => {
  const [first, second] = argumentsOf(call, 2) ?? []
  if (!first || !second) return unknown(call)
  const delimiter = literalOf(call, first)
  const value = valueOf(call, second)
  const source = asText(value)
  if (value?.kind === 'hole') return holeNode(value.hole, call.location, true)
  if (!source || delimiter === undefined || delimiter === '') return mistake(call, 'takes a delimiter and a text')
  const items = splitText(source, delimiter).map(part => partNode(part, delimiter, call))
  return { kind: 'list', items, location: call.location }
}

/** Whether the element may be at another place than it seems, since what stands before it may be any number of elements. */
const mayShift = (items: readonly Node[]): boolean =>
  items.some(item =>
    item.kind === 'hole' ? item.many : item.kind === 'text' && item.text.some(p => typeof p !== 'string' && !p.stands),
  )

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-select.html */
export const select: IntrinsicFunction = call => {
  const [first, second] = argumentsOf(call, 2) ?? []
  if (!first || !second) return unknown(call)
  const at = asText(valueOf(call, first))
  const list = valueOf(call, second)
  if (list?.kind === 'hole' || (at && literal(at) === undefined)) return unknown(call, 'of a list')
  const index = at && literal(at)
  if (list?.kind !== 'list' || index === undefined || !/^\d+$/.test(index))
    return mistake(call, 'takes an index and a list')
  const isSplit = second.kind === 'mapping'
  if (isSplit && mayShift(list.items.slice(0, Number(index) + 1))) return unknown(call, 'of a text')
  const item = list.items[Number(index)]
  return item ?? mistake(call, `takes element ${index} of a list of ${list.items.length}`)
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-length.html */
export const length: IntrinsicFunction = call => {
  const list = valueOf(call, call.argument)
  if (list?.kind === 'hole') return unknown(call, 'of a list')
  if (list?.kind !== 'list') return mistake(call, 'takes a list')
  if (list.items.some(item => item.kind === 'hole' && item.many)) return unknown(call, 'of a list')
  return textNode([String(list.items.length)], call.location)
}
