import type { Location } from './location.js'
import { holesOf, literal, type Hole, type Text } from './text.js'
import { Unknown, type Known } from './truth.js'

/** The comparisons, without `IfExists` and without a qualifier, in AWS's spelling. */
export const comparisons = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateNotEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnNotEquals',
  'ArnLike',
  'ArnNotLike',
  'Null',
] as const
export type Comparison = (typeof comparisons)[number]

const qualifiers = ['ForAnyValue', 'ForAllValues'] as const
export type Qualifier = (typeof qualifiers)[number]

/** A condition operator taken apart: `ForAllValues:StringLikeIfExists`. */
export interface Operator {
  readonly comparison: Comparison
  readonly qualifier: Qualifier | undefined
  readonly ifExists: boolean
}

const byName = new Map(comparisons.map(name => [name.toLowerCase(), name]))

/**
 * Takes an operator apart; undefined where it is none. Case does not matter.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const parseOperator = (name: string): Operator | undefined => {
  const qualifier = qualifiers.find(q => name.toLowerCase().startsWith(`${q.toLowerCase()}:`))
  const base = qualifier === undefined ? name : name.slice(qualifier.length + 1)
  const ifExists = /ifexists$/i.test(base)
  const comparison = byName.get((ifExists ? base.slice(0, -'IfExists'.length) : base).toLowerCase())
  if (comparison === undefined || (comparison === 'Null' && ifExists)) return undefined
  return { comparison, qualifier, ifExists }
}

/** One value of a condition. */
export interface ConditionValue {
  readonly text: Text
  readonly location: Location
}

/** One operator and one key of a Condition element, with all the values of the key. */
export interface Condition {
  /** As written. */
  readonly operatorText: Text
  /** Undefined: not an operator of IAM. */
  readonly operator: Known<Operator | undefined>
  /** As written. */
  readonly keyText: Text
  /** In lower case, since keys are compared without regard to case. */
  readonly key: Known<string>
  readonly values: readonly ConditionValue[]
  /** More values may stand here than can be seen. */
  readonly more: readonly Hole[]
  /** The place of the key. */
  readonly location: Location
}

/** What the reader of statements hands over to make a condition. */
export const condition = (
  operatorText: Text,
  keyText: Text,
  values: readonly ConditionValue[],
  more: readonly Hole[],
  location: Location,
): Condition => {
  const operator = literal(operatorText)
  const key = literal(keyText)
  return {
    operatorText,
    operator: operator === undefined ? new Unknown(holesOf(operatorText)) : parseOperator(operator),
    keyText,
    key: key === undefined ? new Unknown(holesOf(keyText)) : key.toLowerCase(),
    values,
    more,
    location,
  }
}

/** Whether the comparison is of the kind that is true when no value matches (`StringNotEquals`, `NotIpAddress`, ...). */
export const isNegated = (comparison: Comparison): boolean => comparison.includes('Not')

/** The comparison that a negated one denies; itself for the others. */
export const affirmed = (comparison: Comparison): Comparison =>
  // Removing `Not` from a name of the list gives a name of the list.
  isNegated(comparison) ? (comparison.replace('Not', '') as Comparison) : comparison
