import t from 'tap'
import { loadPresets } from './presets.js'
import { ruleRows, rulesPage } from './table.js'
import { documentOf, toyRule, toyVocabulary } from './toy.js'
import { marker, renewPage } from './vocabulary-page.js'

const shipped = (fields: string) => {
  const rule = toyRule(fields)
  return { ...rule, document: { ...rule.document, shipped: true } }
}
const rules = [
  shipped('id: plain\ntitle: a | b'),
  shipped(
    `id: extra
preset: strict
severity: notice
weaken: [{ when: sentence.maybe, severity: none, because: nobody minds }, { when: "true", severity: notice }]
references: [https://example.com/]
examples: [{ name: a good one, expect: pass }]
message: "{{sentence.names}} is bad"`,
  ),
]
const { presets } = loadPresets(
  [documentOf('{ id: some, title: Some, rules: recommended }'), documentOf('{ id: every, title: Every, rules: all }')],
  rules,
)

t.test('ruleRows', t => {
  t.test('gives the severity of each rule under each preset', t => {
    t.strictSame(ruleRows(rules, presets), [
      { id: 'plain', each: 'statement', title: 'a | b', severities: ['error', 'error'] },
      { id: 'extra', each: 'statement', title: 'a toy', severities: [undefined, 'notice'] },
    ])
    t.end()
  })
  t.end()
})

t.test('rulesPage', t => {
  t.test('has a table and what each rule says', t => {
    const page = rulesPage(rules, presets)
    for (const line of [
      '| rule | each | some | every | what holds |',
      '| [plain](#plain) | statement | error | error | a \\| b |',
      '| [extra](#extra) | statement | - | notice | a toy |',
      '## extra',
      '{{sentence.names}} is bad',
      '- none where nobody minds',
      '- notice where `true`',
      '- pass: a good one',
      '- <https://example.com/>',
    ])
      t.ok(page.split('\n').includes(line), line)
    t.end()
  })
  t.end()
})

t.test('renewPage', t => {
  t.test('keeps what is written by hand and lists every word', t => {
    const page = renewPage(`# By hand\n\n${marker}\nold`, toyVocabulary)
    t.ok(page.startsWith(`# By hand\n\n${marker}\n\n## Variables`))
    t.notMatch(page, /old/)
    for (const line of [
      '### each: statement',
      '| `sentence` | `Sentence` | The statement. |',
      'One word. A message can show it. It has a place, for `at`.',
      '| `has(string)` | `bool` | It has the word \\| or not. |',
      '## Functions',
      '| `shout(string)` | `string` | In capitals. |',
    ])
      t.ok(page.split('\n').includes(line), line)
    t.notMatch(renewPage(marker, { ...toyVocabulary, functions: {} }), /## Functions/)
    t.end()
  })
  t.end()
})
