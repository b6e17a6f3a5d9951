import { isLast, label } from '../../../model/decision.js'
import type { Key, Policy } from '../../../model/key.js'
import type { Location } from '../../../model/location.js'
import { attempt, InputError, type Problem } from '../../../model/problem.js'
import type { Hole } from '../../../model/text.js'
import { isUnknown } from '../../../model/truth.js'
import { asBoolean } from '../evaluate/convert.js'
import { Fault, Needed } from '../evaluate/fault.js'
import { knownText, type Value } from '../evaluate/value.js'
import type { Instance, Module, World } from '../module/instance.js'
import { locationOf } from '../syntax/span.js'
import { grantOf } from './grants.js'
import { policyOf } from './policy.js'
import { unknownSettings, type Settings } from '../../../model/settings.js'
import { known, settingsOf } from './settings.js'

const keyTypes = ['aws_kms_key', 'aws_kms_replica_key', 'aws_kms_external_key', 'aws_kms_replica_external_key']
const policyType = 'aws_kms_key_policy'
const grantType = 'aws_kms_grant'

const instancesIn = (
  world: World,
  modules: readonly Module[],
  types: readonly string[],
  report: (problem: Problem) => void,
): readonly Instance[] =>
  modules.flatMap(module =>
    [...module.config.resources].flatMap(([local, block]) => {
      if (block.type !== 'resource' || !types.includes(block.labels[0] ?? '')) return []
      const tell = (problem: Problem): void => {
        report({ ...problem, code: 'key-not-read', message: `${local}: ${problem.message}` })
      }
      return attempt(() => world.instances(module, local), tell) ?? []
    }),
  )

/** The calls that lead to a module, outermost first. */
export const viaOf = (module: Module): readonly Location[] =>
  module.call ? [...viaOf(module.call.module), locationOf(module.call.block.at)] : []

/** What a value that identifies a key says: the names of the holes it may be, or the literal. */
const identifierOf = (
  value: Value | undefined,
): { readonly name: string } | { readonly literal: string } | undefined => {
  if (value?.kind === 'unknown') return { name: value.hole.name }
  if (value?.kind === 'lazy') return { name: value.name }
  if (value?.kind !== 'string') return undefined
  const text = knownText(value.pieces)
  if (text !== undefined) return { literal: text }
  const [only, ...more] = value.pieces
  return only && more.length === 0 && typeof only.text !== 'string' ? { name: only.text.name } : undefined
}

/**
 * Reads the keys of a world, each with its policy, grants and settings. What cannot be read hides nothing else. `needed` are
 * files to read before the next attempt.
 */
