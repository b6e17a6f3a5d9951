import type { Node } from '../../../model/node.js'
import { concat, literal, text, type Text } from '../../../model/text.js'
import { mistake, unknown, valueOf, type IntrinsicFunction } from '../call.js'
import { asText, textNode } from '../value.js'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-base64.html */
export const base64: IntrinsicFunction = call => {
  const t = asText(valueOf(call, call.argument))
  if (!t) return mistake(call, 'takes a text')
  const known = literal(t)
  if (known === undefined) return unknown(call)
  return textNode([Buffer.from(known).toString('base64')], call.location)
}

const separated = (parts: readonly Text[]): Text =>
  concat(...parts.flatMap((part, i) => (i === 0 ? [part] : [[','], part])))

const quoted = (t: Text): Text =>
  text('"', ...t.map(part => (typeof part === 'string' ? JSON.stringify(part).slice(1, -1) : part)), '"')

const json = (node: Node): Text => {
  switch (node.kind) {
    case 'object':
      return concat(['{'], separated(node.members.map(({ key, value }) => concat(quoted(key), [':'], json(value)))), [
        '}',
      ])
    case 'list':
      return concat(['['], separated(node.items.map(json)), [']'])
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
  if (value?.kind === 'object' || value?.kind === 'list') return textNode(json(value), call.location)
  return value?.kind === 'hole' ? unknown(call) : mistake(call, 'takes an object or a list')
}
