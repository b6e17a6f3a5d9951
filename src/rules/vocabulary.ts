import { isDeepStrictEqual } from 'node:util'
import { together } from '../model/deployed.js'
import type { Key, Variant } from '../model/key.js'
import type { Location } from '../model/location.js'
import { readPolicy } from '../model/read-policy.js'
import type { StatementRef } from '../model/report.js'
import { showNode } from '../model/show.js'
import type { Statement } from '../model/statement.js'
import { isSensitive, print, text, type Text } from '../model/text.js'
import { isUnknown, Unknown } from '../model/truth.js'
import type { Each, Settings, Subject, Variable, Vocabulary } from './rule.js'
import { conditionType } from './words/condition.js'
import { defectType } from './words/defect.js'
import { keyType } from './words/key.js'
import { permissionType } from './words/permission.js'
import { policyType } from './words/policy.js'
import { principalType } from './words/principal.js'
import {
  grantScopes,
  policyScope,
  usesIn,
  type PermissionScope,
  type PolicyScope,
  type UseScope,
} from './words/scope.js'
import { serviceType } from './words/service.js'
import { settingsType } from './words/settings.js'
import { suggestionType } from './words/suggestion.js'
import { actionType, resourceType, statementType } from './words/statement.js'
import { useType } from './words/use.js'

const refOf = ({ index, sid }: Statement): StatementRef => ({
  index,
  ...(sid && !isSensitive(sid) && print(sid) !== '' && { sid: print(sid) }),
})

/** The documents of a policy by variant; a policy of which nothing can be seen is one document that is not known. */
const documentsOf = (policy: Key['policy']): Variant[] => {
  if (policy.kind === 'document') return [...policy.variants]
  return policy.kind === 'unknown' ? [{ document: { kind: 'hole', hole: policy.hole, location: policy.location } }] : []
}

const scopes = new WeakMap<Key, WeakMap<Settings, readonly PolicyScope[]>>()

/** Read once for each key, since every rule asks for them. */
const policiesOf = (key: Key, settings: Settings): readonly PolicyScope[] => {
  const found = scopes.get(key)?.get(settings)
  if (found) return found
  const made = documentsOf(key.policy).map(({ when, document, settings: decided, world }) =>
    policyScope({ key: { ...key, ...decided }, settings, ...(world && { world }) }, readPolicy(document), when),
  )
  const bySettings = scopes.get(key) ?? new WeakMap<Settings, readonly PolicyScope[]>()
  scopes.set(key, bySettings.set(settings, made))
  return made
}

/** The key as the choices make it, one for each variant where they decide more than its policy. */
const asDecided = (key: Key): readonly { readonly key: Key; readonly variant: string | undefined }[] => {
  const variants = key.policy.kind === 'document' ? key.policy.variants : []
  const isOne = variants.every(({ settings }) => isDeepStrictEqual(settings, variants[0]?.settings))
  return isOne
    ? [{ key, variant: undefined }]
    : variants.map(({ when, settings }) => ({ key: { ...key, ...settings }, variant: when }))
}

interface Frame {
  readonly location: Location
  readonly statement?: StatementRef
  readonly snippet?: () => string
  readonly variant?: string
}

const frameOf = (scope: PolicyScope, statement: Statement): Frame => ({
  location: statement.location,
  statement: refOf(statement),
  snippet: () => showNode(statement.node),
  ...(scope.variant !== undefined && { variant: scope.variant }),
})

const shown = (...texts: readonly Text[]): string => print(text(...texts.flatMap((t, i) => (i > 0 ? [' ', ...t] : t))))

/** An Allow whose effect is hidden may be a Deny: nothing can be said of its permissions. */
const permissionOrUnknown = (scope: PermissionScope): PermissionScope | Unknown => {
  const effect = scope.permission.statement?.effect
  return isUnknown(effect) ? effect : scope
}

interface UseSubject {
  readonly scope: UseScope
  readonly variant: string | undefined
}

/** The uses of a key under each variant of its policy; AWS's default policy lets no service in by itself. */
const useSubjects = (key: Key, settings: Settings): readonly UseSubject[] => {
  const own = { key, settings, permissions: grantScopes({ key, settings }), variant: undefined, world: undefined }
  const policies =
    key.policy.kind === 'default' || key.policy.kind === 'managed'
      ? [own]
      : policiesOf(key, settings).map(policy => ({
          ...policy,
          permissions: [...policy.permissions, ...own.permissions],
        }))
  return policies.flatMap(scope =>
    usesIn(scope).flatMap(use => {
      const service = settings.services.service(use.service)
      const both = together(use.world, scope.world)?.world?.when
      return service ? [{ scope: { ...scope, use, service }, variant: both ?? scope.variant }] : []
    }),
  )
}

