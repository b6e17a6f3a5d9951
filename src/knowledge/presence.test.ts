import t from 'tap'
import type { ActionFacts, CallerKind, KeyClass, Presence } from '../model/kms.js'
import { kms } from './kms.js'

const action = (name: string): ActionFacts => {
  const found = kms.actions.find(facts => facts.name === name)
  if (found === undefined) throw new Error(name)
  return found
}

const presence = (key: string, name: string, caller: CallerKind = 'principal', keyClass?: KeyClass): Presence =>
  kms.presence(key, action(name), caller, keyClass)

const inKeyPolicy = kms.actions.filter(facts => facts.inKeyPolicy)

t.test('it knows an encryption context only on the operations that take one', t => {
  const taking = inKeyPolicy.filter(
    facts => kms.presence('kms:EncryptionContext:tenant', facts, 'principal') === 'sometimes',
  )
  t.same(
    taking.map(({ name }) => name),
    [
      'CreateGrant',
      'Decrypt',
      'Encrypt',
      'GenerateDataKey',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
      'GenerateDataKeyWithoutPlaintext',
      'ReEncryptFrom',
      'ReEncryptTo',
      'RetireGrant',
    ],
  )
  for (const name of [
    'DescribeKey',
    'Sign',
    'Verify',
    'GenerateMac',
    'VerifyMac',
    'DeriveSharedSecret',
    'GetPublicKey',
  ]) {
    t.equal(presence('kms:EncryptionContextKeys', name), 'never', name)
    t.equal(presence('KMS:ENCRYPTIONCONTEXT:aws:s3:arn', name, 'service'), 'never', name)
  }
  t.end()
})

t.test('it knows an encryption context only with symmetric keys', t => {
  t.equal(presence('kms:EncryptionContext:tenant', 'Decrypt', 'service', 'symmetric'), 'sometimes')
  t.equal(presence('kms:EncryptionContextKeys', 'Encrypt', 'principal', 'asymmetric-encryption'), 'never')
  t.equal(presence('kms:EncryptionContext:tenant', 'CreateGrant', 'principal', 'hmac'), 'never')
  t.equal(presence('kms:EncryptionAlgorithm', 'Encrypt', 'principal', 'asymmetric-encryption'), 'sometimes')
  t.end()
})

t.test('it never has a key of a parameter that the operation lacks', t => {
  const onlyOn = {
    'kms:GrantIsForAWSResource': ['CreateGrant', 'ListGrants', 'RevokeGrant'],
    'kms:GrantOperations': ['CreateGrant'],
    'kms:GrantConstraintType': ['CreateGrant', 'RetireGrant'],
    'kms:ReEncryptOnSameKey': ['ReEncryptFrom', 'ReEncryptTo'],
    'kms:SigningAlgorithm': ['Sign', 'Verify'],
    'kms:ScheduleKeyDeletionPendingWindowInDays': ['ScheduleKeyDeletion'],
    'kms:BypassPolicyLockoutSafetyCheck': ['PutKeyPolicy'],
    'aws:RequestTag/Team': ['TagResource'],
    'aws:TagKeys': ['TagResource', 'UntagResource'],
    'kms:RecipientAttestation:PCR0': ['Decrypt', 'DeriveSharedSecret', 'GenerateDataKey', 'GenerateDataKeyPair'],
  }
  for (const [key, names] of Object.entries(onlyOn)) {
    const found = inKeyPolicy.filter(facts => kms.presence(key, facts, 'principal') !== 'never')
    t.same(
      found.map(({ name }) => name),
      names,
      key,
    )
  }
  t.end()
})

t.test('it is sure of the keys of parameters that the API requires, and of no others', t => {
  t.equal(presence('kms:GrantOperations', 'CreateGrant'), 'always')
  t.equal(presence('aws:TagKeys', 'TagResource'), 'always')
  t.equal(presence('kms:GranteePrincipal', 'CreateGrant'), 'sometimes')
  t.equal(presence('kms:BypassPolicyLockoutSafetyCheck', 'PutKeyPolicy'), 'sometimes')
  t.equal(presence('kms:MessageType', 'Sign'), 'sometimes')
  t.end()
})

