import t from 'tap'
import type { AdapterOptions } from '../../model/source.js'
import { documentsIn, evaluated, read, template } from './sample.js'

const sections = `
Parameters:
  Plain: { Type: String, Default: 012345678901 }
  Empty: { Type: String, Default: "" }
  None: { Type: String }
  Lone: { Type: String, AllowedValues: [one] }
  List: { Type: CommaDelimitedList, Default: "a, b" }
  Numbers: { Type: List<Number>, Default: [1, 2] }
  NoList: { Type: List<Number> }
  Zones: { Type: AWS::SSM::Parameter::Value<List<String>>, Default: /zones }
  Stored: { Type: AWS::SSM::Parameter::Value<String>, Default: /stored }
  Secret: { Type: String, NoEcho: true, Default: hush }
  Broken: { Type: String, Default: [] }
  Many: { Type: String, AllowedValues: [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q] }
  Odd: { AllowedValues: x }
  BrokenList: { Type: CommaDelimitedList, Default: [[]] }
  NotAllText: { Type: String, AllowedValues: [[x], y] }
  NoneAllowed: { AllowedValues: [], Default: x }
`

const given = (text: string): AdapterOptions => ({ parameters: { file: 'params.json', text } })
const value = async (expression: string, options: AdapterOptions = {}) =>
  (await evaluated(expression, sections, options)).values

t.test('it takes a parameter for its default', async t => {
  t.strictSame(await value('[!Ref Plain, !Ref Empty, !Ref Lone, !Ref Broken, !Ref NoneAllowed, !Ref BrokenList]'), {
    always: ['012345678901', '', 'one', '${Broken}', 'x', '...${BrokenList}'],
  })
  t.strictSame(await value('[!Ref List, !Ref Numbers]'), {
    always: [
      ['a', 'b'],
      ['1', '2'],
    ],
  })
})

t.test('it takes a parameter without a value, and one that is looked up, for a hole', async t => {
  t.strictSame(await value('[!Ref None, !Ref Stored, !Ref Odd, !Ref NotAllText]'), {
    always: ['${None}', '${Stored}', '${Odd}', 'y'],
  })
  t.strictSame(await value('[!Ref NoList, !Ref Zones]'), { always: ['...${NoList}', '...${Zones}'] })
})

t.test('it takes a parameter of more values than are worth a variant each for a hole', async t => {
  t.strictSame(await value('!Ref Many'), { always: '${Many}' })
})

t.test('it never shows a value that is not to be echoed', async t => {
  t.strictSame(await value('!Sub "x${Secret}"'), { always: 'x(sensitive)' })
  t.strictSame(await value('!Ref Secret', given('["Secret=*"]')), { always: '(sensitive)' })
})

t.test('it keeps what else an unquoted account id can be read as', async t => {
  const misread = async (expression: string) => {
    const { keys } = await read(template(expression, sections))
    return JSON.stringify(keys).match(/"misread":"([^"]*)"/)?.[1]
  }
  t.equal(await misread('012345678901'), '12345678901')
  t.equal(await misread('012345670123'), '1402433619')
  t.equal(await misread('!Ref Plain'), '12345678901')
  t.equal(await misread('!Sub "arn:aws:iam::${Plain}:root"'), 'arn:aws:iam::12345678901:root')
  t.equal(await misread('"012345678901"'), undefined)
  t.equal(await misread('111122223333'), undefined)
})

t.test('it takes parameters from a file in every form that AWS has for them', async t => {
  const forms = [
    '[{"ParameterKey": "None", "ParameterValue": "x"}, {"ParameterKey": "List", "ParameterValue": "p,q"}]',
    '["None=x", "List=p,q"]',
    '{"Parameters": {"None": "x", "List": "p,q"}, "Tags": {}}',
    '{"None": "x", "List": ["p", "q"]}',
    'None: x\nList: p,q\n',
  ]
  for (const form of forms) {
    t.strictSame(
      await value('[!Ref None, !Ref List, !Ref Empty]', given(form)),
      { always: ['x', ['p', 'q'], ''] },
      form,
    )
  }
  t.strictSame(await value('!Ref None', given('["None=a=b"]')), { always: 'a=b' })
  t.strictSame(await value('!Ref Empty', given('["Empty="]')), { always: '' })
})

t.test('it does not know a value that stays as it was', async t => {
  const previous = given(
    '[{"ParameterKey": "Plain", "UsePreviousValue": true}, {"ParameterKey": "List", "UsePreviousValue": true}]',
  )
  t.strictSame(await value('[!Ref Plain, !Ref List]', previous), { always: ['${Plain}', '...${List}'] })
})

t.test('it settles conditions and allowed values with a file', async t => {
  const text = template('!If [Is, !Ref Many, no]', `${sections}Conditions: { Is: !Equals [!Ref Many, c] }`)
  t.strictSame(documentsIn(await read(text, given('["Many=c"]'))), { always: { Value: 'c' } })
  t.strictSame(documentsIn(await read(text, given('["Many=d"]'))), { always: { Value: 'no' } })
})

t.test('it says where a parameters file is wrong', async t => {
  const wrong = 'a parameter is written as {"ParameterKey": ..., "ParameterValue": ...}, as "Key=Value" or as a member'
  const cases: Readonly<Record<string, string>> = {
    'just text': 'params.json is no parameters file: it is neither a list nor an object',
    '': 'params.json is no parameters file: it is neither a list nor an object',
    '["x"]': `params.json is no parameters file: ${wrong}`,
    '[{"ParameterValue": "x"}]': `params.json is no parameters file: ${wrong}`,
    '[{"ParameterKey": "x"}]': `params.json is no parameters file: ${wrong}`,
    '{"None": {"x": 1}}': `params.json is no parameters file: ${wrong}`,
  }
  for (const [text, message] of Object.entries(cases)) {
    await t.rejects(read(template('x'), given(text)), { name: 'InputError', code: 'option-not-valid', message }, text)
  }
  const error: unknown = await read(template('x'), given('[{"ParameterKey": "x"}]')).catch((caught: unknown) => caught)
  t.match(error, { location: { file: 'params.json', line: 1, column: 2 } })
})
