import { stepsOf, type Deployed, type Wanted } from '../../model/deployed.js'
import type { AdapterOptions, Reading } from '../../model/source.js'
import { read } from './sample.js'

/* Templates with resources that use keys, for tests. */

/** Types that use keys, deliver into what does, or name keys. */
const wanted: Wanted = new Map([
  ['AWS::SNS::Topic', stepsOf([['TopicName'], ['KmsMasterKeyId']])],
  ['AWS::SQS::Queue', stepsOf([['QueueName'], ['KmsMasterKeyId']])],
  ['AWS::S3::Bucket', stepsOf([['BucketName'], ['BucketEncryption']])],
  ['AWS::CloudWatch::Alarm', stepsOf([['AlarmActions']])],
  ['AWS::CloudFront::Distribution', stepsOf([['DistributionConfig', 'Logging', 'Bucket']])],
  ['AWS::KMS::Alias', stepsOf([['AliasName'], ['TargetKeyId']])],
])

/** Parameters and conditions on them. */
export const parameters = `
Parameters:
  Env: { Type: String, Default: dev }
  Stage: { Type: String, AllowedValues: [dev, test, prod] }
  Other: { Type: String }
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsDev: !Equals [!Ref Env, dev]
  IsStageProd: !Equals [!Ref Stage, prod]
  IsStageTest: !Equals [!Ref Stage, test]
  IsStageDev: !Equals [!Ref Stage, dev]
  IsSame: !Equals [!Ref Env, !Ref Other]
  Differs: !Not [!Condition IsSame]
`
/** A key that is always there. */
export const key = '  Key: { Type: AWS::KMS::Key, Properties: { KeyPolicy: {} } }\n'

/** What the adapter reads from a template with these resources. */
export const from = (resources: string, options: AdapterOptions = {}, sections = parameters): Promise<Reading> =>
  read(`${sections}\nResources:\n${resources}`, { wanted, ...options })

/** The resource of that address. */
export const resourceIn = ({ resources = [] }: Reading, address: string): Deployed => {
  const found = resources.find(resource => resource.address === address)
  /* c8 ignore next - a test that expects a resource fails here without one */
  if (!found) throw new Error(`there is no ${address}`)
  return found
}

/** Conditions that each decide one digit of a text. */
export const many = (count: number) => {
  const names = Array.from({ length: count }, (_, i) => `C${i}`)
  return {
    sections: `Conditions:\n${names.map(name => `  ${name}: !Equals [!ImportValue ${name}, x]`).join('\n')}`,
    joined: `!Join ["", [${names.map(name => `!If [${name}, 1, 0]`).join(', ')}]]`,
  }
}
