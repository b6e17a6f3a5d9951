import type { Service } from '../../knowledge/service.js'
import type { VocabularyType } from '../rule.js'
import type { ServiceScope } from './scope.js'

/** How AWS's documentation treats a condition on the source of a request, the ARN and the account taken together. */
export const sourceSupport = ({ sourceArn, sourceAccount }: Service): Service['sourceArn'] => {
  const both = [sourceArn, sourceAccount]
  return both.includes('documented')
    ? 'documented'
    : both.includes('unsupported')
      ? 'unsupported'
      : both.includes('community')
        ? 'community'
        : 'undocumented'
}

export const serviceType: VocabularyType<Pick<ServiceScope, 'service'>> = {
  about: 'One integration of an AWS service with KMS, from the service catalogue.',
  print: ({ service }) => [service.name],
  fields: {
    id: { type: 'string', about: 'Its id, such as `cloudtrail-trail`.', read: ({ service }) => service.id },
    name: { type: 'string', about: 'What it is called.', read: ({ service }) => service.name },
    isSure: {
      type: 'bool',
      about: 'What is said of it was read in the documentation, not remembered.',
      read: ({ service }) => service.confidence !== 'memory',
    },
    caller: {
      type: 'string',
      about: 'Who calls KMS: `service`, `service-linked-role`, `role`, `caller`, `account` or `none`.',
      read: ({ service }) => service.caller,
    },
    source: {
      type: 'string',
      about:
        'Whether AWS shows a condition on the source (`aws:SourceArn`, `aws:SourceAccount`): `documented`, `undocumented`, `unsupported` where it would break the integration, or `community`.',
      read: ({ service }) => sourceSupport(service),
    },
    makesGrants: {
      type: 'bool',
      about: 'AWS documents `kms:CreateGrant` for it.',
      read: ({ service: { required, optional } }) =>
        [required, ...optional.map(({ actions }) => actions)].some(actions => actions.includes('kms:CreateGrant')),
    },
    documentsSourceArn: {
      type: 'bool',
      about: 'AWS shows a condition on `aws:SourceArn`, and its form is known.',
      read: ({ service }) => service.sourceArn === 'documented' && service.sourceArns.length > 0,
    },
    contextKeys: {
      type: 'list<string>',
      about: 'The keys of the encryption context that it sends.',
      read: ({ service }) => service.context.map(({ key }) => key),
    },
    contextInStatement: {
      type: 'bool',
      about: "AWS's own statement for it has a condition on the encryption context.",
      read: ({ service }) => service.contextInStatement,
    },
  },
}
