import { callersOf, lackOf, type Obstacle } from '../../knowledge/access.js'
import { fill, untoldPart } from '../../knowledge/fill.js'
import type { Service } from '../../knowledge/service.js'
import { lazy } from '../../model/lazy.js'
import { print, text, type Text } from '../../model/text.js'
import { isUnknown, Unknown } from '../../model/truth.js'
import type { Use } from '../../model/use.js'
import type { VocabularyType } from '../rule.js'
import { settleFor, type ServiceScope, type UseScope } from './scope.js'
import { lettingIn } from './suggest-use.js'

/** Puts the ARNs of the destination and of the source, built by name, in the place of references to them. */
const settlingArns = (scope: ServiceScope, { filling, destination, sources }: Use): ((t: Text) => Text) => {
  const settle = settleFor(scope)
  const [source] = scope.service.sourceArns
  return t => {
    const [only] = t
    const from = t.length === 1 && typeof only === 'object' ? only.from : undefined
    if (!from || !/arn|^ref$|^id$|^$/i.test(from.attribute)) return settle(t)
    if (from.address === destination?.address) return filling['Destination'] ?? settle(t)
    return sources.includes(from.address) && source !== undefined ? fill(source, filling, untoldPart) : settle(t)
  }
}

/** A use as rules are asked of it: what it lacks is found out once. */
export const useScope = (scope: Omit<UseScope, 'lack'>): UseScope => ({
  lack: lazy(() => {
    const { use } = scope
    const permissions = scope.permissions.map(({ permission }) => permission)
    return lackOf(scope.service, use, permissions, settlingArns(scope, use))
  }),
  ...scope,
})

const obstacleText = ({ guarding: { condition, denied }, permission: { statement } }: Obstacle): string => {
  const sid = statement?.sid && print(statement.sid)
  const where = sid === undefined || sid === '' ? `statement ${String((statement?.index ?? 0) + 1)}` : `"${sid}"`
  const values = condition.values.map(({ text }) => print(text)).join(', ')
  const shown = print(text(...condition.operatorText, ' ', ...condition.keyText))
  return denied ? `a Deny with ${shown} ${values}` : `${where} demands ${shown} ${values}`
}

const phases = {
  deploy: 'the deployment fails',
  runtime: 'nothing fails when it is deployed',
  both: 'the deployment fails, or later what depends on it',
  none: 'nothing is known to fail',
} as const

/** Whether the deployment fails or data is lost without a word, and what happens. */
export const consequenceOf = ({ failure }: Service): string => `${phases[failure.phase]}: ${failure.effect}`

export const useType: VocabularyType<UseScope> = {
  about: 'A resource that uses the key, or that delivers into one that does.',
  print: ({ use }) => [use.resource.address],
  place: ({ use }) => use.location,
  fields: {
    resource: {
      type: 'string',
      about: 'The address of the resource that acts: the trail, the alarm.',
      read: ({ use }) => use.resource.address,
    },
    destination: {
      type: 'string',
      about: 'The address of the topic, queue or bucket that it delivers into; empty where it uses the key itself.',
      read: ({ use }) => use.destination?.address ?? '',
    },
    service: { type: 'Service', about: 'The integration that it is.', read: scope => scope },
    principal: {
      type: 'string',
      about: 'The service principal or service-linked role that calls KMS for it.',
      read: ({ service, use }) => callersOf(service, use.filling)[0] ?? [],
    },
    needsKeyPolicy: {
      type: 'bool',
      about: 'Only the key policy can let it in: a service principal or a service-linked role.',
      read: ({ service }) =>
        (service.caller === 'service' || service.caller === 'service-linked-role') && service.required.length > 0,
    },
    hasAccess: {
      type: 'bool',
      about: 'The permissions of the key give it all that it needs, conditions and Deny statements counted.',
      read: scope => {
        const { truth } = scope.lack()
        return isUnknown(truth) ? truth : !truth
      },
    },
    missingActions: {
      type: 'list<string>',
      about: 'The actions that it needs and does not get, as AWS documents them.',
      read: scope => {
        const { truth, actions } = scope.lack()
        return isUnknown(truth) ? [new Unknown(truth.holes)] : actions
      },
    },
    excludedBy: {
      type: 'list<string>',
      about: 'The conditions that keep it out although a statement names its service.',
      read: scope => scope.lack().obstacles.map(obstacleText),
    },
    statements: {
      type: 'Suggestion',
      about:
        'The statements that let it in, with the least that it needs; or the Deny that keeps it out, for people alone.',
      read: scope => lettingIn(scope, scope.lack()),
    },
    consequence: {
      type: 'string',
      about: 'Whether the deployment fails or data is lost without a word, and what happens.',
      read: ({ service }) => consequenceOf(service),
    },
  },
}
