import { readFileSync } from 'node:fs'
import t from 'tap'
import { fact, grant, planOf, policy, read, sourceOf, statements, change, written, existing } from './example-plan.js'
import { terraformPlan } from './index.js'

const testdata = (name: string): Promise<Awaited<ReturnType<typeof read>>> =>
  read(readFileSync(`testdata/plans/${name}/plan.json`))

const byAddress = <T extends { readonly address: string }>(items: readonly T[]): Record<string, T | undefined> =>
  Object.fromEntries(items.map(item => [item.address, item]))

const root = (sid = 'Root') => ({
  Sid: sid,
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
})
const document = (...statement: unknown[]) => ({ Version: '2012-10-17', Statement: statement })
const text = (...statement: unknown[]) => JSON.stringify(document(...statement))

t.test('it ties policies and grants to their keys through modules, instances and ids', async t => {
  const { keys, problems } = await testdata('references')
  const found = byAddress(keys)
  t.same(problems, [])
  t.same(Object.fromEntries(keys.map(k => [k.address, k.policySources.map(s => s.address)])), {
    'aws_kms_external_key.ext': [],
    'aws_kms_key.bare': ['aws_kms_key_policy.bare'],
    'aws_kms_key.co': ['aws_kms_key.co'],
    'aws_kms_key.counted[0]': ['aws_kms_key.counted[0]'],
    'aws_kms_key.counted[1]': ['aws_kms_key.counted[1]'],
    'aws_kms_key.one': ['aws_kms_key.one'],
    'aws_kms_key.team["a"]': ['aws_kms_key.team["a"]', 'aws_kms_key_policy.chained["a"]'],
    'aws_kms_key.team["b"]': ['aws_kms_key.team["b"]', 'aws_kms_key_policy.chained["b"]'],
    'aws_kms_replica_external_key.ext': [],
    'aws_kms_replica_key.rep': [],
    'module.key["p"].aws_kms_key.this': ['module.key["p"].aws_kms_key.this', 'aws_kms_key_policy.through["p"]'],
    'module.key["q"].aws_kms_key.this': ['module.key["q"].aws_kms_key.this', 'aws_kms_key_policy.through["q"]'],
    'module.single.aws_kms_key.this': ['aws_kms_key_policy.single'],
    'aws_kms_key_policy.literal': ['aws_kms_key_policy.literal'],
  })
  t.same(found['aws_kms_key_policy.literal']?.arns, [
    'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555',
  ])
  t.match(found['aws_kms_key_policy.literal'], {
    type: 'aws_kms_key_policy',
    account: { value: '111122223333', by: 'arn' },
  })
  t.equal(
    policy(found['aws_kms_key.counted[0]']?.policy),
    'unknown: data.aws_iam_policy_document.each',
    'which instance is not said',
  )
  t.same(found['aws_kms_key.bare']?.grants.map(grant), [
    {
      address: 'aws_kms_grant.g["a"]',
      grantee: '${aws_iam_role.task["a"].arn}',
      operations: ['Decrypt', 'Encrypt'],
      constraints: [['EncryptionContextEquals', 'Department=Finance']],
    },
    {
      address: 'aws_kms_grant.g["b"]',
      grantee: '${aws_iam_role.task["b"].arn}',
      operations: ['Decrypt', 'Encrypt'],
      constraints: [['EncryptionContextEquals', 'Department=Finance']],
    },
  ])
  t.same(
    found['module.key["p"].aws_kms_key.this']?.grants.map(g => g.address),
    ['aws_kms_grant.known'],
  )
})

t.test('it judges each of two policies of one key as the one that may be applied last', async t => {
  const found = byAddress((await testdata('references')).keys)
  t.same(Object.keys(policy(found['aws_kms_key.team["a"]']?.policy) as object), [
    'aws_kms_key.team["a"] is applied last',
    'aws_kms_key_policy.chained["a"] is applied last',
  ])
})

