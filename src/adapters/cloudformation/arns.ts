import { ownOf } from '../../model/own.js'

/** How the ARN of a type of resource is made. @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export interface ArnFormat {
  readonly service: string
  /** What stands before the name: `role/`, `table/`. */
  readonly before?: string
  readonly after?: string
  /** The property that names the resource. */
  readonly named?: string
  /** Neither Region nor account are in it. */
  readonly isBare?: true
  readonly isGlobal?: true
  /** `Ref` gives the ARN, not the name. */
  readonly refIsArn?: true
  /** The attribute that gives the ARN, where it is not `Arn`. */
  readonly attribute?: string
}

export const roleFormat: ArnFormat = { service: 'iam', before: 'role', named: 'RoleName', isGlobal: true }

const arnFormats: Readonly<Record<string, ArnFormat>> = {
  'AWS::Backup::BackupVault': {
    service: 'backup',
    before: 'backup-vault:',
    named: 'BackupVaultName',
    attribute: 'BackupVaultArn',
  },
  'AWS::CloudTrail::EventDataStore': {
    service: 'cloudtrail',
    before: 'eventdatastore/',
    refIsArn: true,
    attribute: 'EventDataStoreArn',
  },
  'AWS::CloudTrail::Trail': { service: 'cloudtrail', before: 'trail/', named: 'TrailName' },
  'AWS::CloudWatch::Alarm': { service: 'cloudwatch', before: 'alarm:', named: 'AlarmName' },
  'AWS::CodeBuild::Project': { service: 'codebuild', before: 'project/', named: 'Name' },
  'AWS::DynamoDB::Table': { service: 'dynamodb', before: 'table/', named: 'TableName' },
  'AWS::ECR::Repository': { service: 'ecr', before: 'repository/', named: 'RepositoryName' },
  'AWS::Events::Rule': { service: 'events', before: 'rule/', named: 'Name' },
  'AWS::IAM::Group': { service: 'iam', before: 'group', named: 'GroupName', isGlobal: true },
  'AWS::IAM::Role': roleFormat,
  'AWS::IAM::User': { service: 'iam', before: 'user', named: 'UserName', isGlobal: true },
  'AWS::KMS::Key': { service: 'kms', before: 'key/' },
  'AWS::KMS::ReplicaKey': { service: 'kms', before: 'key/' },
  'AWS::Kinesis::Stream': { service: 'kinesis', before: 'stream/', named: 'Name' },
  'AWS::KinesisFirehose::DeliveryStream': {
    service: 'firehose',
    before: 'deliverystream/',
    named: 'DeliveryStreamName',
  },
  'AWS::Lambda::Function': { service: 'lambda', before: 'function:', named: 'FunctionName' },
  'AWS::Logs::LogGroup': { service: 'logs', before: 'log-group:', after: ':*', named: 'LogGroupName' },
  'AWS::RDS::DBCluster': {
    service: 'rds',
    before: 'cluster:',
    named: 'DBClusterIdentifier',
    attribute: 'DBClusterArn',
  },
  'AWS::RDS::DBInstance': { service: 'rds', before: 'db:', named: 'DBInstanceIdentifier', attribute: 'DBInstanceArn' },
  'AWS::S3::Bucket': { service: 's3', named: 'BucketName', isBare: true },
  'AWS::SNS::Topic': { service: 'sns', named: 'TopicName', refIsArn: true, attribute: 'TopicArn' },
  'AWS::SQS::Queue': { service: 'sqs', named: 'QueueName' },
  'AWS::SecretsManager::Secret': { service: 'secretsmanager', before: 'secret:', refIsArn: true, attribute: 'Id' },
  'AWS::Serverless::Function': { service: 'lambda', before: 'function:', named: 'FunctionName' },
  'AWS::StepFunctions::StateMachine': {
    service: 'states',
    before: 'stateMachine:',
    named: 'StateMachineName',
    refIsArn: true,
  },
}

/** The format for a type that key policies name; undefined for others. */
export const arnFormatOf = (type: string): ArnFormat | undefined => ownOf(arnFormats, type)
