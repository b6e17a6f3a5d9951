// `node scripts/synthesise-cdk.mjs` writes the template
import { App, PhysicalName, Stack } from 'aws-cdk-lib'
import iam from 'aws-cdk-lib/aws-iam'
import kms from 'aws-cdk-lib/aws-kms'
import s3 from 'aws-cdk-lib/aws-s3'
import sns from 'aws-cdk-lib/aws-sns'

/** Stacks that refer to each other: by exports in one account, by made-up names between accounts. */
export const synthesise = outdir => {
  const app = new App({ outdir, analyticsReporting: false })
  const here = { account: '731904628115', region: 'eu-west-1' }
  const people = new Stack(app, 'People', { env: here })
  const data = new Stack(app, 'Data', { env: here })
  const partner = new Stack(app, 'Partner', { env: { account: '905822413376', region: 'eu-west-1' } })

  const lambda = new iam.ServicePrincipal('lambda.amazonaws.com')
  const analyst = new iam.Role(people, 'Analyst', { assumedBy: lambda })
  const auditor = new iam.Role(partner, 'Auditor', { assumedBy: lambda, roleName: PhysicalName.GENERATE_IF_NEEDED })

  const key = new kms.Key(data, 'Key', { enableKeyRotation: true })
  key.addToResourcePolicy(
    new iam.PolicyStatement({ sid: 'Analyst', principals: [analyst], actions: ['kms:Decrypt'], resources: ['*'] }),
  )
  new s3.Bucket(data, 'Reports', { encryptionKey: key, bucketName: PhysicalName.GENERATE_IF_NEEDED }).grantRead(auditor)
  new sns.Topic(new Stack(app, 'News', { env: here }), 'Topic', { masterKey: key })
  app.synth()
}