t.test('it rebuilds a deferred document with its sources and overrides, by sid', async t => {
  const found = byAddress((await testdata('references')).keys)
  const through = policy(found['module.key["p"].aws_kms_key.this']?.policy) as Record<string, unknown>
  const roles = '${aws_iam_role.task["a"].arn, aws_iam_role.task["b"].arn}'
  t.same(through['aws_kms_key_policy.through["p"] is applied last'], {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Root',
        Effect: 'Allow',
        Action: 'kms:*',
        Resource: '*',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      },
      {
        Sid: 'Use',
        Effect: 'Allow',
        Principal: '*',
        Action: ['kms:Decrypt', 'kms:Encrypt'],
        Resource: '*',
        Condition: {
          ArnLike: { 'aws:PrincipalArn': [roles, 'arn:aws:iam::111122223333:role/fixed-${aws:username}', roles] },
        },
      },
      {
        Sid: 'Bucket',
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'kms:GenerateDataKey',
        Resource: '*',
        Condition: { StringEquals: { 'aws:SourceArn': '${aws_s3_bucket.logs.arn}' } },
      },
    ],
  })
})

t.test('it says which part of a document is not known', async t => {
  const found = byAddress((await testdata('deferred')).keys)
  const own = found['aws_kms_key.own']
  t.same(policy(own?.policy), {
    Version: '2012-10-17',
    Id: 'plain',
    Statement: [
      {
        Sid: 'Logs',
        Effect: 'Allow',
        Principal: {
          AWS: ['arn:aws:iam::111122223333:role/known', '${aws_iam_role.task.arn}'],
          Service: 'logs.amazonaws.com',
        },
        Action: 'kms:Decrypt',
        Resource: '${aws_kms_key.own.arn}',
        Condition: {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': '${aws_cloudwatch_log_group.many.arn}' },
          StringEquals: {
            '${aws_iam_role.task.unique_id}': ['a', 'b'],
            'aws:SourceAccount': '${data.aws_caller_identity.later.account_id}',
          },
        },
      },
    ],
  })
  t.match(own?.policy, {
    variants: [
      {
        document: {
          members: [
            {},
            {},
            {
              value: {
                items: [
                  {
                    members: [
                      {},
                      {},
                      {},
                      {},
                      { key: ['Resource'], value: { text: [{ kind: 'after-apply', stands: 'key-arn' }] } },
                      {
                        key: ['Condition'],
                        value: {
                          members: [{}, { value: { members: [{}, { value: { text: [{ stands: 'account' }] } }] } }],
                        },
                      },
                    ],
                  },
                ],
              },
            },
          ],
        },
      },
    ],
  })
})

