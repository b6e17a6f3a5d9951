import { piecesOf, toStringValue } from '../evaluate/convert.js'
import { evaluatePart } from '../evaluate/evaluate.js'
import type { Scope } from '../evaluate/scope.js'
import {
  knownText,
  listOf,
  objectOf,
  repeated,
  stringOf,
  type Entry,
  type ObjectValue,
  type Piece,
  type Value,
} from '../evaluate/value.js'
import type { Span } from '../syntax/span.js'
import type { Attribute, Body } from '../syntax/tree.js'
import { nestedBlocks, type Nested } from './dynamic.js'

/** `&{aws:username}` is how a document writes a policy variable, since `${` is Terraform's own. */
const policyVariables = (value: Value): Value =>
  value.kind === 'string'
    ? {
        kind: 'string',
        at: value.at,
        pieces: value.pieces.map(piece =>
          typeof piece.text === 'string' && piece.text.includes('&{')
            ? { ...piece, text: piece.text.replaceAll('&{', '${') }
            : piece,
        ),
        ...(value.many && { many: true }),
      }
    : value

const same = (value: Value): Value => value

const oneOrMany = (items: readonly Value[], at: Span): Value => {
  const [only, ...more] = items
  return only && more.length === 0 && !only.many ? only : listOf(items, at)
}

const given = (
  body: Body,
  name: string,
  scope: Scope,
): { readonly value: Value; readonly attribute: Attribute } | undefined => {
  const attribute = body.attributes.get(name)
  if (!attribute) return undefined
  const value = evaluatePart(attribute.value, scope)
  return value.kind === 'null' ? undefined : { value, attribute }
}

/** The strings of a set argument; an unknown one as a whole stands for any number of them. */
const strings = (value: Value, change: (value: Value) => Value): readonly Value[] => {
  if (value.kind === 'unknown') return [repeated(value)]
  if (value.kind !== 'list') return [change(toStringValue(value))]
  return value.items.map(item => {
    if (item.kind === 'unknown' || item.kind === 'lazy') return item
    const text = change(toStringValue(item))
    return item.many ? repeated(text) : text
  })
}

const element = (
  name: string,
  argument: string,
  body: Body,
  scope: Scope,
  change: (value: Value) => Value,
): readonly Entry[] => {
  const found = given(body, argument, scope)
  if (!found) return []
  const items = strings(found.value, change)
  // an empty set is left out, as the provider does
  if (items.length === 0) return []
  return [entry(name, oneOrMany(items, found.value.at), found.attribute.at)]
}

const entry = (name: string, value: Value, at: Span): Entry => ({ key: [{ text: name, at }], at, value })

/** Values under names that occur in several blocks, gathered in the order they come. */
class Groups {
  private readonly known = new Map<string, { key: readonly Piece[]; at: Span; items: Value[] }>()
  private readonly others: Entry[] = []

  add(key: readonly Piece[], items: readonly Value[], at: Span): void {
    const name = knownText(key)
    if (name === undefined) this.others.push({ key, at, value: oneOrMany(items, at) })
    else {
      const group = this.known.get(name)
      if (group) group.items.push(...items)
      else this.known.set(name, { key, at, items: [...items] })
    }
  }

  object(at: Span): ObjectValue {
    const entries = [...this.known].map(
      ([name, { key, at: where, items }]) => [name, { key, at: where, value: oneOrMany(items, where) }] as const,
    )
    return { kind: 'object', type: 'object', entries: new Map(entries), others: this.others, at }
  }

  /** Whether nothing but `*: *` was added. */
  get isAnyone(): boolean {
    const star = this.known.get('*')
    const [only, ...more] = star?.items ?? []
    return (
      this.known.size === 1 &&
      this.others.length === 0 &&
      only?.kind === 'string' &&
      more.length === 0 &&
      knownText(only.pieces) === '*'
    )
  }
}

const textOfArgument = ({ body, scope, at }: Nested, name: string): readonly Piece[] => {
  const found = given(body, name, scope)
  return found ? piecesOf(found.value) : [{ text: { kind: 'expression', name }, at }]
}

const principals = (name: string, type: string, body: Body, scope: Scope): readonly Entry[] => {
  const blocks = nestedBlocks(body, type, scope)
  const [first] = blocks
  if (!first) return []
  const groups = new Groups()
  for (const block of blocks) {
    const identifiers = given(block.body, 'identifiers', block.scope)
    const items = identifiers ? strings(identifiers.value, policyVariables) : []
    groups.add(textOfArgument(block, 'type'), block.many ? items.map(repeated) : items, block.at)
  }
  const value = groups.isAnyone ? stringOf('*', first.at) : groups.object(first.at)
  return [entry(name, value, first.at)]
}

const conditions = (body: Body, scope: Scope): readonly Entry[] => {
  const blocks = nestedBlocks(body, 'condition', scope)
  const [first] = blocks
  if (!first) return []
  const tests = new Map<string, { readonly at: Span; readonly keys: Groups }>()
  const others: Entry[] = []
  for (const block of blocks) {
    const test = textOfArgument(block, 'test')
    const name = knownText(test)
    const values = given(block.body, 'values', block.scope)
    const items = values ? strings(values.value, policyVariables) : []
    const keys = (name === undefined ? undefined : tests.get(name)?.keys) ?? new Groups()
    keys.add(textOfArgument(block, 'variable'), items, block.at)
    if (block.many)
      others.push({
        key: [{ text: { kind: 'expression', name: 'a dynamic condition' }, at: block.at }],
        at: block.at,
        value: repeated(keys.object(block.at)),
      })
    else if (name === undefined) others.push({ key: test, at: block.at, value: keys.object(block.at) })
    else tests.set(name, { at: tests.get(name)?.at ?? block.at, keys })
  }
  const entries = [...tests].map(([name, { at, keys }]) => [name, entry(name, keys.object(at), at)] as const)
  return [
    entry('Condition', { kind: 'object', type: 'object', entries: new Map(entries), others, at: first.at }, first.at),
  ]
}

/** What a `statement` block of an `aws_iam_policy_document` becomes, with the place of the block. */
export const statementValue = (block: Nested): Value => {
  const { body, scope, at } = block
  const sid = given(body, 'sid', scope)
  const effect = given(body, 'effect', scope)
  const hasSid = sid && !(sid.value.kind === 'string' && knownText(sid.value.pieces) === '')
  const entries: readonly Entry[] = [
    ...(hasSid ? [entry('Sid', sid.value, sid.attribute.at)] : []),
    effect ? entry('Effect', effect.value, effect.attribute.at) : entry('Effect', stringOf('Allow', at), at),
    ...principals('Principal', 'principals', body, scope),
    ...principals('NotPrincipal', 'not_principals', body, scope),
    ...element('Action', 'actions', body, scope, same),
    ...element('NotAction', 'not_actions', body, scope, same),
    ...element('Resource', 'resources', body, scope, policyVariables),
    ...element('NotResource', 'not_resources', body, scope, policyVariables),
    ...conditions(body, scope),
  ]
  const value = objectOf(
    entries.map(e => [knownText(e.key) ?? '', e.value] as const),
    at,
  )
  const made: ObjectValue = { ...value, entries: new Map(entries.map(e => [knownText(e.key) ?? '', e])) }
  return block.many ? repeated(made) : made
}
