import t from 'tap'
import { addressOf, pathOf, referenceOf, specific } from './address.js'

t.test('it reads and writes module addresses with any instance key', t => {
  for (const key of [
    'x',
    'a.b/c',
    "it's [beta]",
    'ops "blue" desk',
    'data\\warehouse',
    '${dollar}',
    '%{percent}',
    'ü\n',
  ]) {
    const path = [
      { name: 'a', index: key },
      { name: 'b-c', index: 0 },
      { name: 'd', index: undefined },
    ]
    t.same(pathOf(addressOf(path, 'aws_kms_key.this', key).replace(/\.aws_kms_key.*$/s, '')), path)
  }
  t.same(pathOf(''), [])
  t.same(pathOf('module'), [])
  t.same(pathOf('module.a["\\q"]'), [{ name: 'a', index: '\\q' }], 'an escape that JSON does not have stays')
  t.end()
})

t.test('it writes addresses as Terraform does', t => {
  t.equal(addressOf([], 'aws_kms_key.team', 'ops "blue" desk'), 'aws_kms_key.team["ops \\"blue\\" desk"]')
  t.equal(
    addressOf(
      [
        { name: 'w', index: 'a' },
        { name: 'k', index: undefined },
      ],
      'aws_kms_key.this',
      1,
    ),
    'module.w["a"].module.k.aws_kms_key.this[1]',
  )
  t.end()
})

t.test('it tells what a reference names', t => {
  const cases: Record<string, object> = {
    'aws_kms_key.via["storage"].arn': {
      kind: 'resource',
      local: 'aws_kms_key.via',
      index: 'storage',
      attribute: 'arn',
    },
    'aws_kms_key.one.0.arn': { kind: 'resource', local: 'aws_kms_key.one', index: 0, attribute: 'arn' },
    'data.aws_iam_policy_document.x[0].json': {
      kind: 'resource',
      local: 'data.aws_iam_policy_document.x',
      index: 0,
      attribute: 'json',
    },
    'module.key["p"].id': { kind: 'module', name: 'key', index: 'p', output: 'id' },
    'module.key': { kind: 'module', name: 'key', index: undefined, output: undefined },
    'var.settings.keys[0].name': { kind: 'variable', name: 'settings', rest: ['keys', 0, 'name'] },
    'each.value.arn': { kind: 'each-value', attribute: 'arn' },
    'each.key': { kind: 'place' },
    'count.index': { kind: 'place' },
    'path.module': { kind: 'place' },
    'local.root': { kind: 'opaque' },
    '': { kind: 'opaque' },
    each: { kind: 'opaque' },
    '!': { kind: 'opaque' },
  }
  for (const [reference, expected] of Object.entries(cases)) t.same(referenceOf(reference), expected, reference)
  t.end()
})

t.test('it drops the shorter forms that Terraform lists after each reference', t => {
  t.same(specific(['a.b["x"].arn', 'a.b["x"]', 'a.b', 'a.bc.arn', 'a.bc', 'var.n', 'a.b["x"].arn', 'each.key']), [
    'a.b["x"].arn',
    'a.bc.arn',
    'var.n',
    'each.key',
  ])
  t.end()
})
