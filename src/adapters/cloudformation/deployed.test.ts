import t from 'tap'
import { valuesAt, type DeployedVariant } from '../../model/deployed.js'
import { InputError } from '../../model/problem.js'
import type { Reading } from '../../model/source.js'
import { print, type Text } from '../../model/text.js'
import { from, key, many, resourceIn } from './sample-deployed.js'
import { messages, plain, read } from './sample.js'

const variantsOf = (reading: Reading, address: string): Record<string, unknown> =>
  Object.fromEntries(
    resourceIn(reading, address).variants.map(({ world, properties }) => [world?.when ?? 'always', plain(properties)]),
  )

/** A text, with what its holes are from. */
const traced = (t: Text): readonly string[] => [
  print(t),
  ...t.flatMap(part => (typeof part === 'string' || !part.from ? [] : `${part.from.address} ${part.from.attribute}`)),
]

/** The first value at a path of properties, on the first way. */
const value = (reading: Reading, address: string, path: string): readonly string[] => {
  const [variant] = resourceIn(reading, address).variants
  const [found] = variant ? valuesAt(variant.properties, path.split('.')) : []
  return found ? traced(found.text) : []
}

const keyed = async (expression: string, more = '') =>
  value(
    await from(`${key}  T: { Type: AWS::SNS::Topic, Properties: { KmsMasterKeyId: ${expression} } }\n${more}`),
    'T',
    'KmsMasterKeyId',
  )

const arn = 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${Key}'
const alias = '  Alias: { Type: AWS::KMS::Alias, Properties: { AliasName: alias/x, TargetKeyId: !Ref Key } }\n'

t.test('it says of which resource a value is an attribute', async t => {
  t.strictSame(await keyed('!Ref Key'), ['${Key}', 'Key Id'])
  t.strictSame(await keyed('!GetAtt Key.Arn'), [arn, 'Key Id'])
  t.strictSame(await keyed('!Sub "${Key.Arn}"'), [arn, 'Key Id'])
  t.strictSame(await keyed('!Sub "arn:aws:kms:eu-west-1:${AWS::AccountId}:key/${Key}"'), [
    'arn:aws:kms:eu-west-1:${AWS::AccountId}:key/${Key}',
    'Key Id',
  ])
  t.strictSame(await keyed('!Join ["/", ["key", !Ref Key]]'), ['key/${Key}', 'Key Id'])
  t.strictSame(await keyed('!Ref Alias', alias), ['${Alias}', 'Alias Ref'])
  t.strictSame(await keyed('alias/x', alias), ['alias/x'])
  t.strictSame(await keyed('!GetAtt Made.KeyArn', '  Made: { Type: Custom::Key }'), ['${Made.KeyArn}', 'Made KeyArn'])
  t.strictSame(await keyed('!ImportValue key'), ['${!ImportValue key}'])
  t.strictSame(await keyed('!Ref Other'), ['${Other}'])
})

t.test('it says so inside an ARN that is built around a name, be it made up or known in part', async t => {
  const topics = async (properties: string) =>
    value(
      await from(`  T: { Type: AWS::SNS::Topic, Properties: ${properties} }
  A: { Type: AWS::CloudWatch::Alarm, Properties: { AlarmActions: [!Ref T] } }\n`),
      'A',
      'AlarmActions',
    )
  const before = 'arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:'
  t.strictSame(await topics('{}'), [`${before}\${T}`, 'T TopicName'])
  t.strictSame(await topics('{TopicName: !Sub "${AWS::StackName}-x"}'), [
    `${before}\${AWS::StackName}-x`,
    'T TopicName',
  ])
  t.strictSame(await topics('{TopicName: x}'), [`${before}x`])
})

t.test('it says so inside of key policies, of the key itself too', async t => {
  const reading = await from(`  T: { Type: AWS::SNS::Topic }
  Key: { Type: AWS::KMS::Key, Properties: { KeyPolicy: { Topic: !Ref T, Own: !GetAtt Key.Arn, Job: !GetAtt J.Arn } } }
  J: { Type: AWS::Glue::Job }\n`)
  const [one] = reading.keys
  const document = one?.policy.kind === 'document' ? one.policy.variants[0]?.document : undefined
  const at = (name: string) => document && valuesAt(document, [name]).map(({ text }) => traced(text).slice(1))
  t.strictSame(at('Topic'), [['T TopicName']])
  t.strictSame(at('Own'), [['Key Arn']])
  t.strictSame(at('Job'), [['J Arn', 'J Arn', 'J Arn']])
})

