import { kms } from '../../knowledge/kms.js'
import { actionsMatching, type ActionPattern } from '../../model/action.js'
import { isFixed, parseArn } from '../../model/arn.js'
import type { Condition } from '../../model/condition.js'
import { keyClassOf } from '../../model/key-class.js'
import type { KeyClass } from '../../model/kms.js'
import type { GivenAction } from '../../model/given-action.js'
import { demandsValue, pinsAny, pinsContextResource } from '../../model/permission.js'
import { carriesKey, deadActions, isEncryptionContext, type DeadAction } from '../../model/reach.js'
import { remembered } from '../../model/remembered.js'
import { holesOf, literal, print, type Text } from '../../model/text.js'
import { any, isUnknown, some, Unknown, type Known, type Truth } from '../../model/truth.js'
import { hasWildcard, includes, matches } from '../../model/wildcard.js'
import type { Settings, VocabularyType } from '../rule.js'
import { suggestionFields } from './permission-suggestions.js'
import { serviceFields, withContext } from './service-permission.js'
import { callerOf, identityOf, isForeign, isOwnAccount, type PermissionScope, type PrincipalScope } from './scope.js'

const everything: Text = ['kms:*']

const spell = ({ facts }: GivenAction): string => `kms:${facts.name}`

const isCalled = (name: string): ((action: GivenAction) => boolean) => {
  const bare = name.startsWith('kms:') ? name.slice('kms:'.length) : undefined
  return ({ facts }) => facts.name === bare
}

/** The names of the actions, an unknown one for each that may not be given at all. */
const names = (actions: readonly GivenAction[]): (string | Unknown)[] => {
  const open = actions.flatMap(({ given }) => (isUnknown(given) ? given.holes : []))
  return [...actions.filter(({ given }) => given === true).map(spell), ...(open.length > 0 ? [new Unknown(open)] : [])]
}

const carries =
  (scope: PermissionScope) =>
  (key: string): boolean => {
    const caller = identityOf(scope, scope.permission.principal)
    return scope.permission.actions.every(({ facts }) => carriesKey(key, facts, caller, kms))
  }

const isEverything = (t: Text): Truth => {
  if (includes(t, everything, true)) return true
  const holes = holesOf(t)
  return holes.length > 0 ? new Unknown(holes) : false
}

const isFull = ({ permission: { statement } }: PermissionScope): Truth => {
  if (statement === undefined || statement.actions.negated) return false
  const { items, more } = statement.actions
  const listed = some(items, ({ text }) => isEverything(text))
  return more.length > 0 ? any([listed, new Unknown(more)]) : listed
}

const dead = (scope: PermissionScope, concerns: (condition: Condition) => boolean): readonly DeadAction[] => {
  const { permission } = scope
  // most statements have no conditions
  if (!permission.statement?.conditions.items.some(concerns)) return []
  return deadActions(permission, callerOf(scope, permission.principal), kms, concerns)
}

const withoutContext = (scope: PermissionScope): readonly DeadAction[] => dead(scope, isEncryptionContext)

const withoutKey = (scope: PermissionScope): readonly DeadAction[] =>
  dead(scope, condition => !isEncryptionContext(condition))

/** Whether what is lost was asked for: an action written out, or all there is. */
const isMeant = ({ permission }: PermissionScope, dead: readonly DeadAction[]): boolean =>
  dead.some(({ action }) => action.named) || (dead.length > 0 && dead.length === permission.actions.length)

const working = (scope: PermissionScope, dead: readonly DeadAction[]): string[] =>
  scope.permission.actions.filter(action => !dead.some(d => d.action === action)).map(spell)

const keysOf = (dead: readonly DeadAction[]): string[] => [
  ...new Set(dead.map(({ condition }) => print(condition.keyText))),
]

const accountKeys = new Set(['kms:calleraccount', 'aws:principalaccount', 'aws:sourceaccount'])

/** The accounts that values of a condition name, for the keys that tell whose request it is. */
const accountsNamed = ({ key, values }: Condition, isService: boolean): Text[] => {
  if (isUnknown(key)) return []
  if (accountKeys.has(key)) return values.map(({ text }) => text).filter(text => isFixed(text) === true)
  const tells =
    key === 'aws:principalarn' || (isService && (key === 'aws:sourcearn' || key.startsWith('kms:encryptioncontext:')))
  if (!tells) return []
  return values.flatMap(({ text }) => {
    const arn = parseArn(text)
    return arn && !isUnknown(arn) && isFixed(arn.account) === true ? [arn.account] : []
  })
}

