import t from 'tap'
import { stepsOf, valuesAt, type Wanted } from '../../model/deployed.js'
import type { Reading } from '../../model/source.js'
import { print, type Text } from '../../model/text.js'
import { change, existing, plain, planOf, read, statements, written } from './example-plan.js'

const wanted: Wanted = new Map(
  Object.entries({
    aws_sns_topic: ['kms_master_key_id', 'name'],
    aws_kms_alias: ['name', 'target_key_id'],
    aws_cloudwatch_metric_alarm: ['alarm_actions', 'alarm_name'],
    aws_s3_bucket: ['bucket', 'server_side_encryption_configuration'],
    aws_s3_bucket_server_side_encryption_configuration: ['bucket', 'rule'],
    aws_s3_bucket_notification: ['bucket', 'topic'],
    aws_sns_topic_subscription: ['topic_arn', 'endpoint'],
  }).map(([type, names]) => [type, stepsOf(names.map(name => [name]))]),
)

/** What a text shows, with the attributes that its holes are. */
const traced = (text: Text): string =>
  [print(text), ...text.flatMap(part => (typeof part === 'string' || !part.from ? [] : Object.values(part.from)))].join(
    ' ',
  )

const at = ({ resources = [] }: Reading, address: string, path: string): readonly string[] =>
  resources
    .filter(resource => resource.address === address)
    .flatMap(({ variants }) => variants.flatMap(({ properties }) => valuesAt(properties, path.split('.'))))
    .map(({ text }) => traced(text))

const reference = (...names: readonly string[]) => ({ references: names })
const keyArn = reference('aws_kms_key.k.arn', 'aws_kms_key.k')
const key = change({ address: 'aws_kms_key.k', unknown: { arn: true } })
const topic = (value: unknown, unknown = {}, address = 'aws_sns_topic.t', more: object = {}) =>
  change({ address, after: { name: 't', kms_master_key_id: value }, unknown: { arn: true, ...unknown }, ...more })
const hidden = topic(undefined, { kms_master_key_id: true })

const topicWith = async (expression: unknown, changes: readonly unknown[] = [], resources: readonly unknown[] = []) =>
  at(
    await read(
      planOf({
        changes: [key, hidden, ...changes],
        resources: [
          written('aws_kms_key.k', {}),
          written('aws_sns_topic.t', { kms_master_key_id: expression }),
          ...resources,
        ],
      }),
      { wanted },
    ),
    'aws_sns_topic.t',
    'kms_master_key_id',
  )

t.test('it reads no resources unless some are wanted', async t => {
  const plan = planOf({ changes: [key, topic('k')] })
  t.notOk('resources' in (await read(plan)))
  t.same((await read(plan, { wanted: new Map() })).resources, undefined)
  const { resources } = await read(plan, { wanted })
  t.match(resources, [{ address: 'aws_sns_topic.t', type: 'aws_sns_topic', location: { file: 'plan.json' }, via: [] }])
})

t.test('it gives what is known as it is', async t => {
  const arn = 'arn:aws:kms:eu-west-1:111122223333:key/1'
  for (const value of [arn, 'alias/x', '1234abcd']) {
    const reading = await read(planOf({ changes: [topic(value)] }), { wanted })
    t.same(at(reading, 'aws_sns_topic.t', 'kms_master_key_id'), [value])
  }
})

t.test('it says of which resource an unknown value is an attribute', async t => {
  t.same(await topicWith(keyArn), ['${aws_kms_key.k.arn} aws_kms_key.k arn'])
  t.same(await topicWith(reference('var.create', 'aws_kms_key.k.id', 'aws_kms_key.k')), [
    '${aws_kms_key.k.id} aws_kms_key.k id',
  ])
  t.same(await topicWith(reference('local.x')), ['${local.x}'])
  t.same(await topicWith(reference('data.aws_kms_key.d.arn', 'data.aws_kms_key.d')), [
    '${data.aws_kms_key.d.arn} data.aws_kms_key.d arn',
  ])
})

