/**
 * What stands before the Region in values of `kms:ViaService`. The list is open: services document further ones by themselves.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export const viaServices: ReadonlySet<string> = new Set(
  `q qbusiness aiops airflow aoss appfabric appflow apprunner apptest ards
    athena auditmanager backup backup-gateway bedrock cassandra chimevoiceconnector cleanrooms-ml
    codeartifact codeguru-reviewer comprehend connect custom-packages dax deepracer directoryservice
    dms docdb-elastic dynamodb ec2 ecr eks elasticache elasticfilesystem
    entityresolution es events finspace firehose forecast fsx geo
    glue groundstation healthlake importexport iotsitewise kafka kendra kinesis
    kinesisvideo lambda lex license-manager lookoutequipment lookoutmetrics lookoutvision m2
    macie malware-protection managedblockchain mediatailor memorydb mgn monitron mq
    nimble omics profile proton qldb rds redshift redshift-serverless
    rekognition s3 s3tables sagemaker secretsmanager securitylake ses sns
    sqlworkbench sqs ssm ssm-contacts ssm-incidents states storagegateway thinclient
    timestream translate verified-access wisdom workmail workspaces workspaces-web xray`.split(/\s+/),
)

/** Names of services that do not use KMS under them, with the one that they use it as. */
export const notViaServices: Readonly<Record<string, string>> = {
  ebs: 'ec2',
  neptune: 'rds',
  docdb: 'rds',
  aurora: 'rds',
}
