import t from 'tap'
import { change, existing, fact, planOf, policy, read, statements, written } from './example-plan.js'

const d = 'data.aws_iam_policy_document'
const statement = (sid: string | null, actions: readonly string[] = ['kms:Decrypt']) => ({
  sid,
  actions,
  resources: ['*'],
  principals: [{ type: 'AWS', identifiers: ['111122223333'] }],
})
const rebuilt = (sid: string | undefined, action: unknown = 'kms:Decrypt') => ({
  ...(sid === undefined ? {} : { Sid: sid }),
  Effect: 'Allow',
  Principal: { AWS: '111122223333' },
  Action: action,
  Resource: '*',
})
const json = (...sids: readonly string[]) =>
  JSON.stringify({ Version: '2008-10-17', Id: 'theirs', Statement: sids.map(sid => rebuilt(sid, 'kms:Encrypt')) })

interface Doc {
  readonly after: Record<string, unknown>
  readonly unknown?: Record<string, unknown>
  readonly sensitive?: unknown
  readonly expressions?: Record<string, unknown>
}

/** The key whose policy is the document `x` of these deferred ones. */
const keyOf = async (documents: Record<string, Doc>, state: Record<string, unknown> = {}) => {
  const refs = { references: [`${d}.x.json`, `${d}.x`] }
  const { keys, problems } = await read(
    planOf({
      changes: [
        ...Object.entries(documents).map(([name, { after, unknown = {}, sensitive = {} }]) =>
          change({ address: `${d}.${name}`, actions: ['read'], after, unknown: { json: true, ...unknown }, sensitive }),
        ),
        change({ address: 'aws_kms_key.k', unknown: { policy: true } }),
      ],
      state: Object.entries(state).map(([name, source]) => existing(`${d}.${name}`, { json: source })),
      resources: [
        written('aws_kms_key.k', { policy: refs }),
        ...Object.entries(documents).map(([name, { expressions = {} }]) => written(`${d}.${name}`, expressions)),
      ],
    }),
  )
  return { key: keys[0], problems }
}
const statementsOf = async (...args: Parameters<typeof keyOf>) => statements((await keyOf(...args)).key)
const references = (...names: readonly string[]) => ({
  references: names.flatMap(n => [`${d}.${n}.json`, `${d}.${n}`]),
})

t.test('it reads a statement as the provider writes it', async t => {
  const full = {
    sid: 'Full',
    effect: 'Deny',
    not_actions: ['kms:Decrypt', 'kms:Encrypt'],
    not_resources: ['arn:aws:kms:*:*:key/&{aws:username}'],
    not_principals: [
      { type: 'AWS', identifiers: ['a', 'b'] },
      { type: 'Service', identifiers: ['s3.amazonaws.com'] },
      { type: 'AWS', identifiers: ['c'] },
    ],
    condition: [
      { test: 'StringLike', variable: 'aws:PrincipalArn', values: ['&{x}', 'y'] },
      { test: 'StringLike', variable: 'aws:PrincipalArn', values: ['z'] },
      { test: 'Bool', variable: 'aws:SecureTransport', values: ['true'] },
      { test: 'StringLike', variable: 'aws:PrincipalOrgID', values: [] },
    ],
  }
  const anyone = { principals: [{ type: '*', identifiers: ['*'] }], actions: [], resources: null }
  const several = {
    principals: [
      { type: '*', identifiers: ['*'] },
      { type: 'AWS', identifiers: [] },
    ],
  }
  t.same(await statementsOf({ x: { after: { statement: [full, anyone, several] } } }), [
    {
      Sid: 'Full',
      Effect: 'Deny',
      NotPrincipal: { AWS: ['a', 'b', 'c'], Service: 's3.amazonaws.com' },
      NotAction: ['kms:Decrypt', 'kms:Encrypt'],
      NotResource: 'arn:aws:kms:*:*:key/${aws:username}',
      Condition: {
        StringLike: { 'aws:PrincipalArn': ['${x}', 'y', 'z'], 'aws:PrincipalOrgID': [] },
        Bool: { 'aws:SecureTransport': 'true' },
      },
    },
    { Effect: 'Allow', Principal: '*' },
    { Effect: 'Allow', Principal: { '*': '*', AWS: [] } },
  ])
})

