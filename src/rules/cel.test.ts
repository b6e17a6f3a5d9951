import t from 'tap'
import { loadRe2 } from '../model/re2.js'
import { toy } from './toy.js'

await loadRe2()

t.test('an expression', t => {
  const dialect = toy.dialect('statement')

  t.test('says its type, or what is wrong with it and where', t => {
    t.equal(dialect.expression('sentence.words.map(w, w.name)').check(), 'list<string>')
    t.equal(dialect.expression('sentence.place == sentence.place').check(), 'bool', 'values can be compared')
    t.strictSame(dialect.expression('1 + ').check(), { flaw: 'Unexpected token: EOF', offset: 4 })
    t.strictSame(dialect.expression('1 + "a"').check(), { flaw: 'no such overload: int + string', offset: 0 })
    t.end()
  })

  t.test('throws when it is evaluated although it cannot be read', t => {
    t.throws(() => dialect.expression('1 +').evaluate({}), { message: 'Unexpected token: EOF: 1 +' })
    t.end()
  })

  t.test('matches patterns in bounded time', t => {
    const evaluate = (text: string) => dialect.expression(text).evaluate({})
    t.equal(evaluate('"key-admin".matches("^key-[a-z]+$")'), true)
    t.equal(evaluate('["a", "b"].exists(x, x.matches("b"))'), true)
    t.equal(evaluate(`${JSON.stringify('a'.repeat(5000))}.matches("^(a+)+!$")`), false)
    t.equal(dialect.expression('["a"].exists(x, x.matches("b"))').check(), 'bool')
    t.strictSame(dialect.expression('["a"].exists(x, x.matches("(b"))').check(), {
      flaw: 'the pattern: missing closing )',
      offset: 26,
    })
    t.throws(() => evaluate('"a".matches("(" + "b")'), { message: 'the pattern "(b": missing closing )' })
    t.end()
  })

  t.test('may use a variable of the type of another, if that has one', t => {
    t.equal(dialect.with('a', dialect.expression('sentence.names')).expression('a[0]').check(), 'string')
    t.equal(dialect.with('a', dialect.expression('nope')).expression('a').check(), 'dyn')
    t.end()
  })
  t.end()
})

t.test('a language', t => {
  t.test('knows what a message can show and what has a place', t => {
    for (const type of ['string', 'int', 'bool', 'Word', 'list<string>', 'list<Word>'])
      t.ok(toy.isPrintable(type), type)
    for (const type of ['Sentence', 'list<Sentence>', 'list<list<string>>', 'double', 'Place', 'dyn'])
      t.notOk(toy.isPrintable(type), type)
    t.strictSame(['Place', 'Word', 'Sentence', 'string'].filter(toy.isPlace), ['Place', 'Word'])
    t.end()
  })
  t.end()
})
