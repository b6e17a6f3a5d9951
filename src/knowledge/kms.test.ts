import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import t from 'tap'
import type { KeyClass } from '../model/kms.js'
import { kms } from './kms.js'
import { traits } from './traits.js'

/**
 * The permissions reference of the Developer Guide with the Service Authorization Reference, compiled by hand: action, level,
 * works on a key, from another account, encryption context, classes of key, condition keys (`kms:` where no prefix is given).
 */
const reference = `
  CancelKeyDeletion                   Write       key -     -       all                           CallerAccount ViaService
  ConnectCustomKeyStore               Write       -   -     -       -                             CallerAccount
  CreateAlias                         Write       key -     -       all                           CallerAccount ViaService
  CreateCustomKeyStore                Write       -   -     -       -                             CallerAccount
  CreateGrant                         Permissions key cross context all                           CallerAccount EncryptionContext: EncryptionContextKeys GrantConstraintSourceArn GrantConstraintType GrantIsForAWSResource GrantOperations GranteePrincipal GranteeServicePrincipal RetiringPrincipal RetiringServicePrincipal ViaService
  CreateKey                           Write       -   -     -       -                             BypassPolicyLockoutSafetyCheck CallerAccount KeyOrigin KeySpec KeyUsage MultiRegion MultiRegionKeyType ViaService aws:RequestTag/ aws:ResourceTag/ aws:TagKeys
  Decrypt                             Write       key cross context sym,asym-enc                  CallerAccount EncryptionAlgorithm EncryptionContext: EncryptionContextKeys RequestAlias ViaService RecipientAttestation:
  DeleteAlias                         Write       key -     -       all                           CallerAccount ViaService
  DeleteCustomKeyStore                Write       -   -     -       -                             CallerAccount
  DeleteImportedKeyMaterial           Write       key -     -       all                           CallerAccount ViaService
  DeriveSharedSecret                  Write       key cross -       asym-agree                    CallerAccount KeyAgreementAlgorithm RequestAlias ViaService RecipientAttestation:
  DescribeCustomKeyStores             Read        -   -     -       -                             CallerAccount
  DescribeKey                         Read        key cross -       all                           CallerAccount RequestAlias ViaService
  DisableKey                          Write       key -     -       all                           CallerAccount TrailingDaysWithoutKeyUsage ViaService
  DisableKeyRotation                  Write       key -     -       sym                           CallerAccount ViaService
  DisconnectCustomKeyStore            Write       -   -     -       -                             CallerAccount
  EnableKey                           Write       key -     -       all                           CallerAccount ViaService
  EnableKeyRotation                   Write       key -     -       sym                           CallerAccount RotationPeriodInDays ViaService
  Encrypt                             Write       key cross context sym,asym-enc                  CallerAccount EncryptionAlgorithm EncryptionContext: EncryptionContextKeys RequestAlias ViaService
  GenerateDataKey                     Write       key cross context sym                           CallerAccount EncryptionAlgorithm EncryptionContext: EncryptionContextKeys RequestAlias ViaService RecipientAttestation:
  GenerateDataKeyPair                 Write       key cross context sym                           CallerAccount DataKeyPairSpec EncryptionAlgorithm EncryptionContext: EncryptionContextKeys RequestAlias ViaService RecipientAttestation:
  GenerateDataKeyPairWithoutPlaintext Write       key cross context sym                           CallerAccount DataKeyPairSpec EncryptionAlgorithm EncryptionContext: EncryptionContextKeys RequestAlias ViaService
  GenerateDataKeyWithoutPlaintext     Write       key cross context sym                           CallerAccount EncryptionAlgorithm EncryptionContext: EncryptionContextKeys RequestAlias ViaService
  GenerateMac                         Write       key cross -       hmac                          CallerAccount MacAlgorithm RequestAlias ViaService
  GenerateRandom                      Write       -   -     -       -                             RecipientAttestation:
  GetKeyLastUsage                     Read        key -     -       all                           CallerAccount ViaService
  GetKeyPolicy                        Read        key -     -       all                           CallerAccount ViaService
  GetKeyRotationStatus                Read        key cross -       all                           CallerAccount ViaService
  GetParametersForImport              Read        key -     -       all                           CallerAccount ViaService WrappingAlgorithm WrappingKeySpec
  GetPublicKey                        Read        key cross -       asym-enc,asym-sign,asym-agree CallerAccount RequestAlias ViaService
  ImportKeyMaterial                   Write       key -     -       all                           CallerAccount ExpirationModel ValidTo ViaService
  ListAliases                         List        -   -     -       -
  ListGrants                          List        key cross -       all                           CallerAccount GrantIsForAWSResource ViaService
  ListKeyPolicies                     List        key -     -       all                           CallerAccount ViaService
  ListKeyRotations                    List        key -     -       all                           CallerAccount ViaService
  ListKeys                            List        -   -     -       -
  ListResourceTags                    List        key -     -       all                           CallerAccount ViaService
  ListRetirableGrants                 List        -   -     -       -
  PutKeyPolicy                        Permissions key -     -       all                           BypassPolicyLockoutSafetyCheck CallerAccount ViaService
  ReEncryptFrom                       Write       key cross context sym,asym-enc                  CallerAccount EncryptionAlgorithm EncryptionContext: EncryptionContextKeys ReEncryptOnSameKey RequestAlias ViaService
  ReEncryptTo                         Write       key cross context sym,asym-enc                  CallerAccount EncryptionAlgorithm EncryptionContext: EncryptionContextKeys ReEncryptOnSameKey RequestAlias ViaService
  ReplicateKey                        Write       key -     -       all                           CallerAccount ReplicaRegion ViaService
  RetireGrant                         Permissions key cross context all                           CallerAccount EncryptionContext: EncryptionContextKeys GrantConstraintType ViaService
  RevokeGrant                         Permissions key cross -       all                           CallerAccount GrantIsForAWSResource ViaService
  RotateKeyOnDemand                   Write       key -     -       sym                           CallerAccount ViaService
  ScheduleKeyDeletion                 Write       key -     -       all                           CallerAccount ScheduleKeyDeletionPendingWindowInDays TrailingDaysWithoutKeyUsage ViaService
  Sign                                Write       key cross -       asym-sign                     CallerAccount MessageType RequestAlias SigningAlgorithm ViaService
  SynchronizeMultiRegionKey           Write       key -     -       all
  TagResource                         Tagging     key -     -       all                           CallerAccount ViaService aws:RequestTag/ aws:TagKeys
  UntagResource                       Tagging     key -     -       all                           CallerAccount ViaService aws:TagKeys
  UpdateAlias                         Write       key -     -       all                           CallerAccount ViaService
  UpdateCustomKeyStore                Write       -   -     -       -                             CallerAccount
  UpdateKeyDescription                Write       key -     -       all                           CallerAccount ViaService
  UpdatePrimaryRegion                 Write       key -     -       all                           CallerAccount PrimaryRegion ViaService
  Verify                              Write       key cross -       asym-sign                     CallerAccount MessageType RequestAlias SigningAlgorithm ViaService
  VerifyMac                           Write       key cross -       hmac                          CallerAccount MacAlgorithm RequestAlias ViaService
`

