import fc from 'fast-check'
import t from 'tap'
import { permissionsOf } from './permission.js'
import { readPolicy } from './read-policy.js'
import { anything, here, hole, many, node } from './sample.js'
import { showNode } from './show.js'
import { kms } from '../knowledge/kms.js'
import type { Node } from './node.js'

const statement = { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }
const wrong = (policy: unknown) => readPolicy(node(policy)).defects.map(({ message }) => message)

t.test('it reads a sound policy without a word', t => {
  const policy = readPolicy(node({ Version: '2012-10-17', Id: 'key-policy', Statement: [statement, statement] }))
  t.same(policy.defects, [])
  t.same(policy.version, ['2012-10-17'])
  t.same(
    policy.statements.map(({ index }) => index),
    [0, 1],
  )
  t.end()
})

t.test('it takes one statement for a list of one', t => {
  t.equal(readPolicy(node({ Statement: statement })).statements.length, 1)
  t.end()
})

t.test('it says what is wrong with a document', t => {
  t.same(wrong([]), ['the policy is a list where an object belongs'])
  t.same(wrong('policy'), ['the policy is a string where an object belongs'])
  t.same(wrong({}), ['the policy has no Statement'])
  t.same(wrong({ Statement: [] }), ['Statement is an empty list'])
  t.same(wrong({ Statement: statement, Comment: '' }), [
    'unknown element Comment in the policy; it takes Version, Id, Statement',
  ])
  t.same(wrong({ version: '2012-10-17', Statement: statement }), [
    'unknown element version in the policy: write Version',
  ])
  t.same(wrong({ Version: true, Statement: statement }), ['Version is a boolean where a string belongs'])
  t.same(wrong({ Version: {}, Statement: statement }), ['Version is an object where a string belongs'])
  t.same(wrong({ Statement: [statement, 7] }), ['a statement is a number where an object belongs'])
  t.end()
})

t.test('it keeps open what may be under a name that is not known', t => {
  const { statements, defects, version } = readPolicy(node({ '«macro»': 1 }))
  t.same(version, undefined)
  t.match(statements, [{ effect: { holes: [hole('macro')] }, conditions: { more: [hole('macro')] } }])
  t.match(defects, [{ severity: 'warning' }])
  const inside = readPolicy(node({ '«macro»': 1, Statement: [{ ...statement, '«macro»': 1 }, { '«macro»': 1 }] }))
  t.same(inside.version, [hole('macro')])
  t.match(inside.statements, [
    { effect: 'Allow', principals: { items: [{ kind: 'any' }], more: [] }, conditions: { more: [hole('macro')] } },
    {
      effect: { holes: [hole('macro')] },
      principals: { more: [hole('macro')] },
      actions: { more: [hole('macro')] },
      resources: { more: [hole('macro')] },
    },
  ])
  t.equal(inside.defects.length, 3)
  t.end()
})

t.test('it says which element stands twice', t => {
  const [first] = (node({ Version: '2012-10-17' }) as Extract<Node, { kind: 'object' }>).members
  const twice = node({ Version: '2008-10-17', Statement: statement }) as Extract<Node, { kind: 'object' }>
  const read = readPolicy({ ...twice, members: [...twice.members, first!] })
  t.match(read.defects, [{ message: 'the policy has the element Version twice; only one of them counts' }])
  t.same(read.version, ['2012-10-17'], 'the last one counts')
  t.end()
})

t.test('it warns of a Sid that stands twice, and of an element whose name is not known', t => {
  const sids = ['One', 'One', '', '', 'a«x»', 'a«x»'].map(Sid => ({ ...statement, Sid }))
  const { defects } = readPolicy(node({ Statement: sids, '«name»': 1 }))
  t.match(defects, [
    { severity: 'warning', message: 'the name of an element of the policy is not known: ${name}' },
    { severity: 'warning', statement: 1, message: 'the Sid One is that of statement 1 too' },
  ])
  t.equal(defects.length, 2)
  t.end()
})

t.test('it keeps a policy open that is not known', t => {
  for (const open of [anything('policy'), node('«policy»')]) {
    const { statements, defects, version } = readPolicy(open)
    t.same(defects, [])
    t.equal(version, undefined)
    t.match(statements, [{ effect: { holes: [hole('policy')] }, principals: { more: [hole('policy')] } }])
  }
  const inside = readPolicy(node({ Version: '«v»', Statement: [many('more'), anything('one'), '«two»', statement] }))
  t.same(inside.version, [hole('v')])
  t.match(
    inside.statements.map(({ actions }) => actions.more),
    [[hole('more')], [hole('one')], [hole('two')], []],
  )
  t.end()
})

const aWord = fc.constantFrom(
  ...['Version', 'Statement', 'Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource'],
  ...[
    'Condition',
    'AWS',
    'Service',
    'Allow',
    'Deny',
    '*',
    'kms:*',
    'StringEquals',
    'Null',
    'aws:SourceArn',
    '«x»',
    '',
    'é€',
  ],
)
const aLeaf: fc.Arbitrary<Node> = fc.oneof(
  aWord.map(node),
  fc.integer().map(node),
  fc.boolean().map(node),
  fc.constant(node(null)),
  fc.constant(many('m')),
  fc.constant(anything('h')),
)
const { tree } = fc.letrec<{ tree: Node }>(tie => ({
  tree: fc.oneof(
    { depthSize: 'medium' },
    aLeaf,
    fc.array(tie('tree'), { maxLength: 4 }).map((items): Node => ({ kind: 'list', items, location: here })),
    fc.array(fc.tuple(aWord, tie('tree')), { maxLength: 6 }).map((members): Node => ({
      kind: 'object',
      members: members.map(([key, value]) => ({ key: node(key).kind === 'text' ? [key] : [], value, location: here })),
      location: here,
    })),
  ),
}))
const document = fc.oneof(
  tree,
  fc.record({ Statement: tree }).map(node),
  fc
    .record({
      Statement: fc.array(fc.record({ Effect: tree, Principal: tree, Action: tree, Resource: tree, Condition: tree })),
    })
    .map(node),
)

t.test('it never fails on any tree', t => {
  fc.assert(
    fc.property(document, written => {
      const policy = readPolicy(written)
      permissionsOf(policy, kms.actions)
      showNode(written)
      return policy.statements.every(({ index }) => index >= 0)
    }),
    { numRuns: 1000 },
  )
  t.end()
})
