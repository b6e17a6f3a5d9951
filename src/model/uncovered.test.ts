import t from 'tap'
import { uncovered } from './uncovered.js'

const filesLeft = (...parts: Parameters<typeof uncovered>[0]) => uncovered(parts).map(({ file }) => file)

t.test('it leaves out what others cover, in any order', t => {
  const parent = { file: 'main.yaml', covers: ['a.yaml', 'b.yaml'] }
  t.strictSame(filesLeft(parent, { file: 'a.yaml' }, { file: 'c.yaml' }), ['main.yaml', 'c.yaml'])
  t.strictSame(filesLeft({ file: 'a.yaml' }, { file: 'b.yaml' }, parent), ['main.yaml'])
  t.strictSame(filesLeft({ file: 'a.yaml', covers: ['b.yaml'] }, { file: 'b.yaml' }, parent), ['main.yaml'])
  t.end()
})

t.test('it keeps what nothing covers', t => {
  t.strictSame(filesLeft({ covers: [] }, {}, { file: 'a.yaml' }), [undefined, undefined, 'a.yaml'])
  t.strictSame(filesLeft({ file: 'a.yaml', covers: ['a.yaml'] }), ['a.yaml'])
  t.end()
})

t.test('it keeps one of those that cover each other', t => {
  const [a, b] = ['a', 'b'].map(file => ({ file, covers: ['a', 'b'] }))
  t.strictSame(filesLeft(a!, b!), ['a'])
  const c = { file: 'c', covers: ['a', 'b'] }
  t.strictSame(filesLeft(a!, b!, c), ['c'])
  t.end()
})
