import { arnMatches } from '../model/arn.js'
import type { Condition } from '../model/condition.js'
import { holds, type Context } from '../model/holds.js'
import type { ActionFacts } from '../model/kms.js'
import type { Guard, Permission } from '../model/permission.js'
import type { Guarding } from '../model/pin.js'
import { lazy } from '../model/lazy.js'
import { remembered } from '../model/remembered.js'
import { text, type Hole, type Text } from '../model/text.js'
import { all, any, isUnknown, not, some, Unknown, type Truth } from '../model/truth.js'
import type { Filling, Use } from '../model/use.js'
import { matches } from '../model/wildcard.js'
import { kms } from './kms.js'
import { fill, untoldPart } from './fill.js'
import type { Service, Support } from './service.js'

/** The texts that a request may carry for a condition key, each of them possible; `open` may be anything, and without any it lacks the key. */
type Sent = readonly Text[] | 'open' | undefined

const sourceOf = (support: Support, values: readonly Text[]): Sent => {
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

const contextSent = (key: string, { context }: Service, use: Use): Sent => {
  const pair = context.findLast(one => contextPrefix + one.key.toLowerCase() === key)
  if (!pair) return undefined
  const values = contextValues(pair.values, use)
  return values.length > 0 ? values : 'open'
}

/** What stands for a condition key, in lower case, in the requests of a service whose action takes it. */
const sentFor = (key: string, service: Service, use: Use): Sent => {
  const { Account: account } = use.filling
  switch (key) {
    case 'kms:viaservice':
      return service.via === undefined ? undefined : 'open'
    case 'aws:sourcearn':
      return sourceOf(
        service.sourceArn,
        service.sourceArns.map(arn => fill(arn, use.filling, untoldPart)),
      )
    case 'aws:sourceaccount':
      return sourceOf(service.sourceAccount, account ? [account] : [])
    case 'aws:sourceorgid':
    case 'aws:sourceorgpaths':
      return service.sourceAccount === 'unsupported' ? undefined : 'open'
    case 'aws:principalisawsservice':
    case 'aws:securetransport':
      return [['true']]
  }
  if (key.startsWith('aws:source')) return undefined
  const isTold = key.startsWith(contextPrefix) && service.context.length > 0
  return isTold ? contextSent(key, service, use) : 'open'
}

/** Whether the requests of a service for an action may carry a condition key. */
const mayCarry = (key: string, { caller }: Service, action: ActionFacts): boolean =>
  key === 'kms:viaservice' ||
  kms.presence(key, action, caller === 'service' ? 'service' : 'principal', 'symmetric') !== 'never'

/** A guard that keeps a service out, or may. */
export interface Obstacle {
  readonly guarding: Guarding
  readonly permission: Permission
}

interface Asked {
  readonly service: Service
  readonly use: Use
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

/** Says of actions whether a condition lets the requests of a service pass; where AWS does not say what they carry, it is taken to. */
const passing = ({ condition: written, denied }: Guarding, { service, use, settle }: Asked) => {
  const { key } = written
  if (isUnknown(key)) return () => key
  const condition = settled(written, settle)
  const passes = (context: Context): Truth => {
    const truth = holds(condition, context)
    return denied ? not(truth) : truth
  }
  const sent = sentFor(key, service, use)
  const without = lazy(() => passes(new Map()))
  if (sent === undefined) return without
  const given = lazy(() => sent === 'open' || some(sent, value => passes(new Map([[key, [value]]]))))
  return (action: ActionFacts): Truth => (mayCarry(key, service, action) ? given() : without())
}

/** Says of actions whether a guard lets the requests of a service pass. */
const guardPassing = (guard: Guard, asked: Asked) => {
  const alternatives = guard.alternatives.map(one => passing(one, asked))
  return (action: ActionFacts): Truth => {
    const isFree = not(guard.covers(action))
    if (isFree === true) return true
    const passes = some(alternatives, passes => passes(action))
    return any([isFree, passes, guard.open.length > 0 && new Unknown(guard.open)])
  }
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

const neededBy = remembered(({ required }: Service) =>
  required.map(pattern => ({ pattern, actions: neededActions(pattern) })),
)

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
  const asked: Asked = { service, use, settle }
  const names = callersOf(service, use.filling)
  const own = permissions
    .map(permission => ({
      permission,
      for: isFor(permission, names, asked),
      guards: lazy(() => permission.guards.map(guard => ({ guard, passes: guardPassing(guard, asked) }))),
    }))
    .filter(one => one.for !== false)
  const obstacles = new Map<Condition, Obstacle>()
  const allows = (action: ActionFacts): Truth =>
    any(
      own.map(({ permission, for: isForIt, guards }) => {
        const given = permission.actions.find(({ facts }) => facts === action)?.given ?? false
        if (given === false) return false
        const passes = guards().map(one => ({ guard: one.guard, passes: one.passes(action) }))
        for (const { guard } of passes.filter(p => p.passes === false)) {
          for (const guarding of guard.alternatives) obstacles.set(guarding.condition, { guarding, permission })
        }
        return all([isForIt, given, ...passes.map(p => p.passes)])
      }),
    )
  const found = neededBy(service).map(({ pattern, actions }) => ({ pattern, given: all(actions.map(allows)) }))
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
