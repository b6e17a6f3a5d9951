import t from 'tap'
import { kms } from '../knowledge/kms.js'
import { condition, type Condition } from './condition.js'
import { permissionsOf } from './permission.js'
import {
  carriesKey,
  deadActions,
  holdsWithoutKey,
  isDead,
  isEncryptionContext,
  isVoid,
  lacksKey,
  mayLackKey,
  type Caller,
} from './reach.js'
import { readPolicy } from './read-policy.js'
import { here, node, sample } from './sample.js'

const action = (name: string) => kms.actions.find(facts => facts.name === name)!
const make = (operator: string, key: string, value = 'a'): Condition =>
  condition(sample(operator), sample(key), [{ text: sample(value), location: here }], [], here)

const principal: Caller = { kinds: ['principal'], keyClass: undefined, service: undefined }
const service: Caller = { kinds: ['service'], keyClass: undefined, service: 'cloudtrail' }
const anyone: Caller = { kinds: ['principal', 'service'], keyClass: undefined, service: undefined }

t.test('it knows keys that no request of an action carries', t => {
  const context = make('StringEquals', 'kms:EncryptionContext:a')
  t.equal(lacksKey(context, action('DescribeKey'), principal, kms), true)
  t.equal(lacksKey(context, action('Decrypt'), principal, kms), false)
  t.equal(lacksKey(context, action('Decrypt'), { ...principal, keyClass: 'asymmetric-encryption' }, kms), true)
  t.equal(lacksKey(make('StringEquals', 'aws:PrincipalOrgID'), action('Decrypt'), service, kms), true)
  t.equal(lacksKey(make('StringEquals', 'aws:PrincipalOrgID'), action('Decrypt'), anyone, kms), false)
  t.equal(lacksKey(make('StringEquals', '«key»'), action('Decrypt'), principal, kms), false)
  t.end()
})

t.test('it knows that a service principal has kms:ViaService only through another service', t => {
  const via = (value: string, caller: Caller) =>
    lacksKey(make('StringLike', 'kms:ViaService', value), action('Decrypt'), caller, kms)
  t.equal(via('ec2.eu-west-1.amazonaws.com', service), true)
  t.equal(via('S3.eu-west-1.amazonaws.com', service), false)
  t.equal(via('s3.eu-west-1.amazonaws.com', { ...service, service: 's3' }), true)
  t.equal(via('«x»', service), false)
  t.equal(via('ec2.eu-west-1.amazonaws.com', principal), false)
  t.end()
})

t.test('it tells conditions that are dead from those that always hold', t => {
  const describe = action('DescribeKey')
  const both = (operator: string, value?: string): readonly [boolean, boolean] => {
    const made = make(operator, 'kms:EncryptionContext:a', value)
    return [isDead(made, describe, principal, kms), isVoid(made, describe, principal, kms)]
  }
  t.same(both('StringEquals'), [true, false])
  t.same(both('StringNotEquals'), [false, true])
  t.same(both('StringEqualsIfExists'), [false, true])
  t.same(both('Null', 'true'), [false, false])
  t.same(both('Null', 'false'), [true, false])
  t.same(both('String«x»'), [false, false])
  t.end()
})

t.test('it knows keys that every request carries', t => {
  t.equal(carriesKey('kms:calleraccount', action('Decrypt'), principal, kms), true)
  t.equal(carriesKey('kms:calleraccount', action('Decrypt'), anyone, kms), false)
  const given = [{ facts: action('Decrypt'), named: true, given: true }]
  t.equal(mayLackKey(make('StringEquals', 'kms:CallerAccount'), given, principal, kms), false)
  t.equal(mayLackKey(make('StringEquals', 'aws:SourceVpc'), given, principal, kms), true)
  t.equal(mayLackKey(make('StringEquals', '«key»'), given, principal, kms), false)
  t.end()
})

t.test('it finds the actions that the own conditions of a permission make impossible', t => {
  const Condition = { StringEquals: { 'kms:EncryptionContext:a': 'b' } }
  const policy = {
    Effect: 'Allow',
    Principal: '*',
    Action: ['kms:Decrypt', 'kms:DescribeKey'],
    Resource: '*',
    Condition,
  }
  const [permission] = permissionsOf(readPolicy(node({ Statement: policy })), kms.actions)
  const dead = deadActions(permission!, principal, kms, isEncryptionContext)
  t.match(dead, [{ action: { facts: { name: 'DescribeKey' } }, condition: { key: 'kms:encryptioncontext:a' } }])
  t.equal(dead.length, 1)
  t.same(
    deadActions(permission!, principal, kms, made => !isEncryptionContext(made)),
    [],
  )
  t.same(deadActions({ ...permission!, statement: undefined }, principal, kms, isEncryptionContext), [])
  t.end()
})

t.test('it knows the encryption context by its keys', t => {
  t.equal(isEncryptionContext(make('StringEquals', 'kms:EncryptionContext:a')), true)
  t.equal(isEncryptionContext(make('StringEquals', 'kms:EncryptionContextKeys')), true)
  t.equal(isEncryptionContext(make('StringEquals', 'kms:EncryptionAlgorithm')), false)
  t.equal(isEncryptionContext(make('StringEquals', '«key»')), false)
  t.end()
})

t.test('it knows which conditions hold for a request without the key', t => {
  for (const yes of [
    'StringEqualsIfExists',
    'StringNotEquals',
    'ForAllValues:StringEquals',
    'ForAllValues:StringNotEquals',
  ]) {
    t.equal(holdsWithoutKey(make(yes, 'aws:TagKeys')), true, yes)
  }
  for (const no of ['StringEquals', 'ForAnyValue:StringNotEquals', 'Null', 'Strange', 'String«x»']) {
    t.equal(holdsWithoutKey(make(no, 'aws:TagKeys')), false, no)
  }
  t.end()
})
