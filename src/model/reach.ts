import { isNegated, type Condition } from './condition.js'
import { holds, type Context } from './holds.js'
import type { ActionFacts, CallerKind, KeyClass, KmsKnowledge } from './kms.js'
import type { GivenAction } from './given-action.js'
import type { Permission } from './permission.js'
import { revealed } from './text.js'
import { isUnknown } from './truth.js'

/** What is known of a request before it is made. */
export interface Caller {
  readonly kinds: readonly CallerKind[]
  readonly keyClass: KeyClass | undefined
  /** The name of the service where the caller is one, without `.amazonaws.com`. */
  readonly service: string | undefined
  /** The services through which it is documented to reach KMS: what stands before the Region in `kms:ViaService`. */
  readonly through?: () => readonly string[]
}

const nothing: Context = new Map()

/** Services through which another service's principal reaches KMS with `kms:ViaService` set. @see https://docs.aws.amazon.com/securityhub/latest/APIReference/API_StartExportJobV2.html */
const through = /^(s3|sns|sqs)\./

const reachesServices = ({ values }: Condition, { service, through: documented }: Caller): boolean =>
  values.some(({ text }) => {
    const [head] = revealed(text)
    if (typeof head !== 'string') return true
    if (documented?.().some(prefix => head.toLowerCase().startsWith(`${prefix}.`))) return true
    const via = through.exec(head.toLowerCase())?.[1]
    return via !== undefined && via !== service
  })

/** Whether no request of this action by this caller carries the key of the condition. */
export const lacksKey = (condition: Condition, action: ActionFacts, caller: Caller, kms: KmsKnowledge): boolean => {
  const { key } = condition
  if (isUnknown(key)) return false
  const isVia = key === 'kms:viaservice'
  return caller.kinds.every(kind => {
    if (isVia && kind === 'service') return !reachesServices(condition, caller)
    return kms.presence(key, action, kind, caller.keyClass) === 'never'
  })
}

/** Whether every request of this action by this caller carries the key. */
export const carriesKey = (key: string, action: ActionFacts, caller: Caller, kms: KmsKnowledge): boolean =>
  caller.kinds.every(kind => kms.presence(key, action, kind, caller.keyClass) === 'always')

/** Whether the condition cannot hold because its key is never there. */
export const isDead = (condition: Condition, action: ActionFacts, caller: Caller, kms: KmsKnowledge): boolean =>
  lacksKey(condition, action, caller, kms) && holds(condition, nothing) === false

/** Whether the condition always holds because its key is never there. */
export const isVoid = (condition: Condition, action: ActionFacts, caller: Caller, kms: KmsKnowledge): boolean =>
  lacksKey(condition, action, caller, kms) &&
  holds(condition, nothing) === true &&
  !isUnknown(condition.operator) &&
  condition.operator?.comparison !== 'Null'

export const isEncryptionContext = (condition: Condition): boolean =>
  !isUnknown(condition.key) &&
  (condition.key.startsWith('kms:encryptioncontext:') || condition.key === 'kms:encryptioncontextkeys')

/** An action that a permission gives and that its own condition makes impossible. */
export interface DeadAction {
  readonly action: GivenAction
  readonly condition: Condition
}

/** Whether keys of the class have no such operation. */
const isForOthers = ({ classes }: ActionFacts, { keyClass }: Caller): boolean =>
  keyClass !== undefined && classes.length > 0 && !classes.includes(keyClass)

/** The actions of a permission that the key has and that can never be called, because one of its statement's own conditions asks for a key their requests lack. */
export const deadActions = (
  permission: Permission,
  caller: Caller,
  kms: KmsKnowledge,
  concerns: (condition: Condition) => boolean,
): DeadAction[] => {
  const conditions = (permission.statement?.conditions.items ?? []).filter(
    c => concerns(c) && holds(c, nothing) === false,
  )
  if (conditions.length === 0) return []
  const dead: DeadAction[] = []
  for (const action of permission.actions) {
    if (isForOthers(action.facts, caller)) continue
    const condition = conditions.find(c => lacksKey(c, action.facts, caller, kms))
    if (condition) dead.push({ action, condition })
  }
  return dead
}

/** Whether a request may lack the key, so that `IfExists`, `ForAllValues` and negated comparisons hold without it. */
export const mayLackKey = (
  condition: Condition,
  actions: readonly GivenAction[],
  caller: Caller,
  kms: KmsKnowledge,
): boolean => {
  const { key } = condition
  return !isUnknown(key) && actions.some(({ facts }) => !carriesKey(key, facts, caller, kms))
}

/** Whether the condition holds for requests without the key although it reads as a demand. */
export const holdsWithoutKey = ({ operator }: Condition): boolean =>
  !isUnknown(operator) &&
  operator !== undefined &&
  operator.comparison !== 'Null' &&
  (operator.ifExists ||
    operator.qualifier === 'ForAllValues' ||
    (isNegated(operator.comparison) && operator.qualifier === undefined))