t.test('it does not choose between resources', async t => {
  const both = reference('aws_kms_key.k.arn', 'aws_kms_key.k', 'aws_kms_key.l.arn', 'aws_kms_key.l')
  t.same(await topicWith(both), ['${aws_kms_key.k.arn, aws_kms_key.l.arn}'])
  const many = [0, 1].map(index => change({ address: `aws_kms_key.m[${index}]`, index, unknown: { arn: true } }))
  const counted = written('aws_kms_key.m', {}, { count_expression: { constant_value: 2 } })
  t.same(await topicWith(reference('aws_kms_key.m'), many, [counted]), ['${aws_kms_key.m}'])
  t.same(await topicWith(reference('aws_kms_key.m'), many.slice(0, 1), [counted]), [
    '${aws_kms_key.m[0]} aws_kms_key.m[0] ',
  ])
})

t.test('it ties each instance to its own key', async t => {
  const instances = ['a', 'b'].flatMap(index => [
    change({ address: `aws_kms_key.k["${index}"]`, index, unknown: { arn: true } }),
    topic(undefined, { kms_master_key_id: true }, `aws_sns_topic.t["${index}"]`, { index }),
  ])
  const each = { for_each_expression: {} }
  const reading = await read(
    planOf({
      changes: instances,
      resources: [
        written('aws_kms_key.k', {}, each),
        written('aws_sns_topic.t', { kms_master_key_id: reference('aws_kms_key.k', 'each.key') }, each),
      ],
    }),
    { wanted },
  )
  t.same(at(reading, 'aws_sns_topic.t["a"]', 'kms_master_key_id'), ['${aws_kms_key.k["a"]} aws_kms_key.k["a"] '])
  t.same(at(reading, 'aws_sns_topic.t["b"]', 'kms_master_key_id'), ['${aws_kms_key.k["b"]} aws_kms_key.k["b"] '])
})

t.test('it follows inputs and outputs of modules', async t => {
  const configuration = {
    root_module: {
      module_calls: {
        keys: {
          for_each_expression: {},
          module: {
            resources: [written('aws_kms_key.this', {}), written('aws_kms_alias.this', {})],
            outputs: {
              arn: { expression: reference('aws_kms_key.this.arn', 'aws_kms_key.this') },
              alias: { expression: reference('aws_kms_alias.this.name', 'aws_kms_alias.this') },
            },
          },
        },
        topic: {
          expressions: { key: reference('module.keys["x"].arn', 'module.keys["x"]', 'module.keys') },
          module: {
            resources: [written('aws_sns_topic.t', { kms_master_key_id: reference('var.key') })],
            variables: { key: {} },
          },
        },
        other: {
          for_each_expression: {},
          expressions: { key: reference('module.keys', 'each.key') },
          module: {
            resources: [written('aws_sns_topic.t', { kms_master_key_id: reference('var.key') })],
            variables: { key: {} },
          },
        },
      },
    },
  }
  const changes = [
    change({ address: 'module.keys["x"].aws_kms_key.this', unknown: { arn: true } }),
    change({ address: 'module.keys["x"].aws_kms_alias.this', after: { name: 'alias/x' } }),
    topic(undefined, { kms_master_key_id: true }, 'module.topic.aws_sns_topic.t'),
    topic(undefined, { kms_master_key_id: true }, 'module.other["x"].aws_sns_topic.t'),
  ]
  const reading = await read(planOf({ changes, configuration }), { wanted })
  const found = '${module.keys["x"].aws_kms_key.this.arn} module.keys["x"].aws_kms_key.this arn'
  t.same(at(reading, 'module.topic.aws_sns_topic.t', 'kms_master_key_id'), [found])
  t.same(at(reading, 'module.other["x"].aws_sns_topic.t', 'kms_master_key_id'), [
    found,
    '${module.keys["x"].aws_kms_alias.this.name} module.keys["x"].aws_kms_alias.this name',
  ])
})

