import t from 'tap'
import { dateOf, isNumber, valueMatches } from './comparison.js'
import type { Comparison } from './condition.js'
import { sample } from './sample.js'
import { isUnknown } from './truth.js'

t.test('it compares one value of a policy with one of a request', t => {
  const cases: readonly (readonly [Comparison, policy: string, request: string, expected: boolean | 'unknown'])[] = [
    ['StringEquals', 'a', 'a', true],
    ['StringEquals', 'a', 'A', false],
    ['StringEquals', 'a*', 'ab', false],
    ['StringEquals', 'a*', 'a*', true],
    ['StringEquals', '«x»', 'a', 'unknown'],
    ['StringEquals', 'b«x»', 'a', false],
    ['StringEqualsIgnoreCase', 'abc', 'ABC', true],
    ['StringLike', 's3.*.amazonaws.com', 's3.eu-west-1.amazonaws.com', true],
    ['StringLike', 'S3.*', 's3.eu', false],
    ['ArnEquals', 'arn:aws:s3:::b*', 'arn:aws:s3:::bucket', true],
    ['ArnLike', 'arn:aws:*:111122223333:trail/a', 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/a', false],
    ['Bool', 'TRUE', 'true', true],
    ['Bool', 'true', 'false', false],
    ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', true],
    ['BinaryEquals', 'QmluYXJ5', 'QQ==', false],
    ['IpAddress', '203.0.113.0/24', '203.0.113.7', true],
    ['NumericEquals', '5', '5.0', true],
    ['NumericLessThan', '10', '9', true],
    ['NumericLessThan', '10', '10', false],
    ['NumericLessThanEquals', '10', '10', true],
    ['NumericGreaterThan', '10', '11', true],
    ['NumericGreaterThanEquals', '10', '9.9', false],
    ['NumericEquals', 'five', '5', false],
    ['NumericEquals', '5', 'five', false],
    ['NumericEquals', '«x»', '5', 'unknown'],
    ['DateEquals', '2024-01-01', '2024-01-01T00:00:00Z', true],
    ['DateLessThan', '2025-01-01T00:00:00Z', '2024-06-30T00:00:00Z', true],
    ['DateLessThanEquals', '2024-01-01', '1704067200', true],
    ['DateGreaterThan', '2025-01-01', '2024-06-30', false],
    ['DateGreaterThanEquals', 'tomorrow', '2024-06-30', false],
  ]
  for (const [comparison, policy, request, expected] of cases) {
    const truth = valueMatches(comparison, sample(policy), sample(request))
    t.equal(isUnknown(truth) ? 'unknown' : truth, expected, `${comparison} ${policy} against ${request}`)
  }
  t.end()
})

t.test('it refuses to compare by what is no affirmative comparison', t => {
  t.throws(() => valueMatches('Null', ['true'], ['true']))
  t.throws(() => valueMatches('StringNotEquals', ['a'], ['a']))
  t.end()
})

t.test('it reads the dates that IAM takes', t => {
  const day = Date.UTC(2024, 0, 1)
  for (const same of ['2024', '2024-01', '2024-01-01', '2024-01-01T00:00Z', '2024-01-01T00:00:00', '1704067200']) {
    t.equal(dateOf(same), day, same)
  }
  t.equal(dateOf('2024-01-01T01:00:00+01:00'), day)
  t.equal(dateOf('2024-01-01T00:00:00.000Z'), day)
  for (const none of ['', 'tomorrow', '2024-13-01', '01/01/2024', '*']) t.equal(dateOf(none), undefined, none)
  t.end()
})

t.test('it knows a number when it sees one', t => {
  for (const yes of ['5', '-1', '+2.5', '.5', '1e3', ' 7 ']) t.equal(isNumber(yes), true, yes)
  for (const no of ['', 'five', '0x10', '1,000', '*', '1.2.3', 'Infinity']) t.equal(isNumber(no), false, no)
  t.end()
})
