import t from 'tap'
import { condition, type Condition } from './condition.js'
import type { ConditionKeyType } from './kms.js'
import { contradict, impossibleValues } from './never-true.js'
import { here, hole, sample } from './sample.js'

const now = Date.UTC(2026, 0, 1)

const make = (
  operator: string,
  key: string,
  values: string | readonly string[],
  more: readonly string[] = [],
): Condition =>
  condition(
    sample(operator),
    sample(key),
    [values].flat().map(value => ({ text: sample(value), location: here })),
    more.map(hole),
    here,
  )

const reasons = (operator: string, key: string, values: string | readonly string[], type?: ConditionKeyType) =>
  impossibleValues(make(operator, key, values), type, now).map(({ reason }) => reason)

t.test('it says which values no request can have', t => {
  const cases: readonly (readonly [string, string, string, ConditionKeyType, string])[] = [
    ['StringEquals', 'aws:PrincipalTag/Team', '', 'String', 'a value is empty'],
    [
      'StringEquals',
      'kms:ViaService',
      's3.*.amazonaws.com',
      'String',
      's3.*.amazonaws.com is compared as it stands: StringEquals knows no wildcards',
    ],
    [
      'StringEqualsIgnoreCase',
      'aws:PrincipalTag/Team',
      'red?',
      'String',
      'red? is compared as it stands: StringEqualsIgnoreCase knows no wildcards',
    ],
    [
      'StringEquals',
      'kms:EncryptionContext:a',
      'a*',
      'String',
      'a* is compared as it stands: StringEquals knows no wildcards',
    ],
    [
      'StringEquals',
      'kms:ViaService',
      's3.«region».*',
      'String',
      's3.${region}.* is compared as it stands: StringEquals knows no wildcards',
    ],
    ['Bool', 'kms:GrantIsForAWSResource', 'yes', 'Bool', 'yes is neither true nor false'],
    ['StringEquals', 'aws:SecureTransport', 'yes', 'Bool', 'yes is neither true nor false'],
    ['Null', 'aws:SourceArn', 'no', 'ARN', 'no is neither true nor false'],
    ['NumericLessThan', 'kms:RotationPeriodInDays', 'ninety', 'Numeric', 'ninety is not a number'],
    ['DateLessThan', 'aws:CurrentTime', 'tomorrow', 'Date', 'tomorrow is not a date'],
    ['DateLessThan', 'aws:CurrentTime', '2020-01-01', 'Date', '2020-01-01 is over'],
    ['NumericLessThan', 'aws:EpochTime', '1577836800', 'Date', '1577836800 is over'],
    ['IpAddress', 'aws:SourceIp', '10.0.0.0/40', 'IPAddress', '10.0.0.0/40 is not an IP address or range'],
    ['ArnLike', 'aws:SourceArn', '111122223333', 'ARN', '111122223333 is not an ARN'],
    ['StringEquals', 'aws:SourceArn', '111122223333', 'ARN', '111122223333 is not an ARN'],
    ['StringEquals', 'aws:SourceAccount', '11112222333', 'String', '11112222333 is not an account id of twelve digits'],
    ['StringLike', 'kms:CallerAccount', 'arn:*', 'String', 'arn:* is not an account id of twelve digits'],
    [
      'StringLike',
      'aws:PrincipalAccount',
      '1111222233334*',
      'String',
      '1111222233334* is not an account id of twelve digits',
    ],
    ['StringEquals', 'aws:PrincipalOrgID', '111122223333', 'String', '111122223333 is not an organization id'],
    [
      'ForAllValues:StringEquals',
      'kms:GrantOperations',
      'kms:Decrypt',
      'String',
      'kms:Decrypt is not an operation of a grant',
    ],
    [
      'StringNotEquals',
      'kms:ViaService',
      's3.*.amazonaws.com',
      'String',
      's3.*.amazonaws.com is compared as it stands: StringEquals knows no wildcards',
    ],
  ]
  for (const [operator, key, value, type, expected] of cases) t.same(reasons(operator, key, value, type), [expected])
  t.end()
})

