// `node scripts/synthesise-cdk.mjs` writes the template
import { App, Stack } from 'aws-cdk-lib'
import { Trail } from 'aws-cdk-lib/aws-cloudtrail'
import iam from 'aws-cdk-lib/aws-iam'
import kms from 'aws-cdk-lib/aws-kms'
import logs from 'aws-cdk-lib/aws-logs'

/** A trail and a log group in an account and a Region that are written out. */
export const synthesise = outdir => {
  const app = new App({ outdir, analyticsReporting: false })
  const stack = new Stack(app, 'Audit', { env: { account: '731904628115', region: 'eu-central-1' } })

  const trailKey = new kms.Key(stack, 'TrailKey', { enableKeyRotation: true })
  new Trail(stack, 'Trail', { trailName: 'audit', encryptionKey: trailKey })
  trailKey.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'Trail',
      principals: [new iam.ServicePrincipal('cloudtrail.amazonaws.com')],
      actions: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: {
        StringEquals: {
          'aws:SourceArn': stack.formatArn({ service: 'cloudtrail', resource: 'trail', resourceName: 'audit' }),
        },
      },
    }),
  )

  const logKey = new kms.Key(stack, 'LogKey', { enableKeyRotation: true })
  const group = new logs.LogGroup(stack, 'Access', { logGroupName: '/audit/access', encryptionKey: logKey })
  // the group that needs the key depends on it, so the statement names the group by its ARN and not by the construct
  logKey.grantEncryptDecrypt(
    new iam.ServicePrincipal('logs.eu-central-1.amazonaws.com', {
      conditions: {
        ArnEquals: {
          'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:eu-central-1:731904628115:log-group:/audit/access',
        },
      },
    }),
  )
  group.grantWrite(new iam.Role(stack, 'Writer', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }))
  app.synth()
}