const trustedTexts = remembered(({ trustedAccounts }: Settings) => trustedAccounts.map((id): Text => [id]))

/** Accounts that the permission serves and that are neither the key's nor trusted. */
const untrustedAccounts = (scope: PermissionScope): (Text | Unknown)[] => {
  const { principal, guards } = scope.permission
  if (isUnknown(principal.kind)) return [principal.kind]
  const isService = principal.kind === 'service'
  const candidates = principal.account ? [principal.account] : []
  if (isService || principal.kind === 'any') {
    for (const { alternatives } of guards) {
      const [only] = alternatives
      if (!only || alternatives.length > 1 || only.denied) continue
      for (const account of accountsNamed(only.condition, isService)) candidates.push(account)
    }
  }
  if (candidates.length === 0) return []
  const found = new Map<string, Text | Unknown>()
  for (const account of candidates) {
    const isOwn = isOwnAccount(scope, account)
    const isTrusted = isOwn === true || any([isOwn, some(trustedTexts(scope.settings), id => matches(id, account))])
    if (isTrusted !== true) found.set(literal(account) ?? print(account), isUnknown(isTrusted) ? isTrusted : account)
  }
  return [...found.values()]
}

const reasonForClass = (keyClass: string): string =>
  `not an operation of ${/^[aeiou]/.test(keyClass) ? 'an' : 'a'} ${keyClass.replace('-', ' ')} key`

/** Why the actions of a pattern do nothing for the permission; empty where they do something, unknown where that is open. */
const inertness = (pattern: ActionPattern, scope: PermissionScope): Known<string> => {
  const covered = actionsMatching(pattern, kms.actions)
  if (covered.length === 0) return ''
  if (covered.every(action => !action.inKeyPolicy)) return 'no effect in a key policy'
  const keyClass = keyClassOf(scope.key)
  // of a key that is not described, what works on the keys that most people have is no mistake
  const likely: KeyClass = isUnknown(keyClass) ? 'symmetric' : keyClass
  const works = covered.some(({ classes }) => classes.length === 0 || classes.includes(likely))
  if (!works && !isUnknown(keyClass)) return reasonForClass(keyClass)
  if (covered.every(action => !action.crossAccount)) {
    const foreign = isForeign(scope, scope.permission.principal)
    if (isUnknown(foreign)) return foreign
    if (foreign) return 'no effect for another account'
  }
  // A pattern that brings in what does not work on this key is no mistake; an action that is written out is one.
  return works || (isUnknown(keyClass) && hasWildcard(pattern.text)) ? '' : keyClass
}

/** The actions named in the statement that do nothing, each with the reason; unknown only where none is sure to. */
const inertActions = (scope: PermissionScope): (string | Unknown)[] => {
  const written = scope.permission.statement?.actions
  if (!written || written.negated) return []
  const sure: string[] = []
  const open: Unknown[] = []
  for (const pattern of written.items) {
    const reason = inertness(pattern, scope)
    if (isUnknown(reason)) open.push(reason)
    else if (reason !== '') sure.push(`${print(pattern.text)} (${reason})`)
  }
  return sure.length > 0 ? sure : open
}