export const keysOf = (
  world: World,
  report: (problem: Problem) => void,
): { readonly keys: readonly Key[]; readonly needed: ReadonlySet<string | undefined> } => {
  const needed = new Set<string | undefined>()
  const modules = world.modules()
  const instancesOf = (types: readonly string[]) => instancesIn(world, modules, types, report)
  const keys = instancesOf(keyTypes)
  const byName = new Map(
    keys.flatMap(key => ['', '.arn', '.id', '.key_id'].map(suffix => [key.address + suffix, key] as const)),
  )

  const find = (instance: Instance, argument: string): Instance | undefined => {
    const [way] = world.run.explore(() => world.argument(instance, argument), 1, instance.assume)
    const identifier = identifierOf(way?.result)
    return identifier && 'name' in identifier ? byName.get(identifier.name) : undefined
  }
  const grouped = (type: string) => {
    const groups = new Map<Instance | undefined, Instance[]>()
    for (const instance of instancesOf([type])) {
      const key = find(instance, 'key_id')
      groups.set(key, [...(groups.get(key) ?? []), instance])
    }
    return groups
  }
  const policies = grouped(policyType)
  const grants = grouped(grantType)

  const source = (instance: Instance): Key['policySources'][number] => ({
    address: instance.address,
    location: locationOf(instance.block.at),
  })
  const bypass = (instance: Instance): Key['bypassLockoutCheck'] => {
    const flag = known(world, instance, 'bypass_policy_lockout_safety_check', asBoolean)
    return isUnknown(flag) ? flag : flag === true
  }
  const settings = (instance: Instance, above = 0): Settings =>
    settingsOf(
      instance,
      () => {
        const primary = above > 2 ? undefined : find(instance, 'primary_key_arn')
        return primary && settings(primary, above + 1)
      },
      world,
    )

  /** Several resources that give one key a policy overwrite each other: each of them may be the last. */
  const oneOf = (given: readonly (readonly [Instance, Policy])[]): Policy | undefined => {
    const last = given.at(-1)?.[1]
    if (!last || given.length < 2 || given.some(([, policy]) => policy.kind !== 'document')) return last
    const variants = given.flatMap(([{ address }, policy]) =>
      policy.kind === 'document'
        ? policy.variants.map(v => {
            const decisions = [isLast(address), ...(v.decisions ?? [])]
            return { ...v, decisions, when: label(decisions) }
          })
        : [],
    )
    return { kind: 'document', variants, location: last.location }
  }

  const base = (instance: Instance) => {
    const { account, region, partition } = world.home(instance)
    return {
      address: instance.address,
      type: instance.block.labels[0] ?? '',
      location: locationOf(instance.block.at),
      via: viaOf(instance.module),
      account,
      region,
      partition,
    }
  }
  const keyOf = (key: Instance): Key => {
    const own = policyOf(key, key, world, report)
    const separate = policies.get(key) ?? []
    const given = [
      ...(own.kind === 'default' ? [] : [[key, own] as const]),
      ...separate.map(p => [p, policyOf(p, key, world, report)] as const),
    ]
    const facts = settings(key)
    return {
      ...base(key),
      ...facts,
      bypassLockoutCheck: separate.map(bypass).find(flag => flag !== false) ?? facts.bypassLockoutCheck,
      arns: [],
      policy: oneOf(given) ?? own,
      policySources: given.map(([instance]) => source(instance)),
      grants: (grants.get(key) ?? []).map(grant => grantOf(grant, world)),
    }
  }
  /** A policy or grant for a key that the configuration does not declare. */
  const strayKey = (instance: Instance): Key => {
    const hole: Hole = { kind: 'expression', name: `the key of ${instance.address}` }
    const identifier = identifierOf(world.argument(instance, 'key_id'))
    const isPolicy = instance.block.labels[0] === policyType
    const { location } = base(instance)
    return {
      ...base(instance),
      ...unknownSettings(hole),
      ...(isPolicy && { bypassLockoutCheck: bypass(instance) }),
      arns: identifier && 'literal' in identifier && identifier.literal !== '' ? [identifier.literal] : [],
      policy: isPolicy ? policyOf(instance, instance, world, report) : { kind: 'unknown', hole, location },
      policySources: isPolicy ? [source(instance)] : [],
      grants: isPolicy ? [] : [grantOf(instance, world)],
    }
  }
  const tried = (instance: Instance, read: (instance: Instance) => Key): readonly Key[] => {
    const location = locationOf(instance.block.at)
    const key = attempt(
      () => refused(() => waiting(() => read(instance), needed), location),
      problem => {
        report({
          ...problem,
          code: 'key-not-read',
          message: `${instance.address}: ${problem.message}`,
          location: problem.location ?? location,
        })
      },
    )
    return key ? [key] : []
  }
  const found = [
    ...keys.flatMap(key => tried(key, keyOf)),
    ...(policies.get(undefined) ?? []).flatMap(instance => tried(instance, strayKey)),
    ...(grants.get(undefined) ?? []).flatMap(instance => tried(instance, strayKey)),
  ]
  return { keys: found, needed }
}

/** A key that waits for a file is left out and read again; the others show meanwhile what they wait for. */
const waiting = <T>(read: () => T, needed: Set<string | undefined>): T | undefined => {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Needed)) throw error
    needed.add(error.path)
    return undefined
  }
}

/** What Terraform would refuse is a problem of the input. */
const refused = <T>(read: () => T, location: Location): T => {
  try {
    return read()
  } catch (error) {
    if (error instanceof Fault)
      throw new InputError('key-not-read', error.message, error.at.end > 0 ? locationOf(error.at) : location)
    throw error
  }
}
