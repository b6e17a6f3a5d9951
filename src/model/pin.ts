import { arnReference, isAccountId, isFixed, parseArn } from './arn.js'
import { affirmed, isNegated, type Condition, type Operator } from './condition.js'
import { hasVariable, soleVariable } from './holds.js'
import { holesOf, literal, revealed, type Text } from './text.js'
import { all, any, isUnknown, Unknown, when, type Truth } from './truth.js'
import { hasWildcard } from './wildcard.js'

/** A condition as a guard sees it: `denied` when it comes from a Deny statement, so that a request passes where it does not hold. */
export interface Guarding {
  readonly condition: Condition
  readonly denied: boolean
}

const accountKeys = new Set(['aws:sourceaccount', 'aws:principalaccount', 'kms:calleraccount'])
const arnKeys = new Set(['aws:sourcearn', 'aws:principalarn', 'kms:grantconstraintsourcearn'])
const orgPathKeys = new Set(['aws:principalorgpaths', 'aws:sourceorgpaths'])
const fixedWhole = new Set(['aws:principalorgid', 'aws:sourceorgid', 'aws:sourcevpce', 'aws:sourcevpc'])

/** Policy variables that stand for something of the key itself, and so are fixed values. */
const ownVariables = new Set(['aws:resourceaccount', 'aws:resourceorgid'])

const patterns = new Set(['StringLike', 'ArnLike', 'ArnEquals', 'IpAddress'])

/** The text up to the first `separator`, which must be literal; the whole where there is none. */
const before = (t: Text, separator: string): Text => {
  const out: (string | Text[number])[] = []
  for (const part of revealed(t)) {
    const at = typeof part === 'string' ? part.indexOf(separator) : -1
    if (typeof part === 'string' && at >= 0) return [...out, part.slice(0, at)].filter(p => p !== '')
    out.push(part)
  }
  return out
}

/**
 * Whether an ARN pattern names something of one account: its account is fixed or, for a name that is global
 * (an S3 bucket has no account in its ARN), the name is.
 */
export const arnIsFixed = (value: Text): Truth => {
  // the ARN of one resource names one account, whatever it comes to
  if (arnReference(value)) return true
  const arn = parseArn(value)
  if (arn === undefined) return false
  if (isUnknown(arn)) return arn
  if (arn.account.length === 0) return isFixed(before(arn.resource, '/'))
  return isFixed(arn.account)
}

/** Whether one value of a pattern comparison fixes what the key is about. */
const patternIsFixed = (key: string, value: Text): Truth => {
  if (accountKeys.has(key) || fixedWhole.has(key)) return isFixed(value)
  if (arnKeys.has(key)) return arnIsFixed(value)
  if (orgPathKeys.has(key)) return isFixed(before(value, '/'))
  if (key === 'aws:userid') return isFixed(before(value, ':'))
  const rest = revealed(value).filter(part => typeof part !== 'string' || /[^*?]/.test(part))
  if (rest.some(part => typeof part === 'string')) return true
  return rest.length > 0 ? new Unknown(holesOf(value)) : false
}

const valueIsFixed = (comparison: string, key: string, value: Text): Truth => {
  const sole = soleVariable(value)
  if (sole !== undefined) return ownVariables.has(sole)
  if (hasVariable(value)) return false
  return patterns.has(comparison) ? patternIsFixed(key, value) : true
}

const opposite = (value: Text): Text | undefined => {
  const known = literal(value)?.toLowerCase()
  return known === 'true' ? ['false'] : known === 'false' ? ['true'] : undefined
}

interface Demand {
  /** The comparison that a passing request satisfies. */
  readonly comparison: string
  readonly values: readonly Text[]
  /** A request without the key is refused. */
  readonly demandsPresence: boolean
}

/** What a request must satisfy to pass; undefined where passing demands no value at all. */
const demandOf = ({ condition, denied }: Guarding, operator: Operator): Demand | undefined => {
  const { comparison, qualifier, ifExists } = operator
  const values = condition.values.map(({ text }) => text)
  if (comparison === 'Null') return undefined
  if (!denied)
    return isNegated(comparison)
      ? undefined
      : { comparison, values, demandsPresence: !ifExists && qualifier !== 'ForAllValues' }
  // A Deny under Bool lets the other value pass, and a missing key only where it says IfExists is false.
  if (comparison === 'Bool') {
    const others = values
      .map(value => (literal(value) === undefined ? value : opposite(value)))
      .filter(value => value !== undefined)
    return others.length > 0 ? { comparison, values: others, demandsPresence: ifExists } : undefined
  }
  if (!isNegated(comparison)) return undefined
  return { comparison: affirmed(comparison), values, demandsPresence: qualifier !== 'ForAnyValue' }
}

/** What a permission knows of its surroundings: which keys its requests are certain to carry. */
export type Carries = (key: string) => boolean

/**
 * Whether passing demands that one of `keys` (lower case) has a value that `accepts`, so that a request lacking it is refused.
 * `carries` tells the keys of which another condition, or AWS, makes sure that they are in the request.
 */
const demands = (
  guarding: Guarding,
  keys: ReadonlySet<string>,
  carries: Carries,
  accepts: (comparison: string, key: string, value: Text) => Truth,
): Truth =>
  when(guarding.condition.key, key =>
    !keys.has(key) && ![...keys].some(k => k.endsWith(':') && key.startsWith(k))
      ? false
      : when(guarding.condition.operator, operator => {
          const demand = operator && demandOf(guarding, operator)
          if (demand === undefined || !(demand.demandsPresence || carries(key))) return false
          const truths = demand.values.map(value => accepts(demand.comparison, key, value))
          const more = guarding.condition.more
          if (more.length > 0 && patterns.has(demand.comparison)) truths.push(new Unknown(more))
          return all(truths)
        }),
  )

/** Whether the guard pins one of `keys` to fixed values. A key ending in `:` stands for all keys that begin with it. */
export const pins = (guarding: Guarding, keys: ReadonlySet<string>, carries: Carries): Truth =>
  demands(guarding, keys, carries, valueIsFixed)

/** Whether the guard demands exactly `value` of `key`, case aside. */
export const pinsTo = (guarding: Guarding, key: string, value: string, carries: Carries): Truth =>
  demands(guarding, new Set([key]), carries, (_comparison, _key, candidate) => {
    const found = literal(candidate)
    return found === undefined ? new Unknown(holesOf(candidate)) : found.toLowerCase() === value
  })

/**
 * Whether an encryption context condition names an account or a resource of one account.
 * An encryption context is no secret, but a service sends the one of the resource it acts for.
 */
export const namesResource = (guarding: Guarding, carries: Carries): Truth =>
  demands(guarding, new Set(['kms:encryptioncontext:']), carries, (comparison, _key, value) => {
    if (!patterns.has(comparison) && holesOf(value).length > 0) return true
    const sole = soleVariable(value)
    if (sole !== undefined) return ownVariables.has(sole)
    return any([isAccountId(value), hasWildcard(value) && !patterns.has(comparison) ? true : arnIsFixed(value)])
  })
