import { arnMatches } from './arn.js'
import type { Comparison } from './condition.js'
import { cidrContains } from './ip.js'
import { holesOf, literal, type Text } from './text.js'
import { Unknown, type Truth } from './truth.js'
import { matches } from './wildcard.js'

const number = (value: string): number | undefined =>
  /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(value.trim()) ? Number(value) : undefined

/** Milliseconds since 1970 of an ISO 8601 date or of epoch seconds, the two forms IAM takes; undefined for anything else. */
export const dateOf = (value: string): number | undefined => {
  if (/^\d+$/.test(value) && value.length > 4) return Number(value) * 1000
  if (!/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/.test(value)) return undefined
  const time = Date.parse(/T/.test(value) && !/(Z|[+-]\d{2}:?\d{2})$/.test(value) ? `${value}Z` : value)
  return Number.isNaN(time) ? undefined : time
}

const ordered =
  (compare: (a: number, b: number) => boolean, read: (value: string) => number | undefined) =>
  (policy: string, request: string) => {
    const [p, r] = [read(policy), read(request)]
    return p !== undefined && r !== undefined && compare(r, p)
  }

const onLiterals =
  (compare: (policy: string, request: string) => boolean) =>
  (policy: Text, request: Text): Truth => {
    const [p, r] = [literal(policy), literal(request)]
    return p === undefined || r === undefined ? new Unknown([...holesOf(policy), ...holesOf(request)]) : compare(p, r)
  }

const ordering = (name: 'Numeric' | 'Date', read: (value: string) => number | undefined) => ({
  [`${name}Equals`]: onLiterals(ordered((a, b) => a === b, read)),
  [`${name}LessThan`]: onLiterals(ordered((a, b) => a < b, read)),
  [`${name}LessThanEquals`]: onLiterals(ordered((a, b) => a <= b, read)),
  [`${name}GreaterThan`]: onLiterals(ordered((a, b) => a > b, read)),
  [`${name}GreaterThanEquals`]: onLiterals(ordered((a, b) => a >= b, read)),
})

const base64 = (value: string) => Buffer.from(value, 'base64').toString('hex')

const affirmative: Readonly<Record<string, (policy: Text, request: Text) => Truth>> = {
  StringEquals: (p, r) => matches(p, r),
  StringEqualsIgnoreCase: (p, r) => matches(p, r, { ignoreCase: true }),
  StringLike: (p, r) => matches(p, r, { wildcards: true }),
  ArnEquals: arnMatches,
  ArnLike: arnMatches,
  Bool: onLiterals((p, r) => /^(true|false)$/i.test(p) && p.toLowerCase() === r.toLowerCase()),
  BinaryEquals: onLiterals((p, r) => base64(p) === base64(r)),
  IpAddress: onLiterals(cidrContains),
  ...ordering('Numeric', number),
  ...ordering('Date', dateOf),
}

/**
 * Whether one value of a policy matches one value of a request under an affirmative comparison (not a negated one, not `Null`).
 * Values of the wrong type match nothing.
 */
export const valueMatches = (comparison: Comparison, policy: Text, request: Text): Truth => {
  const compare = affirmative[comparison]
  if (compare === undefined) throw new Error(`${comparison} is not an affirmative comparison`)
  return compare(policy, request)
}

export const isNumber = (value: string): boolean => number(value) !== undefined
