import type { DestinationKind } from '../model/use.js'

/** How one type of resource that others deliver into holds its key. */
export interface Holder {
  readonly type: string
  readonly kind: DestinationKind
  /** The property that takes the key. */
  readonly key: readonly string[]
  readonly name: readonly string[]
  /** The property that names the resource whose key this is, where that is another one. */
  readonly of?: readonly string[]
  /** The property that says whether a bucket has an S3 Bucket Key. */
  readonly bucketKey?: readonly string[]
  /** All properties that are read. */
  readonly paths: readonly (readonly string[])[]
}

const holder = (
  type: string,
  kind: DestinationKind,
  written: { readonly key: string; readonly name: string; readonly of?: string; readonly bucketKey?: string },
): Holder => {
  const path = (name: string): readonly string[] => name.split('.')
  return {
    type,
    kind,
    key: path(written.key),
    name: path(written.name),
    ...(written.of !== undefined && { of: path(written.of) }),
    ...(written.bucketKey !== undefined && { bucketKey: path(written.bucketKey) }),
    paths: Object.values(written).map(path),
  }
}

const bucketRule = 'rule.apply_server_side_encryption_by_default.kms_master_key_id'
const encryption = 'BucketEncryption.ServerSideEncryptionConfiguration'

/** The topics, queues and buckets that other resources deliver into, and the templates that they start from. */
export const holders: readonly Holder[] = [
  holder('aws_sns_topic', 'topic', { key: 'kms_master_key_id', name: 'name' }),
  holder('AWS::SNS::Topic', 'topic', { key: 'KmsMasterKeyId', name: 'TopicName' }),
  holder('aws_sqs_queue', 'queue', { key: 'kms_master_key_id', name: 'name' }),
  holder('AWS::SQS::Queue', 'queue', { key: 'KmsMasterKeyId', name: 'QueueName' }),
  holder('aws_s3_bucket_server_side_encryption_configuration', 'bucket', {
    key: bucketRule,
    name: 'bucket',
    of: 'bucket',
    bucketKey: 'rule.bucket_key_enabled',
  }),
  holder('aws_s3_bucket', 'bucket', {
    key: `server_side_encryption_configuration.${bucketRule}`,
    name: 'bucket',
    bucketKey: 'server_side_encryption_configuration.rule.bucket_key_enabled',
  }),
  holder('AWS::S3::Bucket', 'bucket', {
    key: `${encryption}.ServerSideEncryptionByDefault.KMSMasterKeyID`,
    name: 'BucketName',
    bucketKey: `${encryption}.BucketKeyEnabled`,
  }),
  holder('aws_launch_template', 'launch-template', { key: 'block_device_mappings.ebs.kms_key_id', name: 'name' }),
  holder('AWS::EC2::LaunchTemplate', 'launch-template', {
    key: 'LaunchTemplateData.BlockDeviceMappings.Ebs.KmsKeyId',
    name: 'LaunchTemplateName',
  }),
]

/** Types of alias, with the properties that hold its name and its key. */
export const aliases = [
  { type: 'aws_kms_alias', name: ['name'], key: ['target_key_id'] },
  { type: 'AWS::KMS::Alias', name: ['AliasName'], key: ['TargetKeyId'] },
] as const

/** The ARN of a destination, as a pattern of the catalogue. */
export const destinationArns: Readonly<Record<DestinationKind, string>> = {
  topic: 'arn:${Partition}:sns:${Region}:${Account}:${Name}',
  queue: 'arn:${Partition}:sqs:${Region}:${Account}:${Name}',
  bucket: 'arn:${Partition}:s3:::${Name}',
  'launch-template': 'arn:${Partition}:ec2:${Region}:${Account}:launch-template/${Id}',
}
