import t from 'tap'
import { here, hole, many, sampleKey } from '../../model/sample.js'
import { isUnknown, Unknown } from '../../model/truth.js'
import { permissionType } from './permission.js'
import { allow, read, scopeOfPermission, settings } from './sample.js'
import { grantScopes, type PermissionScope } from './scope.js'

const role = { AWS: 'arn:aws:iam::111122223333:role/app' }
const outsider = { AWS: 'arn:aws:iam::444455556666:role/app' }
const cloudtrail = { Service: 'cloudtrail.amazonaws.com' }
const field = (name: string, scope: PermissionScope) => read(permissionType, name, scope)
const method = (name: string, scope: PermissionScope, ...given: readonly unknown[]) => {
  const answer = permissionType.methods?.[name]?.call(scope, ...(given as never[]))
  return isUnknown(answer) ? 'unknown' : answer
}
const given = (action: unknown, more: object = {}, principal: object = role) =>
  scopeOfPermission(allow(principal, action, more))
const when = (Condition: unknown, action: unknown = 'kms:Decrypt', principal: unknown = cloudtrail) =>
  scopeOfPermission(allow(principal, action, { Condition }))

const grantScope = () =>
  grantScopes({
    settings,
    key: sampleKey({
      grants: [
        { address: 'aws_kms_grant.a', grantee: [role.AWS], operations: ['Decrypt'], constraints: [], location: here },
      ],
    }),
  })[0]!

t.test('it sorts actions into administration and use', t => {
  const scope = given(['kms:Decrypt', 'kms:PutKeyPolicy', 'kms:DescribeKey', 'kms:Encr«x»'])
  t.same(field('actions', scope), ['kms:Decrypt', 'kms:DescribeKey', 'kms:PutKeyPolicy', 'unknown'])
  t.same(field('administration', scope), ['kms:PutKeyPolicy'])
  t.same(field('use', scope), ['kms:Decrypt', 'unknown'])
  t.equal(field('onlyReads', scope), false)
  t.equal(field('onlyReads', given(['kms:DescribeKey', 'kms:List*'])), true)
  t.match(permissionType.fields['principal']?.read(scope), { principal: { kind: 'role' } })
  t.end()
})

t.test('it tells whether a statement gives everything', t => {
  t.equal(field('isFull', given('kms:*')), true)
  t.equal(field('isFull', given('*')), true)
  t.equal(field('isFull', given(['kms:Decrypt', 'KMS:*'])), true)
  t.equal(field('isFull', given('kms:De*')), false)
  t.equal(field('isFull', given('kms:«x»')), 'unknown')
  t.equal(field('isFull', given('kms:**«x»')), 'unknown')
  t.equal(field('isFull', given(['kms:Decrypt', many('more')])), 'unknown')
  t.equal(field('isFull', given('', { Action: undefined, NotAction: 'kms:Decrypt' })), false)
  t.equal(field('isFull', grantScope()), false)
  t.equal(field('isGrant', grantScope()), true)
  t.equal(field('isGrant', given('kms:*')), false)
  t.end()
})

