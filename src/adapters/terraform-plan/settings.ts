import type { Settings } from '../../model/settings.js'
import type { Hole } from '../../model/text.js'
import { isUnknown, Unknown, type Known } from '../../model/truth.js'
import type { Context } from './policy.js'
import type { Change } from './plan.js'
import { argument } from './resolve.js'
import { asBoolean, asString, dig } from './shape.js'

const text = (value: unknown): string | undefined => asString(value) || undefined // the state keeps "" for null

/**
 * Reads the settings of a key resource. `primary` is asked for what a replica shares with its primary key and the plan does
 * not show on the replica.
 */
export const settingsOf = (change: Change, primary: () => Settings | undefined, context: Context): Settings => {
  const expressions = context.resolver.config(change)?.expressions
  const holeOf = (name: string): Hole =>
    context.holes.hole(expressions?.[name], context.resolver.scope(change), `${change.address}.${name}`)
  /** An attribute; where it is not given, what AWS makes of that. */
  const attribute = <T>(
    name: string,
    narrow: (value: unknown) => T | undefined,
    otherwise: () => Known<T>,
  ): Known<T> => {
    const value = narrow(dig(change.after, name))
    if (value !== undefined) return value
    const isGiven = argument(expressions, name) !== undefined
    return dig(change.unknown, name) === true && isGiven ? new Unknown([holeOf(name)]) : otherwise()
  }
  const always =
    <T>(value: T) =>
    (): T =>
      value
  const shared =
    <N extends 'spec' | 'usage' | 'rotation'>(name: N, from: string) =>
    (): Settings[N] =>
      primary()?.[name] ?? new Unknown([holeOf(from)])

  const days = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
  const isReplica = change.type.startsWith('aws_kms_replica_')
  const isExternal = change.type.endsWith('external_key')
  const flag = change.type === 'aws_kms_key' ? 'is_enabled' : 'enabled'
  const common = {
    replica: isReplica,
    // one that waits for its material is disabled
    enabled: attribute(flag, asBoolean, isExternal ? () => new Unknown([holeOf(flag)]) : always(true)),
    bypassLockoutCheck: attribute('bypass_policy_lockout_safety_check', asBoolean, always(false)),
    deletionWindow: attribute<number | undefined>('deletion_window_in_days', days, always(undefined)),
  }
  if (isExternal) {
    return {
      ...common,
      spec: attribute('key_spec', text, always('SYMMETRIC_DEFAULT')),
      usage: attribute('key_usage', text, isReplica ? shared('usage', 'key_usage') : always('ENCRYPT_DECRYPT')),
      origin: 'EXTERNAL',
      multiRegion: isReplica || attribute('multi_region', asBoolean, always(false)),
      // AWS cannot rotate material that it did not make
      rotation: false,
    }
  }
  if (isReplica) {
    return {
      ...common,
      spec: attribute('key_spec', text, shared('spec', 'key_spec')),
      usage: attribute('key_usage', text, shared('usage', 'key_usage')),
      origin: 'AWS_KMS',
      multiRegion: true,
      rotation: attribute('key_rotation_enabled', asBoolean, shared('rotation', 'key_rotation_enabled')),
    }
  }
  const store = attribute<string | undefined>('custom_key_store_id', text, always(undefined))
  const proxy = attribute<string | undefined>('xks_key_id', text, always(undefined))
  const origin = (): Known<string> => {
    if (isUnknown(proxy)) return proxy
    if (proxy !== undefined) return 'EXTERNAL_KEY_STORE'
    if (isUnknown(store)) return store
    return store === undefined ? 'AWS_KMS' : 'AWS_CLOUDHSM'
  }
  return {
    ...common,
    spec: attribute('customer_master_key_spec', text, always('SYMMETRIC_DEFAULT')),
    usage: attribute('key_usage', text, always('ENCRYPT_DECRYPT')),
    origin: origin(),
    multiRegion: attribute('multi_region', asBoolean, always(false)),
    rotation: attribute('enable_key_rotation', asBoolean, always(false)),
  }
}
