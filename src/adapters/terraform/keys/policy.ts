import { decisionsOf, label } from '../../../model/decision.js'
import type { Policy, Variant } from '../../../model/key.js'
import type { Location } from '../../../model/location.js'
import type { Node } from '../../../model/node.js'
import { InputError, type Problem } from '../../../model/problem.js'
import { text, type Hole } from '../../../model/text.js'
import { readJsonText } from '../document/json-text.js'
import { nodeOf, type Rename } from '../document/node.js'
import { holeIn, holeInPieces, knownText, type Value } from '../evaluate/value.js'
import type { Decisions } from '../evaluate/run.js'
import type { Instance, World } from '../module/instance.js'
import { locationOf } from '../syntax/span.js'
import type { Expression } from '../syntax/tree.js'
import { worldOf } from './worlds.js'

/** How many variants of a policy are told apart. */
const maxVariants = 16

/** A key's own ARN and ids are told apart from those of other resources. */
const ownArn =
  (key: Instance): Rename =>
  (hole: Hole): Hole =>
    hole.name === `${key.address}.arn` ? { ...hole, stands: 'key-arn' } : hole

const renameText = (node: Node, rename: Rename): Node => {
  switch (node.kind) {
    case 'object':
      return {
        ...node,
        members: node.members.map(m => ({ ...m, key: renamed(m.key, rename), value: renameText(m.value, rename) })),
      }
    case 'list':
      return { ...node, items: node.items.map(item => renameText(item, rename)) }
    case 'text':
      return { ...node, text: renamed(node.text, rename) }
    case 'hole':
      return { ...node, hole: rename(node.hole) }
    default:
      return node
  }
}
const renamed = (t: readonly (string | Hole)[], rename: Rename) =>
  text(...t.map(part => (typeof part === 'string' ? part : rename(part))))

const documentOf = (document: Node): Policy =>
  document.kind === 'object'
    ? { kind: 'document', variants: [{ document }], location: document.location }
    : document.kind === 'hole'
      ? { kind: 'unknown', hole: document.hole, location: document.location }
      : { kind: 'malformed', message: 'a policy is a JSON object', location: document.location }

/** The policy that a value gives a key; `default` for null and the empty string. */
const policyOfValue = (value: Value, rename: Rename, location: Location): Policy => {
  switch (value.kind) {
    case 'null':
      return { kind: 'default', location }
    case 'unknown':
      return { kind: 'unknown', hole: value.hole, location: locationOf(value.at) }
    case 'string': {
      if (value.json) return documentOf(nodeOf(value.json, rename))
      if (knownText(value.pieces) === '') return { kind: 'default', location }
      const [only, ...more] = value.pieces
      if (only && more.length === 0 && typeof only.text !== 'string' && only.text.value === undefined)
        return { kind: 'unknown', hole: only.text, location: locationOf(only.at) }
      try {
        return documentOf(renameText(readJsonText(value.pieces, value.at).node, rename))
      } catch (error) {
        if (!(error instanceof InputError) || error.code !== 'not-json') throw error
        const hole = holeInPieces(value.pieces)
        if (hole) return { kind: 'unknown', hole, location: locationOf(value.at) }
        return { kind: 'malformed', message: error.message, location: error.location ?? location }
      }
    }
    default: {
      const hole = holeIn(value)
      return hole
        ? { kind: 'unknown', hole, location }
        : { kind: 'malformed', message: 'a policy is a string', location }
    }
  }
}

/** What AWS attaches where no policy is given: needed only beside variants that give one. */
const defaultDocument = (location: Location): Node => {
  const textNode = (...parts: (string | Hole)[]): Node => ({ kind: 'text', text: text(...parts), location })
  const object = (members: Readonly<Record<string, Node>>): Node => ({
    kind: 'object',
    members: Object.entries(members).map(([key, value]) => ({ key: text(key), location, value })),
    location,
  })
  const account: Hole = { kind: 'pseudo', name: 'the account of the key', stands: 'account' }
  const statement = object({
    Sid: textNode('Enable IAM User Permissions'),
    Effect: textNode('Allow'),
    Principal: object({ AWS: textNode('arn:aws:iam::', account, ':root') }),
    Action: textNode('kms:*'),
    Resource: textNode('*'),
  })
  return object({ Version: textNode('2012-10-17'), Statement: { kind: 'list', items: [statement], location } })
}

const variantsOf = (policy: Policy, decisions: Decisions): readonly Variant[] => {
  const decided = decisionsOf(decisions)
  const way = { when: label(decided), decisions: decided, world: worldOf(decisions) }
  switch (policy.kind) {
    case 'document':
      return policy.variants.map(variant => ({ ...variant, ...way }))
    case 'default':
      return [{ ...way, document: defaultDocument(policy.location) }]
    case 'unknown':
      return [{ ...way, document: { kind: 'hole', hole: policy.hole, location: policy.location } }]
    case 'malformed':
      return []
  }
}

/** Whether an expression reads an attribute of a policy document, which is written in blocks. */
const readsDocument = (expression: Expression | undefined): boolean =>
  (expression?.kind === 'attribute' && expression.name === 'aws_iam_policy_document') ||
  ((expression?.kind === 'attribute' || expression?.kind === 'index') && readsDocument(expression.of))

/** The policy that a resource gives a key in its `policy` argument, with a variant for each way that undecided conditions can turn out. */
export const policyOf = (
  instance: Instance,
  key: Instance,
  world: World,
  report: (problem: Problem) => void,
): Policy => {
  const location = locationOf(instance.block.at)
  const { run } = world
  run.wasBounded()
  const found = run.explore(
    () => {
      const value = world.argument(instance, 'policy')
      return value ? policyOfValue(value, ownArn(key), location) : ({ kind: 'default', location } as const)
    },
    maxVariants,
    instance.assume,
  )
  if (run.wasBounded()) {
    report({
      code: 'variants-bounded',
      severity: 'warning',
      message: `${instance.address}: the policy depends on more conditions than can be told apart; those beyond ${String(Math.log2(maxVariants))} are left open`,
      location,
    })
  }
  const [first, ...more] = found
  if (!first) return { kind: 'default', location }
  const dialect =
    readsDocument(instance.block.body.attributes.get('policy')?.value) && ({ dialect: 'hcl-block' } as const)
  if (more.length === 0) return first.result.kind === 'document' ? { ...first.result, ...dialect } : first.result
  const kinds = new Set(found.map(({ result }) => result.kind))
  if (kinds.size === 1 && kinds.has('default')) return first.result
  const malformed = found.find(({ result }) => result.kind === 'malformed')
  if (malformed) return malformed.result
  return {
    kind: 'document',
    variants: found.flatMap(({ decisions, result }) => variantsOf(result, decisions)),
    location: first.result.location,
    ...dialect,
  }
}
