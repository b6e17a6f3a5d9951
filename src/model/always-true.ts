import { parseArn } from './arn.js'
import { isNegated, type Condition } from './condition.js'
import { prefixLength } from './ip.js'
import { literal, print, type Text } from './text.js'
import { isUnknown } from './truth.js'
import { isAnything } from './wildcard.js'

/** Whether every ARN matches the pattern. What AWS makes of a bare `*` is not documented; taking it for a match lets no hole pass as a guard. */
const isEveryArn = (value: Text): boolean => {
  if (isAnything(value)) return true
  const arn = parseArn(value)
  return arn !== undefined && !isUnknown(arn) && [arn.service, arn.account, arn.resource].every(isAnything)
}

const isEveryAddress = (value: Text): boolean => prefixLength(literal(value) ?? '') === 0

/**
 * Why the values of a condition refuse nothing but a request without the key; undefined where they do refuse something.
 * Says nothing of `IfExists` and `ForAllValues`: whether the key can be absent depends on the request.
 */
export const refusesNothing = (condition: Condition): string | undefined => {
  const { operator } = condition
  if (isUnknown(operator) || operator === undefined || isNegated(operator.comparison)) return undefined
  const { comparison } = operator
  const values = condition.values.map(({ text }) => text)
  const name = print(condition.operatorText)
  if (comparison === 'StringLike' && values.some(isAnything)) return `${name} "*" asks only that the key is there`
  if (comparison.startsWith('Arn')) {
    const every = values.find(isEveryArn)
    return every && `every ARN matches ${print(every)}`
  }
  if (comparison === 'IpAddress' && values.some(isEveryAddress)) return 'every address lies in the range'
  const words = new Set(values.map(value => literal(value)?.toLowerCase()))
  if ((comparison === 'Bool' || comparison === 'Null') && words.has('true') && words.has('false'))
    return 'true and false both match'
  return undefined
}
