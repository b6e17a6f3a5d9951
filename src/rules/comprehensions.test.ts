import { Environment } from '@marcbachmann/cel-js'
import t from 'tap'
import { contextsIn, release } from './comprehensions.js'

const environment = new Environment().registerVariable('texts', 'list<string>')

t.test('it lets go of what a comprehension was evaluated with, and it can be evaluated again', t => {
  const expression = environment.parse(
    'texts.exists(a, texts.all(b, a == b)) ? texts.map(a, a) : texts.filter(a, a == "x")',
  )
  const evaluate = (...texts: readonly string[]): unknown => expression({ texts })
  t.same(evaluate('a'), ['a'])
  const contexts = contextsIn(expression.ast)
  t.equal(contexts.length, 4)
  t.ok(contexts.some(({ iterValue }) => iterValue === 'a'))
  contexts.forEach(release)
  t.notOk(contexts.some(({ iterValue, accuValue }) => iterValue !== undefined || accuValue !== undefined))
  t.same(evaluate('x', 'y'), ['x'])
  t.same(evaluate('b', 'b'), ['b', 'b'])
  t.end()
})

t.test('an expression without one has no contexts', t => {
  const expression = environment.parse('texts.size() == 0')
  expression({ texts: [] })
  t.same(contextsIn(expression.ast), [])
  t.end()
})
