import t from 'tap'
import type { Deployed, World } from '../model/deployed.js'
import type { Key } from '../model/key.js'
import { sampleKey } from '../model/sample.js'
import { print } from '../model/text.js'
import { attributeOf, resource, sampleCatalogue, sampleService, usePath } from './sample-catalogue.js'
import { managedKeys, usesOf } from './uses.js'

const catalogue = sampleCatalogue(
  sampleService('trail', { uses: [usePath('aws_cloudtrail.kms_key_id')] }),
  sampleService('alarm', {
    uses: [usePath('aws_cloudwatch_metric_alarm.alarm_actions', { into: 'topic', name: ['alarm_name'] })],
  }),
  sampleService('subscription', {
    uses: [
      usePath('aws_sns_topic_subscription.endpoint', {
        into: 'queue',
        name: ['topic_arn'],
        only: [{ path: ['protocol'], among: ['sqs'] }],
      }),
    ],
  }),
  sampleService('target', {
    uses: [usePath('aws_cloudwatch_event_target.arn', { into: 'queue', only: [{ path: ['role_arn'], among: [] }] })],
  }),
  sampleService('inventory', { uses: [usePath('aws_s3_inventory.bucket', { into: 'bucket' })] }),
)

const key = sampleKey({ arns: ['arn:aws:kms:eu-west-1:111122223333:key/1234abcd'] })
const keyArn = attributeOf(key.address, 'arn')

const usesIn = (resources: readonly Deployed[], keys: readonly Key[] = [key]) =>
  keys.flatMap(one =>
    (usesOf(keys, resources, catalogue).ofKey.get(one) ?? []).map(
      ({ service, resource, destination }) =>
        `${service} ${resource.address}${destination ? ` -> ${destination.address}` : ''}`,
    ),
  )

t.test('it finds a resource that names the key by reference, ARN or id', t => {
  const trail = (value: unknown) => [resource('aws_cloudtrail.a', { name: 'a', kms_key_id: value })]
  t.same(usesIn(trail(keyArn)), ['trail aws_cloudtrail.a'])
  t.same(usesIn(trail('arn:aws:kms:eu-west-1:111122223333:key/1234abcd')), ['trail aws_cloudtrail.a'])
  t.same(usesIn(trail('1234abcd')), ['trail aws_cloudtrail.a'])
  t.same(usesIn(trail('arn:aws:kms:eu-west-1:111122223333:key/another')), [])
  t.same(usesIn([resource('aws_cloudtrail.a', { name: 'a' })]), [])
  t.end()
})

t.test('it does not take the ids of multi-Region keys for one key', t => {
  const arn = (region: string) => `arn:aws:kms:${region}:111122223333:key/mrk-1`
  const keys = ['eu-west-1', 'us-east-1'].map(region => sampleKey({ address: region, arns: [arn(region)] }))
  t.same(usesIn([resource('aws_cloudtrail.a', { kms_key_id: arn('us-east-1') })], keys), ['trail aws_cloudtrail.a'])
  t.same(usesIn([resource('aws_cloudtrail.a', { kms_key_id: 'mrk-1' })], keys), [])
  t.end()
})

t.test('it follows an alias, by reference, name or ARN', t => {
  const alias = resource('aws_kms_alias.k', { name: 'alias/audit', target_key_id: keyArn })
  const trail = (value: unknown) => usesIn([alias, resource('aws_cloudtrail.a', { kms_key_id: value })])
  t.same(trail('alias/audit'), ['trail aws_cloudtrail.a'])
  t.same(trail('arn:aws:kms:eu-west-1:111122223333:alias/audit'), ['trail aws_cloudtrail.a'])
  t.same(trail(attributeOf('aws_kms_alias.k', 'arn')), ['trail aws_cloudtrail.a'])
  t.same(trail('alias/other'), [])
  t.end()
})

t.test('it finds who delivers into a topic, by reference or ARN', t => {
  const topic = resource('aws_sns_topic.pager', { name: 'pager', kms_master_key_id: keyArn })
  const alarm = (action: unknown) =>
    usesIn([topic, resource('aws_cloudwatch_metric_alarm.a', { alarm_name: 'a', alarm_actions: [action] })])
  const found = ['alarm aws_cloudwatch_metric_alarm.a -> aws_sns_topic.pager']
  t.same(alarm(attributeOf('aws_sns_topic.pager', 'arn')), found)
  t.same(alarm('arn:aws:sns:eu-west-1:111122223333:pager'), found)
  t.same(alarm('arn:aws:sns:eu-west-1:111122223333:other'), [])
  t.end()
})

