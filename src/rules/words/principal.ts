import { literal, print } from '../../model/text.js'
import { isUnknown } from '../../model/truth.js'
import type { VocabularyType } from '../rule.js'
import { isForeign, isOwn, type PrincipalScope } from './scope.js'

/** What is wrong with a principal that names nobody. */
const flawOf = ({ principal: { element, kind, text } }: PrincipalScope): string => {
  if (isUnknown(kind)) return ''
  const value = literal(text) ?? print(text)
  if (kind === 'unsupported') {
    if (element === 'CanonicalUser') return 'a canonical user belongs in a bucket policy'
    if (element === 'Federated') return 'a federated provider belongs in the trust policy of a role'
    return value.includes(':group/')
      ? 'a group is no principal: name a role'
      : 'a key policy does not take this kind of principal'
  }
  if (kind !== 'malformed') return ''
  if (value === '') return 'it is empty'
  if (element === 'Service') return 'a service principal looks like service.amazonaws.com'
  if (element !== 'AWS' && element !== '*') return `principals stand under AWS or Service, not under ${element}`
  if (/^\d+$/.test(value)) return 'an account id has twelve digits'
  if (value.startsWith('arn:'))
    return 'the ARN is not that of an account root, a role, a user or a session (arn:aws:iam::ACCOUNT:role/NAME)'
  return 'a principal is an ARN or an account id, not a name'
}

export const principalType: VocabularyType<PrincipalScope> = {
  about: 'One entry of a Principal element.',
  print: ({ principal }) => (principal.text.length === 0 ? ['""'] : principal.text),
  place: ({ principal }) => principal.location,
  fields: {
    kind: {
      type: 'string',
      about:
        '`any`, `account-root`, `role`, `service-linked-role`, `user`, `assumed-role`, `federated-user`, `service`, `unique-id`, `wildcard`, `unsupported` or `malformed`.',
      read: ({ principal }) => principal.kind,
    },
    name: {
      type: 'string',
      about: 'As written: an ARN, an account id, a service, `*`.',
      read: ({ principal }) => principal.text,
    },
    isOwn: {
      type: 'bool',
      about: 'It belongs to the account of the key.',
      read: scope => isOwn(scope, scope.principal),
    },
    isForeign: {
      type: 'bool',
      about: 'It belongs to another account than the key.',
      read: scope => isForeign(scope, scope.principal),
    },
    flaw: {
      type: 'string',
      about: 'What is wrong with one that is `unsupported` or `malformed`; empty for the others.',
      read: flawOf,
    },
  },
}
