import t from 'tap'
import { text, type Hole } from '../model/text.js'
import { Unknown } from '../model/truth.js'
import { record } from './recording.js'
import { toyVocabulary } from './toy.js'
import { makeValues } from './values.js'

const values = makeValues(toyVocabulary)
const hole: Hole = { kind: 'after-apply', name: 'x.arn' }
const secret: Hole = { kind: 'sensitive', name: 'x', value: 'secret' }
const judged = (type: string, value: unknown) => record(false, values.convert(type), value)
const printed = (type: string, value: unknown) => record(true, values.convert(type), value)

t.test('convert', t => {
  t.test('gives what CEL computes with', t => {
    t.strictSame(judged('bool', true), true)
    t.strictSame(judged('int', 7), 7n)
    t.strictSame(judged('string', 'a'), 'a')
    t.strictSame(judged('list<list<int>>', [[1], []]), [[1n], []])
    t.strictSame(judged('bool', new Unknown([hole])), new Unknown([hole]))
    t.end()
  })

  t.test('judges a text by its true value and shows what may be shown', t => {
    t.strictSame(judged('string', text('a-', secret)), 'a-secret')
    t.strictSame(printed('string', text('a-', secret)), 'a-(sensitive)')
    t.strictSame(judged('string', text('a-', hole)), new Unknown([hole]))
    t.strictSame(printed('string', text('a-', hole)), 'a-${x.arn}')
    t.end()
  })

  t.test('shows the known items of a list beside an unknown one', t => {
    const list = ['a', new Unknown([hole]), [secret]]
    t.strictSame(judged('list<string>', list), new Unknown([hole]))
    t.strictSame(printed('list<string>', list), ['a', '${x.arn}', '(sensitive)'])
    t.end()
  })

  t.test('keeps an unknown object in its list until it is read', t => {
    const list = judged('list<Word>', [{ text: ['a'] }, new Unknown([hole])]) as { name: string }[]
    const [first, second] = list
    t.equal(first?.name, 'a')
    t.strictSame(
      record(false, () => second?.name, undefined),
      new Unknown([hole]),
    )
    t.end()
  })

  t.test('throws where the vocabulary breaks its promise', t => {
    for (const [type, value] of [
      ['bool', 'yes'],
      ['int', 1.5],
      ['int', '1'],
      ['string', 1],
      ['list<string>', 'a'],
      ['Word', undefined],
      ['Word', null],
      ['Nothing', {}],
    ] as const)
      t.throws(() => judged(type, value), { message: /^the vocabulary gave/ }, `${type} ${JSON.stringify(value)}`)
    t.throws(() => judged('bool', []), { message: 'the vocabulary gave a list where it promises bool' })
    t.end()
  })
  t.end()
})

t.test('place', t => {
  const location = { file: 'x', line: 3 }
  const place = (type: string, value: unknown) => values.place(judged(type, value))
  t.test('says where a value stands', t => {
    t.equal(place('Place', location), location)
    t.equal(place('Word', { text: [], location }), location)
    t.throws(() => place('Sentence', {}), TypeError, 'and throws for one that has no place')
    t.throws(() => values.place('a'), TypeError)
    t.throws(() => values.lines('a'), TypeError)
    t.end()
  })
  t.end()
})