t.test('it finds the accounts that are neither own nor trusted', t => {
  const accounts = (scope: PermissionScope) => field('untrustedAccounts', scope)
  t.same(accounts(given('kms:Decrypt')), [])
  t.same(accounts(given('kms:Decrypt', {}, outsider)), ['444455556666'])
  t.same(accounts(scopeOfPermission(allow(outsider), {}, { trustedAccounts: ['444455556666'] })), [])
  t.same(accounts(scopeOfPermission(allow(role), { account: undefined })), ['unknown'])
  t.same(accounts(given('kms:Decrypt', {}, { AWS: '«arn»' })), ['unknown'])
  t.same(accounts(given('kms:Decrypt', {}, { AWS: 'arn:aws:iam::«account»:root' })), [])
  t.same(accounts(given('kms:Decrypt', {}, { AWS: 'arn:aws:iam::«var.partner»:root' })), ['unknown'])
  t.same(accounts(given('kms:Decrypt', {}, { AWS: 'arn:aws:iam::«id=444455556666»:root' })), ['(sensitive)'])
  t.same(accounts(when({ StringEquals: { 'kms:CallerAccount': ['111122223333', '444455556666'] } }, 'kms:*', '*')), [
    '444455556666',
  ])
  t.same(accounts(when({ StringLike: { 'kms:CallerAccount': '4444*' } }, 'kms:*', '*')), [])
  const deny = {
    ...allow('*', 'kms:*'),
    Effect: 'Deny',
    Condition: { StringEquals: { 'kms:CallerAccount': '444455556666' } },
  }
  t.same(accounts(scopeOfPermission([allow('*'), deny])), [], 'a Deny serves nobody')
  t.same(
    accounts(
      when({ ArnLike: { 'aws:PrincipalArn': ['arn:aws:iam::444455556666:role/*', 'x', '«arn»'] } }, 'kms:*', '*'),
    ),
    ['444455556666'],
  )
  t.same(accounts(when({ ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:444455556666:trail/*' } })), [
    '444455556666',
  ])
  t.same(
    accounts(when({ ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:444455556666:trail/*' } }, 'kms:*', '*')),
    [],
  )
  t.same(accounts(when({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5', '«key»': '444455556666' } })), [])
  t.end()
})

t.test('it finds actions whose requests carry no encryption context', t => {
  const Condition = { StringEquals: { 'kms:EncryptionContext:a': 'b' } }
  const scope = when(Condition, ['kms:Decrypt', 'kms:Describe*'])
  t.same(field('actionsWithoutContext', scope), ['kms:DescribeKey'])
  t.same(field('actionsWithContext', scope), ['kms:Decrypt'])
  t.same(field('contextKeys', scope), ['kms:EncryptionContext:a'])
  t.equal(field('namesActionsWithoutContext', scope), false, 'it came in by a pattern')
  t.equal(field('namesActionsWithoutContext', when(Condition, ['kms:Decrypt', 'kms:DescribeKey'])), true)
  t.equal(field('namesActionsWithoutContext', when(Condition, 'kms:Describe*')), true, 'nothing else is left')
  t.equal(field('namesActionsWithoutContext', when(Condition)), false)
  t.end()
})

t.test('it finds actions whose requests lack another key', t => {
  const scope = when({ Bool: { 'kms:GrantIsForAWSResource': 'true' } }, ['kms:CreateGrant', 'kms:Decrypt'], role)
  t.same(field('unsupportedActions', scope), ['kms:Decrypt'])
  t.same(field('supportedActions', scope), ['kms:CreateGrant'])
  t.same(field('unsupportedKeys', scope), ['kms:GrantIsForAWSResource'])
  t.equal(field('namesUnsupportedActions', scope), true)
  t.end()
})

t.test('it says which actions do nothing, and why', t => {
  const inert = (action: unknown, facts = {}, principal: object = role) =>
    field('inertActions', scopeOfPermission(allow(principal, action), facts))
  t.same(inert(['kms:CreateKey', 'kms:Decrypt']), ['kms:CreateKey (no effect in a key policy)'])
  t.same(inert(['kms:Sign', 'kms:Decrypt']), ['kms:Sign (not an operation of a symmetric key)'])
  t.same(inert(['kms:Encrypt', 'kms:Sign'], { spec: 'RSA_2048', usage: 'SIGN_VERIFY' }), [
    'kms:Encrypt (not an operation of an asymmetric signing key)',
  ])
  const unknownKind = { spec: new Unknown([hole('s')]), usage: new Unknown([hole('u')]) }
  t.same(inert(['kms:Sign', 'kms:DescribeKey', 'kms:*', 'kms:Generate*'], unknownKind), ['unknown'])
  t.same(inert(['kms:Sign', 'kms:CreateKey'], unknownKind), ['kms:CreateKey (no effect in a key policy)'])
  t.same(inert(['kms:DescribeKey', 'kms:*', 'kms:Generate*'], unknownKind), [])
  t.same(inert(['kms:PutKeyPolicy', 'kms:Decrypt'], {}, outsider), ['kms:PutKeyPolicy (no effect for another account)'])
  t.same(inert(['kms:PutKeyPolicy', 'kms:Decrypt'], { account: undefined }, outsider), ['unknown'])
  t.same(inert(['kms:*', '*', 'kms:«x»', 's3:GetObject', 'kms:PutKeyPolicy']), [])
  t.same(field('inertActions', given('', { Action: undefined, NotAction: 'kms:CreateKey' })), [])
  t.same(field('inertActions', grantScope()), [])
  t.end()
})

t.test('it answers for one action', t => {
  const scope = given(['kms:Decrypt', 'kms:Create*'])
  t.equal(method('allows', scope, 'kms:Decrypt'), true)
  t.equal(method('allows', scope, 'kms:Encrypt'), false)
  t.equal(method('allows', given('kms:Encr«x»'), 'kms:Encrypt'), 'unknown')
  t.equal(method('spells', scope, 'kms:Decrypt'), true)
  t.equal(method('spells', scope, 'kms:CreateGrant'), false)
  t.match(method('on', scope, 'kms:CreateGrant'), { permission: { actions: [{ facts: { name: 'CreateGrant' } }] } })
  t.end()
})

t.test('it knows what every request must have', t => {
  const scope = when({ StringEquals: { 'aws:SourceAccount': '111122223333' } })
  t.equal(method('pins', scope, ['aws:SourceArn', 'AWS:SourceAccount']), true)
  t.equal(method('pins', scope, ['aws:SourceArn']), false)
  t.equal(
    method('pins', when({ StringEqualsIfExists: { 'kms:CallerAccount': '111122223333' } }, 'kms:Decrypt', '*'), [
      'kms:CallerAccount',
    ]),
    true,
    'identities always carry it',
  )
  t.equal(
    method(
      'demands',
      when({ Bool: { 'kms:GrantIsForAWSResource': 'true' } }, 'kms:CreateGrant', role),
      'kms:GrantIsForAWSResource',
      'true',
    ),
    true,
  )
  t.equal(field('namesResource', when({ StringEquals: { 'kms:EncryptionContext:account': '111122223333' } })), true)
  t.equal(field('namesResource', scope), false)
  t.end()
})

t.test('it takes nothing away by a Deny about another resource', t => {
  const deny = { Effect: 'Deny', Principal: '*', Action: 'kms:Decrypt' }
  const denying = (resource: object) =>
    field('actions', scopeOfPermission([allow(role, ['kms:Decrypt', 'kms:Encrypt']), { ...deny, ...resource }]))
  t.same(denying({ Resource: '*' }), ['kms:Encrypt'])
  t.same(denying({ Resource: 'arn:aws:kms:eu-west-1:111122223333:alias/a' }), ['kms:Decrypt', 'kms:Encrypt'])
  t.same(denying({ NotResource: 'arn:aws:kms:eu-west-1:111122223333:alias/a' }), ['kms:Encrypt'])
  t.same(denying({ NotResource: '*' }), ['kms:Decrypt', 'kms:Encrypt'])
  t.same(denying({ Resource: ['arn:aws:s3:::a', many('more')] }), ['kms:Encrypt', 'unknown'])
  t.end()
})
