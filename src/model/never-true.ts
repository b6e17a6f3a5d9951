import { isFixed, parseArn } from './arn.js'
import { dateOf, isNumber, valueMatches } from './comparison.js'
import { affirmed, isNegated, type Comparison, type Condition, type Operator } from './condition.js'
import { hasVariable } from './holds.js'
import { isCidr } from './ip.js'
import type { ConditionKeyFacts } from './kms.js'
import { literal, print, revealed, type Text } from './text.js'
import { isUnknown } from './truth.js'
import { canOverlap, matches } from './wildcard.js'

/** Why a condition, or one value of it, can never be true. */
export interface Impossible {
  readonly reason: string
  readonly value?: Text
}

/** The shapes of values, with `?` for any character. */
const templates = {
  account: ['????????????'],
  organization: ['o-??????????*'],
  arn: ['arn:*:*:*:*:*'],
} as const satisfies Record<string, Text>

const accountKeys = ['aws:sourceaccount', 'aws:principalaccount', 'kms:calleraccount']
const organizationKeys = ['aws:principalorgid', 'aws:sourceorgid']

/** Operations that a grant can name. @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html */
const grantOperations = new Set(
  (
    'Decrypt Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext ReEncryptFrom ReEncryptTo Sign Verify GetPublicKey CreateGrant RetireGrant ' +
    'DescribeKey GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateMac VerifyMac DeriveSharedSecret'
  ).split(' '),
)

const isPattern = (comparison: Comparison): boolean => comparison === 'StringLike' || comparison.startsWith('Arn')

/** Whether the value, or one that it is a pattern for, has the shape of the template. */
const fits = (value: string, pattern: boolean, template: Text): boolean =>
  canOverlap([value], { wildcards: pattern }, template, { wildcards: true })

/** AWS Config sends a SourceArn that ends in a literal star. @see https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html */
const sendsStar = (value: Text): boolean => {
  const arn = parseArn(value)
  return arn !== undefined && !isUnknown(arn) && literal(arn.service) === 'config'
}

/** Whether a value that is compared as it stands holds a wildcard. An encryption context may well have a `?`. */
const literalStar = (key: string, value: Text): boolean => {
  const wildcard = key.startsWith('kms:encryptioncontext:') ? /[*]/ : /[*?]/
  // the encryption context of log delivery ends in a star itself
  return (
    key !== 'kms:encryptioncontext:sourcearn' &&
    revealed(value).some(part => typeof part === 'string' && wildcard.test(part)) &&
    !sendsStar(value)
  )
}

/** What is wrong with a value for a comparison, whatever the key. */
const wrongForComparison = (comparison: Comparison, value: string): string | undefined => {
  if (comparison === 'Bool' || comparison === 'Null')
    return /^(true|false)$/i.test(value) ? undefined : 'is neither true nor false'
  if (comparison.startsWith('Numeric')) return isNumber(value) ? undefined : 'is not a number'
  if (comparison.startsWith('Date')) return dateOf(value) === undefined ? 'is not a date' : undefined
  if (comparison === 'IpAddress') return isCidr(value) ? undefined : 'is not an IP address or range'
  return undefined
}

/** What is wrong with a value for a key, whatever the comparison. */
const wrongForKey = (
  key: string,
  type: ConditionKeyFacts['type'] | undefined,
  comparison: Comparison,
  known: string,
): string | undefined => {
  const pattern = isPattern(comparison)
  if (accountKeys.includes(key))
    return /^\d{12}$/.test(known) || (/^[\d*?]*$/.test(known) && fits(known, pattern, templates.account))
      ? undefined
      : 'is not an account id of twelve digits'
  if (organizationKeys.includes(key))
    return fits(known, pattern, templates.organization) ? undefined : 'is not an organization id'
  if (key === 'kms:grantoperations' && !pattern)
    return grantOperations.has(known) ? undefined : 'is not an operation of a grant'
  if (type === 'Bool') return /^(true|false|[*?]+)$/i.test(known) ? undefined : 'is neither true nor false'
  if (type === 'ARN' && comparison.startsWith('String'))
    return fits(known, pattern, templates.arn) ? undefined : 'is not an ARN'
  return undefined
}

const wrongValue = (
  operator: Operator,
  key: string,
  type: ConditionKeyFacts['type'] | undefined,
  value: Text,
): string | undefined => {
  const { comparison } = operator
  const known = literal(value)
  if (hasVariable(value)) return undefined
  if (/^String(Equals|EqualsIgnoreCase)$/.test(comparison) && literalStar(key, value))
    return `is compared as it stands: ${comparison} knows no wildcards`
  if (known === undefined) return undefined
  if (known === '') return 'is empty'
  const wrong = wrongForComparison(comparison, known)
  if (wrong !== undefined) return wrong
  if (comparison === 'Null') return undefined
  if (comparison.startsWith('Arn') && !/^\*+$/.test(known) && parseArn(value) === undefined) return 'is not an ARN'
  return wrongForKey(key, type, comparison, known)
}

const expires: readonly Comparison[] = [
  'DateLessThan',
  'DateLessThanEquals',
  'DateEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericEquals',
]

const isExpired = (operator: Operator, key: string, value: Text, now: number): boolean => {
  if (!['aws:currenttime', 'aws:epochtime'].includes(key) || !expires.includes(operator.comparison)) return false
  const time = dateOf(literal(value) ?? '')
  return time !== undefined && time < now
}

/**
 * The values of a condition that no request can have: empty, of the wrong type, a literal star, a date that is over.
 * For a negated comparison these are values that every request differs from.
 */
