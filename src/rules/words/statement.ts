import { nearest } from '../../model/nearest.js'
import { kms } from '../../knowledge/kms.js'
import { actionMatches, actionsMatching, type ActionPattern } from '../../model/action.js'
import type { Key } from '../../model/key.js'
import { servicesDenied } from '../../model/deny.js'
import { placeholderIn } from '../../model/placeholder.js'
import { isEveryKey, isThisKey } from '../../model/resource.js'
import type { Entries, ResourcePattern } from '../../model/statement.js'
import { literal, type Text } from '../../model/text.js'
import { isUnknown, some, Unknown, when, type Known, type Truth } from '../../model/truth.js'
import type { VocabularyType } from '../rule.js'
import type { OfKey, PrincipalScope, StatementScope } from './scope.js'

interface ResourceScope extends OfKey {
  readonly resource: ResourcePattern
}

/** The entries of an element, and an unknown one where more may stand there. */
const listed = <T>(items: readonly T[], { more }: Entries<unknown>): readonly (T | Unknown)[] =>
  more.length > 0 ? [...items, new Unknown(more)] : items

/** Whether an action exists that the pattern matches. */
const matchesSome = (pattern: ActionPattern): Truth =>
  actionsMatching(pattern, kms.actions).length > 0 || some(kms.actions, action => actionMatches(pattern, action))

const actionNames = kms.actions.map(({ name }) => `kms:${name}`)

const suggestionFor = (pattern: Text): string => {
  const written = literal(pattern)
  if (written === undefined || !/^kms:/i.test(written)) return ''
  const bare = written.replace(/[*?]/g, '')
  return nearest(bare, actionNames) ?? actionNames.find(name => name.toLowerCase().startsWith(bare.toLowerCase())) ?? ''
}

export const actionType: VocabularyType<ActionPattern> = {
  about: 'One entry of an Action or NotAction element, as written.',
  print: ({ text }) => text,
  place: ({ location }) => location,
  fields: {
    name: { type: 'string', about: 'As written: `kms:Decrypt`, `kms:Describe*`.', read: ({ text }) => text },
    exists: {
      type: 'bool',
      about: 'It is an action of KMS, or a pattern that matches one.',
      read: matchesSome,
    },
    suggestion: {
      type: 'string',
      about: 'The action that may be meant; empty where none is near.',
      read: ({ text }) => suggestionFor(text),
    },
  },
}

const resourceFlaw = (resource: Text, key: Key): Known<string> =>
  when(isThisKey(resource, key), isKey => {
    if (!isKey) return 'is not this key: the statement never applies to it'
    return isEveryKey(resource) ? 'is a pattern for every key, and the policy is about one' : ''
  })

export const resourceType: VocabularyType<ResourceScope> = {
  about: 'One entry of a Resource or NotResource element.',
  print: ({ resource }) => resource.text,
  place: ({ resource }) => resource.location,
  fields: {
    name: { type: 'string', about: 'As written.', read: ({ resource }) => resource.text },
    isKey: {
      type: 'bool',
      about: 'It means the key that the policy belongs to: `*`, its own ARN, or a pattern for both.',
      read: ({ resource, key }) => isThisKey(resource.text, key),
    },
    flaw: {
      type: 'string',
      about: 'What is wrong with it; empty where nothing is.',
      read: ({ resource, key }) => resourceFlaw(resource.text, key),
    },
    isEveryKey: {
      type: 'bool',
      about: 'It is a pattern for every key of an account: `key/*`.',
      read: ({ resource }) => isEveryKey(resource.text),
    },
  },
}

const placeholdersOf = ({ statement, key }: StatementScope): (string | Unknown)[] => {
  const { principals, resources, conditions } = statement
  const own = key.account && key.account.by !== 'policy' ? key.account.value : undefined
  const found = new Set<string>()
  const note = (items: readonly { readonly text: Text }[]): void => {
    for (const { text } of items) {
      const placeholder = placeholderIn(text, own)
      if (placeholder !== undefined) found.add(placeholder)
    }
  }
  note(principals.items)
  note(resources.items)
  for (const { values } of conditions.items) note(values)
  const more = [...principals.more, ...resources.more, ...conditions.more]
  return [...found, ...(more.length > 0 ? [new Unknown(more)] : [])]
}

const isEffect = ({ statement: { effect } }: StatementScope, wanted: 'Allow' | 'Deny') =>
  isUnknown(effect) ? effect : effect === wanted

export const statementType: VocabularyType<StatementScope> = {
  about: 'One statement of the policy.',
  print: ({ statement }) => statement.sid ?? `statement ${String(statement.index + 1)}`,
  place: ({ statement }) => statement.location,
  fields: {
    sid: { type: 'string', about: 'Its Sid; empty where it has none.', read: ({ statement }) => statement.sid ?? '' },
    isAllow: { type: 'bool', about: 'Its effect is Allow.', read: scope => isEffect(scope, 'Allow') },
    isDeny: { type: 'bool', about: 'Its effect is Deny.', read: scope => isEffect(scope, 'Deny') },
    negatesPrincipal: {
      type: 'bool',
      about: 'It says NotPrincipal.',
      read: ({ statement }) => statement.principals.negated,
    },
    negatesAction: { type: 'bool', about: 'It says NotAction.', read: ({ statement }) => statement.actions.negated },
    negatesResource: {
      type: 'bool',
      about: 'It says NotResource.',
      read: ({ statement }) => statement.resources.negated,
    },
    principals: {
      type: 'list<Principal>',
      about: 'The entries of Principal or NotPrincipal.',
      read: ({ key, statement: { principals } }) =>
        listed(
          principals.items.map((principal): PrincipalScope => ({ key, principal })),
          principals,
        ),
    },
    actions: {
      type: 'list<Action>',
      about: 'The entries of Action or NotAction.',
      read: ({ statement: { actions } }) => listed(actions.items, actions),
    },
    resources: {
      type: 'list<Resource>',
      about: 'The entries of Resource or NotResource.',
      read: ({ key, statement: { resources } }) =>
        listed(
          resources.items.map((resource): ResourceScope => ({ key, resource })),
          resources,
        ),
    },
    servicesDenied: {
      type: 'list<string>',
      about:
        'AWS services that a Deny with a condition stops because their requests lack its key, with nothing to spare them.',
      read: ({ statement, permissions }) =>
        when(statement.effect, () =>
          servicesDenied(
            statement,
            permissions.map(({ permission }) => permission),
            kms.actions,
          ),
        ),
    },
    placeholders: {
      type: 'list<string>',
      about: 'Values in it that look like an example or like something still to be filled in.',
      read: placeholdersOf,
    },
  },
}
