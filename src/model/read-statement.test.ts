import t from 'tap'
import { readStatement } from './read-statement.js'
import { anything, hole, many, node } from './sample.js'
import { isUnknown } from './truth.js'

const sound = { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }

const read = (written: unknown) => {
  const messages: string[] = []
  const statement = readStatement(node(written), 0, message => messages.push(message))
  return { statement, messages }
}

t.test('it folds a string and a list of strings', t => {
  const one = read(sound).statement
  const list = read({ ...sound, Action: ['kms:*'], Resource: ['*'] }).statement
  t.same(one?.actions.items, list?.actions.items)
  t.same(one?.resources.items, list?.resources.items)
  t.end()
})

t.test('it knows the negated spelling of an element', t => {
  const { statement, messages } = read({ Effect: 'Deny', NotPrincipal: '*', NotAction: 'kms:*', NotResource: '*' })
  t.same(messages, [])
  t.match(statement, {
    effect: 'Deny',
    principals: { negated: true, present: true },
    actions: { negated: true },
    resources: { negated: true },
  })
  t.end()
})

t.test('it says what a statement lacks', t => {
  const { statement, messages } = read({})
  t.same(messages, [
    'the statement has no Principal',
    'the statement has no Action: AWS accepts the statement and it has no effect',
    'the statement has no Resource: AWS accepts the statement and it has no effect',
    'the statement has no Effect',
  ])
  t.match(statement, { principals: { present: false }, actions: { present: false }, resources: { present: false } })
  t.equal(isUnknown(statement?.effect), true)
  t.end()
})

t.test('it says what is wrong with an element', t => {
  const cases: readonly (readonly [object, string])[] = [
    [{ Effect: 'allow' }, 'Effect is neither Allow nor Deny'],
    [{ Effect: true }, 'Effect is neither Allow nor Deny'],
    [{ Sid: 7 }, 'Sid is a number where a string belongs'],
    [{ Action: 7 }, 'Action has a number where a string belongs'],
    [{ Action: [] }, 'Action is an empty list'],
    [{ Action: ['kms:*', null] }, 'Action has null where a string belongs'],
    [{ Resource: {} }, 'Resource has an object where a string belongs'],
    [{ Resource: [['*']] }, 'Resource has a list where a string belongs'],
    [{ NotAction: 'kms:Decrypt' }, 'the statement has both Action and NotAction; it takes one of them'],
    [
      { Conditions: {} },
      'unknown element Conditions in the statement; it takes Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition',
    ],
    [{ sid: 'a' }, 'unknown element sid in the statement: write Sid'],
  ]
  for (const [element, message] of cases) t.same(read({ ...sound, ...element }).messages, [message])
  t.end()
})

t.test('it takes Action where NotAction stands beside it', t => {
  t.match(read({ ...sound, NotAction: 'kms:Decrypt' }).statement?.actions, {
    negated: false,
    items: [{ text: ['kms:*'] }],
  })
  t.end()
})

t.test('it keeps open what holes hide', t => {
  const { statement, messages } = read({
    Sid: anything('sid'),
    Effect: 'Al«x»',
    Principal: anything('who'),
    Action: ['kms:Decrypt', many('more')],
    Resource: anything('resource'),
    Condition: '«when»',
  })
  t.same(messages, [])
  t.match(statement, {
    sid: [hole('sid')],
    effect: { holes: [hole('x')] },
    principals: { items: [], more: [hole('who')] },
    actions: { items: [{ text: ['kms:Decrypt'] }], more: [hole('more')] },
    resources: { items: [{ text: [hole('resource')] }], more: [] },
    conditions: { items: [], more: [hole('when')] },
  })
  t.match(read({ ...sound, Effect: anything('e') }).statement?.effect, { holes: [hole('e')] })
  t.match(read({ ...sound, Sid: 'a«x»' }).statement?.sid, ['a', hole('x')])
  t.end()
})
