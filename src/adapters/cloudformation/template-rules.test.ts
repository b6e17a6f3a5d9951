import t from 'tap'
import { evaluated } from './sample.js'

const sections = (rules: string) => `
Parameters:
  Env: { Type: String, Default: dev }
  Open: { Type: String, AllowedValues: ['yes', 'no'] }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsOpen: !Equals [!Ref Open, 'yes']
Rules:
  Rule: ${rules}
`
const valuesUnder = async (rules: string, expression: string, options = {}) => {
  const { values, problems } = await evaluated(expression, sections(rules), options)
  t.strictSame(problems, [])
  return values
}

const given = (values: object) => ({ parameters: { file: 'p.json', text: JSON.stringify(values) } })

t.test('it takes the values that a rule lists for those that a parameter can have', async t => {
  const listed = '{Assertions: [{Assert: {Fn::Contains: [[prod, test], !Ref Env]}, AssertDescription: x}]}'
  t.strictSame(await valuesUnder(listed, '!Ref Env'), { 'Env is prod': 'prod', 'Env is test': 'test' })
  t.strictSame(await valuesUnder(listed, 'x'), { always: 'x' })
  t.strictSame(await valuesUnder('{Assertions: [{Assert: {Fn::Equals: [!Ref Env, prod]}}]}', '!Ref Env'), {
    always: 'prod',
  })
})

t.test('it leaves out combinations that a rule refuses', async t => {
  const rule = '{RuleCondition: !Equals [!Ref Env, prod], Assertions: [{Assert: !Equals [!Ref Open, "no"]}]}'
  const both = '!Join ["", [!If [IsProd, prod, other], !If [IsOpen, open, shut]]]'
  t.strictSame(Object.values(await valuesUnder(rule, both)).sort(), ['othershut', 'otheropen', 'prodshut'].sort())
  t.strictSame(await valuesUnder(rule, '!If [IsOpen, open, shut]', given({ Env: 'prod' })), { always: 'shut' })
  t.strictSame(
    Object.keys(await valuesUnder(rule, '!If [IsOpen, open, shut]')),
    ['IsOpen is true', 'IsOpen is false'],
    'what Env is does not matter, since it can be another',
  )
})

t.test('it reads every function of rules that a template can answer', async t => {
  const value = '!If [IsOpen, open, shut]'
  const shut = { always: 'shut' }
  for (const assert of [
    '!Not [!Equals [!Ref Open, "yes"]]',
    '{Fn::EachMemberEquals: [[!Ref Open], "no"]}',
    '{Fn::EachMemberIn: [[!Ref Open], ["no", never]]}',
    '!And [!Or [!Equals [!Ref Open, "no"], !Equals [a, b]], !Equals [a, a]]',
  ])
    t.strictSame(await valuesUnder(`{Assertions: [{Assert: ${assert}}]}`, value), shut, assert)
  const region =
    '{RuleCondition: !Equals [!Ref AWS::Region, eu-west-1], Assertions: [{Assert: !Equals [!Ref Open, "no"]}]}'
  t.strictSame(await valuesUnder(region, value, { region: 'eu-west-1' }), shut)
})

t.test('it does not let a rule that it cannot read limit anything', async t => {
  const both = ['IsOpen is true', 'IsOpen is false']
  for (const rule of [
    'x',
    '{}',
    '{Assertions: [x, {Assert: x}, {Assert: !Equals x}, {Assert: {Fn::Contains: [!Ref Open, "no"]}}]}',
    '{Assertions: [{Assert: {Fn::EachMemberIn: [{Fn::ValueOfAll: [AWS::EC2::VPC::Id, Tags.x]}, {Fn::RefAll: AWS::EC2::VPC::Id}]}}]}',
    '{RuleCondition: {Fn::Equals: [!Ref Env, !Sub x]}, Assertions: [{Assert: !Equals [!Ref Open, "no"]}]}',
    '{RuleCondition: !Equals [!Ref AWS::Region, x], Assertions: [{Assert: !Equals [!Ref Open, "no"]}]}',
    '{Assertions: [{Assert: !Not [!Not [{Fn::Contains: [[a], [b]]}]]}]}',
  ])
    t.strictSame(Object.keys(await valuesUnder(rule, '!If [IsOpen, open, shut]')), both, rule)
})
