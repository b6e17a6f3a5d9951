import { valueMatches } from './comparison.js'
import { affirmed, isNegated, type Condition } from './condition.js'
import { holesOf, literal, revealed, text, type Hole, type Text } from './text.js'
import { any, every, not, some, Unknown, when, type Truth } from './truth.js'

/** The condition context of one request: values by condition key in lower case. A key that is missing is not in the request. */
export type Context = ReadonlyMap<string, readonly (string | Text)[]>

const variable = /\$\{([^{}]*)\}/g

/** Whether a variable may begin somewhere in the text. */
const mayHoldVariable = (t: Text): boolean => revealed(t).some(part => typeof part === 'string' && part.includes('${'))

/** Stands for `${*}` or `${?}` under a comparison that would read the bare character as a wildcard: rare enough to leave undecided. */
const escaped = (character: string): Hole => ({ kind: 'expression', name: `the character ${character}` })

/**
 * A value with its policy variables filled in; undefined where one has no single value, so that nothing matches.
 * `${*}`, `${?}` and `${$}` are the characters themselves. A variable of which a hole hides a part hides the whole value.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
const substitute = (value: Text, context: Context, wildcards: boolean): Text | undefined => {
  if (!mayHoldVariable(value)) return revealed(value)
  const [hidden] = holesOf(value)
  if (hidden && value.some(part => typeof part === 'string' && /\$\{[^{}]*$/.test(part))) return [hidden]
  const out: (string | Text[number])[] = []
  for (const part of revealed(value)) {
    if (typeof part !== 'string') {
      out.push(part)
      continue
    }
    let at = 0
    for (const found of part.matchAll(variable)) {
      out.push(part.slice(at, found.index))
      const [whole, inside = ''] = found
      at = found.index + whole.length
      const [name = '', fallback] = inside.split(/,\s*/, 2)
      if (name === '*' || name === '?') out.push(wildcards ? escaped(name) : name)
      else if (name === '$') out.push(name)
      else {
        const values = context.get(name.trim().toLowerCase())
        const replacement = values?.length === 1 ? values[0] : fallback?.replace(/^'(.*)'$/, '$1')
        if (replacement === undefined) return undefined
        out.push(...[replacement].flat())
      }
    }
    out.push(part.slice(at))
  }
  return text(...out)
}

/** What a version other than this one does to `${...}`: nothing. */
export const versionWithVariables = '2012-10-17'

/**
 * Whether the condition holds for a request. A key that is missing makes an affirmative condition fail and a negated one,
 * `...IfExists` and `ForAllValues` hold.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html
 */
export const holds = (
  condition: Condition,
  context: Context,
  version: string | undefined = versionWithVariables,
): Truth =>
  when(condition.operator, operator =>
    when(condition.key, key => {
      if (operator === undefined) return false
      const { comparison, qualifier, ifExists } = operator
      const present = context.get(key)
      const orUnseen = (truth: Truth): Truth =>
        condition.more.length > 0 ? any([truth, new Unknown(condition.more)]) : truth
      if (comparison === 'Null') {
        const isAbsent = String(present === undefined || present.length === 0)
        return orUnseen(some(condition.values, ({ text }) => valueMatches('Bool', text, [isAbsent])))
      }
      if (present === undefined || (present.length === 0 && qualifier !== 'ForAnyValue')) {
        return ifExists || qualifier === 'ForAllValues' || (isNegated(comparison) && qualifier === undefined)
      }
      const matched = (value: string | Text): Truth =>
        orUnseen(
          some(condition.values, ({ text }) => {
            const filled =
              version === versionWithVariables ? substitute(text, context, /Like|^Arn/.test(comparison)) : text
            if (filled === undefined) return false
            return valueMatches(affirmed(comparison), filled, typeof value === 'string' ? [value] : value)
          }),
        )
      const passes = (value: string | Text): Truth => (isNegated(comparison) ? not(matched(value)) : matched(value))
      return (qualifier === 'ForAnyValue' ? some : every)(present, passes)
    }),
  )

/** Whether the text holds a policy variable, of which holes may hide a part: `${aws:PrincipalTag/` around one. */
export const hasVariable = (t: Text): boolean =>
  mayHoldVariable(t) &&
  /\$\{[^{}]*\}/.test(
    revealed(t)
      .map(part => (typeof part === 'string' ? part : ' '))
      .join(''),
  )

/** The variable that is the whole of the text, in lower case: `aws:resourceaccount`. */
export const soleVariable = (t: Text): string | undefined =>
  /^\$\{\s*([^},\s]+)\s*\}$/.exec(literal(t) ?? '')?.[1]?.toLowerCase()