t.test('it reads aliases, and what refers to them', async t => {
  const alias = change({
    address: 'aws_kms_alias.a',
    after: { name: 'alias/a' },
    unknown: { arn: true, target_key_id: true },
  })
  const target = written('aws_kms_alias.a', { target_key_id: keyArn, name: { constant_value: 'alias/a' } })
  const reading = await read(
    planOf({
      changes: [key, alias, hidden],
      resources: [
        target,
        written('aws_sns_topic.t', { kms_master_key_id: reference('aws_kms_alias.a.arn', 'aws_kms_alias.a') }),
      ],
    }),
    { wanted },
  )
  t.same(at(reading, 'aws_kms_alias.a', 'name'), ['alias/a'])
  t.same(at(reading, 'aws_kms_alias.a', 'target_key_id'), ['${aws_kms_key.k.arn} aws_kms_key.k arn'])
  t.same(at(reading, 'aws_sns_topic.t', 'kms_master_key_id'), ['${aws_kms_alias.a.arn} aws_kms_alias.a arn'])
})

const encryption = 'aws_s3_bucket_server_side_encryption_configuration'
const ruleKey = 'rule.apply_server_side_encryption_by_default.kms_master_key_id'
const block = (value: unknown, more: object = {}) => ({
  apply_server_side_encryption_by_default: [{ sse_algorithm: { constant_value: 'aws:kms' }, kms_master_key_id: value }],
  ...more,
})

const encrypted = (after: unknown, unknown: unknown, expressions: unknown) =>
  read(
    planOf({
      changes: [
        key,
        change({ address: 'aws_s3_bucket.b', after: {}, unknown: { arn: true, bucket: true, id: true } }),
        change({ address: `${encryption}.b`, after: { rule: after }, unknown: { bucket: true, rule: unknown } }),
      ],
      resources: [
        written('aws_s3_bucket.b', {}),
        written(`${encryption}.b`, { bucket: reference('aws_s3_bucket.b.id', 'aws_s3_bucket.b'), rule: expressions }),
      ],
    }),
    { wanted },
  )

