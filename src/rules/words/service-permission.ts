import { settled } from '../../knowledge/access.js'
import { isDocumented } from '../../knowledge/service-actions.js'
import { contextFlaw, type FilledUse } from '../../knowledge/service-context.js'
import { serviceNameFlaw, type ServiceNameFlaw } from '../../knowledge/service-name.js'
import { isOnSource, sourceArnFlaw } from '../../knowledge/source-arn.js'
import type { Condition } from '../../model/condition.js'
import { isEncryptionContext } from '../../model/reach.js'
import { isUnknown, type Known } from '../../model/truth.js'
import type { Field, Method } from '../rule.js'
import { placeOf, settleFor, usesIn, type PermissionScope } from './scope.js'
import { sourceSupport } from './service.js'
import { integrationsOf, isAsPublished, servicesOf } from './services-of.js'

const isService = ({ permission: { principal } }: PermissionScope): boolean => principal.kind === 'service'

/** Those conditions of the statement itself that are meant, with what is known of the key filled in. */
const ownConditions = (scope: PermissionScope, isMeant: (condition: Condition) => boolean): readonly Condition[] => {
  const meant = scope.permission.statement?.conditions.items.filter(isMeant) ?? []
  if (meant.length === 0) return meant
  const settle = settleFor(scope)
  return meant.map(condition => settled(condition, settle))
}

const sourceFlaw = (scope: PermissionScope): Known<string> => {
  const conditions = isService(scope) ? ownConditions(scope, isOnSource) : []
  if (conditions.length === 0) return ''
  return sourceArnFlaw(conditions, servicesOf(scope), scope.key.partition?.value, scope.settings.services.services)
}

const sourceSupportOf = (scope: PermissionScope): string => {
  const services = servicesOf(scope)
  const supports = new Set(services.map(sourceSupport))
  const [only = 'unknown'] = supports
  if (supports.size < 2) return only
  // what AWS itself publishes for one of them is not wrong because it would be for another
  return isAsPublished(scope) ? 'undocumented' : 'mixed'
}

/** The conditions of the statement itself on the encryption context, with what is known of the key filled in. */
export const contextConditions = (scope: PermissionScope): readonly Condition[] =>
  ownConditions(scope, isEncryptionContext)

/** Why a condition of the permission fits no encryption context that is sent; empty where it fits one, or where that cannot be told. */
export const contextFlawOf = (scope: PermissionScope, condition: Condition): string => {
  // one that lists no encryption context may send any
  if (servicesOf(scope).every(({ context }) => context.length === 0) && isAsPublished(scope)) return ''
  const uses = usesIn(scope).flatMap((use): FilledUse[] => {
    const service = scope.settings.services.service(use.service)
    return service ? [{ service, use }] : []
  })
  return contextFlaw(condition, integrationsOf(scope), uses, placeOf(scope))
}

const contextFlawIn = (scope: PermissionScope): string => {
  for (const condition of contextConditions(scope)) {
    const flaw = contextFlawOf(scope, condition)
    if (flaw !== '') return flaw
  }
  return ''
}

/** Actions, other than administration, that no integration of the service principal is documented with. */
export const excessActions = (scope: PermissionScope): readonly string[] => {
  const services = integrationsOf(scope)
  if (services.length === 0) return []
  return scope.permission.actions
    .filter(({ facts, given }) => given === true && !facts.administration && !isDocumented(facts, services))
    .map(({ facts }) => `kms:${facts.name}`)
}

/** What is wrong with the name of the service principal; undefined where nothing is. */
export const nameFlaw = (scope: PermissionScope): ServiceNameFlaw | undefined => {
  const { region, partition } = scope.key
  return isService(scope)
    ? serviceNameFlaw(
        settleFor(scope)(scope.permission.principal.text),
        { region: region?.value, partition: partition?.value },
        scope.settings.services,
      )
    : undefined
}

/** What rules ask of a permission of a service principal. */
export const serviceFields: Readonly<Record<string, Field<PermissionScope>>> = {
  services: {
    type: 'list<Service>',
    about:
      'The integrations of the service principal that the permission may be for: those by which a resource uses the key, else those that need exactly its actions, else all.',
    read: scope => servicesOf(scope).map(service => ({ service })),
  },
  sourceSupport: {
    type: 'string',
    about:
      'Whether AWS shows a condition on the source for its integrations: `documented`, `community` where it is only seen to work, `undocumented`, `unsupported` where it would break them, `mixed` where they differ, or `unknown` where none is known.',
    read: sourceSupportOf,
  },
  isAsPublished: {
    type: 'bool',
    about:
      'Its statement has the very actions that AWS publishes for one of its integrations, and no resource tells which one is meant.',
    read: isAsPublished,
  },
  sourceFlaw: {
    type: 'string',
    about:
      'Why no value that it demands of `aws:SourceArn` can be the source of a request of the service; empty where one can.',
    read: sourceFlaw,
  },
  sentContextKeys: {
    type: 'list<string>',
    about: 'The keys of the encryption context that its integrations send.',
    read: scope => [...new Set(servicesOf(scope).flatMap(({ context }) => context.map(({ key }) => key)))],
  },
  contextFlaw: {
    type: 'string',
    about:
      'Why a condition on the encryption context can be none that the service sends; empty where it can, or where that is not known.',
    read: contextFlawIn,
  },
  excessActions: {
    type: 'list<string>',
    about:
      'Actions, other than administration, that none of the integrations of the service principal is documented with.',
    read: excessActions,
  },
  serviceFlaw: {
    type: 'string',
    about:
      'What is wrong with the name of the service principal: another Region or partition than the key, or not known. Empty where nothing is.',
    read: scope => nameFlaw(scope)?.message ?? '',
  },
  isUnknownService: {
    type: 'bool',
    about: 'Its service principal has the form of one and is not in the catalogue.',
    read: scope => nameFlaw(scope)?.kind === 'unknown',
  },
}

/** Of a permission, that for the operations that carry an encryption context alone. */
export const withContext: Method<PermissionScope> = {
  takes: [],
  type: 'Permission',
  about: 'The same permission for the cryptographic operations and CreateGrant that carry an encryption context alone.',
  call: (scope: PermissionScope) => ({
    ...scope,
    permission: {
      ...scope.permission,
      actions: scope.permission.actions.filter(
        ({ facts, given }) => facts.encryptionContext && facts.name !== 'RetireGrant' && !isUnknown(given),
      ),
    },
  }),
}
