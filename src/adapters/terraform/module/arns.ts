/** How AWS names a resource whose arguments are known. */
interface Shape {
  readonly service: string
  /** The argument that holds the name. */
  readonly name: string
  /** What stands before the name in the last part of the ARN. */
  readonly before?: string
  readonly regional?: false
  readonly accountless?: true
  /** AWS appends characters of its own. */
  readonly suffixed?: true
  /** The argument with the path of an IAM resource. */
  readonly path?: string
}

const iam = (kind: string): Shape => ({
  service: 'iam',
  name: 'name',
  before: kind,
  regional: false,
  path: 'path',
})

/** Resources that a key policy names, by type. @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html */
export const arnShapes: Readonly<Record<string, Shape>> = {
  aws_iam_role: iam('role'),
  aws_iam_user: iam('user'),
  aws_iam_policy: iam('policy'),
  aws_s3_bucket: { service: 's3', name: 'bucket', regional: false, accountless: true },
  aws_sns_topic: { service: 'sns', name: 'name' },
  aws_sqs_queue: { service: 'sqs', name: 'name' },
  aws_lambda_function: { service: 'lambda', name: 'function_name', before: 'function:' },
  aws_cloudtrail: { service: 'cloudtrail', name: 'name', before: 'trail/' },
  aws_cloudwatch_log_group: { service: 'logs', name: 'name', before: 'log-group:' },
  aws_cloudwatch_metric_alarm: { service: 'cloudwatch', name: 'alarm_name', before: 'alarm:' },
  aws_dynamodb_table: { service: 'dynamodb', name: 'name', before: 'table/' },
  aws_kinesis_stream: { service: 'kinesis', name: 'name', before: 'stream/' },
  aws_kinesis_firehose_delivery_stream: { service: 'firehose', name: 'name', before: 'deliverystream/' },
  aws_secretsmanager_secret: { service: 'secretsmanager', name: 'name', before: 'secret:', suffixed: true },
  aws_ecr_repository: { service: 'ecr', name: 'name', before: 'repository/' },
  aws_ecs_cluster: { service: 'ecs', name: 'name', before: 'cluster/' },
  aws_sfn_state_machine: { service: 'states', name: 'name', before: 'stateMachine:' },
  aws_db_instance: { service: 'rds', name: 'identifier', before: 'db:' },
  aws_rds_cluster: { service: 'rds', name: 'cluster_identifier', before: 'cluster:' },
}

/** The argument that a resource's `id` repeats. */
export const idArguments: Readonly<Record<string, string>> = {
  aws_iam_role: 'name',
  aws_iam_user: 'name',
  aws_s3_bucket: 'bucket',
  aws_lambda_function: 'function_name',
  aws_cloudwatch_log_group: 'name',
  aws_dynamodb_table: 'name',
}
