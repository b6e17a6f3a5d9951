import t from 'tap'
import { canRotate, fits, keyClassOf } from './key-class.js'
import { hole, sampleKey } from './sample.js'
import { isUnknown, Unknown } from './truth.js'

const unknown = new Unknown([hole('var.spec')])

t.test('it tells the class of a key by spec and usage', t => {
  const cases = [
    ['SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT', 'symmetric'],
    ['RSA_2048', 'ENCRYPT_DECRYPT', 'asymmetric-encryption'],
    ['RSA_2048', 'SIGN_VERIFY', 'asymmetric-signing'],
    ['ECC_NIST_P256', 'KEY_AGREEMENT', 'key-agreement'],
    ['HMAC_256', 'GENERATE_VERIFY_MAC', 'hmac'],
    ['HMAC_256', unknown, 'hmac'],
    ['ML_DSA_65', unknown, 'asymmetric-signing'],
    ['ECC_SECG_P256K1', unknown, 'asymmetric-signing'],
    ['ECC_NIST_EDWARDS25519', unknown, 'asymmetric-signing'],
    ['SYMMETRIC_DEFAULT', unknown, 'symmetric'],
    [unknown, 'SIGN_VERIFY', 'asymmetric-signing'],
  ] as const
  for (const [spec, usage, expected] of cases) t.equal(keyClassOf({ spec, usage }), expected)
  t.end()
})

t.test('it tells what AWS makes no key of', t => {
  t.equal(fits({ spec: 'SYMMETRIC_DEFAULT', usage: 'SIGN_VERIFY' }), false)
  t.equal(fits({ spec: 'RSA_2048', usage: 'SIGN_VERIFY' }), true)
  t.equal(fits({ spec: 'ECC_NIST_P256', usage: 'ENCRYPT_DECRYPT' }), false)
  t.equal(fits({ spec: 'ECC_SECG_P256K1', usage: 'KEY_AGREEMENT' }), false)
  t.equal(fits({ spec: 'SM2', usage: 'KEY_AGREEMENT' }), true, 'a spec of which nothing is said here')
  t.ok(isUnknown(fits({ spec: unknown, usage: 'SIGN_VERIFY' })))
  t.end()
})

t.test('it leaves open what spec or usage must decide', t => {
  t.ok(isUnknown(keyClassOf({ spec: unknown, usage: 'ENCRYPT_DECRYPT' })))
  t.ok(isUnknown(keyClassOf({ spec: 'RSA_2048', usage: unknown })))
  t.end()
})

t.test('it knows which keys AWS can rotate', t => {
  t.equal(canRotate(sampleKey()), true)
  t.equal(canRotate(sampleKey({ spec: 'RSA_2048' })), false)
  t.equal(canRotate(sampleKey({ origin: 'EXTERNAL' })), false)
  t.equal(canRotate(sampleKey({ replica: true })), false)
  t.ok(isUnknown(canRotate(sampleKey({ spec: unknown }))))
  t.ok(isUnknown(canRotate(sampleKey({ origin: unknown }))))
  t.equal(canRotate(sampleKey({ spec: unknown, replica: true })), false)
  t.end()
})
