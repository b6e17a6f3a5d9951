import t from 'tap'
import { condition, type Condition } from '../model/condition.js'
import { here, sample } from '../model/sample.js'
import type { Text } from '../model/text.js'
import { isUnknown } from '../model/truth.js'
import { attributeOf, sampleService, usePath } from './sample-catalogue.js'
import { sourceArnFlaw } from './source-arn.js'

const trail = sampleService('trail', {
  sourceArn: 'documented',
  sourceArns: ['arn:${Partition}:cloudtrail:${Region}:${Account}:trail/${Name}'],
  uses: [usePath('aws_cloudtrail.kms_key_id')],
})
const all = [trail]

const demands = (operator: string, key: string, ...values: readonly (string | Text)[]): Condition =>
  condition(
    sample(operator),
    sample(key),
    values.map(value => ({ text: typeof value === 'string' ? sample(value) : value, location: here })),
    [],
    here,
  )
const flaw = (...conditions: readonly Condition[]): string => {
  const found = sourceArnFlaw(conditions, all, 'aws', all)
  return isUnknown(found) ? 'unknown' : found
}
const source = (...values: readonly (string | Text)[]) => demands('ArnLike', 'aws:SourceArn', ...values)
const referenceTo = (address: string, attribute = 'arn'): Text => attributeOf(address, attribute).text

t.test('it takes an ARN that the service can act for', t => {
  t.equal(flaw(source('arn:aws:cloudtrail:*:111122223333:trail/a')), '')
  t.equal(flaw(source('arn:aws:sqs:*:111122223333:q', 'arn:aws:cloudtrail:*:111122223333:trail/a')), '')
  t.equal(flaw(source('*')), '')
  t.equal(flaw(source('arn:*:*:*:111122223333:*')), '')
  t.equal(flaw(demands('ArnNotLike', 'aws:SourceArn', 'arn:aws:sqs:*:111122223333:q')), '')
  t.equal(flaw(demands('StringEquals', 'aws:SourceAccount', 'x')), '')
  t.end()
})

t.test('it says why another can be none', t => {
  t.match(flaw(source('arn:aws:sqs:*:111122223333:q')), /is an ARN of sqs, and the service acts for ARNs of cloudtrail/)
  t.match(flaw(source('trail')), /trail is not an ARN/)
  t.match(flaw(source('')), /an empty value is not an ARN/)
  t.match(flaw(source('arn:aws-cn:cloudtrail:*:111122223333:trail/a')), /in the partition aws-cn/)
  const account = demands('StringEquals', 'aws:SourceAccount', '111122223333')
  t.match(flaw(account, source('arn:aws:cloudtrail:*:444455556666:trail/a')), /in the account 444455556666/)
  t.equal(flaw(account, source('arn:aws:cloudtrail:*:*:trail/a')), '')
  t.end()
})

t.test('it knows what a reference to a resource comes to', t => {
  t.equal(flaw(source(referenceTo('aws_cloudtrail.a'))), '')
  t.equal(flaw(source(referenceTo('module.a["x"].aws_cloudtrail.a[0]'))), '')
  t.match(flaw(source(referenceTo('aws_sqs_queue.q'))), /is an ARN of sqs/)
  t.equal(flaw(source(referenceTo('aws_unheard_of.a'))), '')
  t.equal(flaw(source(referenceTo('aws_sqs_queue.q', 'id'))), 'unknown')
  t.equal(flaw(source('«var.trail»')), 'unknown')
  t.end()
})

t.test('it says nothing of a service whose ARNs are not known', t => {
  const conditions = [source('arn:aws:sqs:*:111122223333:q')]
  t.equal(sourceArnFlaw(conditions, [sampleService('a')], 'aws', all), '')
  t.end()
})
