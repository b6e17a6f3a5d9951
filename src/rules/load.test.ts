import t from 'tap'
import { loadRules } from './load.js'
import { documentOf, toy, toyRule } from './toy.js'

t.test('loadRules', t => {
  t.test('leaves out rules with a problem, and takes no id twice', t => {
    const text = (id: string) =>
      `id: ${id}\ntitle: t\nseverity: error\neach: statement\nrequire: "true"\nmessage: m\nfix: f\nwhy: w\nexamples: []`
    const documents = [
      documentOf(text('a'), 'a.yaml'),
      documentOf('id: b', 'b.yaml'),
      documentOf(text('a'), 'c.yaml'),
      documentOf(text('d'), 'd.yaml'),
    ]
    const { rules, problems } = loadRules(documents, toy)
    t.strictSame(
      rules.map(({ id, document }) => `${id} ${document.file}`),
      ['a a.yaml', 'd d.yaml'],
    )
    t.match(problems.at(-1), {
      code: 'rule-not-valid',
      message: 'id "a" is taken by a.yaml',
      location: { file: 'c.yaml', line: 1, column: 5 },
    })
    t.ok(problems.slice(0, -1).every(({ location }) => location?.file === 'b.yaml'))
    t.end()
  })

  t.test('reads rules in the language of keyward unless told otherwise', t => {
    const { rules, problems } = loadRules([{ ...toyRule('').document }])
    t.strictSame([rules.length, problems], [1, []])
    t.end()
  })
  t.end()
})
