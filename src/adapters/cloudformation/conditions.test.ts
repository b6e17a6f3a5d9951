import t from 'tap'
import { evaluated } from './sample.js'

const sections = `
Parameters:
  Env: { Type: String, Default: dev }
  Stage: { Type: String, AllowedValues: [sandbox, staging, prod] }
  Only: { Type: String, AllowedValues: [one] }
  List: { Type: CommaDelimitedList, Default: "a,b" }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsDev: !Equals [dev, !Ref Env]
  Prefixed: !Equals [!Sub "x-\${Env}", x-prod]
  Suffixed: !Equals [prod-x, !Sub "\${Env}-x"]
  Always: !Equals [a, a]
  Never: !Equals [a, b]
  Mismatch: !Equals [!Sub "x-\${Env}", y]
  Itself: !Equals [!Ref Env, !Ref Env]
  Both: !Equals [!Sub "\${Env}\${Stage}", x]
  Two: !Equals [!Ref Env, !Ref Stage]
  OnlyOne: !Equals [!Ref Only, one]
  Sandbox: !Equals [!Ref Stage, sandbox]
  Staging: !And [!Not [!Condition ProdStage], !Not [{Condition: Sandbox}]]
  ProdStage: !Equals [!Ref Stage, prod]
  Permanent: !Or [!Condition ProdStage, !Condition Staging]
  Lists: !Equals [!Join [",", !Ref List], "a"]
  Lengths: !Equals [!Length {Ref: List}, 1]
  Bare: !Equals [!Ref List, ""]
  Europe: !Equals [!Ref AWS::Region, eu-west-1]
  America: !Equals [!Ref AWS::Region, us-east-1]
`
const values = async (expression: string, options = {}) => (await evaluated(expression, sections, options)).values

t.test('it takes both branches of a condition on a parameter, also of one with a default', async t => {
  t.strictSame(await values('!If [IsProd, a, b]'), { 'IsProd is true': 'a', 'IsProd is false': 'b' })
  t.strictSame(await values('!If [Prefixed, !Ref Env, b]'), { 'Prefixed is true': 'prod', 'Prefixed is false': 'b' })
  t.strictSame(await values('!If [Suffixed, !Ref Env, b]'), { 'Suffixed is true': 'prod', 'Suffixed is false': 'b' })
})

t.test('it knows the text of a parameter that a condition tells', async t => {
  t.strictSame(await values('[!If [IsProd, a, b], !Ref Env, !If [Prefixed, c, d]]'), {
    'IsProd is true, Prefixed is true': ['a', 'prod', 'c'],
    'IsProd is false, Prefixed is false': ['b', 'dev', 'd'],
  })
  // whichever comes first, and where the default is what the condition excludes
  t.strictSame(await values('[!Ref Env, !If [IsDev, a, b]]'), {
    'IsDev is true': ['dev', 'a'],
    'IsDev is false': ['${Env}', 'b'],
  })
})

t.test('it has no variant that no values can bring about', async t => {
  t.strictSame(await values('!If [IsProd, !If [IsDev, never, a], b]'), {
    'IsProd is true, IsDev is false': 'a',
    'IsProd is false': 'b',
  })
  t.strictSame(await values('!If [Permanent, !If [Sandbox, never, !If [ProdStage, a, b]], c]'), {
    'Permanent is true, Sandbox is false, ProdStage is true': 'a',
    'Permanent is true, Sandbox is false, ProdStage is false': 'b',
    'Permanent is false': 'c',
  })
  t.strictSame(await values('!If [Europe, !If [America, never, a], !If [America, b, c]]'), {
    'Europe is true, America is false': 'a',
    'Europe is false, America is true': 'b',
    'Europe is false, America is false': 'c',
  })
})

t.test('it decides what needs no choice', async t => {
  const cases = { Always: 'a', Never: 'b', Mismatch: 'b', Itself: 'a', OnlyOne: 'a' }
  for (const [name, expected] of Object.entries(cases))
    t.strictSame(await values(`!If [${name}, a, b]`), { always: expected }, name)
  t.strictSame(await values('!If [Europe, a, b]', { region: 'eu-west-1' }), { always: 'a' })
})

t.test('it leaves open what cannot be told', async t => {
  for (const name of ['Two', 'Both', 'Lists', 'Lengths', 'Bare']) {
    t.strictSame(await values(`!If [${name}, a, b]`), { [`${name} is true`]: 'a', [`${name} is false`]: 'b' }, name)
  }
})

t.test('it is one variant where branches come to the same', async t => {
  t.strictSame(await values('!If [IsProd, !Ref AWS::NoValue, !Ref AWS::NoValue]'), { always: undefined })
})