t.test('it puts a hole where a value, a list or a block is not known', async t => {
  const block = {
    sid: { references: ['aws_x.sid.id'] },
    effect: { references: ['aws_x.effect.id'] },
    actions: { references: ['aws_x.actions.list'] },
    principals: [{ type: { references: ['aws_x.type.id'] }, identifiers: { references: ['aws_x.who.arn'] } }],
    condition: [
      {
        test: { constant_value: 'StringEquals' },
        variable: { constant_value: 'aws:a' },
        values: { references: ['aws_x.values.list'] },
      },
      {
        test: { references: ['aws_x.test.id'] },
        variable: { constant_value: 'aws:b' },
        values: { constant_value: ['v'] },
      },
      {
        test: { references: ['aws_x.test.id'] },
        variable: { constant_value: 'aws:c' },
        values: { constant_value: ['v'] },
      },
    ],
  }
  const after = {
    sid: null,
    principals: [{ type: null, identifiers: ['known', null] }],
    condition: [
      { test: 'StringEquals', variable: 'aws:a' },
      { test: null, variable: 'aws:b', values: ['v'] },
      { test: null, variable: 'aws:c', values: ['v'] },
    ],
  }
  const unknown = {
    sid: true,
    effect: true,
    actions: true,
    resources: true,
    principals: [{ type: true, identifiers: [false, true] }],
    condition: [{ values: true }, { test: true }, { test: true }],
    not_principals: true,
  }
  t.same(
    await statementsOf({
      x: {
        after: { statement: [after, {}] },
        unknown: { statement: [unknown, { principals: true, condition: true }] },
        expressions: { statement: [block, {}] },
      },
    }),
    [
      {
        Sid: '${aws_x.sid.id}',
        Effect: '${aws_x.effect.id}',
        Principal: { '${aws_x.type.id}': ['known', '${aws_x.who.arn}'] },
        NotPrincipal: `<${d}.x.statement[0].not_principals>`,
        Action: '<aws_x.actions.list>',
        Resource: `<${d}.x.statement[0].resources>`,
        Condition: {
          StringEquals: { 'aws:a': '<aws_x.values.list>' },
          '${aws_x.test.id}': { 'aws:c': 'v' },
        },
      },
      {
        Effect: 'Allow',
        Principal: `<${d}.x.statement[1].principals>`,
        Condition: `<${d}.x.statement[1].condition>`,
      },
    ],
  )
})

t.test('it makes an unknown list inside another list one of any length', async t => {
  const after = { principals: [{ type: 'AWS', identifiers: ['a'] }, { type: 'AWS' }] }
  const found = await statementsOf({
    x: { after: { statement: [after] }, unknown: { statement: [{ principals: [{}, { identifiers: true }] }] } },
  })
  t.same(found[0]?.['Principal'], { AWS: ['a', `<${d}.x.statement[0].principals.identifiers *>`] })
})

t.test('it merges sources, statements and overrides in the order of the provider', async t => {
  const { key } = await keyOf({
    x: {
      after: {
        policy_id: 'mine',
        version: '2012-10-17',
        source_json: json('Old'),
        source_policy_documents: [json('A', 'B'), '', null, '{"Statement":{"Sid":"","Effect":"Deny"}}', '{}'],
        statement: [statement('B'), statement(null), statement('C')],
        override_policy_documents: [json('A'), '{"Statement":[{"Sid":"C","Sid":"D"},{"Sid":7}]}'],
        override_json: json('C'),
      },
    },
  })
  t.same(policy(key?.policy), {
    Version: '2012-10-17',
    Id: 'theirs',
    Statement: [
      rebuilt('Old', 'kms:Encrypt'),
      rebuilt('A', 'kms:Encrypt'),
      rebuilt('B'),
      { Sid: '', Effect: 'Deny' },
      rebuilt(undefined),
      rebuilt('C', 'kms:Encrypt'),
      { Sid: 'D' },
      { Sid: '7' },
    ],
  })
})

