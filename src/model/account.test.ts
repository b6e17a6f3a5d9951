import t from 'tap'
import { kms } from '../knowledge/kms.js'
import { attest } from './account.js'
import type { Key, Policy } from './key.js'
import { here, node, sampleKey } from './sample.js'

const policy = (...statements: readonly object[]): Policy => ({
  kind: 'document',
  variants: [{ document: node({ Statement: statements }) }],
  location: here,
})
const allow = (principal: unknown, action = 'kms:*') => ({
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  Resource: '*',
})
const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` })
const unplaced = (facts: Partial<Key>) =>
  attest(sampleKey({ account: undefined, region: undefined, partition: undefined, ...facts }), kms.actions)

t.test('it infers the account that a policy delegates its administration to', t => {
  const { account } = unplaced({
    policy: policy(allow(root('444455556666')), allow(root('777788889999'), 'kms:Decrypt')),
  })
  t.same(account, { value: '444455556666', by: 'policy' })
  t.end()
})

t.test('it infers nothing where none or several accounts administer', t => {
  const others = [
    policy(allow(root('444455556666')), allow(root('777788889999'))),
    policy(allow({ AWS: 'arn:aws:iam::444455556666:role/app' })),
    policy(allow(root('«var.account»'))),
    policy(allow(root('«var.account»')), allow(root('444455556666'))),
    policy({ ...allow(root('444455556666')), Effect: 'Deny' }),
    policy({ Effect: 'Allow', NotPrincipal: root('444455556666'), Action: 'kms:*', Resource: '*' }),
    { kind: 'default', location: here } as const,
  ]
  for (const other of others) t.equal(unplaced({ policy: other }).account, undefined)
  t.equal(attest(sampleKey({ account: undefined, policy: policy(allow(root('444455556666'))) }), []).account, undefined)
  t.end()
})

t.test('it never overrules what is known', t => {
  const { account, partition } = attest(sampleKey({ policy: policy(allow(root('444455556666'))) }), kms.actions)
  t.same(account, { value: '111122223333', by: 'option' })
  t.same(partition, { value: 'aws', by: 'option' })
  t.end()
})

t.test('it tells the partition by the Region', t => {
  for (const [region, partition] of [
    ['eu-west-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
  ] as const) {
    t.same(unplaced({ region: { value: region, by: 'provider' } }).partition, { value: partition, by: 'provider' })
  }
  t.equal(unplaced({}).partition, undefined)
  t.end()
})