t.test('it keeps no statement that an unknown one may replace', async t => {
  const found = byAddress((await testdata('deferred')).keys)
  t.same(statements(found['aws_kms_key.unknown_count']), [
    '<data.aws_iam_policy_document.unknown_count.statement>',
    { Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' },
    '<data.aws_iam_policy_document.unknown_count.statement *>',
  ])
  t.equal(
    statements(found['aws_kms_key.overridden']).every(s => typeof s === 'string'),
    true,
  )
  t.same(
    policy(found['aws_kms_key.coalesced']?.policy),
    policy(found['aws_kms_key.overridden']?.policy),
    'a variable that is not set hides nothing',
  )
})

t.test('it leaves a policy unknown when more than one document may give it', async t => {
  const found = byAddress((await testdata('deferred')).keys)
  t.equal(policy(found['aws_kms_key.chosen']?.policy), 'unknown: data.aws_iam_policy_document.overridden.json')
  t.equal(
    policy(found['aws_kms_key.two']?.policy),
    'unknown: data.aws_iam_policy_document.plain.json, data.aws_iam_policy_document.overridden.json',
  )
  t.equal(policy(found['aws_kms_key.not_given']?.policy), 'default')
  t.equal(
    policy(found['aws_kms_key_policy.either']?.policy),
    'unknown: aws_iam_role.task.arn',
    'a policy of one of two keys is a key of its own',
  )
})

t.test('it reads what is unknown in a grant', async t => {
  const found = byAddress((await testdata('deferred')).keys)
  t.same(found['aws_kms_key.own']?.grants.map(grant), [
    {
      address: 'aws_kms_grant.unknown',
      grantee: '${aws_iam_role.task.arn}',
      operations: 'unknown: aws_iam_role.task.name',
      constraints: [['EncryptionContextSubset', 'unknown: aws_kms_grant.unknown.constraints']],
    },
  ])
  const stray = found['aws_kms_grant.stray']
  t.match(stray, { type: 'aws_kms_grant', policySources: [], region: { value: 'eu-west-1', by: 'arn' } })
  t.equal(policy(stray?.policy), 'unknown: the key of aws_kms_grant.stray')
})

t.test('it reads the constraints of a grant as far as they are known', async t => {
  const equals = { encryption_context_equals: { references: ['aws_x.y.id'] } }
  const after = {
    key_id: '1',
    operations: ['Decrypt', 7],
    constraints: [
      { encryption_context_equals: { known: 'yes' }, encryption_context_subset: { secret: 'hush' } },
      { encryption_context_equals: null },
    ],
  }
  const { keys } = await read(
    planOf({
      changes: [
        change({ address: 'aws_kms_key.k', after: { key_id: '1' } }),
        change({
          address: 'aws_kms_grant.g',
          after,
          unknown: {
            constraints: [{ encryption_context_equals: { later: true } }, { encryption_context_equals: true }],
          },
          sensitive: { grantee_principal: true, constraints: [{ encryption_context_subset: true }] },
        }),
        change({
          address: 'aws_kms_grant.h',
          after: { key_id: '1' },
          unknown: { grantee_principal: true, operations: true },
        }),
      ],
      resources: [written('aws_kms_grant.g', { constraints: [{}, equals] })],
    }),
  )
  t.same(
    keys.flatMap(k => k.grants.map(grant)),
    [
      {
        address: 'aws_kms_grant.g',
        grantee: '',
        operations: ['Decrypt'],
        constraints: [
          ['EncryptionContextEquals', 'known=yes,later=${aws_kms_grant.g.constraints}'],
          ['EncryptionContextSubset', 'secret=(sensitive)'],
          ['EncryptionContextEquals', 'unknown: aws_x.y.id'],
        ],
      },
      {
        address: 'aws_kms_grant.h',
        grantee: '${aws_kms_grant.h.grantee_principal}',
        operations: 'unknown: aws_kms_grant.h.operations',
        constraints: [],
      },
    ],
  )
})

t.test('it never shows a sensitive value', async t => {
  const { keys, problems, skipped } = await testdata('secrets')
  const found = byAddress(keys)
  const shown = JSON.stringify([
    keys.map(k => ({ ...k, policy: policy(k.policy), before: policy(k.before), grants: k.grants.map(grant) })),
    problems,
    skipped,
  ])
  for (const secret of ['444455556666', '"xy"', 'hush-hush-context', 'classified', 'o-a1b2c3d4e5'])
    t.notMatch(shown, secret)
  t.same(statements(found['module.inner.aws_kms_key.this'])[0]?.['Condition'], {
    StringEquals: { 'kms:EncryptionContext:name': ['(sensitive)', 'ledger', 'prefix-(sensitive)-suffix'] },
  })
  t.same(statements(found['aws_kms_key.deferred']), [
    {
      Sid: 'Partner',
      Effect: 'Allow',
      Principal: { AWS: '(sensitive)' },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: {
        StringEquals: {
          'kms:EncryptionContext:(sensitive)': ['(sensitive)', '(sensitive)', '${aws_s3_bucket.logs.arn}'],
        },
      },
    },
  ])
  t.same(found['aws_kms_key.deferred']?.grants.map(grant), [
    {
      address: 'aws_kms_grant.partner',
      grantee: '(sensitive)',
      operations: ['Decrypt'],
      constraints: [['EncryptionContextSubset', 'code=(sensitive)']],
    },
  ])
})

t.test('it names the keys and key policies that a plan lacks, and judges none of them as fine', async t => {
  const { keys, problems } = await testdata('target')
  t.same(
    keys.map(k => [k.address, policy(k.policy)]),
    ['aws_kms_key_policy.planned', 'aws_kms_key.left_out', 'aws_kms_key_policy.elsewhere'].map((lacking, i) => [
      i === 0 ? 'aws_kms_key.planned' : lacking,
      `unknown: ${lacking}`,
    ]),
  )
  t.match(problems, [
    {
      code: 'plan-incomplete',
      severity: 'warning',
      message:
        'the plan is incomplete, as with -target, so that it lacks aws_kms_grant.left_out, aws_kms_key.left_out, aws_kms_key_policy.elsewhere, aws_kms_key_policy.planned',
      location: { file: 'plan.json' },
    },
  ])
})

t.test('it says that a plan is errored or deferred, also when no key is missing', async t => {
  t.match(await read(planOf({ more: { errored: true } })), {
    keys: [],
    problems: [{ code: 'plan-incomplete', message: 'the plan is errored' }],
  })
  const deferred = await read(
    planOf({
      resources: [written('aws_kms_key.a', { policy: { references: ['var.p'] } })],
      more: {
        deferred_changes: [
          {
            reason: 'instance_count_unknown',
            resource_change: change({ address: 'aws_kms_key.a', unknown: { policy: true } }),
          },
          { reason: 'resource_config_unknown', resource_change: change({ address: 'aws_s3_bucket.b' }) },
          { reason: 'broken' },
        ],
      },
    }),
  )
  t.match(deferred.problems, [{ message: 'the plan defers some changes' }])
  t.same(
    deferred.keys.map(k => [k.address, policy(k.policy)]),
    [['aws_kms_key.a', 'unknown: var.p']],
  )
})

t.test('it names at most twenty of what is missing', async t => {
  const resources = Array.from({ length: 25 }, (_, i) => written(`aws_kms_key.k${i}`, {}))
  const { problems, keys } = await read(planOf({ resources, more: { complete: false } }))
  t.match(problems[0]?.message, /k19 and 5 more$/)
  t.equal(keys.length, 25)
})

t.test('it looks for missing keys in modules, but not where there are none by design', async t => {
  const module = (count: unknown) => ({
    count_expression: count,
    module: { resources: [written('aws_kms_key.k', {}), written('data.aws_kms_key.d', {})] },
  })
  const configuration = {
    root_module: {
      resources: [written('aws_kms_key.none', {}, { count_expression: { constant_value: 0 } })],
      module_calls: { a: module({ constant_value: 0 }), b: module({ references: ['var.n'] }) },
    },
  }
  const { keys } = await read(planOf({ configuration, more: { errored: true } }))
  t.same(
    keys.map(k => k.address),
    ['module.b.aws_kms_key.k'],
  )
})

t.test('it skips what goes away, with the reason, and judges what is replaced', async t => {
  const before = { policy: text(root()), arn: 'arn:aws:kms:eu-west-1:111122223333:key/1', key_id: '1' }
  const { keys, skipped } = await read(
    planOf({
      changes: [
        change({ address: 'aws_kms_key.gone', actions: ['delete'], before, after: null }),
        change({ address: 'aws_kms_key.forgotten', actions: ['forget'], before, after: null }),
        change({
          address: 'aws_kms_key.replaced',
          actions: ['delete', 'create'],
          before,
          after: { policy: text(root('New')) },
        }),
        change({ address: 'aws_kms_key.same', actions: ['no-op'], before, after: before }),
        change({
          address: 'aws_kms_key_policy.gone',
          actions: ['delete'],
          before: { key_id: 'elsewhere' },
          after: null,
        }),
        change({ address: 'data.aws_kms_key.read', actions: ['read'] }),
      ],
      more: {
        resource_drift: [
          change({ address: 'aws_kms_key.same', actions: ['update'], before, after: { policy: '{}' } }),
          change({ address: 'aws_kms_key.lost', actions: ['delete'], before, after: null }),
          change({
            address: 'aws_kms_key.drifted',
            actions: ['update'],
            before,
            after: { ...before, policy: text(root('Live')) },
          }),
        ],
      },
    }),
  )
  t.same(
    keys.map(k => [k.address, statements(k)[0]?.['Sid'], policy(k.before) !== undefined, k.arns.length]),
    [
      ['aws_kms_key.replaced', 'New', true, 0],
      ['aws_kms_key.same', 'Root', true, 2],
      ['aws_kms_key.drifted', 'Live', true, 2],
    ],
  )
  t.same(skipped, [
    { address: 'aws_kms_key.gone', reason: 'the plan deletes it' },
    { address: 'aws_kms_key.forgotten', reason: 'the plan forgets it: it leaves Terraform and stays in AWS as it is' },
    { address: 'aws_kms_key.lost', reason: 'it was deleted outside of Terraform' },
    { address: 'aws_kms_key_policy.gone', reason: 'the plan deletes it' },
  ])
})

t.test('it knows that AWS puts the default policy back when a separate one is deleted', async t => {
  const before = { policy: text(root()), key_id: '1' }
  const changes = [
    change({ address: 'aws_kms_key.a', actions: ['no-op'], before, after: before }),
    change({ address: 'aws_kms_key_policy.a', actions: ['delete'], before, after: null }),
  ]
  const { keys, skipped } = await read(planOf({ changes, resources: [written('aws_kms_key.a', {})] }))
  t.same(
    keys.map(k => policy(k.policy)),
    ['default'],
  )
  t.same(skipped, [])
})

t.test('it judges what a refresh-only plan finds', async t => {
  const values = { policy: text(root()), arn: 'arn:aws-cn:kms:cn-north-1:111122223333:key/1' }
  const drift = change({
    address: 'aws_kms_key.drifted',
    actions: ['update'],
    before: values,
    after: { ...values, policy: text(root('Live')) },
  })
  const plan = JSON.stringify({
    format_version: '1.2',
    resource_drift: [drift],
    prior_state: {
      values: {
        root_module: {
          resources: [existing('aws_kms_key.drifted', values)],
          child_modules: [
            {
              address: 'module.a["x.y"]',
              resources: [
                existing('module.a["x.y"].aws_kms_key.quiet', values),
                existing('module.a["x.y"].data.aws_kms_key.d', values),
              ],
            },
          ],
        },
      },
    },
  })
  const { keys } = await read(plan)
  t.same(
    keys.map(k => [k.address, statements(k)[0]?.['Sid']]),
    [
      ['aws_kms_key.drifted', 'Live'],
      ['module.a["x.y"].aws_kms_key.quiet', 'Root'],
    ],
  )
  t.match(keys[1], { partition: { value: 'aws-cn', by: 'arn' }, account: { value: '111122223333' } })
})

t.test('it tells a policy that is not given from one that is not known', async t => {
  const unknown = { policy: true }
  const changes = ['none', 'null', 'set'].flatMap(name => [
    change({ address: `aws_kms_key.${name}`, unknown }),
    change({ address: `aws_kms_key.${name}_updated`, actions: ['update'], before: {}, unknown }),
  ])
  const given: Record<string, unknown> = {
    none: {},
    null: { policy: { constant_value: null } },
    set: { policy: { references: ['local.policy'] } },
  }
  const resources = Object.entries(given).flatMap(([name, expressions]) => [
    written(`aws_kms_key.${name}`, expressions),
    written(`aws_kms_key.${name}_updated`, expressions),
  ])
  const { keys } = await read(planOf({ changes, resources }))
  t.same(Object.fromEntries(keys.map(k => [k.address.slice('aws_kms_key.'.length), policy(k.policy)])), {
    none: 'default',
    none_updated: 'unknown: aws_kms_key.none_updated.policy',
    null: 'default',
    null_updated: 'unknown: aws_kms_key.null_updated.policy',
    set: 'unknown: local.policy',
    set_updated: 'unknown: local.policy',
  })
  const without = await read(
    planOf({ changes: [change({ address: 'aws_kms_key.a', unknown }), change({ address: 'aws_kms_key.b' })] }),
  )
  t.same(
    without.keys.map(k => policy(k.policy)),
    ['unknown: aws_kms_key.a.policy', 'default'],
    'without a configuration',
  )
  const empty = await read(
    planOf({
      changes: [change({ address: 'aws_kms_key.a', after: { policy: '' } })],
      resources: [written('aws_kms_key.a', { policy: { constant_value: '' } })],
    }),
  )
  t.same(
    empty.keys.map(k => policy(k.policy)),
    ['default'],
  )
})

t.test('it says what is wrong with a policy that is no JSON object', async t => {
  const texts = ['{"Statement":', '[]', '"x"', '7', 'true', 'null']
  const changes = texts.map((source, i) => change({ address: `aws_kms_key.k${i}`, after: { policy: source } }))
  const { keys } = await read(planOf({ changes }))
  t.same(
    keys.map(k => policy(k.policy)),
    [
      'malformed: not valid JSON at line 1, column 14: a value is expected',
      'malformed: a policy is a JSON object, this is a list',
      'malformed: a policy is a JSON object, this is a string',
      'malformed: a policy is a JSON object, this is a number',
      'malformed: a policy is a JSON object, this is a boolean',
      'malformed: a policy is a JSON object, this is null',
    ],
  )
})

t.test('it reads the other keys when one cannot be read', async t => {
  const changes = [
    change({ address: 'aws_kms_key.huge', after: { policy: JSON.stringify('x'.repeat(2 << 20)) } }),
    change({ address: 'aws_kms_key.fine', after: { policy: text(root()) } }),
  ]
  const { keys, problems } = await read(planOf({ changes }))
  t.same(
    keys.map(k => k.address),
    ['aws_kms_key.fine'],
  )
  t.match(problems, [
    {
      code: 'key-not-read',
      severity: 'error',
      message: /^aws_kms_key\.huge: longer than/,
      location: { file: 'plan.json' },
    },
  ])
})

t.test('it joins by the known id, and by the ARN where a multi-Region set shares an id', async t => {
  const arn = (region: string) => `arn:aws:kms:${region}:111122223333:key/mrk-1`
  const key = (name: string, region: string) =>
    change({
      address: `aws_kms_key.${name}`,
      actions: ['no-op'],
      before: {},
      after: { arn: arn(region), key_id: 'mrk-1', policy: text(root()) },
    })
  const given = (name: string, id: string) =>
    change({
      address: `aws_kms_key_policy.${name}`,
      actions: ['no-op'],
      before: {},
      after: { key_id: id, policy: text(root(name)) },
    })
  const { keys } = await read(
    planOf({
      changes: [
        key('a', 'eu-west-1'),
        key('b', 'us-east-1'),
        given('a', arn('eu-west-1')),
        given('b', arn('us-east-1')),
        given('both', 'mrk-1'),
      ],
    }),
  )
  t.same(
    keys.map(k => [k.address, k.policySources.map(s => s.address)]),
    [
      ['aws_kms_key.a', ['aws_kms_key_policy.a']],
      ['aws_kms_key.b', ['aws_kms_key_policy.b']],
      ['aws_kms_key_policy.both', ['aws_kms_key_policy.both']],
    ],
  )
  const one = await read(planOf({ changes: [key('a', 'eu-west-1'), given('a', 'mrk-1')] }))
  t.same(
    one.keys.map(k => k.address),
    ['aws_kms_key.a'],
  )
})

t.test('it takes the bypass of the lockout check from wherever it is set', async t => {
  const { keys } = await read(
    planOf({
      changes: [
        change({ address: 'aws_kms_key.a', after: { key_id: '1', policy: text(root()) } }),
        change({
          address: 'aws_kms_key_policy.a',
          after: { key_id: '1', policy: text(root()), bypass_policy_lockout_safety_check: true },
        }),
        change({
          address: 'aws_kms_key_policy.b',
          after: { key_id: '2', policy: text(root()) },
          actions: ['update'],
          before: { policy: text(root()) },
        }),
      ],
    }),
  )
  t.same(
    keys.map(k => [fact(k.bypassLockoutCheck), policy(k.before) !== undefined]),
    [
      [true, false],
      [false, true],
    ],
  )
})

t.test('it reads any encoding and chunk size alike', async t => {
  const source = readFileSync('testdata/plans/aliases/plan.json', 'utf8')
  const pretty = JSON.stringify(JSON.parse(source), undefined, 2).replaceAll('\n', '\r\n')
  const expected = JSON.stringify((await read(source)).keys)
  for (const content of [
    Buffer.from(`\ufeff${pretty}`, 'utf16le'),
    `\ufeff${pretty}`,
    `Warning!\n\n${source}::debug::x\n`,
  ]) {
    for (const size of [1, 777, 1 << 20]) {
      t.equal(JSON.stringify((await terraformPlan.read(sourceOf(content, true, size), {})).keys), expected)
    }
  }
})

t.test('it refuses what is no plan with one line', async t => {
  const cases: readonly (readonly [string, object])[] = [
    ['{"format_version":"1.0","values":{}}', { code: 'not-a-plan', message: /state/ }],
    [
      '{"format_version":"1.2","resource_changes":[',
      { code: 'not-json', message: /cut off.*terraform show -json PLANFILE/ },
    ],
    [
      '{"format_version":"1.2","resource_changes":[]}\n{"format_version":"1.2"}',
      { code: 'not-a-plan', message: /more than one.*terraform show -json PLANFILE/ },
    ],
    ['{"format_version":"2.0","resource_changes":[]}', { code: 'format-version', message: /2\.0/ }],
    ['{"resource_changes":[]}', { code: 'not-a-plan', message: /format_version/ }],
    ['hello', { code: 'not-a-plan', message: /no JSON object/ }],
    ['{"format_version":"1.2","resource_changes":[] oops}', { code: 'not-json' }],
  ]
  for (const [content, expected] of cases) {
    const refused = await terraformPlan.read(sourceOf(content), {}).catch((e: unknown) => e)
    t.match(refused, { name: 'InputError', location: { file: 'plan.json' }, ...expected }, content)
  }
  t.match(await read('{"format_version":"1.2","resource_changes":[],"something_new":{"a":[1]}}'), {
    keys: [],
    problems: [],
    skipped: [],
  })
  t.same((await read('{"format_version":"0.1","planned_values":{}}')).keys, [])
})

t.test('it takes no harm from elements of another shape', async t => {
  const { keys, skipped } = await read(
    JSON.stringify({
      format_version: '1.2',
      variables: { a: 7 },
      resource_changes: [7, { type: 'aws_kms_key' }, { type: 'aws_kms_key', name: 'odd', address: 7, change: 'x' }],
      prior_state: { values: { root_module: { resources: [{ type: 'aws_kms_key' }] } }, other: [] },
      configuration: {
        other: {},
        provider_config: { aws: 7 },
        root_module: {
          resources: [{ type: 'aws_kms_key' }],
          other: 1,
          variables: { v: 7 },
          outputs: { o: 7 },
          module_calls: { m: { expressions: 7, source: './m' } },
        },
      },
    }),
  )
  t.same(keys, [])
  t.same(skipped, [{ address: 'aws_kms_key.odd', reason: 'the plan shows nothing of it' }])
})

t.test('it tells of an element that is too deep to be read', async t => {
  const deep = `{"type":"aws_kms_key","name":"a","address":"aws_kms_key.deep","change":${'['.repeat(600)}${']'.repeat(600)}}`
  const { problems } = await read(
    `{"format_version":"1.2","resource_changes":[${deep}],"variables":{"v":${'['.repeat(600)}${']'.repeat(600)}}}`,
  )
  t.match(problems, [
    {
      code: 'too-large',
      severity: 'error',
      message: 'aws_kms_key.deep is too large or nested too deep to be read',
      location: { file: 'plan.json' },
    },
    { message: 'one element is too large or nested too deep to be read' },
  ])
})

t.test('it lets a bug through', async t => {
  const broken = {
    ...sourceOf('{"resource_changes":[]}'),
    chunks: () => {
      throw new TypeError('bug')
    },
  }
  await t.rejects(terraformPlan.read(broken, {}), TypeError)
})