t.test('it has the properties of the key on every action on a key', t => {
  for (const facts of inKeyPolicy) {
    for (const caller of ['principal', 'service'] as const) {
      for (const key of [
        'kms:KeySpec',
        'kms:KeyUsage',
        'kms:KeyOrigin',
        'kms:MultiRegion',
        'kms:CustomerMasterKeySpec',
      ]) {
        t.equal(kms.presence(key, facts, caller), 'always', `${key} on ${facts.name}`)
      }
      t.equal(kms.presence('kms:MultiRegionKeyType', facts, caller), 'sometimes', facts.name)
      t.equal(kms.presence('kms:ResourceAliases', facts, caller), 'sometimes', facts.name)
      t.equal(kms.presence('aws:ResourceTag/Team', facts, caller), 'sometimes', facts.name)
    }
  }
  t.equal(presence('kms:KeySpec', 'ListKeys'), 'never')
  t.equal(presence('kms:KeySpec', 'CreateKey'), 'sometimes')
  t.end()
})

t.test('it tells principals from services', t => {
  const expected: Readonly<Record<string, readonly [Presence, Presence]>> = {
    'kms:CallerAccount': ['always', 'sometimes'],
    'kms:ViaService': ['sometimes', 'never'],
    'aws:PrincipalOrgID': ['sometimes', 'never'],
    'aws:PrincipalOrgPaths': ['sometimes', 'never'],
    'aws:PrincipalTag/Team': ['sometimes', 'never'],
    'aws:CalledVia': ['sometimes', 'never'],
    'aws:MultiFactorAuthPresent': ['sometimes', 'never'],
    'lambda:SourceFunctionArn': ['sometimes', 'never'],
    'aws:SourceArn': ['never', 'sometimes'],
    'aws:SourceAccount': ['never', 'sometimes'],
    'aws:SourceOrgID': ['never', 'sometimes'],
    'aws:SourceOrgPaths': ['never', 'sometimes'],
    'aws:PrincipalServiceName': ['never', 'always'],
    'aws:PrincipalServiceNamesList': ['never', 'always'],
    'aws:IsMcpServiceAction': ['never', 'never'],
  }
  for (const [key, both] of Object.entries(expected)) {
    t.same([presence(key, 'Decrypt', 'principal'), presence(key, 'Decrypt', 'service')], both, key)
  }
  t.end()
})

t.test('it has some keys in every request', t => {
  const everywhere = [
    'aws:PrincipalArn',
    'aws:PrincipalIsAWSService',
    'aws:PrincipalAccount',
    'aws:ViaAWSService',
    'aws:SecureTransport',
    'aws:CurrentTime',
    'aws:EpochTime',
    'aws:RequestedRegion',
    'aws:UserAgent',
    'aws:userid',
  ]
  for (const key of everywhere) {
    t.equal(presence(key, 'DescribeKey', 'principal'), 'always', key)
    t.equal(presence(key, 'DescribeKey', 'service'), 'always', key)
  }
  t.end()
})

t.test('it claims nothing of keys it cannot know about', t => {
  for (const key of [
    'aws:SourceIp',
    'aws:SourceVpce',
    'aws:VpceOrgID',
    'aws:ResourceOrgID',
    'aws:NotYetInvented',
    'constructor',
    '__proto__',
  ]) {
    t.equal(presence(key, 'Decrypt', 'principal'), 'sometimes', key)
    t.equal(presence(key, 'Decrypt', 'service'), 'sometimes', key)
  }
  t.end()
})

t.test('it does not say that the internal synchronization lacks what every action on a key supports', t => {
  t.equal(presence('kms:CallerAccount', 'SynchronizeMultiRegionKey'), 'always')
  t.equal(presence('kms:ViaService', 'SynchronizeMultiRegionKey'), 'sometimes')
  t.end()
})