t.test('it finds the documents behind unknown sources', async t => {
  const x = (attribute: string, value: unknown, unknown: unknown, expression: unknown): Doc => ({
    after: { [attribute]: value, statement: [statement('Own')] },
    unknown: { [attribute]: unknown },
    expressions: { [attribute]: expression },
  })
  const a: Doc = { after: { statement: [statement('A')] } }
  const own = rebuilt('Own')
  const sources = 'source_policy_documents'
  const found = async (doc: Doc) =>
    (await statementsOf({ x: doc, a }, { read: json('Read') })).map(s => (typeof s === 'string' ? s : s['Sid']))
  const many = (name: string) => `<${name} *>`
  t.same(await found(x(sources, [null], [true], references('a'))), ['A', 'Own'])
  t.same(await found(x(sources, [null, null], [true, true], references('read', 'a'))), ['Read', 'A', 'Own'])
  t.same(
    await found(x(sources, [json('Known'), null], [false, true], references('a'))),
    ['Known', 'A', 'Own'],
    'the only one left',
  )
  t.same(await found(x(sources, [null, null], [true, true], references('a'))), [
    many(`${d}.a.json`),
    many(`${d}.a.json`),
    'Own',
  ])
  t.same(await found(x(sources, [null, null], [true, true], { references: ['local.documents'] })), [
    many('local.documents'),
    many('local.documents'),
    'Own',
  ])
  t.same(await found(x(sources, undefined, true, { references: ['local.documents'] })), [
    many('local.documents'),
    'Own',
  ])
  t.same(await found(x(sources, [null], [true], references('nowhere'))), [many(`${d}.nowhere.json`), 'Own'])
  t.same(await found(x('source_json', undefined, true, references('a'))), ['A', 'Own'])
  t.same(
    await found(x('override_json', undefined, true, { references: ['local.o'] })),
    ['<local.o>', many('local.o')],
    'an unknown override may replace every statement with a sid',
  )
  t.match(own, { Sid: 'Own' })
})

t.test('it says that a statement with an unknown sid may replace others', async t => {
  const found = await statementsOf({
    x: {
      after: { source_policy_documents: [json('A')], statement: [{ ...statement(null), sid: null }] },
      unknown: { statement: [{ sid: true }] },
      expressions: { statement: [{ sid: { references: ['aws_x.y.id'] } }] },
    },
  })
  t.same(found, ['<the sid of a statement>', { ...rebuilt(undefined), Sid: '${aws_x.y.id}' }])
})

t.test('it hides what is sensitive in a document', async t => {
  const found = await statementsOf({
    x: {
      after: { source_policy_documents: [json('Secret'), json('Open')], statement: [statement('S')] },
      sensitive: {
        source_policy_documents: [true, false],
        statement: [{ sid: true, principals: true, actions: [true] }],
      },
    },
  })
  t.same(
    found.map(s => [s['Sid'], s['Principal'], s['Action']]),
    [
      ['(sensitive)', { AWS: '(sensitive)' }, 'kms:Encrypt'],
      ['Open', { AWS: '111122223333' }, 'kms:Encrypt'],
      ['(sensitive)', { AWS: '(sensitive)' }, 'kms:Decrypt'],
    ],
  )
})

t.test('it names blocks by their sid where dynamic ones stand beside them', async t => {
  const one = (sid: string) => ({ ...statement(sid), resources: [null] })
  const found = await statementsOf({
    x: {
      after: { statement: [one('Dynamic'), one('Static')] },
      unknown: { statement: [{ resources: [true] }, { resources: [true] }] },
      expressions: { statement: [{ sid: { constant_value: 'Static' }, resources: { references: ['aws_x.y.arn'] } }] },
    },
  })
  t.same(
    found.map(s => s['Resource']),
    [`\${${d}.x.statement[0].resources}`, '${aws_x.y.arn}'],
  )
})

t.test('it bounds what a policy may be merged from', async t => {
  const names = Array.from({ length: 14 }, (_, i) => `n${i}`)
  const chain: Record<string, Doc> = Object.fromEntries(
    ['x', ...names].map((name, i) => {
      const next = [names[i], names[i + 1]].filter(n => n !== undefined)
      return [
        name,
        {
          after: { source_policy_documents: next.map(() => null), statement: [statement(null)] },
          unknown: { source_policy_documents: next.map(() => true) },
          expressions: { source_policy_documents: references(...next) },
        },
      ]
    }),
  )
  const deep = await keyOf(chain)
  t.equal(deep.key, undefined)
  t.match(deep.problems, [
    { code: 'key-not-read', message: 'aws_kms_key.k: the policy is merged from more than 200 documents' },
  ])
  const wide = await keyOf({ x: { after: { statement: Array.from({ length: 2001 }, () => statement(null)) } } })
  t.match(wide.problems, [{ message: /more than 2000 statements/ }])
})

t.test('it tells of a source that is no JSON', async t => {
  const { key, problems } = await keyOf({ x: { after: { source_policy_documents: ['{'] } } })
  t.equal(key, undefined)
  t.match(problems, [{ code: 'key-not-read', severity: 'error', message: /^aws_kms_key\.k: not valid JSON/ }])
})

