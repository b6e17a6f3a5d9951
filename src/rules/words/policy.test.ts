import t from 'tap'
import { anything, many } from '../../model/sample.js'
import { policyType } from './policy.js'
import { allow, read, scopeOfPolicy } from './sample.js'

const root = { AWS: 'arn:aws:iam::111122223333:root' }
const outsider = { AWS: 'arn:aws:iam::444455556666:root' }
const field = (name: string, policy: unknown, facts = {}) => read(policyType, name, scopeOfPolicy(policy, facts))
const changed = (statements: unknown, facts = {}) =>
  field('canBeChanged', { Version: '2012-10-17', Statement: statements }, facts)
const delegates = (statements: unknown, facts = {}) => field('delegatesToAccount', { Statement: statements }, facts)

t.test('it reads the version', t => {
  const policy = (Version: unknown) => ({ Version, Statement: [] })
  t.equal(field('version', policy('2012-10-17')), '2012-10-17')
  t.equal(field('hasVersion', policy('2012-10-17')), true)
  t.equal(field('isVersion', policy('2008-10-17')), true)
  t.equal(field('isVersion', policy('2024-01-01')), false)
  t.equal(field('isVersion', policy('«v»')), 'unknown')
  t.equal(field('hasVersion', policy('«v»')), true)
  t.equal(field('hasVersion', policy(undefined)), false)
  t.equal(field('version', policy(undefined)), '')
  t.equal(field('isVersion', policy(undefined)), 'unknown')
  t.equal(field('hasVersion', { Statement: [many('more')] }), false)
  for (const name of ['hasVersion', 'version', 'isVersion', 'canBeChanged', 'delegatesToAccount']) {
    t.equal(field(name, anything('policy')), 'unknown', name)
  }
  t.ok(read(policyType, 'versionPlace', scopeOfPolicy(policy('2012-10-17'))))
  t.ok(policyType.place?.(scopeOfPolicy(policy('2012-10-17'))))
  t.end()
})

t.test('it knows who can change the policy', t => {
  for (const principal of [root, '*', { AWS: '111122223333' }, { AWS: 'arn:aws:iam::111122223333:role/admin' }]) {
    t.equal(changed(allow(principal, 'kms:*')), true, JSON.stringify(principal))
  }
  t.equal(changed(allow(root, 'kms:Put*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })), true)
  t.equal(changed({ Effect: 'Allow', NotPrincipal: outsider, Action: 'kms:*', Resource: '*' }), true)
  t.equal(
    changed(allow(root, 'kms:*', { Condition: { StringNotEquals: { 'aws:PrincipalAccount': 'none' } } })),
    true,
    'a negated condition that always holds',
  )
  t.equal(changed(allow(root, 'kms:*', { Condition: { Strange: { 'aws:PrincipalAccount': 'x' } } })), true)
  t.equal(changed(allow(root, 'kms:*', { Condition: { StringEquals: { 'aws:PrincipalAccount': [many('x')] } } })), true)
  t.end()
})

t.test('it knows when nobody can change the policy', t => {
  const lost: readonly unknown[] = [
    [],
    allow(root, 'kms:Decrypt'),
    allow(outsider, 'kms:*'),
    allow({ Service: 's3.amazonaws.com' }, 'kms:*'),
    allow({ AWS: 'AROAEXAMPLEID12345678' }, 'kms:*'),
    allow(root, 'kms:*', { Condition: { StringEquals: { 'aws:PrincipalAccount': 'none' } } }),
    allow(root, 'kms:*', { Condition: { StringEquals: { 'kms:EncryptionContext:a': 'b' } } }),
    { Effect: 'Allow', Principal: root, Action: 'kms:*' },
    [allow(root, 'kms:*'), { Effect: 'Deny', Principal: '*', Action: 'kms:PutKeyPolicy', Resource: '*' }],
  ]
  for (const statements of lost) t.equal(changed(statements), false, JSON.stringify(statements))
  t.end()
})

t.test('it leaves open what a hole decides', t => {
  t.equal(changed(allow({ AWS: '«arn»' }, 'kms:*')), 'unknown')
  t.equal(changed(allow(root, 'kms:*'), { account: undefined }), 'unknown')
  t.equal(changed({ ...allow(root, 'kms:*'), Effect: '«effect»' }), 'unknown')
  t.equal(
    changed([allow(root, 'kms:*'), { Effect: 'Deny', Principal: '*', Action: '«action»', Resource: '*' }]),
    'unknown',
  )
  t.equal(delegates({ ...allow(root), Effect: '«effect»' }), 'unknown')
  t.equal(delegates(allow({ AWS: '«arn»' })), 'unknown')
  t.end()
})

t.test('it knows whether a statement delegates to the account', t => {
  t.equal(delegates(allow(root)), true)
  t.equal(delegates(allow({ AWS: '«account»' })), true)
  t.equal(delegates(allow(outsider)), false)
  t.equal(delegates(allow('*')), false)
  t.end()
})
