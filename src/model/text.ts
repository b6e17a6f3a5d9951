/**
 * Something in a text that is not written there: what stands in its place is known only in part, or may not be shown.
 *
 * - `after-apply`: a value that Terraform knows only after apply
 * - `sensitive`: a value that is known and judged (`value`), but never printed
 * - `parameter`: a template parameter or variable without a value
 * - `pseudo`: a pseudo parameter or data source whose meaning is known (`stands`)
 * - `expression`: a call, reference or intrinsic that cannot be evaluated
 * - `untold`: a fact about the key that the input does not hold
 */
export interface Hole {
  readonly kind: 'after-apply' | 'sensitive' | 'parameter' | 'pseudo' | 'expression' | 'untold'
  /** What stands there, in the words of the source: `aws_cloudtrail.audit.arn`, `AWS::AccountId`, `var.partner`. */
  readonly name: string
  /** What kind of value it must be: the account, Region or partition of the key, the ARN of the key itself, or some name that is no ARN. */
  readonly stands?: 'account' | 'region' | 'partition' | 'key-arn' | 'name'
  /** Which attribute of which resource of the input stands there, where it is that alone: `arn` of `aws_sns_topic.alarms`. */
  readonly from?: { readonly address: string; readonly attribute: string }
  /** The true value of a sensitive hole. For judging only: never in a message, a report or a log. */
  readonly value?: string
}

/** A string as a list of literal parts around holes. `[]` is the empty string. */
export type Text = readonly (string | Hole)[]

/** Builds a text of any length; empty literals vanish and neighbouring literals are joined. */
export const joined = (parts: Iterable<string | Hole>): Text => {
  const out: (string | Hole)[] = []
  for (const part of parts) {
    const last = out[out.length - 1]
    if (typeof part === 'string' && typeof last === 'string') out[out.length - 1] = last + part
    else if (part !== '') out.push(part)
  }
  return out
}

/** Builds a text of a few parts. */
export const text = (...parts: readonly (string | Hole)[]): Text =>
  parts.length === 1 && parts[0] !== '' ? parts : joined(parts)

export const concat = (...texts: readonly Text[]): Text => joined(texts.flat())

/** The holes that hide what the text says; a sensitive hole does not, since its value is judged. */
export const holesOf = (t: Text): Hole[] =>
  t.filter((part): part is Hole => typeof part !== 'string' && part.value === undefined)

/** Whether a part says by itself what it comes to, and does not belong to the literal before it. */
const standsAlone = (part: string | Hole, i: number, t: Text): boolean =>
  typeof part === 'string' ? part !== '' && typeof t[i - 1] !== 'string' : part.value === undefined

/** Replaces sensitive holes by their value. The result is for judging only. */
export const revealed = (t: Text): Text =>
  t.every(standsAlone) ? t : joined(t.map(part => (typeof part === 'string' ? part : (part.value ?? part))))

/** The whole value for judging, or undefined where a hole hides some of it. Never to be printed: see `print`. */
export const literal = (t: Text): string | undefined => {
  let out = ''
  for (const part of t) {
    if (typeof part === 'string') out += part
    else if (part.value !== undefined) out += part.value
    else return undefined
  }
  return out
}

export const isSensitive = (t: Text): boolean => t.some(part => typeof part !== 'string' && part.value !== undefined)

/** The text as it may be shown: holes by their name, sensitive values as `(sensitive)`. Not escaped: that is the reporter's. */
export const print = (t: Text): string => {
  let out = ''
  for (const part of t) {
    out += typeof part === 'string' ? part : part.value === undefined ? `\${${part.name}}` : '(sensitive)'
  }
  return out
}