t.test('what no wanted path leads to makes no variants', async t => {
  const logging = async (config: string) =>
    variantsOf(
      await from(`  D: { Type: AWS::CloudFront::Distribution, Properties: { DistributionConfig: ${config} } }\n`),
      'D',
    )
  t.strictSame(await logging('{Comment: !Ref Stage, Logging: {Prefix: !Ref Stage, Bucket: logs.s3.amazonaws.com}}'), {
    always: { DistributionConfig: { Logging: { Bucket: 'logs.s3.amazonaws.com' } } },
  })
  t.strictSame(Object.keys(await logging('{Comment: !Ref Stage, Logging: {Bucket: !Ref Stage}}')), [
    'Stage is dev',
    'Stage is test',
    'Stage is prod',
  ])
  t.match(await logging('{Logging: !If [IsProd, {Bucket: logs}, !Ref AWS::NoValue]}'), {
    'IsProd is true': { DistributionConfig: { Logging: { Bucket: 'logs' } } },
    'IsProd is false': { DistributionConfig: {} },
  })
  t.match(await logging('{Logging: {Fn::Transform: {Name: AWS::Include, Parameters: {}}, Prefix: x}}'), {
    always: { DistributionConfig: { Logging: { Prefix: 'x' } } },
  })
})

t.test('it reads the wanted properties of the wanted types, and no more', async t => {
  const reading = await from(
    `${key}  B:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: Private
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - BucketKeyEnabled: true
            ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms, KMSMasterKeyID: !GetAtt Key.Arn }
  Role: { Type: AWS::IAM::Role }
  T: { Type: AWS::SNS::Topic }
`,
    { account: '111122223333', region: 'eu-west-1' },
  )
  t.strictSame(
    reading.resources?.map(({ address }) => address),
    ['B', 'T'],
  )
  t.match(resourceIn(reading, 'B'), {
    type: 'AWS::S3::Bucket',
    location: { file: 'template.yaml', line: 17 },
    via: [],
    account: '111122223333',
    region: 'eu-west-1',
    variants: [{ properties: { members: [{ key: ['BucketEncryption'], location: { line: 21 } }] } }],
  })
  t.strictSame(variantsOf(reading, 'B'), {
    always: {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            BucketKeyEnabled: 'true',
            ServerSideEncryptionByDefault: {
              SSEAlgorithm: 'aws:kms',
              KMSMasterKeyID: 'arn:aws:kms:eu-west-1:111122223333:key/${Key}',
            },
          },
        ],
      },
    },
  })
  t.strictSame(variantsOf(reading, 'T'), { always: {} })
})

t.test('it reads no resources unless some are wanted', async t => {
  const template = `Resources:\n${key}  T: { Type: AWS::SNS::Topic }`
  t.notOk('resources' in (await read(template)))
  t.notOk('resources' in (await read(template, { wanted: new Map() })))
})

t.test('it has a variant for each way in which conditions turn out', async t => {
  const reading = await from(`${key}${key.replace('Key', 'Second')}  T:
    Type: AWS::SNS::Topic
    Properties: { KmsMasterKeyId: !If [IsProd, !Ref Key, !If [IsDev, !Ref AWS::NoValue, !Ref Second]] }
  P: { Type: AWS::SNS::Topic, Condition: IsProd, Properties: { TopicName: !Ref Env } }
  N: { Type: AWS::SNS::Topic, Properties: !If [IsProd, !Ref AWS::NoValue, { TopicName: x }] }
  S: { Type: AWS::SNS::Topic, Properties: { TopicName: !Ref Stage } }
`)
  t.strictSame(variantsOf(reading, 'T'), {
    'IsProd is true': { KmsMasterKeyId: '${Key}' },
    'IsProd is false, IsDev is true': {},
    'IsProd is false, IsDev is false': { KmsMasterKeyId: '${Second}' },
  })
  t.strictSame(variantsOf(reading, 'P'), { always: { TopicName: 'prod' } })
  t.strictSame(variantsOf(reading, 'N'), { 'IsProd is true': {}, 'IsProd is false': { TopicName: 'x' } })
  t.strictSame(variantsOf(reading, 'S'), {
    'Stage is dev': { TopicName: 'dev' },
    'Stage is test': { TopicName: 'test' },
    'Stage is prod': { TopicName: 'prod' },
  })
})

t.test('it has no variant of a resource that is never there', async t => {
  const reading = await from(
    '  T: { Type: AWS::SNS::Topic, Condition: Never }\n',
    {},
    'Conditions: { Never: !Equals [a, b] }',
  )
  t.strictSame(resourceIn(reading, 'T').variants, [])
})

const files: Readonly<Record<string, string>> = {
  'child.yaml': `
Parameters: { Name: { Type: String }, Key: { Type: String }, Env: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Env, prod] }
Resources:
  T: { Type: AWS::SNS::Topic, Condition: IsProd, Properties: { TopicName: !Ref Name, KmsMasterKeyId: !Ref Key } }
  Own: { Type: AWS::KMS::Key, Properties: { KeyPolicy: {} } }
Outputs:
  Key: { Value: !GetAtt Own.Arn }
`,
}
const readText = (path: string): Promise<string> =>
  files[path] === undefined
    ? Promise.reject(new InputError('file-not-found', `${path} does not exist`))
    : Promise.resolve(files[path])

