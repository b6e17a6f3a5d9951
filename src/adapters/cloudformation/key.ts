import { label } from '../../model/decision.js'
import type { Key, Policy, Variant } from '../../model/key.js'
import type { Node } from '../../model/node.js'
import type { Settings } from '../../model/settings.js'
import { isUnknown, Unknown, type Known } from '../../model/truth.js'
import { defaultPolicy } from './default-policy.js'
import { evaluate } from './evaluate.js'
import { smallEnough } from './policy-size.js'
import { policyOf } from './policy.js'
import { propertyOf, typeOf } from './resources.js'
import type { Element, Env, Scope } from './scope.js'
import { settingsOf } from './settings.js'
import { memberOf, textOf, type Tree } from './tree.js'
import type { Labelled } from './variants.js'

/** What a key is on one way through the choices. */
export interface Content {
  readonly settings: Settings
  readonly policy: Policy
}

const replica = 'AWS::KMS::ReplicaKey'

export const isKey = (tree: Tree): boolean => ['AWS::KMS::Key', replica].includes(typeOf(tree))

/** Reads a key on one way through the choices. */
export const contentOf = (tree: Tree, env: Env): Content => {
  const written = propertyOf(tree, 'KeyPolicy', env, evaluate)
  const place = memberOf(tree, 'Properties') ?? tree
  return {
    settings: settingsOf(tree, typeOf(tree) === replica, env),
    policy: written
      ? smallEnough(policyOf(written, env))
      : { kind: 'default', location: env.scope.template.locate(place.span) },
  }
}

/** Whether a policy is written, if only in one branch. */
const isGiven = (tree: Tree): boolean => {
  const properties = memberOf(tree, 'Properties')
  return (
    properties?.kind === 'mapping' &&
    properties.entries.some(({ key }) => key === 'KeyPolicy' || key.startsWith('Fn::'))
  )
}

/** The documents of a policy, whatever kind it is of: a variant without one has the document that AWS attaches. */
const documentsOf = (policy: Policy, scope: Scope): readonly Node[] => {
  const { location } = policy
  switch (policy.kind) {
    case 'document':
      return policy.variants.map(({ document }) => document)
    case 'default':
      return [defaultPolicy(scope, location)]
    case 'unknown':
      return [{ kind: 'hole', hole: policy.hole, location }]
    case 'malformed':
      return [{ kind: 'text', text: [policy.message], location }]
  }
}

/** A setting that all variants share, or unknown because of the choices. */
const shared = <T>(name: string, first: Known<T>, others: readonly Known<T>[]): Known<T> =>
  isUnknown(first) || others.every(other => other === first)
    ? first
    : (others.find(isUnknown) ?? new Unknown([{ kind: 'expression', name }]))

const sharedSettings = (first: Settings, others: readonly Settings[]): Settings => ({
  replica: first.replica,
  spec: shared(
    'KeySpec',
    first.spec,
    others.map(({ spec }) => spec),
  ),
  usage: shared(
    'KeyUsage',
    first.usage,
    others.map(({ usage }) => usage),
  ),
  origin: shared(
    'Origin',
    first.origin,
    others.map(({ origin }) => origin),
  ),
  enabled: shared(
    'Enabled',
    first.enabled,
    others.map(({ enabled }) => enabled),
  ),
  multiRegion: shared(
    'MultiRegion',
    first.multiRegion,
    others.map(({ multiRegion }) => multiRegion),
  ),
  rotation: shared(
    'EnableKeyRotation',
    first.rotation,
    others.map(({ rotation }) => rotation),
  ),
  bypassLockoutCheck: shared(
    'BypassPolicyLockoutSafetyCheck',
    first.bypassLockoutCheck,
    others.map(({ bypassLockoutCheck }) => bypassLockoutCheck),
  ),
  deletionWindow: shared(
    'PendingWindowInDays',
    first.deletionWindow,
    others.map(({ deletionWindow }) => deletionWindow),
  ),
})

const variantsOf = (
  { content: { policy, settings }, decisions, world }: Labelled<Content>,
  scope: Scope,
): readonly Variant[] =>
  documentsOf(policy, scope).map(document => ({
    document,
    settings,
    world,
    ...(decisions && { when: label(decisions), decisions }),
  }))

/** The policy of a key that is the same on every way. */
const only = ({ content: { policy }, world }: Labelled<Content>): Policy =>
  policy.kind === 'document' ? { ...policy, variants: policy.variants.map(variant => ({ ...variant, world })) } : policy

type Variants = readonly [Labelled<Content>, ...Labelled<Content>[]]

/** A key of a stack, with all the variants of it that there can be. */
export const keyOf = (address: string, { tree, location }: Element, scope: Scope, variants: Variants): Key => {
  const { account, region, via } = scope
  const name = textOf(memberOf(memberOf(tree, 'Metadata'), 'aws:cdk:path'))
  const common = {
    address,
    ...(name !== undefined && { name }),
    type: typeOf(tree),
    location,
    via,
    account: account === undefined ? undefined : ({ value: account, by: 'option' } as const),
    region: region === undefined ? undefined : ({ value: region, by: 'option' } as const),
    partition: undefined,
    arns: [],
    policySources: isGiven(tree) ? [{ address, location }] : [],
    grants: [],
  }
  const [first, ...others] = variants
  const { policy } = first.content
  if (others.length === 0) return { policy: only(first), ...common, ...first.content.settings }
  const settings = sharedSettings(
    first.content.settings,
    others.map(({ content }) => content.settings),
  )
  const isOneKind = others.every(({ content }) => content.policy.kind === policy.kind)
  const documents = variants.flatMap(variant => variantsOf(variant, scope))
  return {
    policy:
      isOneKind && policy.kind !== 'document'
        ? policy
        : { kind: 'document', variants: documents, location: policy.location },
    ...common,
    ...settings,
  }
}
