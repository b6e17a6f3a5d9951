import t from 'tap'
import { defaultSettings } from './default-settings.js'
import { judge } from './judge.js'
import { enumerate } from './template.js'
import { compileToy, toyKey, toyRule } from './toy.js'

const messageOf = (template: string, words: readonly string[]): string | undefined =>
  judge([toyKey(words)], [toyRule(`require: false\nmessage: |\n  ${template}`)], defaultSettings).findings[0]?.message

t.test('a template', t => {
  t.test('shows texts, numbers, truths, what prints, and lists', t => {
    t.equal(
      messageOf('{{sentence.names[0]}} {{ size(sentence.words) }} {{sentence.has("a")}}!', ['a', 'b']),
      'a 2 true!',
    )
    t.equal(messageOf('{{sentence.words[0]}}, {{sentence.words}}', ['a', 'b']), 'a, a and b')
    t.equal(messageOf('nothing to show', []), 'nothing to show')
    t.equal(
      messageOf(
        '{{shout("a")}} {{sentence.first(1)}} {{sentence.hasAny(["b"])}} {{sentence.contains(sentence.words[0])}}',
        ['a', 'b'],
      ),
      'A a true true',
    )
    t.end()
  })

  t.test('shows holes by their name and nothing sensitive', t => {
    t.equal(
      messageOf('{{sentence.maybe}} {{sentence.words}} {{sentence.names}}', [
        'a',
        '?x',
        '${sensitive:secret}',
        'arn:${hole:y}',
      ]),
      '${maybe} a, ${x}, (sensitive) and arn:${y} a, ${x}, (sensitive) and arn:${y}',
    )
    t.equal(messageOf('{{sentence.words[0]}}', ['?x']), '${x}')
    t.end()
  })

  t.test('bounds what it shows', t => {
    t.equal(messageOf('{{sentence.names}}', ['a'.repeat(1000)]), `${'a'.repeat(300)}…`)
    t.equal(messageOf('{{sentence.names}}', Array.from('abcdefghijkl')), 'a, b, c, d, e and 7 more')
    t.end()
  })

  t.test('takes braces in the strings of an expression', t => {
    t.equal(messageOf(`{{"}}" + '{{'}}`, []), '}}{{')
    t.end()
  })

  t.test('says what is wrong with it, and where', t => {
    const flaw = (message: string) =>
      compileToy(`each: statement\nmessage: "${message}"`).problems.map(
        ({ message, location }) => `${String(location?.column)} ${message}`,
      )
    t.strictSame(flaw('ab {{ sentence.nope }}'), ['26 message: No such key: nope'])
    t.strictSame(flaw('ab {{sentence}}'), ['16 message: a message cannot show a value of type Sentence'])
    t.strictSame(flaw('ab {{1 +}}'), ['19 message: Unexpected token: EOF'])
    t.strictSame(flaw('ab {{1'), ['14 message: has braces that do not pair'])
    t.strictSame(flaw('ab }} {{1}}'), ['14 message: has braces that do not pair'])
    t.strictSame(flaw('{a} {{[1]}}'), [])
    t.end()
  })
  t.end()
})

t.test('enumerate', t => {
  t.test('joins as one would say it', t => {
    t.strictSame([[], ['a'], ['a', 'b'], ['a', 'b', 'c'], Array.from('abcdef'), Array.from('abcdefg')].map(enumerate), [
      '',
      'a',
      'a and b',
      'a, b and c',
      'a, b, c, d, e and f',
      'a, b, c, d, e and 2 more',
    ])
    t.end()
  })
  t.end()
})
