import t from 'tap'
import { compileRule } from './compile.js'
import { compileToy, documentOf, toy, toyRule } from './toy.js'

const problemsOf = (fields: string): string[] =>
  compileToy(fields).problems.map(
    ({ message, location }) => `${String(location?.line)}:${String(location?.column)} ${message}`,
  )

t.test('compileRule', t => {
  t.test('reads every field', t => {
    const rule = toyRule(
      `
id: my-rule
title: A title
severity: warning
preset: strict
each: permission
let: { n: word.name }
where: n == "a"
require: sentence.has("b")
weaken: [{ when: word.size > 3, severity: none, because: it is long }]
message: '{{n}}'
fix: mend {{word}}
suggest: sentence.advice
at: word
why: because
references: [https://example.com/]
examples:
  - { name: an example, expect: fail, statement: {} }`.trim(),
    )
    const { id, title, severity, preset, each, why, references, weaken, message, fix } = rule
    t.strictSame(
      { id, title, severity, preset, each, why, references },
      {
        id: 'my-rule',
        title: 'A title',
        severity: 'warning',
        preset: 'strict',
        each: 'permission',
        why: 'because',
        references: ['https://example.com/'],
      },
    )
    t.match(weaken, [{ when: { text: 'word.size > 3' }, severity: 'none', because: 'it is long' }])
    t.strictSame(
      [message.text, fix.text, rule.where?.text, rule.suggest?.text, rule.at?.text],
      ['{{n}}', 'mend {{word}}', 'n == "a"', 'sentence.advice', 'word'],
    )
    t.match(rule.examples, [{ name: 'an example', expect: 'fail', location: { line: 17, column: 5 } }])
    t.equal(toyRule('').preset, 'recommended')
    t.end()
  })

  t.test('reports fields that are missing, unknown or of the wrong kind, with their place', t => {
    t.strictSame(problemsOf('each: statement\nseverety: error'), [
      '2:1 the file has no field "severety": it takes id, title, severity, each, require, message, fix, why, examples, preset, where, let, weaken, suggest, at, references',
    ])
    t.strictSame(problemsOf('severity: grave'), ['1:11 severity is "grave", not one of error, warning, notice'])
    t.strictSame(problemsOf('title: [a]'), ['1:8 title is a list, not a text'])
    t.strictSame(problemsOf('title: 7'), ['1:8 title is a number, not a text'])
    t.strictSame(problemsOf('title:'), ['1:7 title is empty, not a text'])
    t.strictSame(problemsOf('title: ""'), ['1:8 title is empty, not a text'])
    t.strictSame(problemsOf('title: true'), ['1:8 title is true or false, not a text'])
    t.strictSame(problemsOf('title: { a: 1 }'), ['1:8 title is a map, not a text'])
    t.strictSame(problemsOf('message: [a]'), ['1:10 message is a list, not a text'])
    t.strictSame(problemsOf('references: a'), ['1:13 references is a text, not a list'])
    t.strictSame(problemsOf('references: [1]'), ['1:14 references.0 is a number, not a text'])
    t.strictSame(problemsOf('weaken: [1]'), ['1:10 weaken.0 is a number, not a map'])
    t.strictSame(problemsOf('weaken: [{ when: "true" }]'), ['1:10 weaken.0 lacks severity'])
    t.strictSame(problemsOf('let: [a]'), ['1:6 let is a list, not a map'])
    t.strictSame(problemsOf('preset: recommended'), ['1:9 preset is "recommended", not one of strict'])
    t.strictSame(problemsOf('id: My_Rule'), ['1:5 id "My_Rule" is not in kebab-case'])
    t.end()
  })

  t.test('reports a file that is no rule at all', t => {
    const lacks = (text: string) => compileRule(documentOf(text), toy).problems.map(({ message }) => message)
    t.strictSame(lacks(''), ['the file is empty, not a map'])
    t.strictSame(lacks('- a'), ['the file is a list, not a map'])
    t.strictSame(
      lacks('id: a'),
      ['title', 'severity', 'each', 'require', 'message', 'fix', 'why', 'examples'].map(
        field => `the file lacks ${field}`,
      ),
    )
    t.end()
  })

  t.test(
    'reports expressions that do not parse, read what is not there, or have the wrong type, with their place',
    t => {
      t.strictSame(problemsOf('require: sentence.has("a"'), ['1:26 require: Expected RPAREN, got EOF'])
      t.strictSame(problemsOf('require: sentence.nope'), ['1:19 require: No such key: nope'])
      t.strictSame(problemsOf('require: true && word.size > 1'), ['1:18 require: Unknown variable: word'])
      t.strictSame(problemsOf('require: sentence.words'), ['1:10 require: is of type list<Word>, not bool'])
      t.strictSame(problemsOf('require: sentence.has(1)'), [
        "1:10 require: found no matching overload for 'Sentence.has(int)'",
      ])
      t.strictSame(problemsOf('where: >-\n  true &&\n  sentence.nope'), ['3:12 where: No such key: nope'])
      t.strictSame(problemsOf('at: sentence'), ['1:5 at: is of type Sentence, not a place'])
      t.strictSame(problemsOf('suggest: sentence.words'), ['1:10 suggest: is of type list<Word>, not a suggestion'])
      t.strictSame(problemsOf('message: "{{sentence.advice}}"'), [
        '1:13 message: a message cannot show a value of type Advice',
      ])
      t.strictSame(problemsOf('require: 7'), ['1:10 require is a number, not a text'])
      t.strictSame(problemsOf('weaken: [{ when: sentence.nope, severity: none }]'), [
        '1:27 weaken.0.when: No such key: nope',
      ])
      t.strictSame(problemsOf('require: false'), [], 'the plain truth values of YAML are expressions too')
      t.end()
    },
  )

  t.test('types what `let` names, in order', t => {
    t.strictSame(problemsOf('let: { a: sentence.words, b: size(a) }\nrequire: b > 1'), [])
    t.strictSame(problemsOf('let: { b: size(a), a: sentence.words }\nrequire: b > 1'), [
      '1:16 let.b: Unknown variable: a',
      '2:10 require: Unknown variable: b',
    ])
    t.strictSame(problemsOf('let: { a: "1" }\nrequire: a'), ['2:10 require: is of type int, not bool'])
    for (const name of ['sentence', 'in', 'for', 'int', 'A', 'a-b'])
      t.strictSame(problemsOf(`let: { ${name}: "1" }`), [`1:8 let.${name}: the name is taken or reserved`])
    t.end()
  })

  t.test('asks shipped rules to be in a file of their name', t => {
    const text = toyRule('').document
    const shipped = (file: string) =>
      compileRule({ ...text, file, shipped: true }, toy).problems.map(({ message }) => message)
    t.strictSame(shipped('policies/rules/toy.yaml'), [])
    t.strictSame(shipped('policies/rules/other.yaml'), ['id "toy" is not the file name, "other"'])
    t.end()
  })

  t.test('trusts the expressions of a checked document until they are evaluated', t => {
    const { data, ...document } = documentOf('require: sentence.nope\nlet: { sentence: "1" }\nmessage: "{{nope}}"')
    const fields = {
      id: 'toy',
      title: 't',
      severity: 'error',
      each: 'statement',
      fix: 'f',
      why: 'w',
      ...(data as object),
    }
    const { rule, problems } = compileRule({ ...document, data: fields, checked: true }, toy)
    t.strictSame(problems, [])
    t.strictSame(rule?.examples, [])
    t.throws(() => rule?.require.evaluate({}))
    t.end()
  })
  t.end()
})
