// `node scripts/synthesise-cdk.mjs` writes the template
import { App, Stack } from 'aws-cdk-lib'
import { Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { SnsTopic, SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import kms from 'aws-cdk-lib/aws-kms'
import s3 from 'aws-cdk-lib/aws-s3'
import { SnsDestination, SqsDestination } from 'aws-cdk-lib/aws-s3-notifications'
import sns from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import sqs from 'aws-cdk-lib/aws-sqs'

/** Every construct that sends to an encrypted topic or queue, each with a key of its own, as the constructs leave them. */
export const synthesise = outdir => {
  const app = new App({ outdir, analyticsReporting: false })
  const stack = new Stack(app, 'Notifications')
  const key = id => new kms.Key(stack, id, { enableKeyRotation: true })
  const queue = (id, of) => new sqs.Queue(stack, id, { encryptionMasterKey: key(of) })
  const topic = (id, of) => new sns.Topic(stack, id, { masterKey: key(of) })

  const uploads = new s3.Bucket(stack, 'Uploads', { enforceSSL: true })
  uploads.addEventNotification(s3.EventType.OBJECT_CREATED, new SqsDestination(queue('Created', 'CreatedKey')))
  uploads.addEventNotification(s3.EventType.OBJECT_REMOVED, new SnsDestination(topic('Removed', 'RemovedKey')))

  topic('Orders', 'OrdersKey').addSubscription(new SqsSubscription(queue('Billing', 'BillingKey')))

  new Rule(stack, 'Nightly', { schedule: Schedule.cron({ hour: '2', minute: '0' }) }).addTarget(
    new SqsQueue(queue('Jobs', 'JobsKey')),
  )
  new Rule(stack, 'Failures', { eventPattern: { source: ['aws.codebuild'] } }).addTarget(
    new SnsTopic(topic('Alerts', 'AlertsKey')),
  )

  const errors = new Metric({ namespace: 'Orders', metricName: 'Errors' })
  new Alarm(stack, 'Errors', { metric: errors, threshold: 1, evaluationPeriods: 1 }).addAlarmAction(
    new SnsAction(topic('Pages', 'PagesKey')),
  )
  app.synth()
}
