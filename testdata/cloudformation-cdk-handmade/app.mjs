// `node scripts/synthesise-cdk.mjs` writes the template
import { App, Stack } from 'aws-cdk-lib'
import kms from 'aws-cdk-lib/aws-kms'
import iam from 'aws-cdk-lib/aws-iam'
import s3 from 'aws-cdk-lib/aws-s3'
import sns from 'aws-cdk-lib/aws-sns'
import { Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'

export const synthesise = outdir => {
  const app = new App({ outdir })
  const stack = new Stack(app, 'PartnerExchange', { env: { account: '111122223333', region: 'eu-west-1' } })
  const statement = (sid, principal, actions, conditions) =>
    new iam.PolicyStatement({ sid, principals: [principal], actions, resources: ['*'], conditions })
  const use = ['kms:Decrypt', 'kms:GenerateDataKey*', 'kms:DescribeKey']

  const exchange = new kms.Key(stack, 'ExchangeKey', {
    enableKeyRotation: true,
    description: 'Files exchanged with the partner',
  })
  const intake = new iam.Role(stack, 'Intake', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') })
  new s3.Bucket(stack, 'Files', { encryptionKey: exchange, enforceSSL: true }).grantRead(intake)
  // "works in the console now"
  exchange.addToResourcePolicy(
    statement('ThroughBucket', new iam.AnyPrincipal(), use, {
      StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
    }),
  )
  exchange.addToResourcePolicy(
    statement('ThroughBucketOwnAccount', new iam.AnyPrincipal(), use, {
      StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:CallerAccount': stack.account },
    }),
  )
  exchange.addToResourcePolicy(
    statement('Partner', new iam.AccountPrincipal('444455556666'), [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:CreateGrant',
    ]),
  )

  const alerts = new kms.Key(stack, 'AlertKey', { enableKeyRotation: true })
  const topic = new sns.Topic(stack, 'Alerts', { masterKey: alerts })
  new Alarm(stack, 'NoFiles', {
    metric: new Metric({ namespace: 'Exchange', metricName: 'FilesReceived' }),
    threshold: 1,
    evaluationPeriods: 1,
  }).addAlarmAction(new SnsAction(topic))
  alerts.grant(new iam.ServicePrincipal('cloudwatch.amazonaws.com'), 'kms:GenerateDataKey*', 'kms:Decrypt')

  // the administrators replace the account root; the deployment role was forgotten
  const vault = new kms.Key(stack, 'VaultKey', {
    enableKeyRotation: true,
    policy: new iam.PolicyDocument({
      statements: [
        statement('Owners', new iam.ArnPrincipal('arn:aws:iam::111122223333:role/vault-*'), ['kms:*']),
        statement('Readers', intake.grantPrincipal, ['kms:Decrypt', 'kms:Describe']),
      ],
    }),
  })
  new kms.Alias(stack, 'VaultAlias', { aliasName: 'alias/exchange/vault', targetKey: vault })
  app.synth()
}
