// `node scripts/synthesise-cdk.mjs` writes the template
import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import iam from 'aws-cdk-lib/aws-iam'
import kms from 'aws-cdk-lib/aws-kms'

/** Keys of every kind that the construct makes, with the grants that it has for them. */
export const synthesise = outdir => {
  const app = new App({ outdir, analyticsReporting: false })
  const stack = new Stack(app, 'KeyKinds')
  const release = new iam.Role(stack, 'Release', { assumedBy: new iam.ServicePrincipal('codebuild.amazonaws.com') })
  const partner = new iam.AccountPrincipal('905822413376')

  const signing = new kms.Key(stack, 'Signing', {
    keySpec: kms.KeySpec.ECC_NIST_P384,
    keyUsage: kms.KeyUsage.SIGN_VERIFY,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  signing.grantSign(release)
  signing.grantVerify(partner)
  // an asymmetric key makes no data keys
  signing.grantEncryptDecrypt(partner)

  const tokens = new kms.Key(stack, 'Tokens', {
    keySpec: kms.KeySpec.HMAC_256,
    keyUsage: kms.KeyUsage.GENERATE_VERIFY_MAC,
    pendingWindow: Duration.days(7),
  })
  tokens.grantGenerateMac(release)
  tokens.grantVerifyMac(partner)

  const primary = new kms.Key(stack, 'Primary', { multiRegion: true, enableKeyRotation: true, admins: [release] })
  primary.grantEncryptDecrypt(new iam.ServicePrincipal('sns.amazonaws.com'))
  primary.grantAdmin(partner)
  primary.grant(new iam.OrganizationPrincipal('o-q7w2e4r6t8'), 'kms:Decrypt')
  new kms.CfnReplicaKey(stack, 'Replica', {
    primaryKeyArn: 'arn:aws:kms:us-east-1:731904628115:key/mrk-5d2f8a0c7e3b4196a8f0b1c2d3e4f5a6',
    keyPolicy: new iam.PolicyDocument({
      statements: [
        new iam.PolicyStatement({ principals: [new iam.AccountRootPrincipal()], actions: ['kms:*'], resources: ['*'] }),
        new iam.PolicyStatement({ principals: [new iam.StarPrincipal()], actions: ['kms:Decrypt'], resources: ['*'] }),
      ],
    }),
  })

  // a key that is looked up has a policy of its own, which no grant here changes
  kms.Alias.fromAliasName(stack, 'Elsewhere', 'alias/elsewhere').grantDecrypt(release)
  kms.Key.fromKeyArn(
    stack,
    'Known',
    'arn:aws:kms:us-east-1:905822413376:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
  ).grantEncrypt(release)
  app.synth()
}
