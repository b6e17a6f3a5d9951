import { InputError } from '../../../model/problem.js'
import { isUnknown } from '../../../model/truth.js'
import { evaluatePart } from '../evaluate/evaluate.js'
import { equal } from '../evaluate/equal.js'
import { Fault } from '../evaluate/fault.js'
import type { Scope } from '../evaluate/scope.js'
import { holeIn, knownText, listOf, objectOf, repeated, stringOf, unknownOf, type Value } from '../evaluate/value.js'
import type { Span } from '../syntax/span.js'
import type { Block } from '../syntax/tree.js'
import { nestedBlocks } from './dynamic.js'
import { readJsonText, valueOfNode } from './json-text.js'
import { statementValue } from './statement.js'

/** A document on its way through a merge. */
interface Layer {
  readonly version: Value | undefined
  readonly id: Value | undefined
  readonly statements: readonly Value[]
}

const maxStatements = 2000

const member = (value: Value, name: string): Value | undefined =>
  value.kind === 'object' ? value.entries.get(name)?.value : undefined

/** The sid of a statement; undefined where it has none, `unknown` where it may have any. */
const sidOf = (statement: Value): Value | undefined => {
  if (statement.kind === 'unknown') return statement
  const sid = member(statement, 'Sid')
  return sid?.kind === 'string' && knownText(sid.pieces) === '' ? undefined : sid?.kind === 'null' ? undefined : sid
}

const later = (a: Value | undefined, b: Value | undefined): Value | undefined => {
  const [x, y] = [a, b].map(v => (v?.kind === 'string' ? (knownText(v.pieces) ?? '') : ''))
  // versions are dates, so that the later one is the greater string
  return (y ?? '') > (x ?? '') ? b : a
}

/**
 * Lays one document over another as the provider does: a statement replaces the one with the same sid where it stands, all others
 * are appended. A statement that may or may not be replaced becomes a hole.
 */
const merge = (below: Layer, above: Layer): Layer => {
  const statements = [...below.statements]
  for (const statement of above.statements) {
    const sid = sidOf(statement)
    let replaced = false
    if (sid) {
      for (const [i, existing] of statements.entries()) {
        const other = sidOf(existing)
        const same = other ? equal(other, sid) : false
        if (same === true && !statement.many) {
          statements[i] = statement
          replaced = true
          break
        }
        if (isUnknown(same) || same) {
          const hole = holeIn(statement) ?? { kind: 'expression' as const, name: 'the sid of a statement' }
          statements[i] = unknownOf(hole, existing.at)
        }
      }
    }
    if (!replaced) statements.push(statement)
  }
  return { version: later(below.version, above.version), id: above.id ?? below.id, statements }
}

const layerOf = (document: Value): Layer => {
  if (document.kind === 'unknown') return { version: undefined, id: undefined, statements: [repeated(document)] }
  const statement = member(document, 'Statement')
  const items =
    statement === undefined
      ? []
      : statement.kind === 'list'
        ? statement.items
        : [statement.kind === 'unknown' ? repeated(statement) : statement]
  return { version: member(document, 'Version'), id: member(document, 'Id'), statements: items }
}

/** The value that a string is the JSON of; a hole where what is unknown hides its shape. Throws `Fault` if it is none. */
export const parsedDocument = (value: Value): Value => {
  if (value.kind === 'unknown') return value
  if (value.kind === 'object') return value
  if (value.kind !== 'string') throw new Fault('a policy document is a string', value.at)
  if (value.json) return value.json
  try {
    return valueOfNode(readJsonText(value.pieces, value.at))
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'not-json') throw error
    const hole = holeIn(value)
    if (hole) return unknownOf(hole, value.at)
    throw new Fault('this is not JSON', value.at)
  }
}

const documents = (block: Block, name: string, scope: Scope): readonly Layer[] => {
  const attribute = block.body.attributes.get(name)
  if (!attribute) return []
  const value = evaluatePart(attribute.value, scope)
  if (value.kind === 'null') return []
  if (value.kind === 'unknown') return [layerOf(value)]
  const items = value.kind === 'list' ? value.items : [value]
  return items.flatMap(item => {
    if (item.kind === 'null' || (item.kind === 'string' && knownText(item.pieces) === '')) return []
    const layer = layerOf(parsedDocument(item))
    return [item.many ? { ...layer, statements: layer.statements.map(repeated) } : layer]
  })
}

/**
 * The policy that an `aws_iam_policy_document` gives, every statement at the place it was written.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export const documentValue = (block: Block, scope: Scope): Value => {
  const argument = (name: string): Value | undefined => {
    const attribute = block.body.attributes.get(name)
    const value = attribute && evaluatePart(attribute.value, scope)
    return value?.kind === 'null' ? undefined : value
  }
  const own: Layer = {
    version: argument('version') ?? stringOf('2012-10-17', block.at),
    id: argument('policy_id'),
    statements: nestedBlocks(block.body, 'statement', scope).map(statementValue),
  }
  const none: Layer = { version: undefined, id: undefined, statements: [] }
  const layers = [
    ...documents(block, 'source_json', scope),
    ...documents(block, 'source_policy_documents', scope),
    own,
    ...documents(block, 'override_policy_documents', scope),
    ...documents(block, 'override_json', scope),
  ]
  const { version, id, statements } = layers.reduce(merge, none)
  if (statements.length > maxStatements)
    throw new InputError('too-large', `the policy has more than ${String(maxStatements)} statements`)
  scope.run.grow(statements.length)
  const part = (name: string, value: Value | undefined): (readonly [string, Value])[] => (value ? [[name, value]] : [])
  const at: Span = block.at
  return objectOf([...part('Version', version), ...part('Id', id), ['Statement', listOf(statements, at)]], at)
}
