import t from 'tap'
import { InputError } from '../../model/problem.js'
import { messages, plain, read } from './sample.js'

const child = `
Parameters:
  Env: { Type: String, Default: dev }
  Names: { Type: CommaDelimitedList, Default: "a" }
  Secret: { Type: String, NoEcho: true, Default: x }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy: {Env: !Ref Env, Names: !Ref Names, If: !If [IsProd, a, b]}
Outputs:
  Arn: { Value: !GetAtt Key.Arn }
  Role: { Value: "arn:aws:iam::111122223333:role/x" }
`

const files: Readonly<Record<string, string>> = {
  'stacks/child.yaml': child,
  'child.yaml': child,
  'stacks/loop.yaml':
    'Resources:\n  Again: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: loop.yaml } }',
  'wide.yaml': `Resources:\n${Array.from({ length: 30 }, (_, i) => `  S${i}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: wide.yaml } }`).join('\n')}`,
  'none.yaml': 'a: b',
  'broken.yaml': 'a: [',
}

const readText = (path: string): Promise<string> => {
  const text = files[path]
  return text === undefined
    ? Promise.reject(new InputError('file-not-found', `${path} does not exist`))
    : Promise.resolve(text)
}

const stack = (name: string, url: string, parameters = '{}') =>
  `  ${name}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${url}, Parameters: ${parameters} } }\n`

const policies = async (resources: string, sections = '') => {
  const reading = await read(`${sections}\nResources:\n${resources}`, { readText })
  const found = reading.keys.map(({ address, policy }) => [
    address,
    policy.kind === 'document' &&
      Object.fromEntries(policy.variants.map(({ when = 'always', document }) => [when, plain(document)])),
  ])
  return { found: Object.fromEntries(found) as Record<string, unknown>, problems: messages(reading), reading }
}

t.test('it reads nested stacks with the parameters that they are given', async t => {
  const { found, problems, reading } = await policies(
    stack('One', './stacks/child.yaml', '{Env: prod, Names: "p,q"}') +
      stack('Two', 'stacks/child.yaml', '{Env: !Ref AWS::Region}'),
  )
  t.strictSame(found, {
    'One.Key': { always: { Env: 'prod', Names: ['p', 'q'], If: 'a' } },
    'Two.Key': {
      'Two.IsProd is true': { Env: '${AWS::Region}', Names: ['a'], If: 'a' },
      'Two.IsProd is false': { Env: '${AWS::Region}', Names: ['a'], If: 'b' },
    },
  })
  t.strictSame(problems, [])
  t.match(reading.keys[0], {
    location: { file: 'stacks/child.yaml', line: 9 },
    via: [{ file: 'template.yaml', line: 3 }],
  })
})

t.test('it knows that parameters of nested stacks hang together with those of the outer one', async t => {
  const sections = 'Parameters: { Env: { Type: String } }\nConditions: { IsProd: !Equals [!Ref Env, prod] }'
  t.strictSame((await policies(stack('One', 'child.yaml', '{Env: !Ref Env}'), sections)).found, {
    'One.Key': {
      'One.IsProd is true': { Env: 'prod', Names: ['a'], If: 'a' },
      'One.IsProd is false': { Env: '${Env}', Names: ['a'], If: 'b' },
    },
  })
  t.strictSame(
    (await policies(stack('One', 'child.yaml', '{Env: !If [IsProd, prod, dev], Names: [x, !Ref Env]}'), sections))
      .found,
    {
      'One.Key': {
        'IsProd is true, One.IsProd is true': { Env: 'prod', Names: ['x', 'prod'], If: 'a' },
        'IsProd is false, One.IsProd is false': { Env: 'dev', Names: ['x', '${Env}'], If: 'b' },
      },
    },
  )
})

t.test('it leaves out the ways in which a nested stack is not there', async t => {
  const sections =
    'Parameters: { Env: { Type: String } }\nConditions: { IsProd: !Equals [!Ref Env, prod], IsTest: !Equals [!Ref Env, test] }'
  const when = (condition: string) =>
    stack('One', 'child.yaml', '{Env: !Ref Env}').replace('Stack,', `Stack, Condition: ${condition},`)
  t.strictSame((await policies(when('IsProd'), sections)).found, {
    'One.Key': { always: { Env: 'prod', Names: ['a'], If: 'a' } },
  })
  t.strictSame((await policies(when('IsTest'), sections)).found, {
    'One.Key': { always: { Env: 'test', Names: ['a'], If: 'b' } },
  })
})

