import t from 'tap'
import { many } from '../../model/sample.js'
import { print, type Text } from '../../model/text.js'
import { isUnknown } from '../../model/truth.js'
import type { VocabularyType } from '../rule.js'
import { allow, read, scopeOfStatement } from './sample.js'
import { actionType, resourceType, statementType } from './statement.js'

const field = (name: string, statement: object, facts = {}) =>
  read(statementType, name, scopeOfStatement(statement, facts))

/** Reads a field of every entry of a list of the statement. */
const each = <T>(type: VocabularyType<T>, list: string, name: string, statement: object): unknown[] => {
  const entries = statementType.fields[list]?.read(scopeOfStatement(statement)) as readonly T[]
  return entries.map(entry => (isUnknown(entry) ? 'unknown' : read(type, name, entry)))
}
const firstOf = <T>(_type: VocabularyType<T>, list: string, statement: object): T =>
  (statementType.fields[list]?.read(scopeOfStatement(statement)) as readonly T[])[0]!

t.test('it tells what kind of statement it is', t => {
  const statement = { ...allow('*'), Sid: 'One' }
  const negated = { Effect: 'Deny', NotPrincipal: '*', NotAction: '*', NotResource: '*' }
  t.equal(field('sid', statement), 'One')
  t.equal(field('sid', negated), '')
  t.equal(field('isAllow', statement), true)
  t.equal(field('isDeny', statement), false)
  t.equal(field('isDeny', { ...statement, Effect: '«e»' }), 'unknown')
  for (const name of ['negatesPrincipal', 'negatesAction', 'negatesResource']) {
    t.equal(field(name, statement), false, name)
    t.equal(field(name, negated), true, name)
  }
  t.same(statementType.print?.(scopeOfStatement(statement)), ['One'])
  t.equal(statementType.print?.(scopeOfStatement(negated)), 'statement 1')
  t.ok(statementType.place?.(scopeOfStatement(statement)))
  t.end()
})

t.test('it knows actions that exist, and suggests what may be meant', t => {
  const statement = allow('*', [
    'kms:Decrypt',
    'kms:De*',
    'kms:Describe',
    'kms:ReEncrypt',
    's3:GetObject',
    'kms:Nothing*',
    'kms:«x»',
    many('more'),
  ])
  t.same(each(actionType, 'actions', 'exists', statement), [
    true,
    true,
    false,
    false,
    false,
    false,
    'unknown',
    'unknown',
  ])
  const [, , describe, , s3, , open] = each(actionType, 'actions', 'suggestion', statement)
  t.equal(describe, 'kms:DescribeKey')
  t.equal(s3, '')
  t.equal(open, '')
  t.same(each(actionType, 'actions', 'suggestion', allow('*', ['kms:Decript', 'kms:Xyzzyxyzzyxyzzy'])), [
    'kms:Decrypt',
    '',
  ])
  t.same(each(actionType, 'actions', 'name', allow('*', 'kms:De*')), ['kms:De*'])
  const action = firstOf(actionType, 'actions', allow('*', 'kms:De*'))
  t.equal(print(actionType.print?.(action) as Text), 'kms:De*')
  t.ok(actionType.place?.(action))
  t.end()
})

t.test('it knows resources that are the key', t => {
  const key = 'arn:aws:kms:eu-west-1:111122223333:key'
  const statement = { ...allow('*'), Resource: ['*', `${key}/*`, 'arn:aws:s3:::a', `${key}/«id»`] }
  t.same(each(resourceType, 'resources', 'isKey', statement), [true, true, false, 'unknown'])
  t.same(each(resourceType, 'resources', 'flaw', statement), [
    '',
    'is a pattern for every key, and the policy is about one',
    'is not this key: the statement never applies to it',
    'unknown',
  ])
  t.same(each(resourceType, 'resources', 'isEveryKey', statement), [false, true, false, false])
  t.same(each(resourceType, 'resources', 'name', allow('*')), ['*'])
  const resource = firstOf(resourceType, 'resources', allow('*'))
  t.same(resourceType.print?.(resource), ['*'])
  t.ok(resourceType.place?.(resource))
  t.end()
})

t.test('it lists principals', t => {
  const list = statementType.fields['principals']?.read(scopeOfStatement(allow({ AWS: ['*', many('x')] })))
  t.match(list, [{ principal: { kind: 'any' } }, { holes: [{ name: 'x' }] }])
  t.end()
})

t.test('it finds what is still to be filled in', t => {
  const statement = allow({ AWS: 'arn:aws:iam::111122223333:root' }, 'kms:*', {
    Condition: { StringEquals: { 'aws:SourceAccount': ['000000000000', '000000000000'] } },
  })
  t.same(field('placeholders', statement), ['000000000000'])
  const inferred = { account: { value: '111122223333', by: 'policy' } }
  t.same(
    field('placeholders', statement, inferred),
    ['arn:aws:iam::111122223333:root', '000000000000'],
    'an account that is inferred is not proven',
  )
  t.same(field('placeholders', allow({ AWS: [many('x')] })), ['unknown'])
  t.end()
})
