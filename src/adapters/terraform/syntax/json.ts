import type { Location } from '../../../model/location.js'
import type { Node } from '../../../model/node.js'
import { literal, type Text } from '../../../model/text.js'
import { parseJson } from '../../json.js'
import { Cursor } from './cursor.js'
import { parseExpression } from './body.js'
import { span, spanText, written, type Span, type Written } from './span.js'
import { templateRange } from './template.js'
import type { Attribute, Block, Body, Expression } from './tree.js'
import { ownOf } from '../../../model/own.js'

const maxLength = 4 * 1024 * 1024

/** How many labels each block of the language has; other names at the top of a file are passed over. */
const labelCounts: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  module: 1,
  variable: 1,
  output: 1,
  provider: 1,
  locals: 0,
  terraform: 0,
}

/**
 * Reads the JSON form of the language (`.tf.json`). Nested blocks cannot be told from arguments here and stay arguments of
 * their body. Throws `InputError` with its place.
 * @see https://developer.hashicorp.com/terraform/language/syntax/json
 */
export const parseJsonBody = (of: Written): Body => {
  const reader = jsonReader(of)
  const start = of.text.startsWith('\uFEFF') ? 1 : 0
  const root = reader.parse(start)
  const blocks: Block[] = []
  for (const top of objects(root)) {
    for (const { key, value } of top) {
      const type = literal(key) ?? ''
      const count = ownOf(labelCounts, type)
      if (count !== undefined)
        labelled(value, count, [], (labels, inner) => blocks.push(reader.block(type, labels, inner)))
    }
  }
  return { attributes: new Map(), blocks, at: span(of, start, of.text.length) }
}

/** Reads variable values in JSON (`.tfvars.json`): no text in it is a template. */
export const parseJsonValues = (of: Written): Body => {
  const reader = jsonReader(of)
  const start = of.text.startsWith('\uFEFF') ? 1 : 0
  return reader.body(reader.parse(start), true)
}

type Members = readonly { readonly key: Text; readonly value: Node; readonly location: Location }[]

const objects = (node: Node): Members[] =>
  node.kind === 'object' ? [node.members] : node.kind === 'list' ? node.items.flatMap(objects) : []

const labelled = (
  node: Node,
  count: number,
  labels: readonly string[],
  use: (labels: readonly string[], body: Node) => void,
): void => {
  if (count === 0) {
    if (node.kind === 'list')
      node.items.forEach(item => {
        use(labels, item)
      })
    else use(labels, node)
    return
  }
  for (const members of objects(node))
    for (const { key, value } of members) labelled(value, count - 1, [...labels, literal(key) ?? ''], use)
}

const jsonReader = (of: Written) => {
  const spans = new Map<Location, Span>()
  const whole = span(of, 0, of.text.length)
  const at = (location: Location): Span => spans.get(location) ?? whole

  const parse = (start: number): Node =>
    parseJson(
      of.text.slice(start),
      (offset, length) => {
        const location = { file: of.file }
        spans.set(location, span(of, start + offset, start + offset + length))
        return location
      },
      { depth: 100, length: maxLength },
    )

  /** The text inside quotes: in place where it has no escapes, decoded and without places inside otherwise. */
  const textOf = (value: string, where: Span): Written | Span =>
    spanText(where).includes('\\') ? written(of.file, value, where) : span(of, where.start + 1, where.end - 1)

  const stringExpression = (value: string, where: Span, plain: boolean): Expression => {
    if (plain) return { kind: 'literal', value, at: where }
    const inner = textOf(value, where)
    const range = 'written' in inner ? inner : span(inner, 0, value.length)
    return { ...templateRange(new Cursor(range.written, range.start, range.end)), at: where }
  }

  const expression = (node: Node, plain: boolean): Expression => {
    const where = at(node.location)
    switch (node.kind) {
      case 'object':
        return {
          kind: 'object',
          items: node.members.map(({ key, value, location }) => ({
            key: stringExpression(literal(key) ?? '', keySpan(at(location)), plain),
            value: expression(value, plain),
            at: at(location),
          })),
          at: where,
        }
      case 'list':
        return { kind: 'list', items: node.items.map(item => expression(item, plain)), at: where }
      case 'text':
        return stringExpression(literal(node.text) ?? '', where, plain)
      case 'number':
        return { kind: 'literal', value: Number(literal(node.text)), at: where }
      case 'boolean':
        return { kind: 'literal', value: node.value, at: where }
      default:
        return { kind: 'literal', value: undefined, at: where }
    }
  }

  const body = (node: Node, plain: boolean): Body => {
    const attributes = new Map<string, Attribute>()
    for (const { key, value, location } of objects(node).flat()) {
      const name = literal(key) ?? ''
      attributes.set(name, { name, value: expression(value, plain), at: at(location) })
    }
    return { attributes, blocks: [], at: at(node.location) }
  }

  const block = (type: string, labels: readonly string[], node: Node): Block => {
    const where = at(node.location)
    const inner = body(node, type === 'variable')
    const constraint = inner.attributes.get('type')
    if (type !== 'variable' || constraint?.value.kind !== 'literal' || typeof constraint.value.value !== 'string')
      return { type, labels, body: inner, at: where }
    // a type constraint stands in a string
    const value = parseExpression(written(of.file, constraint.value.value, constraint.value.at))
    return {
      type,
      labels,
      body: { ...inner, attributes: new Map(inner.attributes).set('type', { ...constraint, value }) },
      at: where,
    }
  }

  return { parse, body, block }
}

/** The key at the start of a member: up to its closing quote. */
const keySpan = (member: Span): Span => {
  const match = /^"(?:[^"\\]|\\.)*"/.exec(spanText(member))
  return { ...member, end: member.start + (match?.[0].length ?? 0) }
}
