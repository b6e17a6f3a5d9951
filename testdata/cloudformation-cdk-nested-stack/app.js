// Synthesise with: CDK_OUTDIR=cdk.out node app.js (aws-cdk-lib 2.276.0 and constructs installed)
const { App, NestedStack, Stack } = require('aws-cdk-lib')
const iam = require('aws-cdk-lib/aws-iam')
const kms = require('aws-cdk-lib/aws-kms')
const sqs = require('aws-cdk-lib/aws-sqs')

const metadata = { 'aws:cdk:enable-asset-metadata': true, 'aws:cdk:enable-path-metadata': true }
const app = new App({ context: metadata, analyticsReporting: false })
const stack = new Stack(app, 'Jobs')
const worker = new iam.Role(stack, 'Worker', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') })

class Keys extends NestedStack {
  constructor(scope, id) {
    super(scope, id)
    this.key = new kms.Key(this, 'Shared', { enableKeyRotation: true })
    this.key.grantDecrypt(worker)
    this.key.addToResourcePolicy(new iam.PolicyStatement({ sid: 'Anyone', principals: [new iam.AnyPrincipal()], actions: ['kms:Encrypt'], resources: ['*'] }))
  }
}

const { key } = new Keys(stack, 'Keys')
new sqs.Queue(stack, 'Queue', { encryptionMasterKey: key })
