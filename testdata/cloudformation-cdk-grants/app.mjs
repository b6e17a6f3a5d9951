// `node scripts/synthesise-cdk.mjs` writes the template
import { App, Stack, Duration, RemovalPolicy } from 'aws-cdk-lib'
import kms from 'aws-cdk-lib/aws-kms'
import s3 from 'aws-cdk-lib/aws-s3'
import sqs from 'aws-cdk-lib/aws-sqs'
import sns from 'aws-cdk-lib/aws-sns'
import subs from 'aws-cdk-lib/aws-sns-subscriptions'
import ddb from 'aws-cdk-lib/aws-dynamodb'
import sm from 'aws-cdk-lib/aws-secretsmanager'
import lambda from 'aws-cdk-lib/aws-lambda'
import sfn from 'aws-cdk-lib/aws-stepfunctions'
import iam from 'aws-cdk-lib/aws-iam'
import logs from 'aws-cdk-lib/aws-logs'
import kinesis from 'aws-cdk-lib/aws-kinesis'
import efs from 'aws-cdk-lib/aws-efs'
import ec2 from 'aws-cdk-lib/aws-ec2'
import ecr from 'aws-cdk-lib/aws-ecr'
import cb from 'aws-cdk-lib/aws-codebuild'
import backup from 'aws-cdk-lib/aws-backup'

export const synthesise = outdir => {
  const app = new App({ outdir, context: { '@aws-cdk/aws-sns-subscriptions:restrictSqsDescryption': true } })
  const stack = new Stack(app, 'OrdersPlatform')
  const worker = new iam.Role(stack, 'Worker', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') })

  const data = new kms.Key(stack, 'DataKey', {
    alias: 'orders/data',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  new s3.Bucket(stack, 'Invoices', { encryptionKey: data, bucketKeyEnabled: true, enforceSSL: true }).grantReadWrite(
    worker,
  )
  new ddb.Table(stack, 'Orders', {
    partitionKey: { name: 'id', type: ddb.AttributeType.STRING },
    encryptionKey: data,
  }).grantReadData(worker)
  new sm.Secret(stack, 'PartnerToken', { encryptionKey: data }).grantRead(worker)
  new kinesis.Stream(stack, 'Clicks', { encryptionKey: data }).grantWrite(worker)
  new ecr.Repository(stack, 'Images', { encryptionKey: data })
  new backup.BackupVault(stack, 'Vault', { encryptionKey: data })
  new lambda.Function(stack, 'Price', {
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => 1;'),
    environment: { RATE: '7' },
    environmentEncryption: data,
  })
  new cb.Project(stack, 'Build', {
    encryptionKey: data,
    buildSpec: cb.BuildSpec.fromObject({ version: '0.2', phases: { build: { commands: ['make'] } } }),
  })
  const vpc = new ec2.Vpc(stack, 'Net', { maxAzs: 2, natGateways: 0 })
  new efs.FileSystem(stack, 'Shared', { vpc, encrypted: true, kmsKey: data })

  const messages = new kms.Key(stack, 'MessageKey', { enableKeyRotation: true })
  const topic = new sns.Topic(stack, 'Placed', {
    masterKey: new kms.Key(stack, 'TopicKey', { enableKeyRotation: true }),
  })
  const queue = new sqs.Queue(stack, 'Billing', {
    encryptionMasterKey: messages,
    visibilityTimeout: Duration.seconds(60),
  })
  topic.addSubscription(new subs.SqsSubscription(queue))
  topic.grantPublish(worker)
  queue.grantConsumeMessages(worker)
  new sfn.StateMachine(stack, 'Refund', {
    definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Start')),
    encryptionConfiguration: new sfn.CustomerManagedEncryptionConfiguration(messages),
  })

  const audit = new kms.Key(stack, 'LogKey', { enableKeyRotation: true })
  audit.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'LogGroups',
      principals: [new iam.ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
      resources: ['*'],
      actions: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${stack.partition}:logs:${stack.region}:${stack.account}:log-group:/orders/*`,
        },
      },
    }),
  )
  new logs.LogGroup(stack, 'Api', {
    logGroupName: '/orders/api',
    encryptionKey: audit,
    retention: logs.RetentionDays.ONE_YEAR,
  })
  app.synth()
}