const subjects: Readonly<Record<Each, (key: Key, settings: Settings) => Subject[]>> = {
  key: (key, settings) =>
    asDecided(key).map(({ key: decided, variant }) => ({
      bindings: { key: { key: decided, settings }, settings },
      location: key.location,
      ...(variant !== undefined && { variant }),
    })),
  policy: (key, settings) =>
    policiesOf(key, settings).map(policy => ({
      bindings: { key: policy, policy, settings },
      location: policy.document.location,
      ...(policy.variant !== undefined && { variant: policy.variant }),
    })),
  defect: (key, settings) => {
    const malformed =
      key.policy.kind === 'malformed'
        ? [
            {
              defect: {
                message: key.policy.message,
                severity: 'error' as const,
                statement: undefined,
                location: key.policy.location,
              },
              frame: {},
            },
          ]
        : []
    const read = policiesOf(key, settings).flatMap(scope =>
      scope.document.defects.map(defect => {
        const statement = scope.document.statements.find(({ index }) => index === defect.statement)
        return {
          defect,
          frame: statement ? frameOf(scope, statement) : scope.variant === undefined ? {} : { variant: scope.variant },
        }
      }),
    )
    const scope = { key, settings }
    return [...malformed, ...read].map(({ defect, frame }) => ({
      ...frame,
      bindings: { key: scope, defect: { ...scope, defect }, settings },
      location: defect.location,
      part: defect.message,
    }))
  },
  statement: (key, settings) =>
    policiesOf(key, settings).flatMap(policy =>
      policy.document.statements.map(statement => ({
        ...frameOf(policy, statement),
        bindings: {
          key: policy,
          policy,
          statement: { ...policy, statement, permissions: policy.permissions },
          settings,
        },
      })),
    ),
  permission: (key, settings) => [
    ...policiesOf(key, settings).flatMap(policy =>
      policy.permissions.flatMap(scope => {
        const { statement, principal } = scope.permission
        if (statement === undefined) return []
        return [
          {
            ...frameOf(policy, statement),
            bindings: { key: scope, permission: permissionOrUnknown(scope), settings },
            part: print(principal.text),
          },
        ]
      }),
    ),
    ...grantScopes({ key, settings }).map(scope => ({
      bindings: { key: scope, permission: scope, settings },
      location: scope.permission.grant?.location ?? key.location,
      part: scope.permission.grant?.address ?? '',
    })),
  ],
  use: (key, settings) =>
    useSubjects(key, settings).map(({ scope, variant }) => ({
      ...(variant !== undefined && { variant }),
      bindings: { key: scope, use: scope, settings },
      location: key.policy.location,
      part: [scope.use.service, scope.use.resource.address, scope.use.destination?.address ?? ''].join(' '),
    })),
  condition: (key, settings) =>
    policiesOf(key, settings).flatMap(policy =>
      policy.document.statements.flatMap(statement => {
        const scope = { ...policy, statement, permissions: policy.permissions }
        const common = { key: policy, policy, statement: scope, settings }
        const frame = frameOf(policy, statement)
        const { items, more } = statement.conditions
        return [
          ...items.map(condition => ({
            ...frame,
            bindings: { ...common, condition: { ...scope, condition } },
            location: condition.location,
            part: shown(condition.operatorText, condition.keyText),
          })),
          ...(more.length > 0
            ? [{ ...frame, bindings: { ...common, condition: new Unknown(more) }, part: 'further conditions' }]
            : []),
        ]
      }),
    ),
}

const key: Variable = { type: 'Key', about: 'The key.' }
const policy: Variable = { type: 'Policy', about: 'The policy, or one variant of it.' }
const statement: Variable = { type: 'Statement', about: 'The statement.' }
const settings: Variable = { type: 'Settings', about: 'What the user says of the world around the keys.' }

/** The words that keyward's own rules, and those of its users, are written in. */
export const vocabulary: Vocabulary = {
  types: {
    Key: keyType,
    Policy: policyType,
    Defect: defectType,
    Statement: statementType,
    Principal: principalType,
    Action: actionType,
    Resource: resourceType,
    Permission: permissionType,
    Condition: conditionType,
    Service: serviceType,
    Use: useType,
    Suggestion: suggestionType,
    Settings: settingsType,
  },
  functions: {},
  variables: {
    key: { key, settings },
    policy: { key, policy, settings },
    defect: { key, defect: { type: 'Defect', about: 'What is wrong with the document.' }, settings },
    statement: { key, policy, statement, settings },
    permission: { key, permission: { type: 'Permission', about: 'Who can do what, when.' }, settings },
    condition: { key, policy, statement, condition: { type: 'Condition', about: 'The condition.' }, settings },
    use: { key, use: { type: 'Use', about: 'A resource that uses the key.' }, settings },
  },
  subjects: (of, each, under) => subjects[each](of, under),
}
