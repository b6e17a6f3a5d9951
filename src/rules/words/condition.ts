import { viaFlaw, type ViaFlaw } from '../../knowledge/via-service.js'
import { kms } from '../../knowledge/kms.js'
import { nearest } from '../../model/nearest.js'
import type { Comparison, Condition } from '../../model/condition.js'
import type { ConditionKeyFacts } from '../../model/kms.js'
import { refusedCharacter } from '../../model/policy-limits.js'
import { literal, print, text } from '../../model/text.js'
import { isUnknown, Unknown, when, type Known } from '../../model/truth.js'
import type { VocabularyType } from '../rule.js'
import { settleFor, type ConditionScope } from './scope.js'
import { factsOf, impossibility, neverHolds, weakness } from './strength.js'
import { withRightVia } from './suggest-via.js'

const families: readonly [RegExp, readonly ConditionKeyFacts['type'][]][] = [
  [/^String/, ['String', 'ARN']],
  [/^Arn/, ['ARN']],
  [/^Numeric/, ['Numeric']],
  [/^Date/, ['Date']],
  [/^Bool/, ['Bool']],
  [/IpAddress$/, ['IPAddress']],
  [/^Binary/, ['Binary']],
]

/** Keys of type String in AWS's reference whose values are ARNs. */
const holdsArns = /^kms:(encryptioncontext:|granteeprincipal$|retiringprincipal$|grantconstraintsourcearn$)/

const fits = (comparison: Comparison, key: string, { type }: ConditionKeyFacts): boolean => {
  if (comparison.startsWith('Arn') && holdsArns.test(key)) return true
  if (/^(aws:epochtime|kms:validto)$/.test(key) && /^(Numeric|Date)/.test(comparison)) return true
  return families.some(([family, types]) => family.test(comparison) && types.includes(type))
}

/** What is wrong with the operator for its key; empty where it fits. */
const operatorFlaw = (condition: Condition): Known<string> =>
  when(condition.operator, operator =>
    when(condition.key, key => {
      if (operator === undefined) return 'it is not a condition operator'
      const facts = kms.conditionKey(key)
      if (facts === undefined || operator.comparison === 'Null') return ''
      if (!fits(operator.comparison, key, facts)) return `it does not compare values of type ${facts.type}`
      if (operator.qualifier !== undefined && !facts.multivalued)
        return `${operator.qualifier} is for keys with several values, and this key has one`
      if (operator.qualifier === undefined && facts.multivalued)
        return 'this key can have several values: it takes ForAnyValue or ForAllValues'
      return ''
    }),
  )

/** The worst of what is wrong with the values of a condition on `kms:ViaService`. */
const viaFlawIn = (scope: ConditionScope): ViaFlaw | undefined => {
  const { condition, key, settings } = scope
  if (
    condition.key !== 'kms:viaservice' ||
    (!isUnknown(condition.operator) && condition.operator?.comparison === 'Null')
  )
    return undefined
  const settle = settleFor(scope)
  const documented = (prefix: string): boolean =>
    settings.services.services.some(({ via }) => via?.startsWith(`${prefix}.`) === true)
  const flaws = condition.values.flatMap(({ text }) => {
    const flaw = viaFlaw(settle(text), key.region?.value, documented)
    return flaw ? [{ ...flaw, message: `${print(condition.keyText)} "${print(text)}" ${flaw.message}` }] : []
  })
  return flaws.find(({ kind }) => kind !== 'unknown') ?? flaws[0]
}

export const conditionType: VocabularyType<ConditionScope> = {
  about: 'One operator and one key of a Condition element, with all its values.',
  print: ({ condition }) => text(...condition.operatorText, ' ', ...condition.keyText),
  place: ({ condition }) => condition.location,
  fields: {
    key: { type: 'string', about: 'The condition key as written.', read: ({ condition }) => condition.keyText },
    keyName: {
      type: 'string',
      about: 'The condition key in lower case, for comparing.',
      read: ({ condition }) => condition.key,
    },
    operator: {
      type: 'string',
      about: 'The operator as written: `ForAnyValue:StringLikeIfExists`.',
      read: ({ condition }) => condition.operatorText,
    },
    comparison: {
      type: 'string',
      about: 'The operator without qualifier and IfExists: `StringLike`; empty where it is none.',
      read: ({ condition }) => when(condition.operator, operator => operator?.comparison ?? ''),
    },
    values: {
      type: 'list<string>',
      about: 'The values.',
      read: ({ condition: { values, more } }) => [
        ...values.map(value => value.text),
        ...(more.length > 0 ? [new Unknown(more)] : []),
      ],
    },
    keyExists: {
      type: 'bool',
      about: 'It is a condition key of KMS or a global one.',
      read: ({ condition }) => when(factsOf(condition), facts => facts !== undefined),
    },
    keyHasEffect: {
      type: 'bool',
      about:
        'The key has an effect in key policies; `kms:ResourceAliases` and `aws:ResourceTag` work in IAM policies only.',
      read: ({ condition }) => when(factsOf(condition), facts => facts?.effective ?? true),
    },
    keyType: {
      type: 'string',
      about: 'The type of the key: `String`, `ARN`, `Bool`, ...; empty where there is no such key.',
      read: ({ condition }) => when(factsOf(condition), facts => facts?.type ?? ''),
    },
    suggestion: {
      type: 'string',
      about: 'The condition key that may be meant; empty where none is near.',
      read: ({ condition }) => nearest(literal(condition.keyText) ?? '', kms.conditionKeyNames) ?? '',
    },
    impossible: {
      type: 'list<string>',
      about: 'Why no request can satisfy it, or one of its values.',
      read: impossibility,
    },
    neverHolds: { type: 'bool', about: 'No request can satisfy it, by any of its values.', read: neverHolds },
    weakness: {
      type: 'string',
      about: 'Why it lets everything pass, or everything that has the key; empty where it restricts.',
      read: weakness,
    },
    operatorFlaw: {
      type: 'string',
      about: 'What is wrong with the operator for the key; empty where it fits.',
      read: ({ condition }) => operatorFlaw(condition),
    },
    hasIdleQualifier: {
      type: 'bool',
      about: 'All that is wrong with its operator is ForAnyValue on a key with one value, which changes nothing.',
      read: ({ condition }) => when(operatorFlaw(condition), flaw => /^ForAnyValue is for/.test(flaw)),
    },
    viaServiceFlaw: {
      type: 'string',
      about:
        'What is wrong with a value of `kms:ViaService`: its form, a service that does not use KMS so, another Region than the key, a service that is not known. Empty where nothing is.',
      read: scope => viaFlawIn(scope)?.message ?? '',
    },
    namesUnknownService: {
      type: 'bool',
      about: 'All that is wrong with a value of `kms:ViaService` is that the service is not known; the list is open.',
      read: scope => viaFlawIn(scope)?.kind === 'unknown',
    },
    withRightVia: {
      type: 'Suggestion',
      about: 'Its statement with the values of `kms:ViaService` that are meant, in the Region of the key.',
      read: withRightVia,
    },
    hasRefusedCharacters: {
      type: 'bool',
      about: 'A value has characters that a key policy cannot hold.',
      read: ({ condition }) => condition.values.some(({ text: value }) => refusedCharacter(value) !== undefined),
    },
  },
}
