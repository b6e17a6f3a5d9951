import { arnMatches } from '../model/arn.js'
import type { Condition } from '../model/condition.js'
import { holds, type Context } from '../model/holds.js'
import type { ActionFacts } from '../model/kms.js'
import type { Guard, Permission } from '../model/permission.js'
import type { Guarding } from '../model/pin.js'
import { text, type Hole, type Text } from '../model/text.js'
import { all, any, every, isUnknown, not, some, Unknown, type Truth } from '../model/truth.js'
import type { Filling, Use } from '../model/use.js'
import { matches } from '../model/wildcard.js'
import { kms } from './kms.js'
import { fill, untoldPart } from './fill.js'
import type { Service, Support } from './service.js'

/** What the requests of a service carry: texts by condition key in lower case, each of them possible; `open` may be anything. */
type Sent = ReadonlyMap<string, readonly Text[] | 'open'>

const sourceOf = (support: Support, values: readonly Text[]): readonly Text[] | 'open' | undefined => {
  if (support === 'unsupported') return undefined
  return support === 'undocumented' || values.length === 0 ? 'open' : values
}

/** What the condition keys of an encryption context begin with, in lower case. */
export const contextPrefix = 'kms:encryptioncontext:'

/** The values that a service can send for a pair of its encryption context. With an S3 Bucket Key that is the bucket, without one an object. */
export const contextValues = (
  values: readonly string[],
  { destination, filling }: Pick<Use, 'destination' | 'filling'>,
): readonly Text[] => {
  const bucketKey = destination?.bucketKey
  const possible = values.filter(value => bucketKey === undefined || (value === '${Destination}') === bucketKey)
  return (possible.length > 0 ? possible : values).map(value => fill(value, filling, untoldPart))
}

const sentBy = (service: Service, use: Use): Sent => {
  const filled = (patterns: readonly string[]): readonly Text[] => patterns.map(p => fill(p, use.filling, untoldPart))
  const { Account: account } = use.filling
  const sources = {
    'aws:sourcearn': sourceOf(service.sourceArn, filled(service.sourceArns)),
    'aws:sourceaccount': sourceOf(service.sourceAccount, account ? [account] : []),
    'aws:sourceorgid': service.sourceAccount === 'unsupported' ? undefined : ('open' as const),
    'aws:sourceorgpaths': service.sourceAccount === 'unsupported' ? undefined : ('open' as const),
  }
  const pairs = service.context.map(({ key, values }) => {
    const sent = contextValues(values, use)
    return [contextPrefix + key.toLowerCase(), sent.length > 0 ? sent : 'open'] as const
  })
  return new Map<string, readonly Text[] | 'open'>([
    ...Object.entries(sources).flatMap(([key, sent]) => (sent ? [[key, sent] as const] : [])),
    ...pairs,
    ['aws:principalisawsservice', [['true']]],
    ['aws:securetransport', [['true']]],
    ...(service.context.length > 0 ? [] : ([['kms:encryptioncontextkeys', 'open']] as const)),
  ])
}

const isSource = (key: string): boolean => key.startsWith('aws:source')

/** What stands for a condition key in a request; undefined where the request lacks it. */
const valuesOf = (
  key: string,
  service: Service,
  sent: Sent,
  action: ActionFacts,
): readonly Text[] | 'open' | undefined => {
  const presence = kms.presence(key, action, service.caller === 'service' ? 'service' : 'principal', 'symmetric')
  if (key === 'kms:viaservice') return service.via === undefined ? undefined : 'open'
  if (presence === 'never') return undefined
  const known = sent.get(key)
  if (known !== undefined || isSource(key)) return known
  if (key.startsWith(contextPrefix)) return service.context.length > 0 ? undefined : 'open'
  return 'open'
}

/** Whether a condition holds for the requests of a service; where AWS does not say what they carry, it is taken to. */
const conditionHolds = (
  condition: Condition,
  service: Service,
  sent: Sent,
  action: ActionFacts,
  denied: boolean,
): Truth => {
  const { key } = condition
  if (isUnknown(key)) return key
  const values = valuesOf(key, service, sent, action)
  if (values === 'open') return !denied
  if (values === undefined) return holds(condition, new Map())
  const context = (value: Text): Context => new Map([[key, [value]]])
  return (denied ? every : some)(values, value => holds(condition, context(value)))
}

/** A guard that keeps a service out, or may. */
export interface Obstacle {
  readonly guarding: Guarding
  readonly permission: Permission
}

interface Asked {
  readonly service: Service
  readonly use: Use
  readonly sent: Sent
  readonly settle: (t: Text) => Text
}

