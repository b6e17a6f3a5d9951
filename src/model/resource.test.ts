import t from 'tap'
import { isEveryKey, isThisKey } from './resource.js'
import { sample, sampleKey } from './sample.js'
import { isUnknown } from './truth.js'

const arn = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const created = sampleKey()
const existing = sampleKey({ arns: [arn, '1234abcd-12ab-34cd-56ef-1234567890ab'] })
const bare = sampleKey({ type: 'key-policy' })
const unplaced = sampleKey({ account: undefined, region: undefined, partition: undefined })

t.test('it knows which resources mean the key', t => {
  const cases = [
    ['*', created, true],
    ['**', created, true],
    ['«key-arn»', created, true],
    [arn, existing, true],
    ['arn:aws:kms:eu-west-1:111122223333:key/*', created, true],
    ['arn:aws:kms:*:111122223333:key/*', created, true],
    ['arn:aws:kms:*:*:*', created, true],
    ['arn:aws:kms:eu-west-1:111122223333:key/*', unplaced, true],
    ['arn:aws:kms:us-east-1:111122223333:key/*', created, false],
    ['arn:aws:kms:eu-west-1:444455556666:key/*', created, false],
    ['arn:aws-cn:kms:eu-west-1:111122223333:key/*', created, false],
    ['arn:aws:kms:eu-west-1:111122223333:alias/app', created, false],
    ['arn:aws:s3:::bucket', created, false],
    ['1234abcd-12ab-34cd-56ef-1234567890ab', existing, false],
    ['', created, false],
    [arn, created, false],
    [arn.replace('1234abcd', '0987dcba'), existing, false],
    [arn.replace('1234abcd', '0987dcba'), bare, 'unknown'],
    [arn, bare, 'unknown'],
    ['arn:aws:kms:eu-west-1:«account»:key/*', created, 'unknown'],
    ['arn:aws:kms:«region»:111122223333:key/«id»', created, 'unknown'],
    ['arn:aws:kms:us-east-1:111122223333:key/«id»', created, false],
    ['arn:aws:kms:eu-west-1:111122223333:alias/«name»', created, false],
    ['«aws_kms_key.other.arn»', created, 'unknown'],
  ] as const
  for (const [resource, key, expected] of cases) {
    const truth = isThisKey(sample(resource), key)
    t.equal(isUnknown(truth) ? 'unknown' : truth, expected, `${resource || 'nothing'} for ${key.type}`)
  }
  t.end()
})

t.test('it says what it would have to know of a bare policy', t => {
  t.match(isThisKey([arn], bare), { holes: [{ name: 'the ARN of the key' }] })
  t.end()
})

t.test('it knows a pattern for every key', t => {
  for (const yes of [
    'arn:aws:kms:*:111122223333:key/*',
    'arn:aws:kms:eu-west-1:«account»:key/*',
    'arn:aws:kms:*:*:*',
  ]) {
    t.equal(isEveryKey(sample(yes)), true, yes)
  }
  for (const no of ['*', arn, 'arn:aws:kms:*:*:key/12*', '«x»', 'arn:aws:kms:*:*:«x»']) {
    t.equal(isEveryKey(sample(no)), false, no)
  }
  t.end()
})