t.test('it finds the bucket whose encryption stands in a resource of its own', t => {
  const bucket = resource('aws_s3_bucket.logs', { bucket: 'my-logs' })
  const encryption = resource('aws_s3_bucket_server_side_encryption_configuration.logs', {
    bucket: attributeOf('aws_s3_bucket.logs', 'id'),
    rule: [{ apply_server_side_encryption_by_default: [{ kms_master_key_id: keyArn }], bucket_key_enabled: true }],
  })
  for (const value of [
    attributeOf('aws_s3_bucket.logs', 'arn'),
    'arn:aws:s3:::my-logs',
    'my-logs',
    'my-logs.s3.amazonaws.com',
  ])
    t.same(usesIn([bucket, encryption, resource('aws_s3_inventory.i', { bucket: value })]), [
      'inventory aws_s3_inventory.i -> aws_s3_bucket.logs',
    ])
  const [use] =
    usesOf([key], [bucket, encryption, resource('aws_s3_inventory.i', { bucket: 'my-logs' })], catalogue).ofKey.get(
      key,
    ) ?? []
  t.equal(use?.destination?.bucketKey, true)
  t.equal(print(use?.filling['Destination'] ?? []), 'arn:${partition}:s3:::my-logs')
  t.end()
})

t.test('it counts a delivery only where the other properties are as they must be', t => {
  const queue = resource('aws_sqs_queue.q', { name: 'q', kms_master_key_id: keyArn })
  const endpoint = attributeOf('aws_sqs_queue.q', 'arn')
  const subscription = (protocol: string) =>
    usesIn([
      queue,
      resource('aws_sns_topic_subscription.s', {
        protocol,
        endpoint,
        topic_arn: 'arn:aws:sns:eu-west-1:111122223333:news',
      }),
    ])
  t.same(subscription('sqs'), ['subscription aws_sns_topic_subscription.s -> aws_sqs_queue.q'])
  t.same(subscription('lambda'), [])
  const target = (more: object) =>
    usesIn([queue, resource('aws_cloudwatch_event_target.t', { arn: endpoint, ...more })])
  t.same(target({}), ['target aws_cloudwatch_event_target.t -> aws_sqs_queue.q'])
  t.same(target({ role_arn: 'arn:aws:iam::111122223333:role/r' }), [])
  t.end()
})

t.test('it names the source by what the property names', t => {
  const queue = resource('aws_sqs_queue.q', { name: 'q', kms_master_key_id: keyArn })
  const topic = resource('aws_sns_topic.news', { name: 'news' })
  const subscription = (topic_arn: unknown) =>
    resource('aws_sns_topic_subscription.s', {
      protocol: 'sqs',
      endpoint: attributeOf('aws_sqs_queue.q', 'arn'),
      topic_arn,
    })
  const nameBy = (topic_arn: unknown) => {
    const [use] = usesOf([key], [queue, topic, subscription(topic_arn)], catalogue).ofKey.get(key) ?? []
    return [print(use?.filling['Name'] ?? []), ...(use?.sources ?? [])]
  }
  t.same(nameBy('arn:aws:sns:eu-west-1:111122223333:other'), ['other', 'aws_sns_topic_subscription.s'])
  t.same(nameBy(attributeOf('aws_sns_topic.news', 'arn')), [
    'news',
    'aws_sns_topic_subscription.s',
    'aws_sns_topic.news',
  ])
  t.end()
})

t.test('it leaves out what no choices can bring about', t => {
  const world = (name: string): World & { readonly when: string } => ({
    when: name,
    and: other => (other.when === name ? world(name) : undefined),
  })
  const topic = resource('aws_sns_topic.t', { name: 't', kms_master_key_id: keyArn }, {}, world('prod'))
  const alarm = (of?: World) =>
    resource('aws_cloudwatch_metric_alarm.a', { alarm_actions: attributeOf('aws_sns_topic.t', 'arn') }, {}, of)
  t.equal(usesIn([topic, alarm(world('prod'))]).length, 1)
  t.equal(usesIn([topic, alarm()]).length, 1)
  t.equal(usesIn([topic, alarm(world('dev'))]).length, 0)
  t.end()
})

t.test('it makes a key of an AWS managed key that something delivers with', t => {
  const topic = resource('aws_sns_topic.t', { name: 't', kms_master_key_id: 'alias/aws/sns' })
  const alarm = resource('aws_cloudwatch_metric_alarm.a', { alarm_actions: attributeOf('aws_sns_topic.t', 'arn') })
  t.match(managedKeys(usesOf([], [topic, alarm], catalogue)), [
    { address: 'alias/aws/sns', policy: { kind: 'managed' }, uses: [{ service: 'alarm' }] },
  ])
  t.same(managedKeys(usesOf([], [topic], catalogue)), [])
  t.end()
})

t.test('it says so where there are more uses than it follows', t => {
  const trails = Array.from({ length: 20_001 }, (_, i) => resource(`aws_cloudtrail.t${i}`, { kms_key_id: 'x' }))
  t.equal(usesOf([], trails, catalogue).bounded, true)
  t.equal(usesOf([], trails.slice(1), catalogue).bounded, false)
  t.end()
})
