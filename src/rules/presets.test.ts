import t from 'tap'
import { loadPresets, selectRules } from './presets.js'
import { documentOf, toyRule } from './toy.js'

const shipped = (fields: string) => {
  const rule = toyRule(fields)
  return { ...rule, document: { ...rule.document, shipped: true } }
}
const rules = [
  shipped('id: plain'),
  shipped('id: extra\npreset: strict\nseverity: notice'),
  toyRule('id: own\npreset: strict'),
]
const load = (text: string) => loadPresets([documentOf(text, 'presets/p.yaml')], rules)
const select = (text: string) =>
  load(text).presets.flatMap(preset => selectRules(rules, preset).map(({ id, severity }) => `${id} ${severity}`))

t.test('a preset', t => {
  t.test('runs the rules it includes, and always those of the user', t => {
    t.strictSame(select('{ id: a, title: A, rules: recommended }'), ['plain error', 'own error'])
    t.strictSame(select('{ id: a, title: A, rules: all }'), ['plain error', 'extra notice', 'own error'])
    t.end()
  })

  t.test('changes severities and leaves rules out', t => {
    t.strictSame(select('{ id: a, title: A, rules: all, severity: { plain: off, extra: warning } }'), [
      'extra warning',
      'own error',
    ])
    t.end()
  })

  t.test('is refused where it names what does not exist', t => {
    const problems = (text: string) =>
      load(text).problems.map(
        ({ message, location }) => `${String(location?.line)}:${String(location?.column)} ${message}`,
      )
    t.strictSame(problems('{ id: a, title: A, rules: all, severity: { palin: off } }'), [
      '1:44 severity has no field "palin": it takes plain, extra, own',
    ])
    t.strictSame(problems('{ id: a, title: A, rules: some }'), ['1:27 rules is "some", not one of recommended, all'])
    t.strictSame(problems('{ id: a, title: A, rules: all, severity: { plain: grave } }'), [
      '1:51 severity.plain is "grave", not one of error, warning, notice, off',
    ])
    t.strictSame(problems(''), ['undefined:undefined the file is empty, not a map'])
    t.strictSame(load('{ id: a, rules: all }').presets, [])
    t.end()
  })
  t.end()
})
