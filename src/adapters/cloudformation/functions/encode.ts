import type { Node } from '../../../model/node.js'
import { literal, type Hole, type Text } from '../../../model/text.js'
import { mistake, unknown, valueOf, type IntrinsicFunction } from '../call.js'
import { asText, textNode } from '../value.js'
import { concatenated } from './concatenated.js'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-base64.html */
export const base64: IntrinsicFunction = call => {
  const t = asText(valueOf(call, call.argument))
  if (!t) return mistake(call, 'takes a text')
  const known = literal(t)
  if (known === undefined) return unknown(call)
  return textNode([Buffer.from(known).toString('base64')], call.location)
}

type Parts = (string | Hole)[]

const quoted = (t: Text): Parts => [
  '"',
  ...t.map(part => (typeof part === 'string' ? JSON.stringify(part).slice(1, -1) : part)),
  '"',
]

const separated = (parts: readonly Parts[]): Parts => parts.flatMap((part, i) => (i === 0 ? part : [',', ...part]))

const json = (node: Node): Parts => {
  switch (node.kind) {
    case 'object':
      return ['{', ...separated(node.members.map(({ key, value }) => [...quoted(key), ':', ...json(value)])), '}']
    case 'list':
      return ['[', ...separated(node.items.map(json)), ']']
    case 'text':
      return quoted(node.text)
    case 'hole':
      return [node.hole]
    default:
      return ['null']
  }
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ToJsonString.html */
export const toJsonString: IntrinsicFunction = call => {
  const value = valueOf(call, call.argument)
  if (value?.kind === 'object' || value?.kind === 'list')
    return concatenated(call, [textNode(json(value), call.location)])
  return value?.kind === 'hole' ? unknown(call) : mistake(call, 'takes an object or a list')
}
