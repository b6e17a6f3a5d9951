import t from 'tap'
import { hole, here, sampleKey } from '../../model/sample.js'
import { Unknown } from '../../model/truth.js'
import { keyType } from './key.js'
import { read, settings } from './sample.js'

const field = (name: string, facts: Parameters<typeof sampleKey>[0] = {}) =>
  read(keyType, name, { key: sampleKey(facts), settings })

t.test('it tells what the input shows of a key', t => {
  const expected = {
    address: 'aws_kms_key.main',
    type: 'aws_kms_key',
    isDescribed: true,
    isEnabled: true,
    account: '111122223333',
    region: 'eu-west-1',
    spec: 'SYMMETRIC_DEFAULT',
    usage: 'ENCRYPT_DECRYPT',
    origin: 'AWS_KMS',
    keyClass: 'symmetric',
    isReplica: false,
    rotates: true,
    canRotate: true,
    bypassesLockoutCheck: false,
    deletionWindow: 30,
    isManaged: false,
    hasDefaultPolicy: true,
    policySources: [],
  }
  for (const [name, value] of Object.entries(expected)) t.same(field(name), value, name)
  t.same(
    Object.keys(keyType.fields).filter(name => !(name in expected)),
    [],
    'every word is tested',
  )
  t.equal(keyType.print?.({ key: sampleKey(), settings }), 'aws_kms_key.main')
  t.same(keyType.place?.({ key: sampleKey(), settings }), { file: 'main.tf', line: 1 })
  t.end()
})

t.test('it leaves open what the input does not tell', t => {
  const unknown = new Unknown([hole('x')])
  t.equal(field('account', { account: undefined }), 'unknown')
  t.equal(field('region', { region: undefined }), 'unknown')
  t.equal(field('deletionWindow', { deletionWindow: unknown }), 'unknown')
  t.equal(field('rotates', { rotation: unknown }), 'unknown')
  t.equal(field('keyClass', { spec: unknown, usage: unknown }), 'unknown')
  t.end()
})

t.test('it knows a policy by itself from a key', t => {
  t.equal(field('isDescribed', { type: 'key-policy' }), false)
  t.equal(field('isDescribed', { type: 'aws_kms_key_policy' }), false)
  t.equal(field('deletionWindow', { deletionWindow: 7 }), 7)
  t.same(field('policySources', { policySources: [{ address: 'aws_kms_key_policy.a', location: here }] }), [
    'aws_kms_key_policy.a',
  ])
  t.end()
})
