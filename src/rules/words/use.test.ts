import t from 'tap'
import { attributeOf, resource, sampleCatalogue, sampleService } from '../../knowledge/sample-catalogue.js'
import type { Service } from '../../knowledge/service.js'
import { here } from '../../model/sample.js'
import type { Use } from '../../model/use.js'
import { allow, read, scopeOfPolicy } from './sample.js'
import { usesIn, type UseScope } from './scope.js'
import { useScope, useType } from './use.js'

const arn = 'arn:${Partition}:mail:${Region}:${Account}:list/${Name}'
const mail = sampleService('mail', {
  required: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  sourceArn: 'documented',
  sourceArns: [arn],
  sourceAccount: 'documented',
  context: [{ key: 'aws:mail:arn', values: [arn], condition: undefined }],
})

const use: Use = {
  service: 'mail',
  resource: resource('aws_mail.news', {}),
  sources: ['aws_mail.news'],
  destination: undefined,
  location: here,
  world: undefined,
  filling: { Name: ['news'] },
}

const scopeOf = (statements: readonly object[], service: Service = mail, more: Partial<Use> = {}): UseScope => {
  const policy = scopeOfPolicy(
    { Version: '2012-10-17', Statement: statements },
    { uses: [{ ...use, ...more }] },
    { services: sampleCatalogue(service) },
  )
  const [filled = use] = usesIn(policy)
  return useScope({ ...policy, use: filled, service })
}
const mailer = { Service: 'mail.amazonaws.com' }
const both = ['kms:Decrypt', 'kms:GenerateDataKey']
const under = (Condition: object, action: unknown = both) => scopeOf([allow(mailer, action, { Condition })])
const access = (scope: UseScope) => read(useType, 'hasAccess', scope)

t.test('it tells what a service lacks', t => {
  t.equal(access(scopeOf([allow(mailer, both)])), true)
  t.equal(access(scopeOf([allow(mailer, 'kms:*')])), true)
  const half = scopeOf([allow(mailer, 'kms:Decrypt')])
  t.equal(access(half), false)
  t.same(read(useType, 'missingActions', half), ['kms:GenerateDataKey*'])
  t.equal(read(useType, 'principal', half), 'mail.amazonaws.com')
  t.equal(access(scopeOf([allow({ AWS: 'arn:aws:iam::111122223333:root' }, 'kms:*')])), false)
  t.equal(access(scopeOf([allow('*', both)])), true)
  t.end()
})

t.test('it counts the conditions that the request of the resource meets', t => {
  const source = (value: string) => ({ ArnEquals: { 'aws:SourceArn': value } })
  t.equal(access(under(source('arn:aws:mail:eu-west-1:111122223333:list/news'))), true)
  t.equal(access(under(source('arn:aws:mail:*:111122223333:list/*'))), true)
  const other = under(source('arn:aws:mail:eu-west-1:111122223333:list/other'))
  t.equal(access(other), false)
  t.match(read(useType, 'excludedBy', other), [
    'statement 1 demands ArnEquals aws:SourceArn arn:aws:mail:eu-west-1:111122223333:list/other',
  ])
  t.equal(access(under({ StringEquals: { 'aws:SourceAccount': '111122223333' } })), true)
  t.equal(access(under({ StringEquals: { 'aws:SourceAccount': '«account»' } })), true)
  t.equal(access(under({ StringEquals: { 'aws:SourceAccount': '444455556666' } })), false)
  t.equal(access(under({ StringEquals: { 'aws:PrincipalOrgID': 'o-1' } })), false)
  t.equal(access(under(source('«var.source»'))), 'unknown')
  t.end()
})

