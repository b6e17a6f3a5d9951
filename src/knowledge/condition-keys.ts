import type { ConditionKeyFacts, ConditionKeyType } from '../model/kms.js'
import { data } from './data.js'

/**
 * Global keys that the data lacks, or whose type it gets wrong.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const own: Readonly<Record<string, ConditionKeyType>> = {
  'aws:SignInSessionArn': 'ARN',
  'aws:SourceVpcArn': 'ARN',
  'codebuild:BuildArn': 'ARN',
  'codebuild:ProjectArn': 'ARN',
}

/**
 * Keys that work only in IAM policies.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-resource-aliases
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/tag-authorization.html
 */
const onlyInIam = new Set(['kms:ResourceAliases', 'aws:ResourceTag/'])

/**
 * Keys of a web identity or SAML session (`token.actions.githubusercontent.com:sub`, `saml:aud`), which it keeps when it calls other services.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
const federation = /^(saml:\w+|[a-z\d-]+(\.[a-z\d-]+)+(\/[^:]*)?:[\w./-]+)$/i

const isFamily = ({ name }: ConditionKeyFacts): boolean => /[:/]$/.test(name)

const readAll = (): ReadonlyMap<string, ConditionKeyFacts> => {
  const multivalued = new Set(data.multivalued)
  const listed = Object.entries(data.conditionKeys).flatMap(([type, names]) =>
    // the data's own type of `conditionKeys` names the types
    names.map(name => [name, type as ConditionKeyType] as const),
  )
  return new Map(
    [...listed, ...Object.entries(own)].map(([name, type]) => [
      name.toLowerCase(),
      { name, type, multivalued: multivalued.has(name), effective: !onlyInIam.has(name) },
    ]),
  )
}

let memo: ReadonlyMap<string, ConditionKeyFacts> | undefined
const all = () => (memo ??= readAll())

/** The family that a key belongs to, in lower case with its `:` or `/`: `kms:encryptioncontext:`. Undefined: none. Takes lower case. */
export const familyOf = (key: string): string | undefined => {
  const end = /^(aws:[^/]*\/|kms:[^:]*:)/.exec(key)?.[0]
  return end !== undefined && all().has(end) ? end : undefined
}

/** Finds a condition key whatever its case; one of a family keeps the spelling of its free part. Undefined: no such key. */
export const conditionKey = (name: string): ConditionKeyFacts | undefined => {
  const lower = name.toLowerCase()
  const found = all().get(lower)
  if (found) return isFamily(found) ? undefined : found
  const family = all().get(familyOf(lower) ?? '')
  if (family) return { ...family, name: family.name + name.slice(family.name.length) }
  return federation.test(lower)
    ? { name, type: 'String', multivalued: lower.endsWith(':amr'), effective: true }
    : undefined
}

/** All names in AWS's spelling; a family by its prefix. */
export const conditionKeyNames = (): readonly string[] => [...all().values()].map(({ name }) => name)