t.test('it takes the parameter of a nested stack that is given nothing for its default', async t => {
  const { found } = await policies(stack('One', 'child.yaml', '{Env: !Ref AWS::NoValue}'))
  t.match(found['One.Key'], { 'One.IsProd is false': { Env: 'dev' } })
})

t.test('it follows outputs of nested stacks', async t => {
  const resources = `${stack('One', 'child.yaml')}  Key:
    Type: AWS::KMS::Key
    Properties: { KeyPolicy: [] }
  Other:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy: {Role: !GetAtt One.Outputs.Role, Arn: !GetAtt One.Outputs.Arn, None: !GetAtt One.Outputs.None}
`
  const { found } = await policies(resources)
  t.strictSame(found['Other'], {
    always: {
      Role: 'arn:aws:iam::111122223333:role/x',
      Arn: 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${One.Key}',
      None: '${One.Outputs.None}',
    },
  })
})

t.test('it finds the nested templates of the CDK and of SAM', async t => {
  const { found } = await policies(`
  Assets:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: !Sub "https://bucket/\${AWS::Region}" }
    Metadata: { aws:asset:path: child.yaml, aws:asset:property: TemplateURL }
  Other:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: child.yaml }
    Metadata: { aws:asset:path: nothing.yaml, aws:asset:property: Code }
  App: { Type: AWS::Serverless::Application, Properties: { Location: child.yaml } }
`)
  t.strictSame(Object.keys(found), ['Assets.Key', 'Other.Key', 'App.Key'])
})

t.test('it tells which nested stacks it could not read', async t => {
  const { problems, reading } = await policies(
    stack('Remote', 'https://bucket/x.yaml') +
      stack('Unknown', '!ImportValue x') +
      stack('Missing', 'missing.yaml') +
      stack('None', 'none.yaml') +
      stack('Broken', 'broken.yaml'),
  )
  t.strictSame(problems, [
    '3: the nested stack Remote is not read: its template is not on this disk',
    '4: the nested stack Unknown is not read: its template is not on this disk',
    '5: the nested stack Missing is not read: missing.yaml does not exist',
    '6: the nested stack None is not read: none.yaml is no template: it has no Resources with a Type',
    '7: the nested stack Broken is not read: neither YAML nor JSON at line 1, column 5: bad indent',
  ])
  t.strictSame(
    reading.problems.map(({ severity }) => severity),
    ['warning', 'warning', 'error', 'error', 'error'],
  )
  const alone = await read(`Resources:\n${stack('One', 'child.yaml')}  Two: { Type: AWS::CloudFormation::Stack }`)
  t.strictSame(messages(alone), [
    '2: the nested stack One is not read: child.yaml is not at hand',
    '3: the nested stack Two is not read: its template is not on this disk',
  ])
})

t.test('it tells of what makes keys out of sight', async t => {
  const set = 'Type: AWS::CloudFormation::StackSet, Properties'
  const { problems } = await policies(`
  Module: { Type: My::Keys::Key::MODULE }
  Body: { ${set}: { TemplateBody: "Resources: { Key: { Type: AWS::KMS::Key } }" } }
  Other: { ${set}: { TemplateBody: "Resources: { Bucket: { Type: AWS::S3::Bucket } }" } }
  Url: { ${set}: { TemplateURL: "https://bucket/x.yaml" } }
`)
  const elsewhere = 'its template is for other accounts and Regions; check it by itself'
  t.strictSame(problems, [
    '4: the module Module is not read: what it holds is in the registry of the account',
    `5: the stack set Body is not read: ${elsewhere}`,
    `7: the stack set Url is not read: ${elsewhere}`,
  ])
})

t.test('it does not nest for ever', async t => {
  const deep = await policies(stack('One', 'stacks/loop.yaml'))
  t.strictSame(deep.problems, [
    '2: the nested stack Again is not read: stacks are nested deeper than 8, or more than 200',
  ])
  const wide = await policies(stack('One', 'wide.yaml'))
  t.ok(wide.problems.length < 250)
})

t.test('it lets bugs through', async t => {
  const broken = () => Promise.reject(new TypeError('a bug'))
  await t.rejects(read(`Resources:\n${stack('One', 'child.yaml')}`, { readText: broken }), { name: 'TypeError' })
})
