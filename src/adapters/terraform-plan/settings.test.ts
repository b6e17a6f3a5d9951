import { readFileSync } from 'node:fs'
import t from 'tap'
import type { Key } from '../../model/key.js'
import { change, fact, planOf, read, written } from './example-plan.js'

const settings = ({ spec, usage, origin, multiRegion, replica, rotation, bypassLockoutCheck, deletionWindow }: Key) =>
  [spec, usage, origin, multiRegion, replica, rotation, bypassLockoutCheck, deletionWindow].map(fact)

const settingsOf = async (
  ...resources: readonly (readonly [
    string,
    Record<string, unknown>,
    Record<string, unknown>?,
    Record<string, unknown>?,
  ])[]
) => {
  const { keys } = await read(
    planOf({
      changes: resources.map(([address, after, unknown = {}]) => change({ address, after, unknown })),
      resources: resources.map(([address, , , expressions = {}]) => written(address, expressions)),
    }),
  )
  return Object.fromEntries(keys.map(k => [k.address, settings(k)]))
}

t.test('it knows what AWS makes of settings that are not given', async t => {
  const unknown = { multi_region: true, key_usage: true }
  t.same(
    await settingsOf(
      ['aws_kms_key.a', {}, unknown],
      ['aws_kms_external_key.b', { deletion_window_in_days: 7 }, unknown],
    ),
    {
      'aws_kms_key.a': ['SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT', 'AWS_KMS', false, false, false, false, undefined],
      'aws_kms_external_key.b': ['SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT', 'EXTERNAL', false, false, false, false, 7],
    },
  )
})

t.test('it knows which keys are enabled', async t => {
  const { keys } = await read(
    planOf({
      changes: [
        change({ address: 'aws_kms_key.on', after: {} }),
        change({ address: 'aws_kms_key.off', after: { is_enabled: false } }),
        change({ address: 'aws_kms_external_key.waiting', after: {}, unknown: { enabled: true } }),
        change({ address: 'aws_kms_replica_key.off', after: { enabled: false } }),
      ],
    }),
  )
  t.same(Object.fromEntries(keys.map(({ address, enabled }) => [address, fact(enabled)])), {
    'aws_kms_key.on': true,
    'aws_kms_key.off': false,
    'aws_kms_external_key.waiting': 'unknown: aws_kms_external_key.waiting.enabled',
    'aws_kms_replica_key.off': false,
  })
})

t.test('it says what a setting depends on that is given and not known', async t => {
  const given = { references: ['local.x'] }
  t.same(
    await settingsOf([
      'aws_kms_key.a',
      {},
      { customer_master_key_spec: true, enable_key_rotation: true, custom_key_store_id: true },
      {
        customer_master_key_spec: given,
        enable_key_rotation: given,
        custom_key_store_id: { references: ['aws_x.store.id', 'aws_x.store'] },
      },
    ]),
    {
      'aws_kms_key.a': [
        'unknown: local.x',
        'ENCRYPT_DECRYPT',
        'unknown: aws_x.store.id',
        false,
        false,
        'unknown: local.x',
        false,
        undefined,
      ],
    },
  )
})

t.test('it tells where key material comes from', async t => {
  const origins = await settingsOf(
    ['aws_kms_key.kms', { custom_key_store_id: '', xks_key_id: '' }],
    ['aws_kms_key.hsm', { custom_key_store_id: 'cks-1' }],
    ['aws_kms_key.xks', { custom_key_store_id: 'cks-1', xks_key_id: 'k' }],
    [
      'aws_kms_key.unknown',
      { custom_key_store_id: 'cks-1' },
      { xks_key_id: true },
      { xks_key_id: { references: ['var.k'] } },
    ],
  )
  t.same(
    Object.values(origins).map(s => s[2]),
    ['AWS_KMS', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE', 'unknown: var.k'],
  )
})

t.test('it gives a replica what its primary key has', async t => {
  const { keys } = await read(readFileSync('testdata/plans/references/plan.json'))
  const replicas = Object.fromEntries(keys.filter(k => k.replica).map(k => [k.address, settings(k)]))
  t.same(replicas, {
    'aws_kms_replica_external_key.ext': [
      'SYMMETRIC_DEFAULT',
      'ENCRYPT_DECRYPT',
      'EXTERNAL',
      true,
      true,
      false,
      false,
      30,
    ],
    'aws_kms_replica_key.rep': ['SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT', 'AWS_KMS', true, true, false, false, 30],
  })
  const unknown = { key_spec: true, key_usage: true, key_rotation_enabled: true }
  const primary = { primary_key_arn: { constant_value: 'arn:aws:kms:eu-west-1:111122223333:key/mrk-1' } }
  const found = await settingsOf(
    [
      'aws_kms_key.p',
      { arn: primary.primary_key_arn.constant_value, customer_master_key_spec: 'RSA_2048', key_usage: 'SIGN_VERIFY' },
    ],
    ['aws_kms_replica_key.r', { primary_key_arn: primary.primary_key_arn.constant_value }, unknown, primary],
    ['aws_kms_replica_key.stray', {}, unknown, { primary_key_arn: { references: ['var.arn'] } }],
    [
      'aws_kms_replica_key.known',
      { key_spec: 'HMAC_256', key_usage: 'GENERATE_VERIFY_MAC', key_rotation_enabled: false },
    ],
    [
      'aws_kms_replica_key.circle',
      {},
      unknown,
      { primary_key_arn: { references: ['aws_kms_replica_key.circle.arn'] } },
    ],
  )
  const stray = (name: string) =>
    ['key_spec', 'key_usage', 'key_rotation_enabled'].map(a => `unknown: aws_kms_replica_key.${name}.${a}`)
  const pick = (name: string) => [0, 1, 5].map(i => found[`aws_kms_replica_key.${name}`]?.[i])
  t.same(pick('r'), ['RSA_2048', 'SIGN_VERIFY', false])
  t.same(pick('stray'), stray('stray'))
  t.same(pick('known'), ['HMAC_256', 'GENERATE_VERIFY_MAC', false])
  t.same(pick('circle'), stray('circle'))
})