t.test('it follows keys into nested stacks and out of them', async t => {
  const reading = await from(
    `${key}  Child:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: child.yaml
      Parameters: { Name: !Sub "\${AWS::StackName}-x", Key: !GetAtt Key.Arn, Env: !Ref Env }
  Q: { Type: AWS::SQS::Queue, Properties: { KmsMasterKeyId: !GetAtt Child.Outputs.Key } }
  R: { Type: AWS::SQS::Queue, Condition: IsDev, Properties: { KmsMasterKeyId: !GetAtt Child.Outputs.None } }
`,
    { readText },
  )
  t.strictSame(value(reading, 'Child.T', 'KmsMasterKeyId'), [arn, 'Key Id'])
  t.strictSame(value(reading, 'Q', 'KmsMasterKeyId'), [arn.replace('Key}', 'Child.Own}'), 'Child.Own Id'])
  t.strictSame(value(reading, 'R', 'KmsMasterKeyId'), ['${Child.Outputs.None}', 'Child Outputs.None'])
  t.match(resourceIn(reading, 'Child.T'), {
    location: { file: 'child.yaml', line: 5 },
    via: [{ file: 'template.yaml', line: 17 }],
  })
  const [inner, outer] = ['Child.T', 'R'].map(address => resourceIn(reading, address).variants[0]?.world)
  t.equal(inner && outer?.and(inner), undefined, 'the parameter of the nested stack is that of the outer one')
})

t.test('it keeps silent about mistakes in what is no key, and shows a hole', async t => {
  const reading = await from(`${key}  T: { Type: AWS::SNS::Topic, Properties: { TopicName: !Ref Nothing } }
  U: { Type: AWS::SNS::Topic, Properties: [] }
  V: { Type: AWS::SNS::Topic, Properties: { "Fn::Transform": { Name: Macro } } }\n`)
  t.strictSame(messages(reading), [])
  t.strictSame(variantsOf(reading, 'T'), { always: { TopicName: '${!Ref Nothing}' } })
  t.strictSame(variantsOf(reading, 'U'), { always: { TopicName: '${Properties}', KmsMasterKeyId: '${Properties}' } })
  t.match(plain((resourceIn(reading, 'V').variants[0] as DeployedVariant).properties), { TopicName: /Macro/ }) // there always
})

t.test('it reads no more variants than of a key, and says so of what uses a key', async t => {
  const { sections, joined } = many(8)
  const topic = (id: string, properties: string) =>
    `  ${id}: { Type: AWS::SNS::Topic, Properties: { TopicName: ${joined}, ${properties} } }\n`
  const reading = await from(
    key +
      topic('A', '') +
      topic('B', 'KmsMasterKeyId: !Ref Key') +
      topic('C', 'KmsMasterKeyId: alias/x') +
      topic('D', 'KmsMasterKeyId: [null, "arn:aws:kms:eu-west-1:111122223333:key/x"]'),
    {},
    sections,
  )
  t.strictSame(
    reading.resources?.map(({ variants }) => variants.length),
    [64, 64, 64, 64],
  )
  t.strictSame(
    reading.problems.map(({ message }) => message),
    ['B', 'C', 'D'].map(id => `${id} has more variants than the 64 that are judged`),
  )
})

t.test('it stops at resources that are too much to read, and hides no key', async t => {
  const alarms = Array.from({ length: 600 }, (_, i) => {
    const actions = i === 0 ? `&actions [${'x, '.repeat(2000)}]` : '*actions'
    return `  A${i}: { Type: AWS::CloudWatch::Alarm, Properties: { AlarmActions: ${actions} } }\n`
  })
  const reading = await from(key + alarms.join(''))
  t.equal(reading.keys.length, 1)
  t.strictSame(messages(reading), ['0: reading the resources takes more than 1000000 steps'])
  t.ok((reading.resources?.length ?? 0) > 400)
})

t.test('it takes the values of a parameters file', async t => {
  const options = { parameters: { file: 'p.json', text: '{"Parameters": {"Env": "prod", "Stage": "test"}}' } }
  const reading = await from(
    `${key}  T: { Type: AWS::SNS::Topic, Condition: IsDev }
  U: { Type: AWS::SNS::Topic, Condition: IsProd, Properties: { TopicName: !Ref Stage } }\n`,
    options,
  )
  t.strictSame(variantsOf(reading, 'T'), {})
  t.strictSame(variantsOf(reading, 'U'), { always: { TopicName: 'test' } })
})