t.test('it reads nested blocks, and the resources that others refer to', async t => {
  const unknown = [{ apply_server_side_encryption_by_default: [{ kms_master_key_id: true }], prefix: true }]
  const after = [
    { apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms' }], bucket_key_enabled: true, empty: [] },
  ]
  const reading = await encrypted(after, unknown, [block(keyArn)])
  t.same(at(reading, `${encryption}.b`, ruleKey), ['${aws_kms_key.k.arn} aws_kms_key.k arn'])
  t.same(at(reading, `${encryption}.b`, 'rule.bucket_key_enabled'), ['true'])
  t.same(at(reading, `${encryption}.b`, 'rule.prefix'), [], 'left to the provider')
  t.same(at(reading, `${encryption}.b`, 'bucket'), ['${aws_s3_bucket.b.id} aws_s3_bucket.b id'])
  t.same(at(reading, 'aws_s3_bucket.b', 'bucket'), ['${aws_s3_bucket.b.bucket} aws_s3_bucket.b bucket'])
  const dynamic = await encrypted(after, unknown, undefined)
  t.same(at(dynamic, `${encryption}.b`, ruleKey), [
    `\${${encryption}.b.rule.apply_server_side_encryption_by_default.kms_master_key_id}`,
  ])
})

t.test('it takes blocks that are not known as a whole from the configuration', async t => {
  const reading = await encrypted(undefined, true, [
    block(keyArn, { bucket_key_enabled: { constant_value: true }, prefix: {} }),
  ])
  t.same(at(reading, `${encryption}.b`, ruleKey), ['${aws_kms_key.k.arn} aws_kms_key.k arn'])
  t.same(at(reading, `${encryption}.b`, 'rule.apply_server_side_encryption_by_default.sse_algorithm'), ['aws:kms'])
})

t.test('it tells blocks apart by what is written in them', async t => {
  const topics = async (order: readonly string[], names: readonly string[]) => {
    const reading = await read(
      planOf({
        changes: [
          change({
            address: 'aws_s3_bucket_notification.n',
            after: { bucket: 'b', topic: order.map(id => ({ id })) },
            unknown: { topic: order.map(() => ({ topic_arn: true })) },
          }),
        ],
        resources: [
          written('aws_s3_bucket_notification.n', {
            topic: names.map(id => ({
              ...(id !== '' && { id: { constant_value: id } }),
              topic_arn: reference(`aws_sns_topic.${id || 'any'}.arn`, `aws_sns_topic.${id || 'any'}`),
            })),
          }),
        ],
      }),
      { wanted },
    )
    return at(reading, 'aws_s3_bucket_notification.n', 'topic.topic_arn').map(value => value.replace(/^\S+ /, ''))
  }
  t.same(await topics(['b', 'a'], ['a', 'b']), ['aws_sns_topic.b arn', 'aws_sns_topic.a arn'])
  t.same(await topics(['a', 'a'], ['', '']), ['aws_sns_topic.any arn', 'aws_sns_topic.any arn'])
  t.same(await topics(['a', 'c'], ['a', 'a', 'b']), [
    'aws_sns_topic.a arn',
    '${aws_s3_bucket_notification.n.topic.topic_arn}',
  ])
  t.same(await topics(['a', 'b'], ['a']), [
    '${aws_s3_bucket_notification.n.topic.topic_arn}',
    '${aws_s3_bucket_notification.n.topic.topic_arn}',
  ])
})

t.test('it reads every element of a list that is not known', async t => {
  const alarm = change({
    address: 'aws_cloudwatch_metric_alarm.a',
    after: { alarm_name: 'a' },
    unknown: { alarm_actions: true },
  })
  const actions = reference('aws_sns_topic.t.arn', 'aws_sns_topic.t', 'aws_sns_topic.u.arn', 'aws_sns_topic.u')
  const reading = await read(
    planOf({
      changes: [
        alarm,
        topic(undefined),
        topic(undefined, {}, 'aws_sns_topic.u'),
        topic(undefined, {}, 'aws_sns_topic.v'),
      ],
      resources: [written('aws_cloudwatch_metric_alarm.a', { alarm_actions: actions })],
    }),
    { wanted },
  )
  t.same(at(reading, 'aws_cloudwatch_metric_alarm.a', 'alarm_actions'), [
    '${aws_sns_topic.t.arn} aws_sns_topic.t arn',
    '${aws_sns_topic.u.arn} aws_sns_topic.u arn',
  ])
  t.same(
    reading.resources?.map(({ address }) => address),
    ['aws_cloudwatch_metric_alarm.a', 'aws_sns_topic.t', 'aws_sns_topic.u'],
    'topics without a key are there where they are referred to',
  )
})

t.test('it leaves out what the plan deletes, and reads what it leaves as it is', async t => {
  const gone = { actions: ['delete'], before: { kms_master_key_id: 'k' }, after: null, unknown: {} }
  const addresses = async (parts: Parameters<typeof planOf>[0]) =>
    (await read(planOf(parts), { wanted })).resources?.map(({ address }) => address)
  t.same(await addresses({ changes: [change({ address: 'aws_sns_topic.t', ...gone })] }), [])
  t.same(await addresses({ changes: [change({ address: 'aws_sns_topic.t', ...gone, actions: ['forget'] })] }), [])
  t.same(await addresses({ changes: [topic('k', {}, 'aws_sns_topic.t', { actions: ['delete', 'create'] })] }), [
    'aws_sns_topic.t',
  ])
  const state = [
    existing('aws_sns_topic.s', { kms_master_key_id: 'k' }),
    existing('data.aws_sns_topic.s', { name: 's' }),
  ]
  t.same(await addresses({ state }), [], 'what a plan with changes does not change is among its changes')
  t.same(await addresses({ state, more: { resource_changes: undefined } }), ['aws_sns_topic.s'])
  const drift = (after: unknown) => ({
    state,
    more: {
      resource_drift: [
        change({ address: 'aws_sns_topic.s', actions: ['update'], before: { kms_master_key_id: 'k' }, after }),
      ],
      resource_changes: undefined,
    },
  })
  t.same(await addresses(drift({ kms_master_key_id: 'l' })), ['aws_sns_topic.s'])
  t.same(await addresses(drift(null)), [])
})

t.test('it says where a resource is', async t => {
  const plan = planOf({
    changes: [topic('k', {}, 'aws_sns_topic.t'), topic('k', {}, 'aws_sns_topic.u')],
    configuration: {
      provider_config: { aws: { name: 'aws', expressions: { region: { constant_value: 'eu-west-1' } } } },
      root_module: { resources: [written('aws_sns_topic.t', { kms_master_key_id: { constant_value: 'k' } })] },
    },
  })
  const { resources = [] } = await read(plan, { wanted, account: '111122223333' })
  t.match(resources, [{ account: '111122223333', region: 'eu-west-1' }, { account: '111122223333' }])
  const [arn] = ['arn:aws:sns:us-east-1:444455556666:t']
  const known = await read(
    planOf({ changes: [change({ address: 'aws_sns_topic.t', after: { arn, id: arn, kms_master_key_id: 'k' } })] }),
    {
      wanted,
    },
  )
  t.match(known.resources, [{ account: '444455556666', region: 'us-east-1' }])
  t.same(at(known, 'aws_sns_topic.t', 'arn'), [arn])
})

t.test('it keeps what is sensitive to itself', async t => {
  const plan = planOf({
    changes: [
      topic('alias/secret', {}, 'aws_sns_topic.t', { sensitive: { kms_master_key_id: true } }),
      topic('alias/hidden', {}, 'aws_sns_topic.u'),
    ],
    configuration: { root_module: { variables: { a: { sensitive: true } } } },
    more: { variables: { a: { value: 'hidden' } } },
  })
  const reading = await read(plan, { wanted })
  t.same(at(reading, 'aws_sns_topic.t', 'kms_master_key_id'), ['(sensitive)'])
  t.same(at(reading, 'aws_sns_topic.u', 'kms_master_key_id'), ['alias/(sensitive)'])
  t.match(JSON.stringify(reading.resources?.[0]), '"value":"alias/secret"')
})

t.test('it keeps no more than it needs, and says so where there is more', async t => {
  const topics = (n: number) =>
    Array.from({ length: n }, (_, i) => change({ address: `aws_sns_topic.t${i}`, after: { kms_master_key_id: 'k' } }))
  const all = await read(planOf({ changes: topics(10_000) }), { wanted })
  t.same([all.resources?.length, all.problems], [10_000, []])
  const most = await read(planOf({ changes: [...topics(10_001), key] }), { wanted })
  t.same([most.resources?.length, most.keys.length], [10_000, 1])
  t.match(most.problems, [{ code: 'too-large', severity: 'warning', message: /more than 10000 resources/ }])
  const large = await read(planOf({ changes: [topic('k'.repeat(20_000_001)), key] }), { wanted })
  t.match([large.resources?.length, large.problems.length, large.keys.length], [0, 1, 1])
})

t.test('it says in key policies of which resource a value is an attribute', async t => {
  const document = {
    address: 'data.aws_iam_policy_document.d',
    after: { statement: [{ resources: [null] }] },
    unknown: { json: true, statement: [{ resources: [true] }] },
  }
  const { keys } = await read(
    planOf({
      changes: [change({ address: 'aws_kms_key.k', unknown: { policy: true } }), change(document)],
      resources: [
        written('aws_kms_key.k', {
          policy: reference('data.aws_iam_policy_document.d.json', 'data.aws_iam_policy_document.d'),
        }),
        written('data.aws_iam_policy_document.d', {
          statement: [{ resources: reference('aws_sns_topic.t.arn', 'aws_sns_topic.t') }],
        }),
      ],
    }),
    { wanted },
  )
  t.match(statements(keys[0]), [{ Resource: '${aws_sns_topic.t.arn}' }])
  t.match(JSON.stringify(keys[0]?.policy), '"from":{"address":"aws_sns_topic.t","attribute":"arn"}')
})

t.test('it gives numbers and booleans as texts', async t => {
  const types: Wanted = new Map([['aws_x', stepsOf([['a']])]])
  const reading = await read(
    planOf({
      changes: [
        change({ address: 'aws_x.a', after: { a: [{ n: 7, b: true, s: '' }] }, sensitive: { a: [{ b: true }] } }),
      ],
    }),
    { wanted: types },
  )
  const [properties] = reading.resources?.flatMap(({ variants }) => variants.map(v => plain(v.properties))) ?? []
  t.same(properties, { a: [{ n: '7', b: '(sensitive)' }] })
})
