import t from 'tap'
import type { Node } from './node.js'
import { readConditions } from './read-conditions.js'
import { anything, hole, many, node } from './sample.js'
import { print } from './text.js'

const read = (written: unknown) => {
  const messages: string[] = []
  const { items, more } = readConditions(node(written), message => messages.push(message))
  const conditions = items.map(({ operatorText, keyText, values }) =>
    [operatorText, keyText, ...values.map(({ text }) => text)].map(print).join(' '),
  )
  return { conditions, more, open: items.flatMap(item => item.more), messages }
}

t.test('it makes one condition of each operator and key', t => {
  const { conditions, messages } = read({
    StringEquals: { 'aws:SourceAccount': ['111122223333', '444455556666'], 'kms:ViaService': 's3' },
    Bool: { 'kms:GrantIsForAWSResource': true },
    NumericLessThan: { 'kms:RotationPeriodInDays': 90 },
  })
  t.same(messages, [])
  t.same(conditions, [
    'StringEquals aws:SourceAccount 111122223333 444455556666',
    'StringEquals kms:ViaService s3',
    'Bool kms:GrantIsForAWSResource true',
    'NumericLessThan kms:RotationPeriodInDays 90',
  ])
  t.end()
})

t.test('it says what is wrong', t => {
  t.same(read([]).messages, ['Condition is a list where an object belongs'])
  t.same(read({ StringEquals: 'a' }).messages, [
    'condition operator StringEquals has a string where an object of condition keys belongs',
  ])
  t.same(read({ StringEquals: { 'aws:SourceArn': null } }).messages, [
    'the condition on aws:SourceArn has null where a string belongs',
  ])
  t.same(read({ StringEquals: { 'aws:SourceArn': [] } }).messages, ['the condition on aws:SourceArn is an empty list'])
  t.same(
    read({ StringEquals: { 'aws:SourceArn': 'a', 'aws:sourcearn': 'b', 'aws:«x»': 'c', 'aws:«y»': 'c' } }).messages,
    ['condition key aws:sourcearn stands twice under StringEquals; only one of them counts'],
  )
  const once = node({ StringEquals: { 'aws:SourceArn': 'a' } }) as Extract<Node, { kind: 'object' }>
  t.same(read({ ...once, members: [...once.members, ...once.members] }).messages, [
    'Condition has the operator StringEquals twice; only one of them counts',
  ])
  t.end()
})

t.test('it keeps open what holes hide', t => {
  t.same(read(anything('when')).more, [hole('when')])
  t.same(read({ StringEquals: anything('keys'), Bool: '«b»' }).more, [hole('keys'), hole('b')])
  t.same(read({ StringEquals: { 'aws:SourceArn': ['a', many('more')] } }).open, [hole('more')])
  t.end()
})
