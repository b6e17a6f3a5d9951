import { holesOf, joined, literal, revealed, text, type Hole, type Text } from './text.js'
import { isUnknown, Unknown, type Truth } from './truth.js'
import { hasWildcard, matches } from './wildcard.js'

/** The parts of an ARN, each a text of its own: `arn:partition:service:region:account:resource`. */
export interface Arn {
  readonly partition: Text
  readonly service: Text
  readonly region: Text
  readonly account: Text
  /** All that follows the fifth colon, colons included. */
  readonly resource: Text
}

/** Splits at colons, into at most `limit` texts. */
const splitLiteral = (written: string, limit: number): Text[] => {
  const out: Text[] = []
  let from = 0
  for (let at = written.indexOf(':'); at >= 0 && out.length < limit - 1; at = written.indexOf(':', from)) {
    out.push(text(written.slice(from, at)))
    from = at + 1
  }
  out.push(text(written.slice(from)))
  return out
}

/** Splits at known colons, into at most `limit` texts; a hole is taken to hold no colon. What is sensitive stays so. */
const splitAtColons = (t: Text, limit: number): Text[] => {
  const [only = ''] = t
  if (t.length < 2 && typeof only === 'string') return splitLiteral(only, limit)
  const out: (string | Text[number])[][] = [[]]
  for (const part of t) {
    const known = typeof part === 'string' ? part : part.value
    if (known === undefined) {
      out.at(-1)?.push(part)
      continue
    }
    const piece = (value: string) => (typeof part === 'string' || value === '' ? value : { ...part, value })
    let rest = known
    for (let at = rest.indexOf(':'); at >= 0 && out.length < limit; at = rest.indexOf(':')) {
      out.at(-1)?.push(piece(rest.slice(0, at)))
      out.push([])
      rest = rest.slice(at + 1)
    }
    out.at(-1)?.push(piece(rest))
  }
  return out.map(joined)
}

/** The parts of what may be an ARN: six, or fewer where the colons of more are not seen. */
const partsOf = (t: Text): readonly Text[] => splitAtColons(t, 6)

const couldStartAnArn = (t: Text): boolean => {
  const first = revealed(t)[0]
  return typeof first !== 'string' || 'arn:'.startsWith(first.slice(0, 4))
}

const wild = { wildcards: true } as const
const arnPrefix: Text = ['arn']

/**
 * The parts of an ARN; undefined where the text is none, unknown where holes hide whether it is one.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export const parseArn = (t: Text): Arn | Unknown | undefined => {
  if (!couldStartAnArn(t)) return undefined
  const [prefix, partition, service, region, account, resource] = partsOf(t)
  if (prefix && partition && service && region && account && resource) {
    const isArn = matches(arnPrefix, prefix)
    return isArn === true ? { partition, service, region, account, resource } : isArn === false ? undefined : isArn
  }
  const holes = holesOf(t)
  // an account, a Region or a name brings no colon with it
  const mayHoldColons = holes.some(({ stands }) => stands === undefined || stands === 'key-arn')
  return mayHoldColons ? new Unknown(holes) : undefined
}

/**
 * Compares as `ArnLike` and `ArnEquals` do: the six parts one by one, wildcards inside a part.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export const arnMatches = (pattern: Text, value: Text): Truth => {
  const [p, v] = [partsOf(pattern), partsOf(value)]
  if (p.length < 6 || v.length < 6) {
    const holes = [...holesOf(pattern), ...holesOf(value)]
    return holes.length > 0 ? new Unknown(holes) : false
  }
  const open: Hole[] = []
  for (const [i, part] of p.entries()) {
    const { [i]: other = [] } = v
    const truth = matches(part, other, wild)
    if (truth === false) return false
    if (isUnknown(truth)) open.push(...truth.holes)
  }
  return open.length > 0 ? new Unknown([...holesOf(pattern), ...holesOf(value), ...open]) : true
}

/** The resource of the input of which the text is the ARN, whole and by reference; undefined for any other text. */
export const arnReference = (t: Text): Hole['from'] => {
  const [only, ...more] = t
  const from = more.length === 0 && typeof only === 'object' ? only.from : undefined
  return from && /arn$/i.test(from.attribute) ? from : undefined
}

/** Whether the text is one AWS account id, twelve digits; unknown where holes decide. A pattern is none. */
export const isAccountId = (t: Text): Truth => {
  const value = literal(t)
  if (value !== undefined) return /^\d{12}$/.test(value)
  if (t.length === 1 && typeof t[0] !== 'string' && t[0]?.stands === 'account') return true
  const isOther = (part: Text[number]): boolean =>
    typeof part === 'string' ? /\D/.test(part) : part.stands !== undefined && part.stands !== 'account'
  if (t.some(isOther)) return false
  return new Unknown(holesOf(t))
}

/** Whether a part of an ARN pattern is fixed: known to hold no wildcard and not empty. */
export const isFixed = (t: Text): Truth => {
  if (hasWildcard(t) || t.length === 0) return false
  const holes = holesOf(t).filter(hole => hole.stands === undefined)
  return holes.length > 0 ? new Unknown(holes) : true
}
