import { settling, type Lack } from '../../knowledge/access.js'
import { untoldPart } from '../../knowledge/fill.js'
import { kms } from '../../knowledge/kms.js'
import type { Service } from '../../knowledge/service.js'
import { together, type World } from '../../model/deployed.js'
import { lazy } from '../../model/lazy.js'
import { keyClassOf } from '../../model/key-class.js'
import type { Attested, Key } from '../../model/key.js'
import type { Condition } from '../../model/condition.js'
import { grantPermission, permissionsOf, type Permission } from '../../model/permission.js'
import type { Principal } from '../../model/principal.js'
import type { Caller } from '../../model/reach.js'
import { isThisKey } from '../../model/resource.js'
import type { Defect, PolicyDocument, Statement } from '../../model/statement.js'
import { literal, type Text } from '../../model/text.js'
import { any, isUnknown, not, Unknown, type Known, type Truth } from '../../model/truth.js'
import type { Filling, Use } from '../../model/use.js'
import { matches } from '../../model/wildcard.js'
import type { Settings } from '../rule.js'

/** A key under the settings of the run. */
export interface KeyScope {
  readonly key: Key
  readonly settings: Settings
  /** The choices of the variant of the policy that is judged. */
  readonly world?: World | undefined
  /** The uses of the key among these choices, where they are found once for all that is asked of the variant. */
  readonly usesHere?: (() => readonly Use[]) | undefined
}

/** One variant of a key's policy. */
export interface PolicyScope extends KeyScope {
  readonly document: PolicyDocument
  readonly variant: string | undefined
  readonly permissions: readonly PermissionScope[]
}

export interface StatementScope extends PolicyScope {
  readonly statement: Statement
}

/** All that is asked of a key itself. */
export type OfKey = Pick<KeyScope, 'key'>

export interface PrincipalScope extends OfKey {
  readonly principal: Principal
}

/** `document` is absent for a grant that is judged by itself. */
export interface PermissionScope extends KeyScope {
  readonly permission: Permission
  readonly document?: PolicyDocument
}

export interface ConditionScope extends StatementScope {
  readonly condition: Condition
}

export interface DefectScope extends KeyScope {
  readonly defect: Defect
}

export interface ServiceScope extends KeyScope {
  readonly service: Service
}

/** A use of the key under one variant of its policy. */
export interface UseScope extends ServiceScope {
  /** One of `usesIn`. */
  readonly use: Use
  /** Of the policy and the grants. */
  readonly permissions: readonly PermissionScope[]
  /** Absent where the key has the default policy. */
  readonly document?: PolicyDocument
  /** What keeps the permissions from giving the use all that it needs. */
  readonly lack: () => Lack
}

/** A fact about the key that the input does not tell. */
export const untold = (what: string): Unknown => new Unknown([{ kind: 'untold', name: what }])

export const told = (attested: Attested | undefined, what: string): Known<string> => attested?.value ?? untold(what)

/** Whether an account is that of the key. */
export const isOwnAccount = ({ key }: OfKey, account: Text): Truth => {
  const [only] = account
  if (account.length === 1 && typeof only === 'object' && only.stands === 'account') return true
  return key.account ? matches([key.account.value], account) : untold('the account of the key')
}

/** A principal without an account belongs to none, unless it is not known what it is. */
const unlessUnknown = ({ kind }: Principal): Truth => (isUnknown(kind) ? kind : false)

/** Whether a principal belongs to the account of the key. No for those that belong to none. */
export const isOwn = (scope: OfKey, principal: Principal): Truth =>
  principal.account === undefined ? unlessUnknown(principal) : isOwnAccount(scope, principal.account)

/** Whether a principal belongs to another account than the key. No for those that belong to none. */
export const isForeign = (scope: OfKey, principal: Principal): Truth =>
  principal.account === undefined ? unlessUnknown(principal) : not(isOwnAccount(scope, principal.account))

/** The class of the key, where it is known. */
export const classOf = ({ key }: OfKey) => {
  const keyClass = keyClassOf(key)
  return isUnknown(keyClass) ? undefined : keyClass
}

