import t from 'tap'
import type { Node } from '../../model/node.js'
import { text, type Hole } from '../../model/text.js'
import { at, parseJson } from '../json.js'
import { agreement } from './agree.js'

const location = { file: 'a' }
const json = (value: unknown): Node => parseJson(JSON.stringify(value), at(location))
const hole: Hole = { kind: 'after-apply', name: 'aws_iam_role.a.arn' }
const around = (...parts: (string | Hole)[]): Node => ({ kind: 'text', text: text(...parts), location })
const unknown: Node = { kind: 'hole', hole, location }
const many: Node = { kind: 'hole', hole, many: true, location }
const list = (...items: readonly Node[]): Node => ({ kind: 'list', items, location })

t.test('it counts what two nodes say alike', t => {
  const statement = { Sid: 'A', Effect: 'Allow', Action: ['kms:Decrypt', 'kms:Encrypt'] }
  t.equal(agreement(json(statement), json(statement)), 4)
  t.equal(agreement(json({ Condition: {} }), json({ Condition: {} })), 0)
  t.equal(agreement(json(null), json(null)), 0)
  t.equal(agreement(json({ a: true, b: 7 }), json({ b: 7, a: 'true' })), 2)
  t.end()
})

t.test('it finds that nodes contradict each other', t => {
  const pairs: [unknown, unknown][] = [
    ['a', 'b'],
    [{ a: '1' }, { a: '1', b: '2' }],
    [{ a: '1', b: '2' }, { a: '1' }],
    [['a', 'a'], ['a']],
    [['a'], ['a', 'b']],
    [null, 'a'],
    [{}, 'a'],
  ]
  for (const [a, b] of pairs) t.equal(agreement(json(a), json(b)), undefined, JSON.stringify([a, b]))
  t.end()
})

t.test('it takes for the same what AWS does', t => {
  t.equal(agreement(json(['a', 'b']), json(['b', 'a'])), 2)
  t.equal(agreement(json('a'), json(['a'])), 1)
  t.equal(agreement(json('arn:aws:iam::111122223333:root'), json('111122223333')), 1)
  t.end()
})

t.test('it lets a hole be anything that what is around it allows', t => {
  t.equal(agreement(unknown, json({ a: [] })), 0)
  t.equal(agreement(around('arn:', hole), json('arn:aws')), 0)
  t.equal(agreement(around('arn:', hole, ':root'), json('arn:aws')), undefined)
  t.equal(agreement(around('aba', hole, 'aba'), json('aba')), undefined)
  t.equal(agreement(json('x'), around(hole, 'y')), undefined)
  t.equal(agreement(list(json('a'), many), json(['a', 'b', 'c'])), 1)
  t.equal(agreement(json(['a', 'b', 'c']), list(many, json('c'))), 1)
  t.equal(agreement(list(json('a'), many), json(['b'])), undefined)
  const open: Node = { kind: 'object', members: [{ key: text(hole), location, value: json('b') }], location }
  t.equal(agreement(open, json({ a: 'b' })), 0)
  t.equal(agreement(json({ a: 'b' }), open), 0)
  t.end()
})

t.test('it compares what is sensitive by its value', t => {
  const secret: Hole = { kind: 'sensitive', name: 'sensitive value', value: 'b' }
  t.equal(agreement(around('a', secret), json('ab')), 1)
  t.equal(agreement(around('a', secret), json('ac')), undefined)
  t.end()
})

t.test('it gives up on lists that would take forever', t => {
  const long = (from: number): Node => json(Array.from({ length: 1000 }, (_, i) => ({ a: [{ b: String(from + i) }] })))
  t.equal(agreement(long(0), long(0)), undefined)
  t.end()
})