export const permissionType: VocabularyType<PermissionScope> = {
  about: 'Who can do what, when: one Allow statement x one principal, or one grant, with Deny statements folded in.',
  fields: {
    principal: {
      type: 'Principal',
      about: 'Who.',
      read: ({ key, permission: { principal } }): PrincipalScope => ({ key, principal }),
    },
    isGrant: {
      type: 'bool',
      about: 'It comes from a grant (`aws_kms_grant`), not from the policy.',
      read: ({ permission }) => permission.grant !== undefined,
    },
    actions: {
      type: 'list<string>',
      about: 'What: the actions that are left after unconditional Deny statements, such as `kms:Decrypt`.',
      read: ({ permission }) => names(permission.actions),
    },
    isFull: { type: 'bool', about: 'Its statement allows `kms:*` or `*`.', read: isFull },
    administration: {
      type: 'list<string>',
      about:
        'Those of its actions that administer the key: change its policy, its state, its material or its deletion.',
      read: ({ permission }) => names(permission.actions.filter(({ facts }) => facts.administration)),
    },
    use: {
      type: 'list<string>',
      about: 'Those of its actions that use the key: cryptographic operations.',
      read: ({ permission }) => names(permission.actions.filter(({ facts }) => facts.use)),
    },
    onlyReads: {
      type: 'bool',
      about: 'It gives nothing but metadata: Describe, Get and List actions.',
      read: ({ permission }) =>
        permission.actions.every(({ facts }) => !facts.use && (facts.level === 'Read' || facts.level === 'List')),
    },
    namesResource: {
      type: 'bool',
      about: 'Every request must carry an encryption context that names an account or a resource of one account.',
      read: scope => pinsContextResource(scope.permission, carries(scope)),
    },
    untrustedAccounts: {
      type: 'list<string>',
      about:
        'Accounts it serves, by principal or condition, that are neither that of the key nor among the trusted ones.',
      read: untrustedAccounts,
    },
    actionsWithoutContext: {
      type: 'list<string>',
      about: 'Actions that it can never give, because it demands an encryption context and their requests carry none.',
      read: scope => withoutContext(scope).map(({ action }) => spell(action)),
    },
    namesActionsWithoutContext: {
      type: 'bool',
      about:
        'One of `actionsWithoutContext` is written out, not brought in by a pattern; or all its actions are among them.',
      read: scope => isMeant(scope, withoutContext(scope)),
    },
    actionsWithContext: {
      type: 'list<string>',
      about: 'The actions that still work beside `actionsWithoutContext`.',
      read: scope => working(scope, withoutContext(scope)),
    },
    contextKeys: {
      type: 'list<string>',
      about: 'The condition keys that make `actionsWithoutContext` impossible.',
      read: scope => keysOf(withoutContext(scope)),
    },
    unsupportedActions: {
      type: 'list<string>',
      about: 'Actions that it can never give, because it demands another condition key that their requests lack.',
      read: scope => withoutKey(scope).map(({ action }) => spell(action)),
    },
    namesUnsupportedActions: {
      type: 'bool',
      about:
        'One of `unsupportedActions` is written out, not brought in by a pattern; or all its actions are among them.',
      read: scope => isMeant(scope, withoutKey(scope)),
    },
    supportedActions: {
      type: 'list<string>',
      about: 'The actions that still work beside `unsupportedActions`.',
      read: scope => working(scope, withoutKey(scope)),
    },
    unsupportedKeys: {
      type: 'list<string>',
      about: 'The condition keys that make `unsupportedActions` impossible.',
      read: scope => keysOf(withoutKey(scope)),
    },
    inertActions: {
      type: 'list<string>',
      about:
        'Actions of its statement that do nothing, with the reason: in a key policy, on this class of key, or for another account.',
      read: inertActions,
    },
    ...serviceFields,
    ...suggestionFields,
  },
  methods: {
    withContext,
    allows: {
      takes: ['string'],
      type: 'bool',
      about: 'It gives the action: `permission.allows("kms:CreateGrant")`.',
      call: ({ permission }: PermissionScope, name: string) => permission.actions.find(isCalled(name))?.given ?? false,
    },
    spells: {
      takes: ['string'],
      type: 'bool',
      about: 'Its statement writes the action out, rather than bringing it in by a pattern.',
      call: ({ permission }: PermissionScope, name: string) => permission.actions.find(isCalled(name))?.named === true,
    },
    pins: {
      takes: ['list<string>'],
      type: 'bool',
      about:
        'Every request must have a fixed value of one of these condition keys, so that one without it is refused. A pattern counts where it fixes the account, organization or global name. A key ending in `:` stands for all that begin with it.',
      call: (scope: PermissionScope, keys: readonly string[]) => pinsAny(scope.permission, keys, carries(scope)),
    },
    demands: {
      takes: ['string', 'string'],
      type: 'bool',
      about:
        'Every request must have exactly this value of the condition key: `permission.demands("kms:GrantIsForAWSResource", "true")`.',
      call: (scope: PermissionScope, key: string, value: string) =>
        demandsValue(scope.permission, key, value, carries(scope)),
    },
    on: {
      takes: ['string'],
      type: 'Permission',
      about: 'The same permission for one action alone: `permission.on("kms:CreateGrant").pins([...])`.',
      call: (scope: PermissionScope, name: string) => ({
        ...scope,
        permission: { ...scope.permission, actions: scope.permission.actions.filter(isCalled(name)) },
      }),
    },
  },
}
