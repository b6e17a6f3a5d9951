import t from 'tap'
import { nearest, suggestion } from './nearest.js'

const actions = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:Sign']

t.test('it finds the name that a slip was meant to be', t => {
  t.equal(nearest('kms:Decrytp', actions), 'kms:Decrypt')
  t.equal(nearest('kms:Describe', actions), 'kms:DescribeKey')
  t.equal(nearest('kms:DECRYPT', actions), 'kms:Decrypt')
  t.equal(nearest('kms:Sing', actions), 'kms:Sign')
  t.equal(nearest('kms:Encrpt', actions), 'kms:Encrypt')
  t.end()
})

t.test('it takes the nearest, not the first that is near', t => {
  t.equal(nearest('abcdefgh', ['abcdefxy', 'abcdefgx']), 'abcdefgx')
  t.end()
})

t.test('it suggests nothing where nothing is near', t => {
  t.equal(nearest('s3:GetObject', actions), undefined)
  t.equal(nearest('', actions), undefined)
  t.equal(nearest('kms:Decrypt', []), undefined)
  t.end()
})

t.test('it does not compare names that are too long', t => {
  const long = 'x'.repeat(100_000)
  t.equal(nearest(long, [long]), undefined)
  t.end()
})

t.test('it suggests in words', t => {
  t.equal(suggestion('chek', ['check', 'test']), '; did you mean check?')
  t.equal(suggestion('deploy', ['check', 'test']), '')
  t.end()
})
