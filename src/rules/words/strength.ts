import { kms } from '../../knowledge/kms.js'
import { refusesNothing } from '../../model/always-true.js'
import { isNegated, type Condition, type Operator } from '../../model/condition.js'
import type { ActionFacts, ConditionKeyFacts } from '../../model/kms.js'
import { contradict, impossibleValues } from '../../model/never-true.js'
import { pins } from '../../model/pin.js'
import { carriesKey, holdsWithoutKey, isVoid, mayLackKey, type Caller } from '../../model/reach.js'
import { literal, print } from '../../model/text.js'
import { isUnknown, when, type Known } from '../../model/truth.js'
import { callerOf, identityOf, type ConditionScope, type PermissionScope } from './scope.js'

/** What AWS says of the key of a condition; undefined where there is no such key. */
export const factsOf = ({ key }: Condition): Known<ConditionKeyFacts | undefined> =>
  when(key, name => kms.conditionKey(name))

const typeOf = (condition: Condition): ConditionKeyFacts['type'] | undefined => {
  const facts = factsOf(condition)
  return isUnknown(facts) ? undefined : facts?.type
}

const impossible = ({ condition }: ConditionScope) => impossibleValues(condition, typeOf(condition), Date.now())

const operatorOf = ({ operator }: Condition): Operator | undefined => (isUnknown(operator) ? undefined : operator)

const isAffirmative = (condition: Condition): boolean => {
  const operator = operatorOf(condition)
  return operator !== undefined && !isNegated(operator.comparison)
}

/** Why no request can satisfy the condition, or one of its values; empty where one can. */
export const impossibility = (scope: ConditionScope): string[] => {
  const { condition, statement } = scope
  const values = isAffirmative(condition) ? impossible(scope).map(({ reason }) => reason) : []
  const others = statement.conditions.items
    .filter(other => other !== condition && contradict(condition, other))
    .map(other => `${print(other.operatorText)} on ${print(other.keyText)} excludes it`)
  return [...values, ...others]
}

/** Whether no request can satisfy the condition, by any of its values. */
export const neverHolds = (scope: ConditionScope): boolean => {
  const { condition, statement } = scope
  if (statement.conditions.items.some(other => other !== condition && contradict(condition, other))) return true
  const { values, more } = condition
  return (
    isAffirmative(condition) && more.length === 0 && values.length > 0 && impossible(scope).length === values.length
  )
}

const permissionsOf = ({ statement, permissions }: ConditionScope): PermissionScope[] =>
  permissions.filter(({ permission }) => permission.statement === statement)

/** Whether another condition of the statement refuses requests that lack a fixed value. */
const anotherRestricts = ({ condition, statement }: ConditionScope): boolean =>
  statement.conditions.items.some(other => {
    if (other === condition || isUnknown(other.key) || refusesNothing(other) !== undefined) return false
    return pins({ condition: other, denied: false }, new Set([other.key]), () => false) !== false
  })

const demandsPresenceOf = ({ condition, statement }: ConditionScope): boolean =>
  statement.conditions.items.some(
    other =>
      operatorOf(other)?.comparison === 'Null' &&
      other.key === condition.key &&
      other.values.every(value => literal(value.text) === 'false'),
  )

const isContext = ({ key }: Condition): boolean => !isUnknown(key) && key.startsWith('kms:encryptioncontext')

/** Whether something is true of all actions that the statement gives, by its callers; no where it gives none. */
const ofEveryRequest = (
  scope: ConditionScope,
  callerIn: typeof callerOf,
  isTrue: (action: ActionFacts, caller: Caller) => boolean,
): boolean => {
  const given = permissionsOf(scope)
  return (
    given.length > 0 &&
    given.every(one => {
      const caller = callerIn(one, one.permission.principal)
      return one.permission.actions.every(({ facts }) => isTrue(facts, caller))
    })
  )
}

const weaknessOfNull = (scope: ConditionScope, key: string): string => {
  const { condition } = scope
  const isDemand = condition.values.every(({ text: value }) => literal(value) === 'false')
  if (!isDemand || isContext(condition)) return ''
  const name = print(condition.keyText)
  const isCarried = ofEveryRequest(scope, identityOf, (action, caller) => carriesKey(key, action, caller, kms))
  return isCarried ? `every request has ${name}` : `it asks only that ${name} is there`
}

const weaknessOfNegated = (scope: ConditionScope): string => {
  const { condition } = scope
  const idle = impossible(scope).length
  if (idle > 0 && idle === condition.values.length)
    return `every request differs from ${condition.values.map(({ text: value }) => print(value) || '""').join(', ')}`
  const isLacking = ofEveryRequest(scope, callerOf, (action, caller) => isVoid(condition, action, caller, kms))
  return isLacking
    ? `its requests never have ${print(condition.keyText)}, so ${print(condition.operatorText)} always holds`
    : ''
}

const weaknessWithoutKey = (scope: ConditionScope): string => {
  const { condition } = scope
  if (demandsPresenceOf(scope)) return ''
  const mayLack = permissionsOf(scope).some(one =>
    mayLackKey(condition, one.permission.actions, identityOf(one, one.permission.principal), kms),
  )
  return mayLack ? `${print(condition.operatorText)} holds for every request without ${print(condition.keyText)}` : ''
}

/** Why a condition of an Allow lets everything pass, or everything that has the key; empty where it restricts. */
export const weakness = (scope: ConditionScope): string => {
  const { condition } = scope
  const { key } = condition
  const operator = operatorOf(condition)
  if (operator === undefined || isUnknown(key)) return ''
  const nothing = refusesNothing(condition)
  if (nothing !== undefined) return nothing
  const isNull = operator.comparison === 'Null'
  const mayBeWeak = isNull || isNegated(operator.comparison) || holdsWithoutKey(condition)
  if (!mayBeWeak || anotherRestricts(scope)) return ''
  if (isNull) return weaknessOfNull(scope, key)
  return isNegated(operator.comparison) ? weaknessOfNegated(scope) : weaknessWithoutKey(scope)
}
