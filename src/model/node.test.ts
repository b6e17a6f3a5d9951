import t from 'tap'
import { scalarText } from './node.js'
import { hole, many, node } from './sample.js'

t.test('it reads scalars as IAM does in a condition', t => {
  t.same(scalarText(node('a«x»')), ['a', hole('x')])
  t.same(scalarText(node(7)), ['7'])
  t.same(scalarText(node(true)), ['true'])
  t.same(scalarText({ kind: 'hole', hole: hole('x'), location: { file: 'f' } }), [hole('x')])
  t.end()
})

t.test('it finds no text in what is no scalar', t => {
  for (const other of [node([]), node({}), node(null), many('x')]) t.equal(scalarText(other), undefined, other.kind)
  t.end()
})