t.test('it follows a policy through a module, its variables and the elements of for_each', async t => {
  const doc = `${d}.doc`
  const shown = (policyExpression: unknown, more: Record<string, unknown> = {}, index = 'a') =>
    read(
      planOf({
        changes: [
          change({ address: `${doc}["a"]`, actions: ['read'], index: 'a', after: { statement: [statement('A')] } }),
          change({ address: `${doc}["b"]`, actions: ['read'], index: 'b', after: { statement: [statement('B')] } }),
          change({
            address: `module.m["a"].${d}.inner`,
            actions: ['read'],
            after: { statement: [statement('Inner')] },
          }),
          change({ address: 'aws_kms_key.k', unknown: { policy: true }, index }),
        ],
        configuration: {
          root_module: {
            resources: [written(doc, {}), written('aws_kms_key.k', { policy: policyExpression }, more)],
            variables: { v: {}, unset: {}, map: {} },
            module_calls: {
              m: {
                module: {
                  outputs: {
                    policy: { expression: { references: [`${d}.inner.json`, `${d}.inner`] } },
                    other: { expression: { references: ['local.x'] } },
                  },
                  resources: [written(`${d}.inner`, {})],
                },
              },
            },
          },
        },
        more: { variables: { v: { value: 'text' }, map: { value: { a: { policy: 'p', none: null }, b: 'x' } } } },
      }),
    ).then(({ keys }) => {
      const of = policy(keys[0]?.policy)
      return typeof of === 'string'
        ? of
        : statements(keys[0])
            .map(s => s['Sid'])
            .join()
    })
  const refs = (...names: readonly string[]) => ({ references: names })
  t.equal(await shown(refs(doc, 'each.key')), 'A')
  t.equal(await shown(refs(`${doc}["b"].json`, `${doc}["b"]`, doc)), 'B')
  t.equal(await shown(refs('each.value.json', 'each.value'), { for_each_expression: refs(doc) }), 'A')
  t.equal(await shown(refs('each.value.policy', 'each.value'), { for_each_expression: refs('module.m') }), 'Inner')
  t.equal(await shown(refs('each.value'), { for_each_expression: refs('module.m') }), 'Inner')
  t.equal(await shown(refs('module.m', 'each.key')), 'Inner')
  t.equal(await shown(refs('module.m["a"].nothing')), 'unknown: module.m["a"].nothing')
  t.equal(await shown(refs('module.absent')), 'unknown: module.absent')
  t.equal(await shown(refs('module.absent.x')), 'unknown: module.absent.x')
  t.equal(await shown(refs('each.value.policy')), 'unknown: each.value.policy')
  t.equal(await shown(refs('each.value.none'), { for_each_expression: refs('var.map') }), 'default')
  t.equal(await shown(refs('each.value'), { for_each_expression: refs('var.map') }), 'default')
  t.equal(await shown(refs('each.value'), { for_each_expression: refs('var.v') }), 'default')
  t.equal(await shown(refs('each.value.x'), { for_each_expression: refs('aws_x.y.list') }), 'unknown: aws_x.y.list')
  t.equal(
    await shown(refs('var.map.a.none', 'var.map.a', 'var.map', doc, 'each.key')),
    'A',
    'an attribute that is not set hides nothing',
  )
  t.equal(await shown(refs('var.v', doc, 'each.key')), `unknown: ${doc}["a"]`)
  t.equal(await shown(refs('var.unset')), 'unknown: var.unset')
  t.equal(await shown(refs('var.undeclared')), 'unknown: var.undeclared')
  t.equal(await shown(refs(doc), {}, 'c'), `unknown: ${doc}`)
  t.equal(
    await shown(refs(...Array.from({ length: 6 }, (_, i) => `aws_x.y${i}.arn`))),
    'unknown: aws_x.y0.arn, aws_x.y1.arn, aws_x.y2.arn, aws_x.y3.arn and 2 more',
  )
})

t.test('it ends when references fan out without end', async t => {
  const names = Array.from({ length: 60 }, (_, i) => `m${i}`)
  const calls = Object.fromEntries(
    names.map((name, i) => [
      name,
      {
        expressions: { v: { references: [`module.m${i + 1}.o`, `module.m${i + 2}.o`] } },
        module: { variables: { v: {} }, outputs: { o: { expression: { references: ['var.v', 'var.v.x'] } } } },
      },
    ]),
  )
  const { keys } = await read(
    planOf({
      changes: [change({ address: 'aws_kms_key.k', unknown: { policy: true } })],
      configuration: {
        root_module: {
          resources: [written('aws_kms_key.k', { policy: { references: ['module.m0.o'] } })],
          module_calls: calls,
        },
      },
    }),
  )
  t.match(policy(keys[0]?.policy), /^unknown: /)
  t.equal(fact(keys[0]?.replica), false)
})
