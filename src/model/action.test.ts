import t from 'tap'
import { kms } from '../knowledge/kms.js'
import { actionMatches, covers, naming, type ActionPattern } from './action.js'
import { here, sample } from './sample.js'
import { isUnknown } from './truth.js'

const pattern = (written: string): ActionPattern => ({ text: sample(written), location: here })
const namesOf = (written: string): string[] =>
  kms.actions
    .filter(({ inKeyPolicy }) => inKeyPolicy)
    .filter(action => actionMatches(pattern(written), action) === true)
    .map(({ name }) => name)
const decrypt = kms.actions.find(({ name }) => name === 'Decrypt')!

t.test('it expands patterns as AWS documents them for key policies', t => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['kms:Create*', ['CreateAlias', 'CreateGrant']],
    ['kms:Delete*', ['DeleteAlias', 'DeleteImportedKeyMaterial']],
    ['kms:Put*', ['PutKeyPolicy']],
    ['kms:List*', ['ListGrants', 'ListKeyPolicies', 'ListKeyRotations', 'ListResourceTags']],
    ['kms:Describe*', ['DescribeKey']],
    ['kms:ReEncrypt*', ['ReEncryptFrom', 'ReEncryptTo']],
    ['KMS:decrypt', ['Decrypt']],
    ['kms:?ncrypt', ['Encrypt']],
    ['kms:ReEncrypt', []],
    ['s3:*', []],
    ['Decrypt', []],
  ]
  for (const [written, names] of cases) t.same(namesOf(written), names, written)
  t.equal(namesOf('*').length, namesOf('kms:*').length)
  t.end()
})

t.test('it takes NotAction for everything that is not listed', t => {
  t.equal(covers([pattern('kms:Encrypt')], true, decrypt), true)
  t.equal(covers([pattern('kms:Encrypt'), pattern('kms:De*')], true, decrypt), false)
  t.equal(covers([], false, decrypt), false)
  t.equal(covers([], true, decrypt), true)
  t.end()
})

t.test('it leaves open what a hole may name', t => {
  t.ok(isUnknown(covers([pattern('kms:«operation»')], false, decrypt)))
  t.equal(covers([pattern('kms:En«x»')], false, decrypt), false)
  t.equal(covers([pattern('kms:«x»'), pattern('kms:De*')], false, decrypt), true)
  t.end()
})

t.test('it tells an action written out from one that a pattern brings in', t => {
  t.equal(naming([pattern('kms:decrypt')])(decrypt), true)
  t.equal(naming([pattern('kms:De*'), pattern('kms:«x»')])(decrypt), false)
  t.end()
})
