import t from 'tap'
import { kms } from './kms.js'

const { conditionKey } = kms

t.test('it finds a key whatever its case, in the spelling of AWS', t => {
  t.same(conditionKey('KMS:calleraccount'), {
    name: 'kms:CallerAccount',
    type: 'String',
    multivalued: false,
    effective: true,
  })
  t.equal(conditionKey('aws:sourcearn')?.name, 'aws:SourceArn')
  t.equal(conditionKey('AWS:UserId')?.name, 'aws:userid')
  t.end()
})

t.test('it understands families and keeps the free part as written', t => {
  t.equal(conditionKey('KMS:encryptioncontext:aws:S3:arn')?.name, 'kms:EncryptionContext:aws:S3:arn')
  t.equal(conditionKey('kms:EncryptionContext:tenant/')?.name, 'kms:EncryptionContext:tenant/')
  t.equal(conditionKey('aws:principaltag/Team')?.name, 'aws:PrincipalTag/Team')
  t.equal(conditionKey('aws:RequestTag/Team')?.name, 'aws:RequestTag/Team')
  t.equal(conditionKey('kms:RecipientAttestation:pcr0')?.name, 'kms:RecipientAttestation:PCR0')
  t.equal(conditionKey('kms:RecipientAttestation:ImageSha384')?.type, 'String')
  t.end()
})

t.test('it knows no other keys', t => {
  const wrong = [
    'kms:EncryptionContext',
    'kms:EncryptionContext:',
    'aws:PrincipalTag',
    'aws:PrincipalTag/',
    'aws:PrincipleArn',
    'kms:RecipientAttestation:PCR99',
    's3:prefix',
    'CallerAccount',
    'constructor',
    '__proto__',
    '',
  ]
  for (const name of wrong) t.equal(conditionKey(name), undefined, name)
  t.end()
})

t.test('it knows the type of each key', t => {
  const types = {
    'kms:ViaService': 'String',
    'kms:GrantConstraintSourceArn': 'ARN',
    'aws:PrincipalArn': 'ARN',
    'aws:SourceVpcArn': 'ARN',
    'aws:SignInSessionArn': 'ARN',
    'kms:GrantIsForAWSResource': 'Bool',
    'kms:MultiRegion': 'Bool',
    'kms:RotationPeriodInDays': 'Numeric',
    'kms:ValidTo': 'Date',
    'aws:CurrentTime': 'Date',
    'aws:SourceIp': 'IPAddress',
    'aws:VpcSourceIp': 'IPAddress',
  }
  for (const [name, type] of Object.entries(types)) t.equal(conditionKey(name)?.type, type, name)
  t.end()
})

t.test('it knows the keys that have several values', t => {
  t.same(kms.conditionKeyNames.filter(name => conditionKey(name)?.multivalued).toSorted(), [
    'aws:CalledVia',
    'aws:PrincipalOrgPaths',
    'aws:PrincipalServiceNamesList',
    'aws:ResourceOrgPaths',
    'aws:SourceOrgPaths',
    'aws:TagKeys',
    'aws:VpceOrgPaths',
    'kms:EncryptionContextKeys',
    'kms:GrantOperations',
    'kms:ResourceAliases',
  ])
  t.end()
})

t.test('it knows the keys that have no effect in a key policy', t => {
  t.equal(conditionKey('kms:ResourceAliases')?.effective, false)
  t.equal(conditionKey('aws:ResourceTag/Team')?.effective, false)
  t.equal(conditionKey('kms:RequestAlias')?.effective, true)
  t.equal(conditionKey('aws:RequestTag/Team')?.effective, true)
  t.end()
})

t.test('it knows the keys that a federated session keeps', t => {
  t.equal(conditionKey('token.actions.githubusercontent.com:sub')?.multivalued, false)
  t.equal(
    conditionKey('oidc.eks.eu-west-1.amazonaws.com/id/ABC:aud')?.name,
    'oidc.eks.eu-west-1.amazonaws.com/id/ABC:aud',
  )
  t.equal(conditionKey('cognito-identity.amazonaws.com:amr')?.multivalued, true)
  t.equal(conditionKey('saml:aud')?.type, 'String')
  t.end()
})

t.test('it lists every name once, families by their prefix', t => {
  const names = kms.conditionKeyNames
  t.equal(new Set(names.map(name => name.toLowerCase())).size, names.length)
  for (const name of [
    'kms:EncryptionContext:',
    'aws:PrincipalTag/',
    'kms:GranteeServicePrincipal',
    'aws:SourceOrgPaths',
    'codebuild:BuildArn',
  ]) {
    t.ok(names.includes(name), name)
  }
  t.end()
})
