import t from 'tap'
import type { Key, KeySettings, Variant } from '../../model/key.js'
import { isUnknown } from '../../model/truth.js'
import { documentsIn, keyIn, messages, plain, read } from './sample.js'

const keyWith = async (properties: string, sections = '', options = {}) =>
  keyIn(
    await read(`${sections}\nResources:\n  Key:\n    Type: AWS::KMS::Key\n    Properties: ${properties}\n`, options),
  )

const settings = ({
  spec,
  usage,
  origin,
  multiRegion,
  rotation,
  bypassLockoutCheck,
  deletionWindow,
}: Partial<KeySettings>): readonly unknown[] =>
  [spec, usage, origin, multiRegion, rotation, bypassLockoutCheck, deletionWindow].map(value =>
    isUnknown(value) ? value.holes.map(({ name }) => name) : value,
  )

const variantsIn = ({ policy }: Key): readonly Variant[] => (policy.kind === 'document' ? policy.variants : [])

const shown = (key: Key) => variantsIn(key).map(({ when, document }) => [when, plain(document)])

t.test('it reads the settings of a key', async t => {
  t.strictSame(settings(await keyWith('{}')), [
    'SYMMETRIC_DEFAULT',
    'ENCRYPT_DECRYPT',
    'AWS_KMS',
    false,
    false,
    false,
    undefined,
  ])
  t.strictSame(
    settings(
      await keyWith(
        '{KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY, Origin: EXTERNAL, MultiRegion: yes, EnableKeyRotation: "true", BypassPolicyLockoutSafetyCheck: True, PendingWindowInDays: "30"}',
      ),
    ),
    ['RSA_2048', 'SIGN_VERIFY', 'EXTERNAL', true, true, true, 30],
  )
  t.strictSame(settings(await keyWith('{EnableKeyRotation: off, PendingWindowInDays: , KeySpec: !Ref AWS::NoValue}')), [
    'SYMMETRIC_DEFAULT',
    'ENCRYPT_DECRYPT',
    'AWS_KMS',
    false,
    false,
    false,
    undefined,
  ])
})

t.test('it knows whether a key is enabled', async t => {
  t.equal((await keyWith('{}')).enabled, true)
  t.equal((await keyWith('{Enabled: "false"}')).enabled, false)
  const replica = await read('Resources: {Key: {Type: AWS::KMS::ReplicaKey, Properties: {Enabled: false}}}')
  t.equal(keyIn(replica).enabled, false)
})

t.test('it does not know a setting that it is not told', async t => {
  const key = await keyWith(
    '{KeySpec: !ImportValue spec, KeyUsage: !Sub "${X}_VERIFY"}',
    'Parameters: { X: { Type: String } }',
  )
  t.strictSame(settings(key).slice(0, 2), [['!ImportValue spec'], ['X']])
})

t.test('it does not know what a macro makes of a key', async t => {
  const include = 'Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://b/k}}'
  const hole = ['!Transform AWS::Include']
  const key = await keyWith(`{${include}, EnableKeyRotation: true}`)
  t.strictSame(settings(key), [hole, hole, hole, hole, true, hole, hole])
  t.match(key.policy, { kind: 'unknown', hole: { name: '!Transform AWS::Include' } })
  const beside = keyIn(await read(`Resources: {Key: {Type: AWS::KMS::Key, ${include}}}`))
  t.match(beside.policy, { kind: 'unknown' })
  const written = await keyWith(`{${include}, KeyPolicy: {${include}, Version: 1}}`)
  t.strictSame(shown(written), [
    [undefined, { '${!Transform AWS::Include}': '${!Transform AWS::Include}', Version: '1' }],
  ])
  const other = await keyWith(`{KeyPolicy: {Statement: [{Fn::Transform: {Name: Mine}, Sid: a}]}}`)
  t.strictSame(shown(other), [[undefined, { Statement: ['${!Transform Mine}'] }]])
})

t.test('it does not take properties that are no object for none', async t => {
  const reading = await read('Resources:\n  Key:\n    Type: AWS::KMS::Key\n    Properties: !FindInMap [a, b, c]')
  t.match(keyIn(reading).policy, { kind: 'unknown' })
  t.strictSame(messages(reading), ['4: Fn::FindInMap finds no a.b.c in the mappings'])
  const list = await read('Resources: { Key: { Type: AWS::KMS::Key, Properties: [KeyPolicy] } }')
  t.match(keyIn(list).policy, { kind: 'unknown' })
  t.strictSame(messages(list), ['1: Properties is an object'])
  t.match(keyIn(await read('Resources: { Key: { Type: AWS::KMS::Key, Properties: } }')).policy, { kind: 'default' })
})

t.test('it reports a setting that makes no sense', async t => {
  const reading = await read(`
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: perhaps
      PendingWindowInDays: [30]
`)
  t.strictSame(settings(keyIn(reading)).slice(4), [['EnableKeyRotation'], false, ['PendingWindowInDays']])
  t.strictSame(messages(reading), [
    '7: PendingWindowInDays has a value that it does not take',
    '6: EnableKeyRotation has a value that it does not take',
  ])
})

