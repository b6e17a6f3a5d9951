import t from 'tap'
import { defaultSettings } from './default-settings.js'
import { judge } from './judge.js'
import { toyKey, toyRule } from './toy.js'

const undeterminedOf = (fields: string, ...sentences: readonly (readonly string[])[]) =>
  judge([toyKey(...sentences)], [toyRule(fields)], defaultSettings).undetermined

t.test('mergeUndetermined', t => {
  t.test('gives one entry for a rule on a statement, with all its holes', t => {
    const entries = undeterminedOf('each: permission\nrequire: word.name == ""', ['?x', '?y'], ['?x'])
    t.strictSame(
      entries.map(
        ({ statement, reasons }) => `${String(statement?.index)} ${reasons.map(({ hole }) => hole).join(' ')}`,
      ),
      ['0 x y', '1 x'],
    )
    t.end()
  })

  t.test('gives the gravest severity', t => {
    const fields =
      'each: permission\nrequire: sentence.maybe\nweaken: [{ when: \'word.name == "a"\', severity: notice }]'
    t.match(undeterminedOf(fields, ['a', 'b']), [{ severity: 'error' }])
    t.match(undeterminedOf(fields, ['a']), [{ severity: 'notice' }])
    t.end()
  })

  t.test('bounds the reasons', t => {
    const words = Array.from({ length: 30 }, (_, index) => `?x${index}`)
    t.equal(undeterminedOf('each: permission\nrequire: word.name == ""', words)[0]?.reasons.length, 10)
    t.end()
  })
  t.end()
})
