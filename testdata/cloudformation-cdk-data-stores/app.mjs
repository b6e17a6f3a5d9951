// `node scripts/synthesise-cdk.mjs` writes the template
import { App, Duration, Stack } from 'aws-cdk-lib'
import { BackupVault } from 'aws-cdk-lib/aws-backup'
import codepipeline from 'aws-cdk-lib/aws-codepipeline'
import { ManualApprovalAction, S3SourceAction } from 'aws-cdk-lib/aws-codepipeline-actions'
import ddb from 'aws-cdk-lib/aws-dynamodb'
import ec2 from 'aws-cdk-lib/aws-ec2'
import efs from 'aws-cdk-lib/aws-efs'
import iam from 'aws-cdk-lib/aws-iam'
import { DeliveryStream, S3Bucket, StreamEncryption } from 'aws-cdk-lib/aws-kinesisfirehose'
import kms from 'aws-cdk-lib/aws-kms'
import rds from 'aws-cdk-lib/aws-rds'
import s3 from 'aws-cdk-lib/aws-s3'
import sm from 'aws-cdk-lib/aws-secretsmanager'

/** One key for everything that keeps data, used by a role of the same stack and by another account. */
export const synthesise = outdir => {
  const app = new App({ outdir, analyticsReporting: false })
  const stack = new Stack(app, 'DataStores', { env: { region: 'eu-west-1' } })
  const key = new kms.Key(stack, 'Key', {
    alias: 'data/stores',
    enableKeyRotation: true,
    pendingWindow: Duration.days(30),
  })
  const reader = new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') })

  const table = new ddb.TableV2(stack, 'Sessions', {
    partitionKey: { name: 'id', type: ddb.AttributeType.STRING },
    encryption: ddb.TableEncryptionV2.customerManagedKey(key),
  })
  table.grantReadData(reader)
  const archive = new s3.Bucket(stack, 'Archive', { encryptionKey: key, enforceSSL: true })
  new DeliveryStream(stack, 'Clicks', {
    destination: new S3Bucket(archive, { encryptionKey: key }),
    encryption: StreamEncryption.customerManagedKey(key),
  })
  new sm.Secret(stack, 'Token', { encryptionKey: key }).grantRead(new iam.AccountPrincipal('905822413376'))
  new BackupVault(stack, 'Vault', { encryptionKey: key })

  const vpc = new ec2.Vpc(stack, 'Net', {
    maxAzs: 2,
    natGateways: 0,
    subnetConfiguration: [{ name: 'data', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
  })
  const vpcSubnets = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED }
  new efs.FileSystem(stack, 'Shared', { vpc, vpcSubnets, encrypted: true, kmsKey: key })
  new rds.DatabaseInstance(stack, 'Orders', {
    vpc,
    vpcSubnets,
    engine: rds.DatabaseInstanceEngine.POSTGRES,
    storageEncryptionKey: key,
    credentials: rds.Credentials.fromGeneratedSecret('orders', { encryptionKey: key }),
    performanceInsightEncryptionKey: key,
  })

  const artifacts = new s3.Bucket(stack, 'Artifacts', { encryptionKey: key, enforceSSL: true })
  const output = new codepipeline.Artifact()
  const source = new S3SourceAction({
    actionName: 'Source',
    bucket: archive,
    bucketKey: 'release.zip',
    output,
    trigger: 'None',
  })
  new codepipeline.Pipeline(stack, 'Release', {
    artifactBucket: artifacts,
    stages: [
      { stageName: 'Source', actions: [source] },
      { stageName: 'Approve', actions: [new ManualApprovalAction({ actionName: 'Approve' })] },
    ],
  })
  app.synth()
}