const classes: Readonly<Record<string, KeyClass>> = {
  sym: 'symmetric',
  hmac: 'hmac',
  'asym-enc': 'asymmetric-encryption',
  'asym-sign': 'asymmetric-signing',
  'asym-agree': 'key-agreement',
}

const properties = [
  'KeyOrigin',
  'KeySpec',
  'KeyUsage',
  'MultiRegion',
  'MultiRegionKeyType',
  'ResourceAliases',
  'aws:ResourceTag/',
]

const rows = reference
  .trim()
  .split('\n')
  .map(line => {
    const [name = '', level, key, cross, context, types = '', ...keys] = line.trim().split(/ +/)
    const inKeyPolicy = key === 'key'
    return {
      name,
      level: level === 'Permissions' ? 'Permissions management' : level,
      inKeyPolicy,
      crossAccount: cross === 'cross',
      encryptionContext: context === 'context',
      classes:
        types === 'all' ? Object.values(classes) : types === '-' ? [] : types.split(',').map(type => classes[type]),
      conditionKeys: [...keys, ...(inKeyPolicy ? properties : [])]
        .map(k => (k.includes(':') && k.startsWith('aws:') ? k : `kms:${k}`))
        .sort(),
    }
  })

t.test('it agrees with the reference on every action', t => {
  t.equal(rows.length, 56)
  t.equal(kms.actions.length, 56)
  for (const row of rows) {
    const found = kms.actions.find(({ name }) => name === row.name)
    t.match({ ...found, conditionKeys: found?.conditionKeys.toSorted() }, row, row.name)
    t.equal(found?.conditionKeys.length, row.conditionKeys.length, row.name)
    t.same(found?.classes, row.classes, row.name)
  }
  t.end()
})

t.test('it knows the 45 actions that can stand in a key policy, and judges each of them', t => {
  const names = kms.actions.filter(({ inKeyPolicy }) => inKeyPolicy).map(({ name }) => name)
  t.equal(names.length, 45)
  t.same(names.toSorted(), Object.keys(traits).toSorted())
  t.same(
    kms.actions.filter(({ inKeyPolicy }) => !inKeyPolicy).map(({ name }) => name),
    [
      'ConnectCustomKeyStore',
      'CreateCustomKeyStore',
      'CreateKey',
      'DeleteCustomKeyStore',
      'DescribeCustomKeyStores',
      'DisconnectCustomKeyStore',
      'GenerateRandom',
      'ListAliases',
      'ListKeys',
      'ListRetirableGrants',
      'UpdateCustomKeyStore',
    ],
  )
  t.end()
})

