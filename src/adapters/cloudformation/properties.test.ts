import fc from 'fast-check'
import t from 'tap'
import { InputError } from '../../model/problem.js'
import { readPolicy } from '../../model/read-policy.js'
import { longForm } from './tags.js'
import { functions } from './functions/index.js'
import { read, template } from './sample.js'

/** Reads, and reads the policies that came of it; an InputError is an answer too. */
const survives = async (text: string): Promise<void> => {
  const reading = await read(text).catch((error: unknown) => {
    if (!(error instanceof InputError)) throw error
    return undefined
  })
  for (const { policy } of reading?.keys ?? []) {
    if (policy.kind === 'document') for (const { document } of policy.variants) readPolicy(document)
  }
}

const base = `
AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::LanguageExtensions
Parameters:
  Env: { Type: String, Default: dev, AllowedValues: [dev, prod] }
  Teams: { Type: CommaDelimitedList, Default: "A,B" }
Mappings:
  Map: { dev: { Reader: "*" }, prod: { Reader: [a, b] } }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  Not: !Not [!Or [!Condition IsProd, !And [!Condition IsProd, !Equals [!Ref AWS::Region, x]]]]
Resources:
  Key:
    Type: AWS::KMS::Key
    Condition: Not
    Properties: &properties
      PendingWindowInDays: !If [IsProd, 30, 7]
      KeyPolicy:
        Version: 2012-10-17
        Statement:
          - Sid: Root
            Effect: Allow
            Principal: { AWS: !Sub "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root" }
            Action: kms:*
            Resource: "*"
          - !If
            - IsProd
            - &statement
              Sid: !Join ["", [a, !Select [0, !Split [",", "x,y"]]]]
              Effect: Allow
              Principal: { AWS: !FindInMap [Map, !Ref Env, Reader] }
              Action: [kms:Decrypt]
              Resource: !GetAtt Key.Arn
            - !Ref AWS::NoValue
  Fn::ForEach::Keys:
    - Team
    - !Ref Teams
    - \${Team}Key:
        Type: AWS::KMS::Key
        Properties: { <<: *properties, KeyPolicy: '{"Statement": [{"Sid": "\${Team}"}]}' }
`

const fragments = [
  '!Sub',
  '!If',
  '*statement',
  '&a',
  '<<: ',
  'Fn::',
  '${',
  '}',
  '"',
  "'",
  '[',
  ']',
  '{',
  '- ',
  ': ',
  '\n',
  '\t',
  '|',
  '>',
  '#',
  '\u0000',
  '!',
  '*',
  '?',
  ',',
  'IsProd',
  'Ref',
  '\ue000',
  'Condition',
  '__proto__',
  'constructor',
]

t.test('it answers whatever a template is turned into', async t => {
  const mutation = fc.record({
    at: fc.nat(base.length),
    remove: fc.nat(40),
    insert: fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 6 })),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 5 }), async mutations => {
      const text = mutations.reduce(
        (all, { at, remove, insert }) => all.slice(0, at) + insert + all.slice(at + remove),
        base,
      )
      await survives(text)
    }),
    { numRuns: 400 },
  )
  t.pass()
})

const names = Object.keys(functions)

/** Expressions of every shape, most of them wrong. */
const expression = fc.letrec<{ tree: unknown }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      'a',
      '',
      '${A}',
      '${A.B}',
      'Key',
      'Key.Arn',
      'IsProd',
      'AWS::NoValue',
      'AWS::Region',
      'Map',
      '0',
      'Env',
      'Teams',
      '__proto__',
    ),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc
      .tuple(fc.constantFrom(...names, 'Fn::ForEach::X', 'Fn::Equals', 'Condition'), tie('tree'))
      .map(([name, argument]) => ({ [name]: argument })),
    fc.dictionary(fc.constantFrom('Statement', 'Sid', 'Fn::Sub', 'AWS', 'x'), tie('tree'), { maxKeys: 3 }),
  ),
})).tree

t.test('it answers whatever stands where', async t => {
  await fc.assert(
    fc.asyncProperty(expression, expression, expression, async (policy, condition, setting) => {
      await survives(
        JSON.stringify({
          Parameters: {
            Env: { AllowedValues: ['a', 'b'] },
            Teams: { Type: 'CommaDelimitedList' },
            A: { Default: condition },
          },
          Mappings: { Map: { a: { x: 1 }, Key: setting } },
          Conditions: { IsProd: condition, Key: { 'Fn::Equals': [setting, condition] } },
          Resources: {
            Key: {
              Type: 'AWS::KMS::Key',
              Condition: 'Key',
              Properties: { KeyPolicy: policy, EnableKeyRotation: setting },
            },
            Other: { Type: 'AWS::KMS::Key', Properties: policy },
            Stack: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: setting, Parameters: policy } },
          },
          Outputs: setting,
        }),
      )
    }),
    { numRuns: 400 },
  )
  t.pass()
})

t.test('it reads the same from JSON as from the YAML that says the same', async t => {
  // a tag takes no tag as its value
  const yaml = (tree: unknown, isTagged = false): string => {
    if (Array.isArray(tree)) return `[${tree.map(item => yaml(item)).join(', ')}]`
    if (typeof tree !== 'object' || tree === null) return JSON.stringify(tree)
    const entries = Object.entries(tree)
    const [only] = entries
    const short = only && entries.length === 1 && names.includes(only[0]) ? `!${only[0].replace('Fn::', '')}` : ''
    if (only && !isTagged && longForm(short) === only[0]) return `${short} ${yaml(only[1], true)}`
    return `{${entries.map(([key, value]) => `${JSON.stringify(key)}: ${yaml(value)}`).join(', ')}}`
  }
  const bare = async (text: string): Promise<string> => {
    const { keys, problems } = await read(text)
    // a tag has the place of its value, so that the same problem of both is one
    return JSON.stringify([keys, [...new Set(problems.map(({ message }) => message))]], (name, value: unknown) =>
      name === 'location' ? undefined : value,
    )
  }
  await fc.assert(
    fc.asyncProperty(expression, async tree => {
      t.equal(await bare(template(yaml(tree))), await bare(template(JSON.stringify(tree))))
    }),
    { numRuns: 200 },
  )
})
