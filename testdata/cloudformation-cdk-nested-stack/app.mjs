// `node scripts/synthesise-cdk.mjs` writes the template
import { App, NestedStack, Stack } from 'aws-cdk-lib'
import iam from 'aws-cdk-lib/aws-iam'
import kms from 'aws-cdk-lib/aws-kms'
import sqs from 'aws-cdk-lib/aws-sqs'

export const synthesise = outdir => {
  const metadata = { 'aws:cdk:enable-asset-metadata': true, 'aws:cdk:enable-path-metadata': true }
  const app = new App({ outdir, context: metadata, analyticsReporting: false })
  const stack = new Stack(app, 'Jobs')
  const worker = new iam.Role(stack, 'Worker', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') })

  class Keys extends NestedStack {
    constructor(scope, id) {
      super(scope, id)
      this.key = new kms.Key(this, 'Shared', { enableKeyRotation: true })
      this.key.grantDecrypt(worker)
      this.key.addToResourcePolicy(
        new iam.PolicyStatement({
          sid: 'Anyone',
          principals: [new iam.AnyPrincipal()],
          actions: ['kms:Encrypt'],
          resources: ['*'],
        }),
      )
    }
  }

  const { key } = new Keys(stack, 'Keys')
  new sqs.Queue(stack, 'Queue', { encryptionMasterKey: key })
  app.synth()
}
