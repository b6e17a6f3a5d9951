import t from 'tap'
import { defaultSettings } from './default-settings.js'
import { judge, type Judgement } from './judge.js'
import { exampleKey, toyKey, toyRule } from './toy.js'

const judgeOne = (fields: string, ...sentences: readonly (readonly string[])[]): Judgement =>
  judge([toyKey(...sentences)], [toyRule(fields)], defaultSettings)

t.test('judge', t => {
  const outcome = ({ findings, undetermined, problems, evaluated }: Judgement): string =>
    problems.length > 0
      ? 'bug'
      : `${findings.length ? 'broken' : undetermined.length ? 'undetermined' : 'silent'} ${evaluated}`

  t.test('decides as Kleene logic does, and counts what it was asked of', t => {
    const cases = {
      'true, true': 'silent 1',
      'true, false': 'broken 1',
      'true, sentence.maybe': 'undetermined 1',
      'false, false': 'silent 0',
      'false, sentence.maybe': 'silent 0',
      'sentence.maybe, true': 'silent 1',
      'sentence.maybe, false': 'undetermined 1',
      'sentence.maybe, sentence.perhaps': 'undetermined 1',
      'true, sentence.maybe || true': 'silent 1',
      'true, sentence.maybe && false': 'broken 1',
      'true, sentence.words.exists(w, w.name == "a")': 'silent 1',
      'true, sentence.words.all(w, w.name == "b")': 'broken 1',
      'true, sentence.words.exists(w, w.name == "c")': 'undetermined 1',
    }
    for (const [written, expected] of Object.entries(cases)) {
      const [where = '', require = ''] = written.split(/, (.*)/)
      t.equal(outcome(judgeOne(`where: '${where}'\nrequire: '${require}'`, ['a', '?x'])), expected, written)
    }
    t.end()
  })

  t.test('puts what a rule suggests below its fix, line by line, and leaves it out where it is not known', t => {
    const fixOf = (...words: readonly string[]) =>
      judgeOne('require: false\nsuggest: sentence.advice\nfix: "mend {{sentence.names}}"', words).findings[0]?.fix
    t.equal(fixOf('a', 'b'), 'mend a and b\na\nb')
    t.equal(fixOf('a', '?x'), 'mend a and ${x}')
    const unknown = 'require: false\nsuggest: "sentence.maybe ? sentence.advice : sentence.advice"'
    t.equal(judgeOne(unknown, ['a']).findings[0]?.fix, 'mend it')
    t.end()
  })

  t.test('names every hole that leaves a rule undetermined', t => {
    const { undetermined } = judgeOne(
      'where: sentence.maybe\nrequire: sentence.perhaps && sentence.words[0].size > 1',
      ['${hole:x}'],
    )
    t.match(undetermined, [
      {
        rule: 'toy',
        severity: 'error',
        address: 'aws_kms_key.example',
        statement: { index: 0 },
        reasons: [
          { hole: 'maybe', message: 'maybe is known only after apply' },
          { hole: 'perhaps', message: 'perhaps cannot be evaluated' },
          { hole: 'size', message: 'size has no value' },
        ],
      },
    ])
    t.end()
  })

  t.test('reports a rule that fails as a problem, and goes on with the others', t => {
    const rules = [
      toyRule('id: bug\nrequire: sentence.bug || true'),
      toyRule('id: lie\nrequire: "!sentence.lie && false"'),
      toyRule('id: cel\nrequire: sentence.words[9].name == "a"'),
      toyRule('id: fine\nrequire: false'),
    ]
    const { problems, findings } = judge([toyKey(['a'])], rules, defaultSettings)
    t.strictSame(
      problems.map(({ code, severity, message, location }) => [code, severity, message, location?.file]),
      [
        ['rule-bug', 'error', 'rule bug failed on aws_kms_key.example: it broke', 'rules/toy.yaml'],
        [
          'rule-bug',
          'error',
          'rule lie failed on aws_kms_key.example: the vocabulary gave string where it promises bool',
          'rules/toy.yaml',
        ],
        [
          'rule-bug',
          'error',
          'rule cel failed on aws_kms_key.example: No such key: index out of bounds, index 9 >= size 1',
          'rules/toy.yaml',
        ],
      ],
    )
    t.strictSame(
      findings.map(({ rule }) => rule),
      ['fine'],
    )
    t.end()
  })

  t.test('takes the first weakening that applies, and none that may not', t => {
    const severity = (...weaken: readonly string[]): string | undefined => {
      const { findings, undetermined } = judgeOne(
        `require: false\nweaken:\n${weaken.map(one => `  - { when: '${one.split(' -> ')[0] ?? ''}', severity: ${one.split(' -> ')[1] ?? ''} }`).join('\n')}`,
        ['a'],
      )
      t.strictSame(undetermined, [])
      return findings[0]?.severity
    }
    t.equal(severity('false -> notice', 'true -> warning', 'true -> notice'), 'warning')
    t.equal(severity('true -> none'), undefined)
    t.equal(severity('sentence.maybe -> notice'), 'error')
    t.equal(severity('sentence.maybe -> none', 'true -> notice'), 'notice')
    t.equal(severity('sentence.maybe -> error', 'true -> notice'), 'error', 'what may be grave is')
    t.end()
  })

  t.test('weakens what is undetermined too', t => {
    const weakened = (severity: string) =>
      judgeOne(`require: sentence.maybe\nweaken: [{ when: 'true', severity: ${severity} }]`, ['a']).undetermined.map(
        ({ severity }) => severity,
      )
    t.strictSame(weakened('notice'), ['notice'])
    t.strictSame(weakened('none'), [])
    t.end()
  })

  t.test('points where `at` says, or at the statement where that is unknown', t => {
    const at = (expression: string) =>
      judgeOne(`require: false\nat: ${expression}`, ['a', '?x']).findings[0]?.location.file
    t.equal(at('sentence.words[0]'), 'x.yaml#statements.0.Action.0')
    t.equal(at('sentence.place'), 'x.yaml#statements.0')
    t.equal(at('sentence.words[1]'), 'x.yaml#statements.0')
    t.end()
  })

  t.test('evaluates what `let` names once it is read, in the judgement and in the message', t => {
    const { findings, undetermined, problems } = judgeOne(
      `
let:
  long: sentence.words.filter(w, w.size > 3)
  count: size(long)
  unused: sentence.bug
  name: sentence.words[0].name
require: count == 0
message: '{{count}} long: {{long}} in {{name}}'`,
      ['\${sensitive:secret}', 'longer'],
      ['?x'],
      ['a'],
    )
    t.strictSame(problems, [])
    t.strictSame(
      findings.map(({ message }) => message),
      ['2 long: (sensitive) and longer in (sensitive)'],
    )
    t.strictSame(
      undetermined.map(({ statement }) => statement),
      [{ index: 1 }],
    )
    t.end()
  })

  t.test('lets CEL absorb an error of its own in a `let`, and no bug', t => {
    t.equal(
      outcome(judgeOne('let: { ninth: "sentence.words[9].name" }\nrequire: ninth == "a" || true', ['a'])),
      'silent 1',
    )
    t.equal(outcome(judgeOne('let: { bad: sentence.bug }\nrequire: bad || true', ['a'])), 'bug')
    t.end()
  })

  t.test('counts the statements of the largest variant', t => {
    t.equal(judgeOne('require: true', ['a'], ['b']).statements, 2)
    const key = toyKey(['a'], ['b'])
    const [one] = key.policy.kind === 'document' ? key.policy.variants : []
    if (one === undefined) throw new Error('no variant')
    const variants = [
      { ...one, when: 'x is true' },
      { ...one, when: 'x is false' },
    ]
    const both = { ...key, policy: { kind: 'document', variants, location: key.location } } as const
    t.equal(judge([both], [toyRule('require: true')], defaultSettings).statements, 2)
    t.end()
  })

  t.test('asks nothing without rules, and a key of what it has', t => {
    t.match(judge([toyKey(['a'])], [], defaultSettings), { evaluated: 0, statements: 0 })
    const rule = toyRule('each: key\nrequire: key.rotation')
    t.equal(outcome(judge([exampleKey({ key: { rotation: false } })], [rule], defaultSettings)), 'broken 1')
    t.equal(outcome(judge([exampleKey({ key: { rotation: '${hole:r}' } })], [rule], defaultSettings)), 'undetermined 1')
    t.equal(outcome(judge([exampleKey({ key: { policy: 'unknown' } })], [rule], defaultSettings)), 'silent 1')
    t.end()
  })
  t.end()
})