/** A condition with what is known of the key in its values; the same one where nothing of it stands in them. */
export const settled = (condition: Condition, settle: (t: Text) => Text): Condition => {
  const values = condition.values.map(value => {
    const text = settle(value.text)
    return text === value.text ? value : { ...value, text }
  })
  return values.every((value, i) => value === condition.values[i]) ? condition : { ...condition, values }
}

const guardPasses = (guard: Guard, action: ActionFacts, asked: Asked): Truth => {
  const isFree = not(guard.covers(action))
  if (isFree === true) return true
  const passes = some(guard.alternatives, ({ condition, denied }) => {
    const truth = conditionHolds(settled(condition, asked.settle), asked.service, asked.sent, action, denied)
    return denied ? not(truth) : truth
  })
  return any([isFree, passes, guard.open.length > 0 && new Unknown(guard.open)])
}

/** Whether a permission is given to the one who calls KMS for the integration. */
const isFor = ({ principal }: Permission, names: readonly Text[], { service, settle }: Asked): Truth => {
  if (isUnknown(principal.kind)) return principal.kind
  if (principal.kind === 'any') return true
  const isService = service.caller === 'service'
  if (principal.element !== (isService ? 'Service' : 'AWS')) return false
  const written = settle(principal.text)
  // an account that is not known holds no colon, so that the parts of the ARNs are compared one by one
  return some(names, name => (isService ? matches(name, written) : arnMatches(name, written)))
}

/** The actions of KMS that a documented pattern asks for: of `GenerateDataKey*` the one without anything behind it, of `ReEncrypt*` all. */
export const neededActions = (pattern: string): readonly ActionFacts[] => {
  const [, head = ''] = pattern.split(':')
  if (!head.endsWith('*')) return kms.actions.filter(({ name }) => name === head)
  const stem = head.slice(0, -1)
  const exact = kms.actions.filter(({ name }) => name === stem)
  return exact.length > 0 ? exact : kms.actions.filter(({ name, inKeyPolicy }) => inKeyPolicy && name.startsWith(stem))
}

/** What one use lacks, as far as the permissions tell. */
export interface Lack {
  /** Documented patterns of actions that no permission gives. */
  readonly actions: readonly string[]
  /** Whether it lacks anything; unknown where holes decide. */
  readonly truth: Truth
  /** The conditions that keep the service out although a permission names it. */
  readonly obstacles: readonly Obstacle[]
}

/** The names under which the integration calls KMS for a use: several where opt-in Regions differ. */
export const callersOf = (service: Service, filling: Filling): readonly Text[] =>
  [...service.principals, ...service.optInPrincipals].map(name => fill(name, filling, untoldPart))

/**
 * Says which of the actions that an integration needs the permissions do not give it for a use, conditions and Deny statements included.
 * `settle` puts what is known of the key in the place of its pseudo parameters.
 */
export const lackOf = (
  service: Service,
  use: Use,
  permissions: readonly Permission[],
  settle: (t: Text) => Text,
): Lack => {
  const asked: Asked = { service, use, sent: sentBy(service, use), settle }
  const names = callersOf(service, use.filling)
  const own = permissions
    .map(permission => ({ permission, for: isFor(permission, names, asked) }))
    .filter(one => one.for !== false)
  const obstacles = new Map<Condition, Obstacle>()
  const allows = (action: ActionFacts): Truth =>
    any(
      own.map(one => {
        const { actions, guards } = one.permission
        const given = some(actions, one => one.facts === action && one.given)
        if (given === false) return false
        const passes = guards.map(guard => ({ guard, passes: guardPasses(guard, action, asked) }))
        for (const { guard } of passes.filter(p => p.passes === false)) {
          for (const guarding of guard.alternatives)
            obstacles.set(guarding.condition, { guarding, permission: one.permission })
        }
        return all([one.for, given, ...passes.map(p => p.passes)])
      }),
    )
  const found = service.required.map(pattern => ({ pattern, given: all(neededActions(pattern).map(allows)) }))
  return {
    actions: found.filter(({ given }) => given !== true).map(({ pattern }) => pattern),
    truth: not(all(found.map(({ given }) => given))),
    obstacles: [...obstacles.values()],
  }
}

/** Puts known texts in the place of holes. */
export const settling =
  (known: (hole: Hole) => Text | undefined) =>
  (t: Text): Text =>
    t.some(part => typeof part !== 'string' && known(part))
      ? text(...t.flatMap(part => (typeof part === 'string' ? [part] : (known(part) ?? [part]))))
      : t
