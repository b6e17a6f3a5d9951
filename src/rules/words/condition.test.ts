import t from 'tap'
import { many } from '../../model/sample.js'
import { conditionType } from './condition.js'
import { allow, read, scopeOfCondition } from './sample.js'
import { print } from '../../model/text.js'

const scope = (Condition: unknown, principal: unknown = '*', action: unknown = 'kms:Decrypt') =>
  scopeOfCondition(allow(principal, action, { Condition }))
const field = (name: string, Condition: unknown, principal?: unknown, action?: unknown) =>
  read(conditionType, name, scope(Condition, principal, action))
const cloudtrail = { Service: 'cloudtrail.amazonaws.com' }
const role = { AWS: 'arn:aws:iam::111122223333:role/app' }

t.test('it reads a condition as written', t => {
  const Condition = { 'ForAnyValue:stringlike': { 'AWS:TagKeys': ['a', many('more')] } }
  t.equal(field('key', Condition), 'AWS:TagKeys')
  t.equal(field('keyName', Condition), 'aws:tagkeys')
  t.equal(field('operator', Condition), 'ForAnyValue:stringlike')
  t.equal(field('comparison', Condition), 'StringLike')
  t.equal(field('comparison', { Strange: { a: 'b' } }), '')
  t.equal(field('comparison', { 'String«x»': { a: 'b' } }), 'unknown')
  t.same(field('values', Condition), ['a', 'unknown'])
  t.same(field('values', { StringEquals: { a: ['b', 'c'] } }), ['b', 'c'])
  t.equal(print(conditionType.print?.(scope(Condition)) as never), 'ForAnyValue:stringlike AWS:TagKeys')
  t.ok(conditionType.place?.(scope(Condition)))
  t.end()
})

t.test('it knows the key', t => {
  t.equal(field('keyExists', { StringEquals: { 'kms:viaservice': 'a' } }), true)
  t.equal(field('keyExists', { StringEquals: { 'kms:ViaServices': 'a' } }), false)
  t.equal(field('keyExists', { StringEquals: { '«key»': 'a' } }), 'unknown')
  t.equal(field('suggestion', { StringEquals: { 'kms:ViaServices': 'a' } }), 'kms:ViaService')
  t.equal(field('suggestion', { StringEquals: { '«key»': 'a' } }), '')
  t.equal(field('keyHasEffect', { StringEquals: { 'kms:ResourceAliases': 'a' } }), false)
  t.equal(field('keyHasEffect', { StringEquals: { 'kms:Strange': 'a' } }), true)
  t.equal(field('keyType', { StringEquals: { 'aws:SourceArn': 'a' } }), 'ARN')
  t.equal(field('keyType', { StringEquals: { 'kms:Strange': 'a' } }), '')
  t.end()
})

t.test('it says why no request can satisfy it', t => {
  const both = {
    StringEquals: { 'aws:SourceAccount': ['111122223333', '1'] },
    StringNotEquals: { 'aws:SourceAccount': ['111122223333', '1'] },
  }
  t.same(field('impossible', { StringEquals: { 'aws:SourceAccount': ['1', '111122223333'] } }), [
    '1 is not an account id of twelve digits',
  ])
  t.equal(field('neverHolds', { StringEquals: { 'aws:SourceAccount': ['1', '111122223333'] } }), false)
  t.equal(field('neverHolds', { StringEquals: { 'aws:SourceAccount': '1' } }), true)
  t.equal(field('neverHolds', { StringEquals: { 'aws:SourceAccount': ['1', many('x')] } }), false)
  t.equal(field('neverHolds', { StringNotEquals: { 'aws:SourceAccount': '1' } }), false)
  t.same(field('impossible', { StringNotEquals: { 'aws:SourceAccount': '1' } }), [])
  t.equal(field('neverHolds', { 'String«x»': { 'aws:SourceAccount': '1' } }), false)
  t.equal(field('neverHolds', { StringEquals: { '«key»': '' } }), false)
  t.same(field('impossible', both), [
    '1 is not an account id of twelve digits',
    'StringNotEquals on aws:SourceAccount excludes it',
  ])
  t.equal(field('neverHolds', both), true)
  t.end()
})

