import { isLast, label } from '../../model/decision.js'
import type { Key, Policy } from '../../model/key.js'
import { attempt, type Problem } from '../../model/problem.js'
import type { AdapterOptions, Reading } from '../../model/source.js'
import type { Hole, Text } from '../../model/text.js'
import { grantOf } from './grants.js'
import { arnsOf, finder, type Named } from './join.js'
import { missingFrom, type Missing } from './missing.js'
import type { Change, Plan } from './plan.js'
import { policyBefore, policyOf, type Context } from './policy.js'
import { homes, type Home } from './provider.js'
import { argument } from './resolve.js'
import { unknownSettings, type Settings } from '../../model/settings.js'
import { settingsOf } from './settings.js'
import { asString, dig } from './shape.js'
import { grantType, keyTypes, policyType } from './types.js'

const isGone = ({ actions, after }: Change): boolean => after === undefined && !actions.includes('create')

const goneReason = ({ actions }: Change, isDrift: boolean): string => {
  if (actions.includes('forget')) return 'the plan forgets it: it leaves Terraform and stays in AWS as it is'
  if (!actions.includes('delete')) return 'the plan shows nothing of it'
  return isDrift ? 'it was deleted outside of Terraform' : 'the plan deletes it'
}

/** A resource of the state as it is, where the plan changes nothing: a refresh-only plan, for example. */
const unchanged = (plan: Pick<Plan, 'state' | 'hasChanges'>): Change[] =>
  plan.hasChanges
    ? []
    : plan.state
        .filter(r => !r.local.startsWith('data.'))
        .map(r => ({
          ...r,
          actions: ['no-op'],
          before: undefined,
          after: r.values,
          unknown: {},
          beforeSensitive: {},
          afterSensitive: r.sensitive,
        }))

/** What the plan leaves in place or makes: planned changes, and for resources without one what they are now. */
export const resources = (plan: Pick<Plan, 'changes' | 'drift' | 'state' | 'hasChanges'>) => {
  const planned = new Set(plan.changes.map(c => c.address))
  const drift = plan.drift.filter(c => !planned.has(c.address))
  const drifted = new Set(drift.map(c => c.address))
  const all = [...plan.changes, ...drift, ...unchanged(plan).filter(c => !drifted.has(c.address))]
  return {
    present: all.filter(c => !isGone(c)),
    gone: all.filter(isGone).map(change => ({ change, isDrift: drifted.has(change.address) })),
  }
}