t.test('it lets pass what a request can have', t => {
  const cases: readonly (readonly [string, string, string, ConditionKeyType])[] = [
    ['StringEquals', 'kms:ViaService', 's3.eu-west-1.amazonaws.com', 'String'],
    ['StringLike', 'kms:ViaService', 's3.*.amazonaws.com', 'String'],
    ['StringEquals', 'kms:EncryptionContext:a', 'what?', 'String'],
    ['StringEquals', 'aws:SourceArn', 'arn:aws:config:eu-west-1:111122223333:*', 'ARN'],
    ['StringLike', 'aws:SourceArn', 'arn:aws:s3:::*', 'ARN'],
    ['StringLike', 'aws:SourceArn', '*', 'ARN'],
    ['ArnLike', 'aws:SourceArn', '*', 'ARN'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:s3:::a', 'ARN'],
    ['StringLike', 'kms:CallerAccount', '1111*', 'String'],
    ['StringEquals', 'kms:CallerAccount', '111122223333', 'String'],
    ['StringLike', 'aws:PrincipalOrgID', 'o-*', 'String'],
    ['StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5', 'String'],
    ['ForAllValues:StringEquals', 'kms:GrantOperations', 'Decrypt', 'String'],
    ['ForAllValues:StringLike', 'kms:GrantOperations', 'De*', 'String'],
    ['Bool', 'aws:SecureTransport', 'True', 'Bool'],
    ['StringLike', 'aws:SecureTransport', '*', 'Bool'],
    ['Null', 'aws:SourceArn', 'false', 'ARN'],
    ['NumericLessThan', 'kms:RotationPeriodInDays', '90', 'Numeric'],
    ['DateLessThan', 'aws:CurrentTime', '2030-01-01', 'Date'],
    ['DateGreaterThan', 'aws:CurrentTime', '2020-01-01', 'Date'],
    ['DateLessThan', 'aws:CurrentTime', '«x»', 'Date'],
    ['IpAddress', 'aws:SourceIp', '2001:db8::/32', 'IPAddress'],
    ['StringEquals', 'aws:SourceAccount', '${aws:ResourceAccount}', 'String'],
    ['StringEquals', 'aws:SourceAccount', '«account»', 'String'],
    ['StringEquals', 'aws:SourceArn', 'arn:aws:config:eu-west-1:«account»:*', 'ARN'],
    ['BinaryEquals', 'aws:PrincipalTag/Team', 'QQ==', 'String'],
    ['Strange', 'aws:SourceAccount', 'x', 'String'],
    ['String«x»', 'aws:SourceAccount', 'x', 'String'],
    ['StringEquals', '«key»', '', 'String'],
  ]
  for (const [operator, key, value, type] of cases)
    t.same(reasons(operator, key, value, type), [], `${operator} ${key} ${value}`)
  t.end()
})

t.test('it never shows a sensitive value', t => {
  t.same(reasons('StringEquals', 'aws:SourceAccount', '«id=123»'), [
    '(sensitive) is not an account id of twelve digits',
  ])
  t.end()
})

t.test('it knows conditions that exclude each other', t => {
  const cases: readonly (readonly [Condition, Condition])[] = [
    [
      make('StringEquals', 'kms:ViaService', 's3.eu-west-1.amazonaws.com'),
      make('StringLike', 'kms:ViaService', 'ec2.*'),
    ],
    [
      make('StringEquals', 'aws:PrincipalTag/Team', 'red'),
      make('StringEqualsIgnoreCase', 'aws:PrincipalTag/Team', ['blue', 'green']),
    ],
    [make('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::a*'), make('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::b*')],
    [make('Bool', 'aws:SecureTransport', 'true'), make('Bool', 'aws:SecureTransport', 'false')],
    [
      make('StringEquals', 'aws:SourceAccount', '111122223333'),
      make('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:444455556666:*'),
    ],
    [
      make('StringLike', 'aws:SourceAccount', '1111*'),
      make('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:444455556666:*'),
    ],
    [
      make('StringEquals', 'kms:CallerAccount', '111122223333'),
      make('ArnEquals', 'aws:PrincipalArn', 'arn:aws:iam::444455556666:role/a'),
    ],
    [make('Null', 'aws:SourceArn', 'true'), make('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::a')],
    [make('Null', 'aws:SourceArn', 'true'), make('Null', 'aws:SourceArn', 'False')],
    [
      make('StringEquals', 'aws:SourceAccount', '111122223333'),
      make('StringNotEquals', 'aws:SourceAccount', '111122223333'),
    ],
    [make('StringEquals', 'aws:PrincipalTag/Team', 'red'), make('StringNotLike', 'aws:PrincipalTag/Team', 'r*')],
    [
      make('StringEqualsIgnoreCase', 'aws:PrincipalTag/Team', 'red'),
      make('StringNotEqualsIgnoreCase', 'aws:PrincipalTag/Team', 'RED'),
    ],
  ]
  for (const [one, other] of cases) {
    const shown = JSON.stringify([one, other].map(c => [c.operatorText, c.key, c.values.map(v => v.text)]))
    t.equal(contradict(one, other), true, shown)
    t.equal(contradict(other, one), true, `${shown}, the other way round`)
  }
  t.end()
})

t.test('it lets pass conditions that one request can satisfy', t => {
  const arn = make('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:111122223333:*')
  const cases: readonly (readonly [Condition, Condition])[] = [
    [make('StringEquals', 'kms:ViaService', ['a', 's3.eu']), make('StringLike', 'kms:ViaService', 's3.*')],
    [
      make('StringEquals', 'aws:PrincipalTag/Team', 'red'),
      make('StringEqualsIgnoreCase', 'aws:PrincipalTag/Team', 'RED'),
    ],
    [
      make('StringEqualsIgnoreCase', 'aws:PrincipalTag/Team', 'red'),
      make('StringNotEquals', 'aws:PrincipalTag/Team', 'red'),
    ],
    [make('StringLike', 'aws:SourceAccount', '*'), arn],
    [make('StringLike', 'aws:SourceAccount', '1111*'), arn],
    [make('StringEquals', 'aws:SourceAccount', '«account»'), arn],
    [make('StringEquals', 'kms:CallerAccount', '444455556666'), arn],
    [make('StringEquals', 'aws:SourceAccount', '444455556666'), make('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::a')],
    [make('StringEquals', 'aws:SourceAccount', '444455556666'), make('ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:*:a')],
    [make('StringEquals', 'aws:SourceAccount', '444455556666'), make('ArnLike', 'aws:SourceArn', '«arn»')],
    [
      make('StringEquals', 'aws:SourceAccount', '444455556666'),
      make('StringEquals', 'aws:SourceOrgID', 'o-a1b2c3d4e5'),
    ],
    [make('Null', 'aws:SourceAccount', ['true', 'false']), arn],
    [make('Null', 'aws:SourceArn', 'true'), make('Null', 'aws:SourceArn', '«x»')],
    [make('Null', 'aws:SourceArn', 'true'), make('Null', 'aws:SourceAccount', 'false')],
    [make('Null', 'aws:SourceArn', 'false'), arn],
    [make('Null', 'aws:SourceArn', 'true'), make('ArnLikeIfExists', 'aws:SourceArn', 'arn:aws:s3:::a')],
    [make('Null', 'aws:SourceArn', 'true'), make('ArnNotLike', 'aws:SourceArn', 'arn:aws:s3:::a')],
    [make('Null', 'aws:SourceArn', 'true'), make('StringEquals', 'aws:SourceAccount', '444455556666')],
    [
      make('StringEquals', 'aws:PrincipalTag/A', '${aws:PrincipalTag/B}'),
      make('StringEquals', 'aws:PrincipalTag/A', 'x'),
    ],
    [make('StringEquals', 'aws:PrincipalTag/A', 'x', ['more']), make('StringEquals', 'aws:PrincipalTag/A', 'y')],
    [make('ForAnyValue:StringEquals', 'aws:TagKeys', 'x'), make('ForAnyValue:StringEquals', 'aws:TagKeys', 'y')],
    [
      make('NumericLessThan', 'kms:RotationPeriodInDays', '90'),
      make('NumericGreaterThan', 'kms:RotationPeriodInDays', '9'),
    ],
    [make('StringEquals', 'aws:PrincipalTag/A', ['x', 'y']), make('StringNotEquals', 'aws:PrincipalTag/A', 'x')],
    [make('StringLike', 'aws:PrincipalTag/A', 'x*'), make('StringNotEquals', 'aws:PrincipalTag/A', 'x*')],
    [make('IpAddress', 'aws:SourceIp', '10.0.0.0/8'), make('NotIpAddress', 'aws:SourceIp', '10.1.0.0/16')],
    [make('StringEquals', 'aws:TagKeys', 'x'), make('ForAnyValue:StringNotEquals', 'aws:TagKeys', 'x')],
    [make('Strange', 'aws:PrincipalTag/A', 'x'), make('StringEquals', 'aws:PrincipalTag/A', 'y')],
    [make('StringEquals', '«key»', 'x'), make('StringEquals', 'aws:PrincipalTag/A', 'y')],
    [make('StringNotEquals', 'aws:PrincipalTag/A', 'x'), make('StringNotEquals', 'aws:PrincipalTag/A', 'y')],
  ]
  for (const [one, other] of cases) {
    const shown = JSON.stringify([one, other].map(c => [c.operatorText, c.key, c.values.map(v => v.text)]))
    t.equal(contradict(one, other), false, shown)
    t.equal(contradict(other, one), false, `${shown}, the other way round`)
  }
  t.end()
})

t.test('it does not compare lists of values without end', t => {
  const a = make(
    'StringEquals',
    'aws:PrincipalTag/A',
    Array.from({ length: 200 }, (_, i) => `a${String(i)}`),
  )
  const b = make(
    'StringEquals',
    'aws:PrincipalTag/A',
    Array.from({ length: 200 }, (_, i) => `b${String(i)}`),
  )
  const not = make(
    'StringNotEquals',
    'aws:PrincipalTag/A',
    Array.from({ length: 200 }, (_, i) => `a${String(i)}`),
  )
  t.equal(contradict(a, b), false)
  t.equal(contradict(a, not), false)
  t.end()
})