t.test('it makes a variant of each value that a parameter can have', async t => {
  t.strictSame(await values('!Ref Stage'), {
    'Stage is sandbox': 'sandbox',
    'Stage is staging': 'staging',
    'Stage is prod': 'prod',
  })
  t.strictSame(await values('!If [ProdStage, a, !Ref Stage]'), {
    'ProdStage is true': 'a',
    'ProdStage is false, Stage is sandbox': 'sandbox',
    'ProdStage is false, Stage is staging': 'staging',
  })
  const { values: empty } = await evaluated(
    '[!Ref A, !Ref B]',
    'Parameters: { A: { AllowedValues: ["", x] }, B: { AllowedValues: [y] } }',
  )
  t.strictSame(empty, { 'A is ""': ['', 'y'], 'A is x': ['x', 'y'] })
})

t.test('it tells variants of one condition apart by what else was decided', async t => {
  const either = `${sections}  Either: !Or [!Equals [!Ref Env, prod], !Equals [!Ref Other, x]]\n`
  const { values: found } = await evaluated(
    '!If [Either, !Ref Env, b]',
    either.replace('Parameters:', 'Parameters:\n  Other: { Type: String }'),
  )
  t.strictSame(found, {
    'Either is true, Env is prod': 'prod',
    'Either is false': 'b',
    'Either is true, Other is x': 'dev',
  })
})

t.test('it reports conditions that CloudFormation refuses, and takes both branches', async t => {
  const problem = async (condition: string) => {
    const { values: found, problems } = await evaluated('!If [Bad, a, b]', `Conditions:\n  Bad: ${condition}`)
    t.strictSame(Object.values(found).sort(), ['a', 'b'], condition)
    return problems
  }
  t.strictSame(await problem('!Equals [a]'), ['Fn::Equals takes 2 arguments, not 1'])
  t.strictSame(await problem('!Not []'), ['Fn::Not takes one condition, not 0'])
  t.strictSame(await problem('!Condition []'), ['Condition takes the name of a condition'])
  t.strictSame(await problem('yes'), ['a condition is Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition'])
  t.strictSame(await problem('!Condition Nothing'), ['there is no condition Nothing'])
  t.strictSame(await problem('!Condition Bad'), ['conditions refer to each other: Bad → Bad'])
})

t.test('it names a circle of conditions once', async t => {
  const circle = `Conditions:\n  A: !Not [!Condition B]\n  B: !Or [!Condition A, !Condition B]`
  const { values: found, problems } = await evaluated('!If [A, a, b]', circle)
  t.strictSame(Object.values(found).sort(), ['a', 'b'])
  t.strictSame(problems, ['conditions refer to each other: A → B → A'])
})

t.test('it reports what is no Fn::If', async t => {
  t.strictSame(await evaluated('!If [IsProd, a]', sections), {
    values: { always: '${!If}' },
    problems: ['Fn::If takes 3 arguments, not 2'],
  })
  t.strictSame(await evaluated('!If [[], a, b]', sections), {
    values: { always: '${!If}' },
    problems: ['Fn::If takes the name of a condition first'],
  })
})

t.test('it judges no more variants than it can, those with few deviations first', async t => {
  const names = Array.from({ length: 10 }, (_, i) => `C${i}`)
  const many = `Conditions:\n${names.map(name => `  ${name}: !Equals [!ImportValue ${name}, x]`).join('\n')}`
  const { values: found, problems } = await evaluated(`[${names.map(name => `!If [${name}, 1, 0]`).join(', ')}]`, many)
  t.strictSame(problems, ['Key has more variants than the 512 that are judged'])
  t.equal(Object.keys(found).length, 512)
  const taken = Object.values(found) as string[][] // lists of ones and zeros, as written above
  for (const i of names.keys())
    t.same(new Set(taken.map(bits => bits[i])), new Set(['0', '1']), `${i} is seen both ways`)
})

t.test('it judges fewer variants of a key that says more', async t => {
  const names = Array.from({ length: 10 }, (_, i) => `C${i}`)
  const many = `Conditions:\n${names.map(name => `  ${name}: !Equals [!ImportValue ${name}, x]`).join('\n')}`
  const long = `${names.map(name => `!If [${name}, 1, 0]`).join(', ')}, ${'x, '.repeat(5000)}`
  const { values: found, problems } = await evaluated(`[${long}]`, many)
  t.strictSame(problems, ['Key has more variants than the 64 that are judged'])
  t.equal(Object.keys(found).length, 64)
})

t.test('it gives up on a search for variants that are not there', async t => {
  const names = Array.from({ length: 12 }, (_, i) => `C${i}`)
  const many = `Conditions:\n${names.map(name => `  ${name}: !Equals [!ImportValue ${name}, x]`).join('\n')}
  No: !And [!Or [${names.map(name => `!Condition ${name}`).join(', ')}], !Equals [a, b]]
  Yes: !And [${names.map(name => `!Or [!Condition ${name}, !Equals [a, a]]`).join(', ')}, !Condition No]`
  const { problems } = await evaluated('x', many, {}, '  Other: { Type: AWS::KMS::Key, Condition: Yes }')
  t.strictSame(problems, ['Other has more variants than the 512 that are judged'])
})