const serviceOf = ({ element, text: name }: Principal): string | undefined =>
  element === 'Service' ? literal(name)?.split('.')[0] : undefined

/** The services through which AWS documents that a service principal reaches KMS. */
const throughOf = ({ settings }: KeyScope, { kind, text: name }: Principal): readonly string[] =>
  kind === 'service' ? settings.services.ofPrincipal(name).flatMap(({ via }) => via?.split('.')[0] ?? []) : []

const callerAs = (scope: KeyScope, principal: Principal, kinds: Caller['kinds']): Caller => ({
  kinds,
  keyClass: classOf(scope),
  service: serviceOf(principal),
  through: () => throughOf(scope, principal),
})

/** Everyone that a principal may stand for when a request comes. */
export const callerOf = (scope: KeyScope, principal: Principal): Caller => {
  if (isUnknown(principal.kind) || principal.kind === 'any') return callerAs(scope, principal, ['principal', 'service'])
  return callerAs(scope, principal, principal.element === 'Service' ? ['service'] : ['principal'])
}

/** As `callerOf`, with `*` read as IAM identities alone: the ones that nothing else keeps out. */
export const identityOf = (scope: KeyScope, principal: Principal): Caller =>
  principal.kind === 'any' ? callerAs(scope, principal, ['principal']) : callerOf(scope, principal)

/** Whether the Resource or NotResource element of a statement covers the key. */
const concerns = ({ resources: { items, more, negated } }: Statement, key: Key): Truth => {
  const listed = any([
    ...items.map(({ text }) => isThisKey(text, key)),
    ...(more.length > 0 ? [new Unknown(more)] : []),
  ])
  return negated ? not(listed) : listed
}

/** One variant of a policy with its permissions; those that give no action are none. */
export const policyScope = (scope: KeyScope, document: PolicyDocument, variant: string | undefined): PolicyScope => {
  const { key, settings, world } = scope
  const usesHere = lazy(() => usesIn(scope))
  const permissions = permissionsOf(document, kms.actions, statement => concerns(statement, key))
    .filter(({ actions }) => actions.length > 0)
    .map((permission): PermissionScope => ({ key, settings, world, usesHere, document, permission }))
  return { document, ...scope, usesHere, variant, permissions }
}

/** The grants of a key, as permissions. */
export const grantScopes = (scope: KeyScope): PermissionScope[] =>
  scope.key.grants.map(grant => ({ permission: grantPermission(grant, kms.actions), ...scope }))

const placeNames = { Account: 'account', Region: 'region', Partition: 'partition' } as const

/** The account, Region and partition of the key, as placeholders of the catalogue. */
export const placeOf = ({ key }: OfKey): Filling => {
  const of = (placeholder: keyof typeof placeNames): Text => [
    key[placeNames[placeholder]]?.value ?? untoldPart(placeholder),
  ]
  return { Account: of('Account'), Region: of('Region'), Partition: of('Partition') }
}

/** Puts the account, Region and partition of the key in the place of what stands for them. */
export const settleFor = ({ key }: OfKey): ((t: Text) => Text) =>
  settling(({ stands }) => {
    const known = stands === 'account' || stands === 'region' || stands === 'partition' ? key[stands] : undefined
    return known && [known.value]
  })

/** A use with what is known of the key for what is not known of its resource. */
const filledUse = (scope: OfKey, use: Use): Use => {
  const settle = settleFor(scope)
  const filling: Record<string, Text> = { ...placeOf(scope), ...use.filling }
  for (const [name, t] of Object.entries(filling)) filling[name] = settle(t)
  return { ...use, filling }
}

/** The uses of the key that there are under the variant of its policy, filled with what is known of the key. */
export const usesIn = (scope: KeyScope): readonly Use[] => {
  const { key, world, usesHere } = scope
  if (usesHere) return usesHere()
  const uses = (key.uses ?? []).filter(use => !world || together(use.world, world) !== undefined)
  return uses.map(use => filledUse(scope, use))
}