t.test('it does not know what a replica shares with its primary key', async t => {
  const key = keyIn(
    await read(
      'Resources:\n  Copy:\n    Type: AWS::KMS::ReplicaKey\n    Properties: { PrimaryKeyArn: x, PendingWindowInDays: 9 }',
    ),
  )
  t.match(key, {
    address: 'Copy',
    type: 'AWS::KMS::ReplicaKey',
    replica: true,
    policy: { kind: 'default' },
    policySources: [],
  })
  t.strictSame(settings(key), [
    ['KeySpec of the primary key'],
    ['KeyUsage of the primary key'],
    'AWS_KMS',
    true,
    false,
    false,
    9,
  ])
})

t.test('it says where a key is, what people call it and who gives it a policy', async t => {
  const reading = await read(
    `
Resources:
  Key1234:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy: {}
    Metadata: { aws:cdk:path: Stack/Key/Resource }
`,
    { account: '111122223333', region: 'eu-west-1' },
  )
  const location = { file: 'template.yaml', line: 3, column: 3, endLine: 7, endColumn: 51 }
  t.match(keyIn(reading), {
    address: 'Key1234',
    name: 'Stack/Key/Resource',
    location,
    via: [],
    account: { value: '111122223333', by: 'option' },
    region: { value: 'eu-west-1', by: 'option' },
    policySources: [{ address: 'Key1234', location }],
  })
  t.strictSame(keyIn(await read('Resources: { A: { Type: AWS::KMS::Key } }')).account, undefined)
})

t.test('it has no document where no policy is given', async t => {
  t.strictSame(documentsIn(await read('Resources: { Key: { Type: AWS::KMS::Key } }')), {})
})

t.test('it passes over resources without a type', async t => {
  const reading = await read(
    'Resources: { Key: { Type: AWS::KMS::Key }, A: { Properties: {} }, B: x, C: { Type: constructor } }',
  )
  t.strictSame([reading.keys.length, messages(reading)], [1, []])
})

const conditions = `
Parameters:
  Spec: { Type: String, AllowedValues: [SYMMETRIC_DEFAULT, RSA_2048] }
Conditions:
  A: !Equals [!Ref AWS::StackName, a]
  B: !Equals [!Ref AWS::StackName, b]
`

t.test('it leaves out a key that no deployment makes, and its variants without it', async t => {
  const reading = await read(`${conditions}
  Never: !And [!Condition A, !Condition B]
Resources:
  One: { Type: AWS::KMS::Key, Condition: Never }
  Two: { Type: AWS::KMS::Key, Condition: A, Properties: { KeyPolicy: !If [A, {x: !If [B, 1, 2]}, {x: 3}] } }
`)
  t.strictSame(
    reading.keys.map(({ address }) => address),
    ['Two'],
  )
  t.strictSame(shown(keyIn(reading)), [[undefined, { x: '2' }]])
})

t.test('it reads properties that stand in a branch', async t => {
  const key = await keyWith(
    '!If [A, {KeyPolicy: {x: 1}, EnableKeyRotation: true}, {KeyPolicy: {x: 2}, EnableKeyRotation: true}]',
    conditions,
  )
  t.strictSame(shown(key), [
    ['A is true', { x: '1' }],
    ['A is false', { x: '2' }],
  ])
  t.equal(key.rotation, true)
  t.equal(key.policySources.length, 1)
})

t.test('it knows what the key is in each variant', async t => {
  const key = await keyWith('{KeySpec: !Ref Spec, KeyPolicy: {x: !If [A, 1, 2]}}', conditions)
  t.strictSame(settings(key).slice(0, 2), [['KeySpec'], 'ENCRYPT_DECRYPT'])
  t.strictSame(
    new Map(variantsIn(key).map(({ when, document, settings: own }) => [when, [own?.spec, plain(document)]])),
    new Map([
      ['A is true, Spec is SYMMETRIC_DEFAULT', ['SYMMETRIC_DEFAULT', { x: '1' }]],
      ['A is false, Spec is SYMMETRIC_DEFAULT', ['SYMMETRIC_DEFAULT', { x: '2' }]],
      ['A is true, Spec is RSA_2048', ['RSA_2048', { x: '1' }]],
      ['A is false, Spec is RSA_2048', ['RSA_2048', { x: '2' }]],
    ]),
  )
})

t.test('it shows the policy that AWS attaches in the variant that has none', async t => {
  const key = await keyWith('{KeyPolicy: !If [A, {x: 1}, !Ref AWS::NoValue]}', conditions)
  t.match(shown(key), [
    ['A is true', { x: '1' }],
    [
      'A is false',
      { Statement: [{ Principal: { AWS: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' }, Action: 'kms:*' }] },
    ],
  ])
})

t.test('it keeps apart what is not known and what is no policy', async t => {
  const key = await keyWith(`{KeyPolicy: !If [A, !ImportValue x, !If [B, 'no JSON', {x: 1}]]}`, conditions)
  t.strictSame(
    variantsIn(key)
      .map(({ document }) => document.kind)
      .sort(),
    ['hole', 'object', 'text'],
  )
  const unknown = await keyWith('{KeyPolicy: !If [A, !ImportValue x, !ImportValue y]}', conditions)
  t.equal(unknown.policy.kind, 'unknown')
})

t.test('it knows a setting that is the same in all variants, and none that is unknown in one', async t => {
  const key = await keyWith(
    '{KeySpec: !If [A, RSA_2048, !ImportValue x], EnableKeyRotation: !If [A, !ImportValue y, true], KeyPolicy: {x: 1}}',
    conditions,
  )
  t.strictSame(settings(key).slice(0, 5), [['!ImportValue x'], 'ENCRYPT_DECRYPT', 'AWS_KMS', false, ['!ImportValue y']])
})