t.test('it says why a condition lets everything pass', t => {
  const cases: readonly (readonly [object, string, unknown?, unknown?])[] = [
    [{ StringLike: { 'aws:PrincipalOrgID': '*' } }, 'StringLike "*" asks only that the key is there'],
    [{ Null: { 'aws:PrincipalOrgID': 'false' } }, 'it asks only that aws:PrincipalOrgID is there'],
    [{ Null: { 'kms:CallerAccount': 'false' } }, 'every request has kms:CallerAccount', role],
    [{ StringNotEquals: { 'kms:ViaService': '' } }, 'every request differs from ""', role],
    [
      { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
      'its requests never have aws:PrincipalOrgID, so StringNotEquals always holds',
      cloudtrail,
    ],
    [
      { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
      'StringEqualsIfExists holds for every request without aws:PrincipalOrgID',
      role,
    ],
    [
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } },
      'ForAllValues:StringEquals holds for every request without aws:TagKeys',
      role,
      'kms:Decrypt',
    ],
  ]
  for (const [Condition, expected, principal, action] of cases)
    t.equal(field('weakness', Condition, principal, action), expected)
  t.end()
})

t.test('it finds no weakness where a condition or its neighbour restricts', t => {
  const account = { StringEquals: { 'kms:CallerAccount': '111122223333' } }
  const cases: readonly (readonly [object, unknown?, unknown?])[] = [
    [account],
    [{ Null: { 'kms:EncryptionContext:a': 'false' } }],
    [{ Null: { 'aws:SourceArn': 'true' } }],
    [{ StringNotEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } }, role],
    [{ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' }, ...account }],
    [{ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' }, Null: { 'aws:PrincipalOrgID': 'false' } }],
    [{ StringEqualsIfExists: { 'kms:CallerAccount': '111122223333' } }, role],
    [{ 'ForAllValues:StringEquals': { 'kms:GrantOperations': 'Decrypt' } }, role, 'kms:CreateGrant'],
    [{ Strange: { 'kms:GrantOperations': 'Decrypt' } }],
    [{ StringEquals: { '«key»': 'Decrypt' } }],
    [
      {
        StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
        StringEquals: { '«key»': 'x' },
        ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:*' },
      },
    ],
  ]
  for (const [Condition, principal, action] of cases)
    t.equal(field('weakness', Condition, principal, action), '', JSON.stringify(Condition))
  t.end()
})

t.test('it takes a neighbour that refuses nothing for no restriction', t => {
  const ifExists = { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }
  const weak = 'StringEqualsIfExists holds for every request without aws:PrincipalOrgID'
  t.equal(field('weakness', { ...ifExists, StringLike: { 'kms:CallerAccount': '*' } }, role), weak)
  t.equal(field('weakness', { ...ifExists, StringEquals: { '«key»': 'x' } }, role), weak)
  t.end()
})

t.test('it says what is wrong with the operator', t => {
  const flaws: readonly (readonly [string, string, string])[] = [
    ['Strange', 'aws:SourceArn', 'it is not a condition operator'],
    ['NumericEquals', 'aws:SourceArn', 'it does not compare values of type ARN'],
    ['IpAddress', 'aws:SourceVpc', 'it does not compare values of type String'],
    [
      'ForAllValues:StringEquals',
      'kms:ViaService',
      'ForAllValues is for keys with several values, and this key has one',
    ],
    ['StringEquals', 'aws:TagKeys', 'this key can have several values: it takes ForAnyValue or ForAllValues'],
  ]
  for (const [operator, key, flaw] of flaws) t.equal(field('operatorFlaw', { [operator]: { [key]: 'a' } }), flaw)
  const fine: readonly (readonly [string, string])[] = [
    ['StringLike', 'aws:SourceArn'],
    ['ArnLike', 'aws:SourceArn'],
    ['ArnLike', 'kms:EncryptionContext:aws:s3:arn'],
    ['ArnEquals', 'kms:GranteePrincipal'],
    ['Null', 'aws:TagKeys'],
    ['ForAnyValue:StringEquals', 'aws:TagKeys'],
    ['DateLessThan', 'aws:CurrentTime'],
    ['NumericLessThan', 'aws:EpochTime'],
    ['DateLessThan', 'aws:EpochTime'],
    ['NotIpAddress', 'aws:SourceIp'],
    ['Bool', 'aws:SecureTransport'],
    ['NumericLessThan', 'kms:RotationPeriodInDays'],
    ['IpAddress', 'kms:Strange'],
  ]
  for (const [operator, key] of fine)
    t.equal(field('operatorFlaw', { [operator]: { [key]: 'a' } }), '', `${operator} ${key}`)
  t.equal(field('operatorFlaw', { 'String«x»': { 'aws:SourceArn': 'a' } }), 'unknown')
  t.end()
})

t.test('it finds characters that a key policy cannot hold', t => {
  t.equal(field('hasRefusedCharacters', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::büro–a' } }), true)
  t.equal(field('hasRefusedCharacters', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::büro' } }), false)
  t.equal(field('hasRefusedCharacters', { ArnLike: { 'aws:SourceArn': '«arn»' } }), false)
  t.end()
})
