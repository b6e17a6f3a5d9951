import type { Settings } from '../../../model/settings.js'
import { isUnknown, Unknown, when, type Known } from '../../../model/truth.js'
import { asBoolean, asNumber, asText } from '../evaluate/convert.js'
import type { Value } from '../evaluate/value.js'
import type { Instance, World } from '../module/instance.js'

/** An argument; undefined where it is not given. */
export const known = <T>(
  world: World,
  instance: Instance,
  name: string,
  narrow: (value: Value) => Known<T>,
): Known<T | undefined> => {
  const [way] = world.run.explore(() => world.argument(instance, name), 1, instance.assume)
  const value = way?.result
  return value === undefined || value.kind === 'null' ? undefined : narrow(value)
}

const or = <T>(fact: Known<T | undefined>, otherwise: () => Known<T>): Known<T> =>
  isUnknown(fact) ? fact : (fact ?? otherwise())

/** Reads the settings of a key resource; `primary` is asked for what a replica shares with its primary key. */
export const settingsOf = (instance: Instance, primary: () => Settings | undefined, world: World): Settings => {
  const [type = ''] = instance.block.labels
  const text = (name: string): Known<string | undefined> => known(world, instance, name, asText)
  const flag = (name: string): Known<boolean | undefined> => known(world, instance, name, asBoolean)
  const isReplica = type.startsWith('aws_kms_replica_')
  const shared =
    <N extends 'spec' | 'usage' | 'rotation'>(name: N) =>
    (): Settings[N] =>
      primary()?.[name] ?? new Unknown([{ kind: 'after-apply', name: `the primary key of ${instance.address}` }])
  const isExternal = type.endsWith('external_key')
  const common = {
    replica: isReplica,
    // one that waits for its material is disabled
    enabled: or(flag(type === 'aws_kms_key' ? 'is_enabled' : 'enabled'), () =>
      isExternal ? new Unknown([{ kind: 'after-apply', name: `${instance.address}.enabled` }]) : true,
    ),
    bypassLockoutCheck: or(flag('bypass_policy_lockout_safety_check'), () => false),
    // all kinds but aws_kms_key have a default in the provider
    deletionWindow: when(
      known(world, instance, 'deletion_window_in_days', asNumber),
      days => days ?? (type === 'aws_kms_key' ? undefined : 30),
    ),
  }
  if (isExternal) {
    return {
      ...common,
      spec: or(text('key_spec'), () => 'SYMMETRIC_DEFAULT'),
      usage: or(text('key_usage'), isReplica ? shared('usage') : () => 'ENCRYPT_DECRYPT'),
      origin: 'EXTERNAL',
      multiRegion: isReplica || or(flag('multi_region'), () => false),
      // AWS cannot rotate material that it did not make
      rotation: false,
    }
  }
  if (isReplica) {
    return {
      ...common,
      spec: or(text('key_spec'), shared('spec')),
      usage: or(text('key_usage'), shared('usage')),
      origin: 'AWS_KMS',
      multiRegion: true,
      rotation: or(flag('key_rotation_enabled'), shared('rotation')),
    }
  }
  const origin = when(text('xks_key_id'), proxy =>
    proxy ? 'EXTERNAL_KEY_STORE' : when(text('custom_key_store_id'), store => (store ? 'AWS_CLOUDHSM' : 'AWS_KMS')),
  )
  return {
    ...common,
    spec: or(text('customer_master_key_spec'), () => 'SYMMETRIC_DEFAULT'),
    usage: or(text('key_usage'), () => 'ENCRYPT_DECRYPT'),
    origin,
    multiRegion: or(flag('multi_region'), () => false),
    rotation: or(flag('enable_key_rotation'), () => false),
  }
}