/** Reads the keys of a plan, each with its policy, grants and settings. What cannot be read hides nothing else. */
export const keysOf = (
  plan: Plan,
  context: Context,
  hideText: (t: Text) => Text,
  options: AdapterOptions,
  report: (problem: Problem) => void,
): Pick<Reading, 'keys' | 'skipped'> => {
  const { location, resolver } = context
  const { present, gone } = resources(plan)
  const ofType = (types: readonly string[]) => present.filter(c => types.includes(c.type))
  const keys: Named[] = ofType(keyTypes).map(change => ({ change, arns: arnsOf(change) }))
  const find = finder(keys, resolver)
  const homeOf = homes(plan, resolver, options)
  const missing = missingFrom(plan, present)

  const grouped = (changes: readonly Change[]) => {
    const groups = new Map<Named | undefined, Change[]>()
    for (const change of changes) {
      const key = find(change, 'key_id')
      const group = groups.get(key)
      if (group) group.push(change)
      else groups.set(key, [change])
    }
    return groups
  }
  const policies = grouped(ofType([policyType]))
  const grants = grouped(ofType([grantType]))
  const goneOf = (types: readonly string[]) => gone.filter(g => types.includes(g.change.type))
  const missingPolicies = new Map(
    missing.resources.filter(m => m.change.type === policyType).map(m => [find(m.change, 'key_id'), m] as const),
  )
  const gonePolicies = grouped(goneOf([policyType]).map(g => ({ ...g.change, after: g.change.before })))

  const source = (change: Change): Key['policySources'][number] => ({ address: change.address, location })
  const settings = (change: Change): Settings =>
    settingsOf(
      change,
      () => {
        const primary = find(change, 'primary_key_arn')?.change
        return primary && !primary.type.startsWith('aws_kms_replica_') ? settings(primary) : undefined
      },
      context,
    )

  /** Several resources that give one key a policy overwrite each other: each of them may be the last. */
  const oneOf = (given: readonly (readonly [Change, Policy])[]): Policy | undefined => {
    const last = given.at(-1)?.[1]
    const variants = given.map(([change, policy]) => {
      const decisions = [isLast(change.address)]
      return policy.kind === 'document'
        ? policy.variants.map(v => ({ ...v, when: label(decisions), decisions }))
        : undefined
    })
    if (given.length < 2 || !variants.every(v => v !== undefined)) return last
    return { kind: 'document', variants: variants.flat(), location }
  }

  const keyOf = (named: Named): Key => {
    const { change, arns } = named
    const separate = policies.get(named) ?? []
    const own = policyOf(change, change, context)
    const isGiven = argument(resolver.config(change)?.expressions, 'policy') !== undefined && own.kind !== 'default'
    const given = [
      ...(isGiven ? [[change, own] as const] : []),
      ...separate.map(c => [c, policyOf(c, change, context)] as const),
    ]
    const absent = missingPolicies.get(named)
    const reset: Policy | undefined = gonePolicies.has(named) ? { kind: 'default', location } : undefined
    const policy: Policy = absent ? unknownPolicy(absent.hole, context) : (oneOf(given) ?? reset ?? own)
    const before =
      separate.map(c => policyBefore(c, context)).find(p => p !== undefined) ?? policyBefore(change, context)
    const facts = settings(change)
    return {
      address: change.address,
      type: change.type,
      location,
      via: [],
      ...facts,
      bypassLockoutCheck: separate.some(bypasses) || facts.bypassLockoutCheck,
      ...homeOf(change, change.after, asString(dig(change.after, 'arn')) ?? asString(dig(change.before, 'arn'))),
      arns,
      policy,
      ...(before && { before }),
      policySources: given.map(([c]) => source(c)),
      grants: (grants.get(named) ?? []).map(c => grantOf(c, hideText, context)),
    }
  }

  /** A policy or grant for a key that the plan does not show. */
  const strayKey = (change: Change): Key => {
    const hole: Hole = { kind: 'untold', name: `the key of ${change.address}` }
    const id = asString(dig(change.after, 'key_id'))
    const isPolicy = change.type === policyType
    const before = isPolicy ? policyBefore(change, context) : undefined
    return {
      ...strayFacts(change, hole, homeOf(change, undefined, id?.startsWith('arn:') ? id : undefined)),
      bypassLockoutCheck: isPolicy ? bypasses(change) : unknownSettings(hole).bypassLockoutCheck,
      arns: id === undefined || id === '' ? [] : [id],
      policy: isPolicy ? policyOf(change, change, context) : unknownPolicy(hole, context),
      ...(before && { before }),
      policySources: isPolicy ? [source(change)] : [],
      grants: isPolicy ? [] : [grantOf(change, hideText, context)],
    }
  }
  const strayFacts = (of: Pick<Change, 'address' | 'type'>, hole: Hole, home: Home) => ({
    address: of.address,
    type: of.type,
    location,
    via: [],
    ...unknownSettings(hole),
    ...home,
  })
  const missingKey = ({ change, hole }: Missing): Key => ({
    ...strayFacts(change, hole, homeOf(change, undefined, undefined)),
    arns: [],
    policy: unknownPolicy(hole, context),
    policySources: [],
    grants: [],
  })

  const tried = <T extends { readonly address: string }>(of: T, read: (of: T) => Key): Key[] => {
    const key = attempt(
      () => read(of),
      problem => {
        report({ ...problem, code: 'key-not-read', message: `${of.address}: ${problem.message}`, location })
      },
    )
    return key ? [key] : []
  }
  if (missing.problem) report({ ...missing.problem, location })
  return {
    keys: [
      ...keys.flatMap(named => tried({ ...named, address: named.change.address }, () => keyOf(named))),
      ...(policies.get(undefined) ?? []).flatMap(change => tried(change, strayKey)),
      ...(grants.get(undefined) ?? []).flatMap(change => tried(change, strayKey)),
      ...missing.resources
        .filter(m => keyTypes.includes(m.change.type) || (m.change.type === policyType && !find(m.change, 'key_id')))
        .map(missingKey),
    ],
    skipped: [
      ...goneOf(keyTypes),
      ...goneOf([policyType]).filter(g => gonePolicies.get(undefined)?.some(c => c.address === g.change.address)),
    ].map(({ change, isDrift }) => ({ address: change.address, reason: goneReason(change, isDrift) })),
  }
}

const bypasses = (change: Change): boolean => dig(change.after, 'bypass_policy_lockout_safety_check') === true

const unknownPolicy = (hole: Hole, { location }: Context): Policy => ({ kind: 'unknown', hole, location })
