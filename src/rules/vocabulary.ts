import { isDeepStrictEqual } from 'node:util'
import { together } from '../model/deployed.js'
import type { Key, Variant } from '../model/key.js'
import type { Location } from '../model/location.js'
import { lazy } from '../model/lazy.js'
import { documentOf } from '../model/read-policy.js'
import type { StatementRef } from '../model/report.js'
import { showNode } from '../model/show.js'
import type { Defect, Statement } from '../model/statement.js'
import { isSensitive, print, text, type Text } from '../model/text.js'
import { isUnknown, Unknown } from '../model/truth.js'
import type { Each, Subject, Variable, Vocabulary } from './rule.js'
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
  type KeyScope,
  type PermissionScope,
  type PolicyScope,
  type StatementScope,
  type UseScope,
} from './words/scope.js'
import { serviceType } from './words/service.js'
import { kinOf } from './words/services-of.js'
import { settingsType } from './words/settings.js'
import { suggestionType } from './words/suggestion.js'
import { actionType, resourceType, statementType } from './words/statement.js'
import { useScope, useType } from './words/use.js'

const refOf = ({ index, sid }: Statement): StatementRef => ({
  index,
  ...(sid && !isSensitive(sid) && print(sid) !== '' && { sid: print(sid) }),
})

/** The documents of a policy by variant; a policy of which nothing can be seen is one document that is not known. */
const variantsOf = (policy: Key['policy']): readonly Variant[] => {
  if (policy.kind === 'document') return policy.variants
  return policy.kind === 'unknown' ? [{ document: { kind: 'hole', hole: policy.hole, location: policy.location } }] : []
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
  readonly statement: StatementRef
  readonly snippet: () => string
  readonly variant?: string
}

const frameOf = ({ variant }: PolicyScope, statement: Statement): Frame => ({
  location: statement.location,
  statement: refOf(statement),
  snippet: lazy(() => showNode(statement.node)),
  ...(variant !== undefined && { variant }),
})

/** One variant of a policy, with the frame of each of its statements. */
interface Read {
  readonly policy: PolicyScope
  readonly statements: ReadonlyMap<Statement, { readonly scope: StatementScope; readonly frame: Frame }>
}

const readVariant = ({ key, settings }: KeyScope, variant: Variant): Read => {
  const { when, world, settings: decided } = variant
  const scope = { key: decided ? { ...key, ...decided } : key, settings, ...(world && { world }) }
  const policy = policyScope(scope, documentOf(variant), when)
  const framed = (statement: Statement) => ({ scope: { statement, ...policy }, frame: frameOf(policy, statement) })
  return { policy, statements: new Map(policy.document.statements.map(one => [one, framed(one)])) }
}

/** A key with what is read of it once, for all rules. */
interface Opened extends KeyScope {
  readonly variants: () => readonly Read[]
}

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
const useSubjects = (opened: Opened): readonly UseSubject[] => {
  const { key, settings } = opened
  const own = { key, settings, permissions: grantScopes(opened), variant: undefined, world: undefined }
  const scopes =
    key.policy.kind === 'default' || key.policy.kind === 'managed'
      ? [own]
      : opened.variants().map(({ policy }) => ({ ...policy, permissions: [...policy.permissions, ...own.permissions] }))
  return scopes.flatMap(scope =>
    usesIn(scope).flatMap(use => {
      const service = settings.services.service(use.service)
      const both = together(use.world, scope.world)?.world?.when
      return service ? [{ scope: useScope({ use, ...scope, service }), variant: both ?? scope.variant }] : []
    }),
  )
}

const permissionSubjects = ({ policy, statements }: Read): Subject[] =>
  policy.permissions.flatMap(scope => {
    const { statement, principal } = scope.permission
    const framed = statement && statements.get(statement)
    if (!statement || framed === undefined) return []
    const { settings } = policy
    const bindings = { key: policy, permission: permissionOrUnknown(scope), settings }
    // of a principal that stands alone nothing is asked
    const kin = statement.principals.items.length > 1 ? () => kinOf(scope) : undefined
    return [{ bindings, part: print(principal.text), kin, ...framed.frame }]
  })