export const impossibleValues = (
  condition: Condition,
  type: ConditionKeyFacts['type'] | undefined,
  now: number,
): Impossible[] => {
  const { operator, key } = condition
  if (isUnknown(operator) || operator === undefined || isUnknown(key)) return []
  const base = { ...operator, comparison: affirmed(operator.comparison) }
  return condition.values.flatMap(({ text }): Impossible[] => {
    const wrong = wrongValue(base, key, type, text)
    if (wrong !== undefined)
      return [{ reason: `${literal(text) === '' ? 'a value' : print(text)} ${wrong}`, value: text }]
    return isExpired(operator, key, text, now) ? [{ reason: `${print(text)} is over`, value: text }] : []
  })
}

/** The accounts that a condition confines requests to, its key being one that tells them; undefined where it does not. */
const accountsOf = (key: string, values: readonly Text[]): Text[] | undefined => {
  if (accountKeys.includes(key)) return [...values]
  const accounts = values.map(value => {
    const arn = parseArn(value)
    return arn === undefined || isUnknown(arn) || isFixed(arn.account) !== true ? undefined : arn.account
  })
  return accounts.includes(undefined) ? undefined : accounts.filter(account => account !== undefined)
}

const arnKeys = ['aws:sourcearn', 'aws:principalarn']

const tellsAccount = ({ key }: Condition): boolean =>
  !isUnknown(key) && (accountKeys.includes(key) || arnKeys.includes(key))

/** Keys that tell of the same account: the source's, or the caller's. */
const party = (key: string): string => (/source/.test(key) ? 'source' : 'caller')

interface Affirmative {
  readonly condition: Condition
  readonly key: string
  readonly operator: Operator
}

const affirmative = (condition: Condition): Affirmative | undefined => {
  const { operator, key } = condition
  if (isUnknown(operator) || operator === undefined || isUnknown(key)) return undefined
  const demandsValue = operator.comparison !== 'Null' && !operator.ifExists && operator.qualifier === undefined
  return demandsValue && !isNegated(operator.comparison) && condition.more.length === 0
    ? { condition, key, operator }
    : undefined
}

const isCaseless = ({ operator }: Affirmative): boolean => operator.comparison === 'StringEqualsIgnoreCase'

const textual = (comparison: Comparison): boolean => /^(String|Arn)/.test(comparison)

/** Longer lists of values are not compared with one another: no real policy has them. */
const mostPairs = 10_000

const disjoint = (a: Affirmative, b: Affirmative): boolean => {
  const [ca, cb] = [a.operator.comparison, b.operator.comparison]
  const valuesOf = ({ condition }: Affirmative) => condition.values.map(({ text }) => text)
  if (valuesOf(a).length * valuesOf(b).length > mostPairs) return false
  if (valuesOf(a).some(hasVariable) || valuesOf(b).some(hasVariable)) return false
  const none = (test: (x: Text, y: Text) => boolean) => !valuesOf(a).some(x => valuesOf(b).some(y => test(x, y)))
  if (a.key === b.key) {
    if (textual(ca) && textual(cb)) {
      const ignoreCase = /IgnoreCase/.test(ca + cb)
      return none((x, y) =>
        canOverlap(x, { wildcards: isPattern(ca), ignoreCase }, y, { wildcards: isPattern(cb), ignoreCase }),
      )
    }
    if (ca === 'Bool' && cb === 'Bool') return none((x, y) => matches(x, y, { ignoreCase: true }) !== false)
    return false
  }
  if (party(a.key) !== party(b.key)) return false
  const [x, y] = [accountsOf(a.key, valuesOf(a)), accountsOf(b.key, valuesOf(b))]
  const meet = (m: Text, n: Text) => canOverlap(m, { wildcards: isPattern(ca) }, n, { wildcards: isPattern(cb) })
  return x !== undefined && y !== undefined && !x.some(m => y.some(n => meet(m, n)))
}

/** Whether a negated condition excludes every value that the affirmative one admits. */
const excludes = (negated: Condition, a: Affirmative): boolean => {
  const { operator, key } = negated
  if (isUnknown(operator) || operator === undefined || isUnknown(key) || key !== a.key) return false
  const { comparison, qualifier } = operator
  // What a pattern or a comparison without regard to case admits is more than its values.
  const admitsMore = isPattern(a.operator.comparison) || (isCaseless(a) && !/IgnoreCase/.test(comparison))
  if (!isNegated(comparison) || !textual(comparison) || qualifier !== undefined || admitsMore) return false
  if (a.condition.values.length * negated.values.length > mostPairs) return false
  return a.condition.values.every(({ text }) =>
    negated.values.some(value => valueMatches(affirmed(comparison), value.text, text) === true),
  )
}

/** What a Null condition says of its key, where its one value is known. */
const nullOf = ({ operator, key, values, more }: Condition): { key: string; absent: string } | undefined => {
  if (isUnknown(operator) || operator?.comparison !== 'Null' || isUnknown(key)) return undefined
  const [only, ...rest] = values
  const absent = only && literal(only.text)?.toLowerCase()
  return absent === undefined || rest.length > 0 || more.length > 0 ? undefined : { key, absent }
}

/** Whether no request can satisfy both conditions of one statement. */
export const contradict = (one: Condition, other: Condition): boolean => {
  if (one.key !== other.key && !(tellsAccount(one) && tellsAccount(other))) return false
  const [a, b] = [affirmative(one), affirmative(other)]
  const [na, nb] = [nullOf(one), nullOf(other)]
  if (na && nb) return na.key === nb.key && na.absent !== nb.absent
  if (na) return b !== undefined && na.key === b.key && na.absent === 'true'
  if (nb) return a !== undefined && nb.key === a.key && nb.absent === 'true'
  if (a && b) return disjoint(a, b)
  return (a !== undefined && excludes(other, a)) || (b !== undefined && excludes(one, b))
}
