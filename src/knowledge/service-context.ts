import { arnMatches } from '../model/arn.js'
import type { Condition } from '../model/condition.js'
import { print, type Text } from '../model/text.js'
import { isUnknown, type Truth } from '../model/truth.js'
import type { Filling, Use } from '../model/use.js'
import { canOverlap, matches } from '../model/wildcard.js'
import { contextPrefix, contextValues } from './access.js'
import { anyPart, fill } from './fill.js'
import type { ContextPair, Service } from './service.js'

/** A use of the key, with its integration and all that is known for the placeholders of the catalogue. */
export interface FilledUse {
  readonly service: Service
  readonly use: Use
}

const comparisonOf = ({ operator }: Condition): 'equal' | 'pattern' | undefined => {
  if (isUnknown(operator) || operator === undefined) return undefined
  if (/^StringEquals/.test(operator.comparison)) return 'equal'
  return /^(StringLike|ArnEquals|ArnLike)$/.test(operator.comparison) ? 'pattern' : undefined
}

const listed = (words: Iterable<string>): string => [...new Set(words)].join(' or ')

/** Whether a value of a condition matches one that a use sends. */
const isSent = (value: Text, condition: Condition, sent: Text): Truth =>
  !isUnknown(condition.operator) && /^Arn/.test(condition.operator?.comparison ?? '')
    ? arnMatches(value, sent)
    : matches(value, sent, { wildcards: comparisonOf(condition) === 'pattern' })

const pairsNamed = (name: string, { context }: Service): readonly ContextPair[] =>
  context.filter(({ key }) => key.toLowerCase() === name)

/** A condition that names the bucket of a use in the form that an S3 Bucket Key makes wrong, or the other way round. */
const bucketFlaw = (condition: Condition, texts: readonly Text[], uses: readonly FilledUse[], name: string): string => {
  const found = uses.flatMap(({ service, use }) =>
    pairsNamed(name, service).map(({ values }) => ({
      sent: contextValues(values, use),
      forms: use.destination
        ? contextValues(values, { ...use, destination: { ...use.destination, bucketKey: undefined } })
        : [],
    })),
  )
  const isAny = (candidates: readonly Text[], wanted: (truth: Truth) => boolean): boolean =>
    texts.some(text => candidates.some(candidate => wanted(isSent(text, condition, candidate))))
  if (
    isAny(
      found.flatMap(({ sent }) => sent),
      truth => truth !== false,
    )
  )
    return ''
  const wrong = found.find(({ forms }) => isAny(forms, truth => truth === true))
  return wrong
    ? `${print(condition.keyText)} ${listed(texts.map(print))} never matches: with the S3 Bucket Key setting of the bucket it is ${listed(wrong.sent.map(print))}`
    : ''
}

/**
 * Why a condition on the encryption context fits none of the integrations of a service principal: another key than they send, or a
 * value that they do not. Empty where it fits one, or where that cannot be told. For other principals, only the uses of the key count.
 */
export const contextFlaw = (
  condition: Condition,
  services: readonly Service[],
  uses: readonly FilledUse[],
  place: Filling,
): string => {
  const { key, keyText, values, more } = condition
  if (isUnknown(key) || !key.startsWith(contextPrefix)) return ''
  const name = key.slice(contextPrefix.length)
  const sending = services.flatMap(service => pairsNamed(name, service))
  if (sending.length === 0) {
    const sent = services.flatMap(({ context }) => context.map(pair => pair.key))
    if (sent.length > 0)
      return `${print(keyText)} is no key of the encryption context that the service sends: ${listed(sent)}`
  }
  const comparison = comparisonOf(condition)
  if (comparison === undefined || values.length === 0 || more.length > 0) return ''
  const texts = values.map(({ text }) => text)
  // of a pair of which only the key is known, any value may be right
  if (sending.length > 0 && sending.every(pair => pair.values.length > 0)) {
    const possible = sending
      .flatMap(pair => [...pair.values, ...(pair.condition === undefined ? [] : [pair.condition])])
      .map(value => fill(value, place, anyPart))
    const canBe = (value: Text, one: Text): boolean =>
      canOverlap(value, { wildcards: comparison === 'pattern' }, one, { wildcards: true })
    if (!texts.some(value => possible.some(one => canBe(value, one))))
      return `${print(keyText)} ${listed(texts.map(print))} is not what the service sends: ${listed(possible.map(print))}`
  }
  return bucketFlaw(condition, texts, uses, name)
}
