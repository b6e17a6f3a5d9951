import t from 'tap'
import { evaluated } from './sample.js'

const arn = async (type: string, attribute: string, properties = '{}', name = 'Thing', options = {}) => {
  const { values, problems } = await evaluated(
    `!GetAtt ${name}.${attribute}`,
    '',
    options,
    `  ${name}: { Type: ${type}, Properties: ${properties} }`,
  )
  t.strictSame(problems, [])
  return values['always']
}

t.test('it knows the ARNs of resources as far as they are known before deployment', async t => {
  const own = '${AWS::Region}:${AWS::AccountId}'
  t.equal(await arn('AWS::IAM::Role', 'Arn'), 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Thing}')
  t.equal(
    await arn('AWS::IAM::Role', 'Arn', '{Path: /a/, RoleName: b}'),
    'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/a/b',
  )
  t.equal(await arn('AWS::S3::Bucket', 'Arn', '{BucketName: b}'), 'arn:${AWS::Partition}:s3:::b')
  t.equal(
    await arn('AWS::Logs::LogGroup', 'Arn', '{LogGroupName: /a}'),
    `arn:\${AWS::Partition}:logs:${own}:log-group:/a:*`,
  )
  t.equal(await arn('AWS::SNS::Topic', 'TopicArn', '{TopicName: t}'), `arn:\${AWS::Partition}:sns:${own}:t`)
  t.equal(await arn('AWS::KMS::ReplicaKey', 'Arn'), `arn:\${AWS::Partition}:kms:${own}:key/\${Thing}`)
  t.equal(
    await arn('AWS::SQS::Queue', 'Arn', '{QueueName: q}', 'Q', { account: '111122223333', region: 'us-east-1' }),
    'arn:aws:sqs:us-east-1:111122223333:q',
  )
})

t.test('it knows the account of any other resource of the stack', async t => {
  t.equal(
    await arn('AWS::Glue::Job', 'Arn'),
    'arn:${AWS::Partition}:${Thing.Arn}:${Thing.Arn}:${AWS::AccountId}:${Thing.Arn}',
  )
  t.equal(await arn('AWS::Glue::Job', 'Name'), '${Thing.Name}')
  t.equal(await arn('Custom::Thing', 'Arn'), '${Thing.Arn}')
  t.equal(await arn('AWS::ApiGateway::Stage', 'Arn'), '${Thing.Arn}')
  t.equal(await arn('AWS::SNS::Topic', 'Arn'), '${Thing.Arn}')
})

t.test('it knows what Ref of a resource gives', async t => {
  const ref = async (type: string, properties = '{}') =>
    (await evaluated('!Ref Thing', '', {}, `  Thing: { Type: ${type}, Properties: ${properties} }`)).values['always']
  t.equal(
    await ref('AWS::SNS::Topic', '{TopicName: t}'),
    'arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:t',
  )
  t.equal(await ref('AWS::IAM::Role', '{RoleName: !Sub "${AWS::StackName}-r"}'), '${AWS::StackName}-r')
  t.equal(await ref('AWS::IAM::Role'), '${Thing}')
  t.equal(await ref('AWS::EC2::Instance'), '${Thing}')
  t.equal(await ref('AWS::IAM::Role', '{RoleName: []}'), '${Thing}')
})

t.test('it does not run in circles', async t => {
  const { values } = await evaluated(
    '!Ref A',
    '',
    {},
    '  A: { Type: AWS::IAM::Role, Properties: { RoleName: !Sub "a-${B}" } }\n  B: { Type: AWS::IAM::Role, Properties: { RoleName: !Sub "b-${A}" } }',
  )
  t.equal(values['always'], 'a-b-${A}')
})

t.test('it knows the key itself inside its own policy', async t => {
  const { values, problems } = await evaluated('[!GetAtt Key.Arn, !Sub "${Key.Arn}", !Ref Key, !GetAtt Key.KeyId]')
  t.strictSame(values['always'], ['${Key.Arn}', '${Key.Arn}', '${Key}', '${Key.KeyId}'])
  t.strictSame(problems, [])
})

t.test('it takes what a transform makes for there', async t => {
  const sam = (expression: string) =>
    evaluated(expression, 'Transform: AWS::Serverless-2016-10-31', {}, '  Work: { Type: AWS::Serverless::Function }')
  t.strictSame(await sam('!GetAtt WorkRole.Arn'), {
    values: { always: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${WorkRole}' },
    problems: [],
  })
  t.strictSame((await sam('!GetAtt WorkRole.RoleId')).values, { always: '${WorkRole}' })
  t.strictSame((await sam('!Ref OtherRole')).values, { always: '${OtherRole}' })
  t.strictSame((await sam('!Ref AWS::Nothing')).problems, [
    'Ref refers to AWS::Nothing, and there is no such pseudo parameter',
  ])
})

t.test('it does not know an attribute of which the name is not known', async t => {
  const { values } = await evaluated('!GetAtt [!Ref X, Arn]', 'Parameters: { X: { Type: String } }')
  t.equal(values['always'], '${!GetAtt ${X}.Arn}')
})
