import t from 'tap'
import { sample } from '../model/sample.js'
import { print, type Hole, type Text } from '../model/text.js'
import { shippedCatalogue } from '../rules/default-settings.js'
import { minimalStatements, type Demand, type Occasion } from './minimal-statement.js'
import type { Service } from './service.js'

const place = { Account: ['111122223333'], Region: ['us-east-1'], Partition: ['aws'] }
const occasion = (
  filling: Readonly<Record<string, Text>> = { Name: ['audit'] },
  more: Partial<Occasion> = {},
): Occasion => ({
  filling: { ...place, ...filling },
  destination: undefined,
  isCircular: () => false,
  wide: true,
  ...more,
})

const service = (id: string): Service => {
  const found = shippedCatalogue.service(id)
  if (!found) throw new Error(`there is no ${id}`)
  return found
}

const shown = (demands: readonly Demand[]): readonly string[] =>
  demands.map(({ operator, key, values }) => `${operator} ${key} ${values.map(print).join(' ')}`)

const statements = (id: string, given: Occasion = occasion()) =>
  minimalStatements(service(id), given).map(({ principal, actions, demands }) => [
    `${principal.element} ${print(principal.text)}`,
    actions.join(' '),
    ...shown(demands),
  ])

const arn = 'ArnEquals aws:SourceArn arn:aws:cloudtrail:us-east-1:111122223333:trail/audit'
const account = 'StringEquals aws:SourceAccount 111122223333'

t.test('it ties the service to the resource, with the encryption context only before operations that carry one', t => {
  t.same(statements('cloudtrail-trail'), [
    [
      'Service cloudtrail.amazonaws.com',
      'kms:GenerateDataKey*',
      arn,
      account,
      'StringLike kms:EncryptionContext:aws:cloudtrail:arn arn:aws:cloudtrail:*:111122223333:trail/*',
    ],
    ['Service cloudtrail.amazonaws.com', 'kms:DescribeKey', arn, account],
  ])
  t.end()
})

t.test('it demands the very encryption context where no source is documented', t => {
  t.same(statements('cloudwatch-logs'), [
    [
      'Service logs.us-east-1.amazonaws.com',
      'kms:Encrypt kms:Decrypt kms:ReEncrypt* kms:GenerateDataKey*',
      'StringEquals kms:EncryptionContext:aws:logs:arn arn:aws:logs:us-east-1:111122223333:log-group:audit',
    ],
  ])
  const destination = { Destination: sample('arn:aws:sns:us-east-1:111122223333:alarms') }
  t.match(statements('cloudtrail-sns', occasion(destination)), [
    [String, String, 'StringEquals kms:EncryptionContext:aws:sns:topicArn arn:aws:sns:us-east-1:111122223333:alarms'],
  ])
  t.end()
})

t.test('it demands nothing that AWS says is not supported', t => {
  t.same(statements('cloudtrail-lake'), [['Service cloudtrail.amazonaws.com', 'kms:GenerateDataKey kms:Decrypt']])
  t.end()
})

t.test('it lets a service-linked role make grants for AWS resources alone', t => {
  const role =
    'AWS arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling'
  t.same(statements('autoscaling-slr'), [
    [role, 'kms:Encrypt kms:Decrypt kms:ReEncrypt* kms:GenerateDataKey* kms:DescribeKey'],
    [role, 'kms:CreateGrant', 'Bool kms:GrantIsForAWSResource true'],
  ])
  t.end()
})

t.test('it keeps a role of the caller to the service', t => {
  t.match(statements('location', occasion({ Name: ['fleet'], Role: ['app'] })), [
    [
      'AWS arn:aws:iam::111122223333:role/app',
      'kms:DescribeKey',
      'StringEquals kms:ViaService geo.us-east-1.amazonaws.com',
    ],
    [
      String,
      'kms:CreateGrant',
      String,
      /^StringEquals kms:EncryptionContext:aws:geo:arn arn:aws:geo:us-east-1:111122223333:tracker\/fleet /,
      'Bool kms:GrantIsForAWSResource true',
    ],
  ])
  t.end()
})

t.test('it says nothing where a key policy cannot help', t => {
  for (const one of shippedCatalogue.services.filter(({ caller }) => caller === 'none' || caller === 'account'))
    t.same(minimalStatements(one, occasion()), [], one.id)
  t.end()
})

const nameOf = (address: string): Hole => ({ kind: 'expression', name: address, stands: 'name' })
const attribute = (address: string, name: string): Hole => ({
  kind: 'after-apply',
  name: `${address}.${name}`,
  from: { address, attribute: name },
})

t.test('it never refers to what waits for the key', t => {
  const isCircular = ({ from }: Hole): boolean => from?.address === 'aws_sns_topic.alarms'
  const sourceOf = (id: string, hole: Hole): string | undefined =>
    statements(id, occasion({ Name: [hole] }, { isCircular }))[0]?.find(line => line.includes('aws:SourceArn'))
  t.equal(
    sourceOf('cloudtrail-trail', nameOf('aws_cloudtrail.audit')),
    'ArnLike aws:SourceArn arn:aws:cloudtrail:us-east-1:111122223333:trail/*',
  )
  t.equal(
    sourceOf('cloudtrail-trail', attribute('aws_sns_topic.alarms', 'name')),
    'ArnLike aws:SourceArn arn:aws:cloudtrail:us-east-1:111122223333:trail/*',
  )
  t.equal(
    sourceOf('s3-inventory', attribute('aws_sns_topic.alarms', 'name')),
    'ArnEquals aws:SourceArn arn:aws:s3:::${name of aws_sns_topic.alarms}',
    'a wildcard would be for the buckets of everyone',
  )
  t.equal(
    sourceOf('s3-inventory', attribute('aws_s3_bucket.logs', 'id')),
    'StringEquals aws:SourceArn arn:aws:s3:::${aws_s3_bucket.logs.id}',
    'what does not wait for the key may be named, and its value is no pattern',
  )
  t.end()
})