t.test('it knows the encryption context that the service sends', t => {
  const context = (key: string, value: string) => under({ StringEquals: { [`kms:EncryptionContext:${key}`]: value } })
  t.equal(access(context('aws:mail:arn', 'arn:aws:mail:eu-west-1:111122223333:list/news')), true)
  t.equal(access(context('aws:mail:arn', 'arn:aws:mail:eu-west-1:111122223333:list/other')), false)
  t.equal(access(context('aws:mail:id', 'arn:aws:mail:eu-west-1:111122223333:list/news')), false)
  t.end()
})

t.test('it takes what AWS does not tell for possible', t => {
  const silent = sampleService('mail')
  const scope = (Condition: object) => scopeOf([allow(mailer, 'kms:Decrypt', { Condition })], silent)
  t.equal(access(scope({ StringEquals: { 'aws:SourceAccount': '444455556666' } })), true)
  t.equal(access(scope({ StringEquals: { 'kms:EncryptionContext:a': 'b' } })), true)
  const unsupported = sampleService('mail', { sourceArn: 'unsupported', sourceAccount: 'unsupported' })
  t.equal(
    access(
      scopeOf(
        [allow(mailer, 'kms:Decrypt', { Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } })],
        unsupported,
      ),
    ),
    false,
  )
  t.end()
})

t.test('it counts a Deny', t => {
  const deny = (Condition: object) => ({ Effect: 'Deny', Principal: '*', Action: 'kms:*', Resource: '*', Condition })
  const org = scopeOf([allow(mailer, both), deny({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } })])
  t.equal(access(org), false)
  t.match(read(useType, 'excludedBy', org), [/^a Deny with StringNotEquals aws:PrincipalOrgID/])
  t.equal(
    access(scopeOf([allow(mailer, both), deny({ StringNotEqualsIfExists: { 'aws:SourceAccount': '111122223333' } })])),
    true,
  )
  t.end()
})

t.test('it recognises a reference to the resource or to its destination', t => {
  const [from] = [attributeOf('aws_mail.news', 'arn')]
  t.equal(access(under({ ArnEquals: { 'aws:SourceArn': from } })), true)
  t.equal(access(under({ ArnEquals: { 'aws:SourceArn': attributeOf('aws_mail.other', 'arn') } })), 'unknown')
  const delivering = sampleService('mail', {
    context: [{ key: 'aws:sns:topicArn', values: ['${Destination}'], condition: undefined }],
  })
  const scope = scopeOf(
    [
      allow(mailer, 'kms:Decrypt', {
        Condition: {
          StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': attributeOf('aws_sns_topic.t', 'arn') },
        },
      }),
    ],
    delivering,
    {
      destination: { address: 'aws_sns_topic.t', kind: 'topic', bucketKey: undefined },
      filling: { Name: ['news'], Destination: ['arn:aws:sns:eu-west-1:111122223333:t'] },
    },
  )
  t.equal(access(scope), true)
  t.equal(read(useType, 'destination', scope), 'aws_sns_topic.t')
  t.end()
})

t.test('it knows a service-linked role by its ARN', t => {
  const linked = sampleService('scaling', {
    caller: 'service-linked-role',
    principals: ['arn:${Partition}:iam::${Account}:role/aws-service-role/scaling.amazonaws.com/Linked'],
  })
  const role = (name: string) => ({
    AWS: `arn:aws:iam::111122223333:role/aws-service-role/scaling.amazonaws.com/${name}`,
  })
  t.equal(access(scopeOf([allow(role('Linked'))], linked)), true)
  t.equal(access(scopeOf([allow(role('Other'))], linked)), false)
  t.equal(read(useType, 'needsKeyPolicy', scopeOf([], linked)), true)
  t.equal(read(useType, 'needsKeyPolicy', scopeOf([], sampleService('a', { caller: 'caller' }))), false)
  t.end()
})

t.test('it says what happens', t => {
  const scope = scopeOf([])
  t.equal(read(useType, 'consequence', scope), 'nothing fails when it is deployed: it fails')
  t.equal(useType.print?.(scope)?.toString(), 'aws_mail.news')
  t.same(useType.place?.(scope), here)
  t.end()
})
