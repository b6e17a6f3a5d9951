import type { Key, KeySettings } from './key.js'
import type { Hole } from './text.js'
import { Unknown } from './truth.js'

/** The facts about a key besides its policy. */
export type Settings = KeySettings & Pick<Key, 'replica'>

/** The settings of a key of which the input shows nothing, because of `hole`. */
export const unknownSettings = (hole: Hole): Settings => {
  const unknown = new Unknown([hole])
  return {
    enabled: unknown,
    spec: unknown,
    usage: unknown,
    origin: unknown,
    multiRegion: unknown,
    replica: false,
    rotation: unknown,
    bypassLockoutCheck: unknown,
    deletionWindow: unknown,
  }
}

/** Types of input that show a policy and nothing of the key it belongs to. */
const policyOnly = new Set(['key-policy', 'aws_kms_key_policy'])

/** Whether the input shows the key itself, not only its policy. */
export const isDescribed = ({ type }: Pick<Key, 'type'>): boolean => !policyOnly.has(type)
