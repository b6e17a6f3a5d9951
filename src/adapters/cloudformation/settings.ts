import type { Settings } from '../../model/settings.js'
import { literal } from '../../model/text.js'
import { Unknown, type Known } from '../../model/truth.js'
import { report } from './call.js'
import { evaluate } from './evaluate.js'
import { propertiesOf } from './resources.js'
import type { Env } from './scope.js'
import type { Tree } from './tree.js'
import { asText } from './value.js'

const asString = (written: string): string => written

/** CloudFormation takes booleans as text too, and YAML 1.1 has more words for them. */
const asBoolean = (written: string): boolean | undefined =>
  /^(true|yes|on|y)$/i.test(written) ? true : /^(false|no|off|n)$/i.test(written) ? false : undefined

const asNumber = (written: string): number | undefined => (/^\d+$/.test(written) ? Number(written) : undefined)

/** Reads the settings of a key on one way through the choices. What a replica shares with its primary key is not told here. */
export const settingsOf = (tree: Tree, isReplica: boolean, env: Env): Settings => {
  const properties = propertiesOf(tree, env, evaluate)
  /** A property; `otherwise` is what AWS makes of none. */
  const property = <T>(name: string, narrow: (written: string) => T | undefined, otherwise: Known<T>): Known<T> => {
    const written = properties(name)
    const value = written && evaluate(written, env)
    if (value === undefined || value.kind === 'null') return otherwise
    const t = asText(value) ?? []
    const known = literal(t)
    const holes = t.filter(part => typeof part !== 'string')
    if (known === undefined) return new Unknown(holes)
    const narrowed = narrow(known)
    if (narrowed !== undefined) return narrowed
    report(env, `${name} has a value that it does not take`, value.location)
    return new Unknown([{ kind: 'expression', name }])
  }
  const ofPrimary = (name: string): Unknown => new Unknown([{ kind: 'untold', name: `${name} of the primary key` }])
  const common = {
    replica: isReplica,
    enabled: property('Enabled', asBoolean, true),
    deletionWindow: property<number | undefined>('PendingWindowInDays', asNumber, undefined),
  }
  if (isReplica) {
    return {
      spec: ofPrimary('KeySpec'),
      ...common,
      usage: ofPrimary('KeyUsage'),
      origin: 'AWS_KMS',
      multiRegion: true,
      // it follows that of the primary key, and cannot be set here
      rotation: false,
      bypassLockoutCheck: false,
    }
  }
  return {
    spec: property('KeySpec', asString, 'SYMMETRIC_DEFAULT'),
    ...common,
    usage: property('KeyUsage', asString, 'ENCRYPT_DECRYPT'),
    origin: property('Origin', asString, 'AWS_KMS'),
    multiRegion: property('MultiRegion', asBoolean, false),
    rotation: property('EnableKeyRotation', asBoolean, false),
    bypassLockoutCheck: property('BypassPolicyLockoutSafetyCheck', asBoolean, false),
  }
}