t.test('it has the generated data of the installed iam-data', t => {
  const script = resolve(import.meta.dirname, '../../scripts/generate-knowledge.mjs')
  const data = resolve(import.meta.dirname, 'kms-data.json')
  const run = (...args: readonly string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
  t.match(run('--check'), { status: 0, stderr: '' })

  const dir = t.testdir({ 'old.json': '{}' })
  const old = resolve(dir, 'old.json')
  t.match(run('--check', old), { status: 1, stderr: /old\.json is not up to date/ })
  t.equal(run(old).status, 0)
  t.equal(readFileSync(old, 'utf8').trim(), readFileSync(data, 'utf8').trim())
  t.end()
})

const working = (keyClass: KeyClass, names: string) =>
  names.split(' ').map(name => [name, kms.actions.find(action => action.name === name)?.classes.includes(keyClass)])

t.test('it knows which operations can never work on a kind of key', t => {
  const never: Readonly<Record<KeyClass, string>> = {
    symmetric: 'Sign Verify GenerateMac VerifyMac GetPublicKey DeriveSharedSecret',
    hmac: 'Encrypt Decrypt ReEncryptFrom ReEncryptTo GenerateDataKey GenerateDataKeyPair Sign Verify GetPublicKey EnableKeyRotation DisableKeyRotation RotateKeyOnDemand DeriveSharedSecret',
    'asymmetric-encryption':
      'GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateDataKeyPairWithoutPlaintext Sign Verify GenerateMac VerifyMac EnableKeyRotation',
    'asymmetric-signing':
      'Encrypt Decrypt ReEncryptFrom ReEncryptTo GenerateDataKey GenerateMac EnableKeyRotation DeriveSharedSecret',
    'key-agreement': 'Encrypt Decrypt Sign Verify GenerateMac GenerateDataKey EnableKeyRotation',
  }
  const always: Readonly<Record<KeyClass, string>> = {
    symmetric:
      'Encrypt Decrypt ReEncryptFrom ReEncryptTo GenerateDataKey GenerateDataKeyPair DescribeKey CreateGrant EnableKeyRotation',
    hmac: 'GenerateMac VerifyMac DescribeKey ScheduleKeyDeletion ImportKeyMaterial',
    'asymmetric-encryption': 'Encrypt Decrypt ReEncryptFrom ReEncryptTo DescribeKey GetPublicKey',
    'asymmetric-signing': 'Sign Verify DescribeKey GetPublicKey CreateGrant',
    'key-agreement': 'DeriveSharedSecret DescribeKey GetPublicKey',
  }
  for (const keyClass of Object.values(classes)) {
    for (const [name, works] of working(keyClass, never[keyClass]))
      t.equal(works, false, `${String(name)} on ${keyClass}`)
    for (const [name, works] of working(keyClass, always[keyClass]))
      t.equal(works, true, `${String(name)} on ${keyClass}`)
  }
  t.end()
})

t.test('it tells use, administration, grants and reading apart', t => {
  const kind = (name: string) => {
    const { use, administration } = kms.actions.find(action => action.name === name) ?? {}
    return use ? 'use' : administration ? 'administration' : 'neither'
  }
  for (const name of 'Decrypt Encrypt GenerateDataKey GenerateMac ReEncryptFrom Sign Verify DeriveSharedSecret'.split(
    ' ',
  )) {
    t.equal(kind(name), 'use', name)
  }
  const changes =
    'PutKeyPolicy ScheduleKeyDeletion CancelKeyDeletion DisableKey EnableKey EnableKeyRotation UpdateAlias UpdateKeyDescription ' +
    'TagResource UntagResource ImportKeyMaterial DeleteImportedKeyMaterial ReplicateKey UpdatePrimaryRegion RotateKeyOnDemand CreateAlias'
  for (const name of changes.split(' ')) t.equal(kind(name), 'administration', name)
  const rest =
    'CreateGrant RetireGrant RevokeGrant ListGrants DescribeKey GetKeyPolicy GetPublicKey ListResourceTags CreateKey GenerateRandom'
  for (const name of rest.split(' ')) t.equal(kind(name), 'neither', name)
  t.notOk(kms.actions.some(action => action.use && action.administration))
  t.end()
})

t.test('it gives the same list each time', t => {
  t.equal(kms.actions, kms.actions)
  t.equal(kms.conditionKeyNames, kms.conditionKeyNames)
  t.end()
})
