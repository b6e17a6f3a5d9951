import type { Key } from '../../model/key.js'
import { readPolicy } from '../../model/read-policy.js'
import { node, sampleKey } from '../../model/sample.js'
import { print, type Text } from '../../model/text.js'
import { isUnknown } from '../../model/truth.js'
import { defaultSettings } from '../default-settings.js'
import type { Field, Settings, VocabularyType } from '../rule.js'
import {
  policyScope,
  type ConditionScope,
  type PermissionScope,
  type PolicyScope,
  type StatementScope,
} from './scope.js'

/* Scopes of sample policies, and a way to read the words of the vocabulary in tests. */

export const settings: Settings = defaultSettings

export const allow = (principal: unknown, action: unknown = 'kms:Decrypt', more: object = {}): object => ({
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  Resource: '*',
  ...more,
})

export const scopeOfPolicy = (policy: unknown, facts: Partial<Key> = {}, given: Partial<Settings> = {}): PolicyScope =>
  policyScope({ key: sampleKey(facts), settings: { ...settings, ...given } }, readPolicy(node(policy)), undefined)

const scopeOf = (statements: readonly object[], facts: Partial<Key>, given: Partial<Settings>): PolicyScope =>
  scopeOfPolicy({ Version: '2012-10-17', Statement: statements }, facts, given)

// A sample that has none fails the test that reads it.
const first = <T>(found: readonly T[]): T => found[0] as T

/** The first statement. */
export const scopeOfStatement = (statement: object, facts: Partial<Key> = {}): StatementScope => {
  const policy = scopeOf([statement], facts, {})
  return { ...policy, statement: first(policy.document.statements), permissions: policy.permissions }
}

/** The first permission of the first statement. */
export const scopeOfPermission = (
  statements: object | readonly object[],
  facts: Partial<Key> = {},
  given: Partial<Settings> = {},
): PermissionScope => first(scopeOf([statements].flat(), facts, given).permissions)

/** The first condition. */
export const scopeOfCondition = (statement: object, facts: Partial<Key> = {}): ConditionScope => {
  const scope = scopeOfStatement(statement, facts)
  return { ...scope, condition: first(scope.statement.conditions.items) }
}

const isText = (value: unknown): value is Text =>
  Array.isArray(value) &&
  value.every(
    part =>
      typeof part === 'string' ||
      (typeof part === 'object' && part !== null && 'kind' in part && 'name' in part && !('items' in part)),
  )

const shown = (value: unknown, isList: boolean): unknown => {
  if (isUnknown(value)) return 'unknown'
  if (isList && Array.isArray(value)) return value.map(item => shown(item, false))
  return isText(value) ? print(value) : value
}

/** Reads a field as a message would show it; what is not known is `unknown`. */
export const read = <Self>(type: VocabularyType<Self>, field: string, self: Self): unknown => {
  // A field that is not there fails the test that reads it.
  const found = type.fields[field] as Field<Self>
  return shown(found.read(self), found.type.startsWith('list<'))
}
