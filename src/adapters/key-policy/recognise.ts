import type { Node } from '../../model/node.js'
import { attempt } from '../../model/problem.js'
import { literal } from '../../model/text.js'
import { at, parseJson } from '../json.js'

const members = (node: Node | undefined): ReadonlyMap<string | undefined, Node> =>
  new Map(node?.kind === 'object' ? node.members.map(m => [literal(m.key), m.value]) : [])

const parse = (text: string): Node | undefined => {
  const nowhere = at({ file: '' })
  return attempt(
    () => parseJson(text, nowhere),
    () => undefined,
  )
}

/** The policy in what `aws kms get-key-policy` prints. */
const unwrap = (node: Node | undefined): Node | undefined => {
  const policy = members(node).get('Policy')
  const text = policy?.kind === 'text' && members(node).has('PolicyName') ? literal(policy.text) : undefined
  return text === undefined ? node : parse(text)
}

const listed = (node: Node | undefined): readonly Node[] => (node?.kind === 'list' ? node.items : node ? [node] : [])

/** A policy of a resource says who; a policy of an identity does not. */
const hasPrincipal = (statement: Node): boolean =>
  members(statement).has('Principal') || members(statement).has('NotPrincipal')

const textsOf = (statement: Node, names: readonly string[]): readonly string[] =>
  names.flatMap(name =>
    listed(members(statement).get(name)).flatMap(node => (node.kind === 'text' ? (literal(node.text) ?? []) : [])),
  )

/**
 * Whether statements may be about KMS: they name an action of it, or give none of another service by name and no resource of one.
 * What is not an action of another service (`NotAction`) may be one of KMS.
 */
const mayBeOfKms = (statements: readonly Node[]): boolean => {
  const textsIn = (...names: readonly string[]) => statements.flatMap(one => textsOf(one, names))
  const resources = textsIn('Resource', 'NotResource')
  if (textsIn('Action', 'NotAction').some(action => /^kms:/i.test(action))) return true
  return (
    !textsIn('Action').some(action => /^[^:*?]+:/.test(action)) &&
    resources.every(one => /^(\*$|arn:[^:]*:kms:)/i.test(one))
  )
}

const policyMembers = new Set<string | undefined>(['Version', 'Id', 'Statement'])
const statementMembers = new Set<string | undefined>(['Effect', 'Action', 'NotAction'])

/** A user who names a file means it: what is nearly a policy is accepted too, so that it is refused with a reason. */
const isMeant = (keys: readonly (string | undefined)[]): boolean =>
  keys.includes('Statement') ||
  (keys.length > 0 && keys.every(key => policyMembers.has(key))) ||
  keys.filter(key => statementMembers.has(key)).length > 1

const looksLikePolicy = (text: string): boolean =>
  /^\s*\{/.test(text) &&
  /"Statement"\s*:/.test(text) &&
  !/"(Resources|AWSTemplateFormatVersion|format_version)"\s*:/.test(text)

/** Recognises a bare key policy by its content; `text` may be cut off, then only a named one is recognised. */
export const recognise = (text: string, named: boolean): boolean => {
  if (!/^\s*\{/.test(text)) return false
  const outer = parse(text)
  if (!outer) return named && looksLikePolicy(text)
  const document = unwrap(outer)
  // a broken policy inside the output of get-key-policy
  if (!document) return named
  const found = members(document)
  if (named) return isMeant([...found.keys()])
  const statements = listed(found.get('Statement'))
  return statements.some(hasPrincipal) && (document !== outer || mayBeOfKms(statements))
}
