import t from 'tap'
import { testRules, untested } from './test-rules.js'
import { toyRule } from './toy.js'

const results = (fields: string, ...examples: readonly string[]) =>
  testRules([toyRule(`${fields}\nexamples:\n${examples.map(example => `  - ${example}`).join('\n')}`)])

const statement = (word: string) => `only: true, statement: { Action: [${word}] }`
const rule = 'require: sentence.words[0].name == "good"\nmessage: "{{sentence.words}} is bad"'

t.test('testRules', t => {
  t.test('passes examples of which the rule says what they expect', t => {
    t.strictSame(
      results(
        rule,
        `{ name: a, expect: pass, ${statement('good')} }`,
        `{ name: b, expect: fail, severity: error, message: evil is, ${statement('evil')} }`,
        `{ name: c, expect: undetermined, severity: error, ${statement('"${many:x}"')} }`,
      ).map(({ rule, example, passed, message, location }) => ({
        rule,
        example,
        passed,
        message,
        line: location.line,
      })),
      [
        { rule: 'toy', example: 'a', passed: true, message: '', line: 4 },
        { rule: 'toy', example: 'b', passed: true, message: 'error: evil is bad', line: 5 },
        { rule: 'toy', example: 'c', passed: true, message: 'undetermined: x is known only after apply', line: 6 },
      ],
    )
    t.end()
  })

  t.test('says what the rule said instead', t => {
    const complaint = (example: string) =>
      results(rule, example).map(({ passed, message }) => `${String(passed)} ${message}`)
    t.strictSame(complaint(`{ name: a, expect: fail, ${statement('good')} }`), ['false expected fail, got pass'])
    t.strictSame(complaint(`{ name: a, expect: pass, ${statement('evil')} }`), [
      'false expected pass, got fail: error: evil is bad',
    ])
    t.strictSame(complaint(`{ name: a, expect: fail, severity: notice, ${statement('evil')} }`), [
      'false expected severity notice, got error: error: evil is bad',
    ])
    t.strictSame(complaint(`{ name: a, expect: pass, severity: notice, ${statement('good')} }`), [
      'false expected severity notice, got undefined',
    ])
    t.strictSame(complaint(`{ name: a, expect: fail, message: good, ${statement('evil')} }`), [
      'false expected a message with "good": error: evil is bad',
    ])
    t.strictSame(
      results('require: sentence.bug', `{ name: a, expect: fail, ${statement('x')} }`).map(({ message }) => message),
      ['failed: rule toy failed on aws_kms_key.example: it broke'],
    )
    t.end()
  })
  t.end()
})

t.test('untested', t => {
  t.test('names the rules without an example that passes or one that fails', t => {
    const problems = (...expectations: readonly string[]) =>
      untested([toyRule(`examples: [${expectations.map(expect => `{ name: a, expect: ${expect} }`).join(', ')}]`)]).map(
        ({ code, severity, message, location }) => `${code} ${severity} ${message} ${String(location?.line)}`,
      )
    t.strictSame(problems('pass', 'fail'), [])
    t.strictSame(problems('pass', 'undetermined'), [
      'rule-not-tested error rule toy has no example that expects fail 1',
    ])
    t.strictSame(problems(), [
      'rule-not-tested error rule toy has no example that expects pass and none that expects fail 1',
    ])
    t.end()
  })
  t.end()
})