const conditionSubjects = ({ policy, statements }: Read): Subject[] =>
  [...statements.values()].flatMap(({ scope, frame }) => {
    const common = { key: policy, policy, statement: scope, settings: policy.settings }
    const { items, more } = scope.statement.conditions
    return [
      ...items.map(condition => ({
        bindings: { condition: { condition, ...scope }, ...common },
        ...frame,
        location: condition.location,
        part: shown(condition.operatorText, condition.keyText),
      })),
      ...(more.length > 0
        ? [{ bindings: { condition: new Unknown(more), ...common }, ...frame, part: 'further conditions' }]
        : []),
    ]
  })

const defectSubject = (scope: KeyScope, defect: Defect, frame: Partial<Frame>): Subject => ({
  bindings: { key: scope, defect: { defect, ...scope }, settings: scope.settings },
  ...frame,
  location: defect.location,
  part: defect.message,
})

const defectSubjects = (scope: KeyScope, { policy, statements }: Read): Subject[] => {
  const frames = new Map([...statements].map(([{ index }, { frame }]) => [index, frame]))
  const whole = policy.variant === undefined ? {} : { variant: policy.variant }
  return policy.document.defects.map(defect =>
    defectSubject(scope, defect, (defect.statement === undefined ? undefined : frames.get(defect.statement)) ?? whole),
  )
}

/** What is given for a policy and is none. */
const malformedSubjects = (scope: KeyScope): Subject[] => {
  const { policy } = scope.key
  if (policy.kind !== 'malformed') return []
  const { message, location } = policy
  return [defectSubject(scope, { message, severity: 'error', statement: undefined, location }, {})]
}

const subjects: Readonly<Record<Each, (opened: Opened) => Subject[]>> = {
  key: ({ key, settings }) =>
    asDecided(key).map(({ key: decided, variant }) => ({
      bindings: { key: { key: decided, settings }, settings },
      location: key.location,
      ...(variant !== undefined && { variant }),
    })),
  policy: ({ settings, variants }) =>
    variants().map(({ policy }) => ({
      bindings: { key: policy, policy, settings },
      location: policy.document.location,
      ...(policy.variant !== undefined && { variant: policy.variant }),
    })),
  defect: ({ key, settings, variants }) => {
    const scope = { key, settings }
    return [...malformedSubjects(scope), ...variants().flatMap(read => defectSubjects(scope, read))]
  },
  statement: ({ settings, variants }) =>
    variants().flatMap(({ policy, statements }) =>
      Array.from(statements.values(), ({ scope, frame }) => ({
        bindings: { key: policy, policy, statement: scope, settings },
        ...frame,
      })),
    ),
  permission: opened => {
    const { key, settings, variants } = opened
    const ofGrants = grantScopes(opened).map(scope => ({
      bindings: { key: opened, permission: scope, settings },
      location: scope.permission.grant?.location ?? key.location,
      part: scope.permission.grant?.address ?? '',
    }))
    return [...variants().flatMap(permissionSubjects), ...ofGrants]
  },
  use: opened =>
    useSubjects(opened).map(({ scope, variant }) => ({
      bindings: { key: scope, use: scope, settings: opened.settings },
      ...(variant !== undefined && { variant }),
      location: opened.key.policy.location,
      part: [scope.use.service, scope.use.resource.address, scope.use.destination?.address ?? ''].join(' '),
    })),
  condition: ({ variants }) => variants().flatMap(conditionSubjects),
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
  subjects: (of, under) => {
    const scope = { key: of, settings: under }
    const opened = { variants: lazy(() => variantsOf(of.policy).map(one => readVariant(scope, one))), ...scope }
    return each => subjects[each](opened)
  },
}
