import t from 'tap'
import { kms } from '../knowledge/kms.js'
import { permissionsOf } from './permission.js'
import { readPolicy } from './read-policy.js'
import { admits, decide, isGivenTo, type Requester } from './request.js'
import { anything, node } from './sample.js'
import { isUnknown } from './truth.js'

const decrypt = kms.actions.find(({ name }) => name === 'Decrypt')!
const role: Requester = {
  account: '111122223333',
  arns: ['arn:aws:sts::111122223333:assumed-role/app/session', 'arn:aws:iam::111122223333:role/app'],
}
const outsider: Requester = { account: '444455556666', arns: ['arn:aws:iam::444455556666:user/eve'] }
const service: Requester = { service: 's3.amazonaws.com' }

const allow = (principal: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Principal: principal,
  Action: 'kms:Decrypt',
  Resource: '*',
  ...more,
})
const read = (statements: readonly object[], version: object = { Version: '2012-10-17' }) =>
  readPolicy(node({ ...version, Statement: statements }))
const decision = (requester: Requester, ...statements: readonly object[]) =>
  decide(read(statements), { requester, action: decrypt, context: new Map() })

t.test('it allows who is named, by role or session or service, and everyone by a star', t => {
  t.equal(decision(role, allow({ AWS: 'arn:aws:iam::111122223333:role/app' })), 'allowed')
  t.equal(decision(role, allow({ AWS: 'arn:aws:sts::111122223333:assumed-role/app/session' })), 'allowed')
  t.equal(
    decision(role, allow({ AWS: 'arn:aws:iam::111122223333:role/*' })),
    'denied',
    'a wildcard in a principal never matches',
  )
  t.equal(decision(role, allow({ Service: 's3.amazonaws.com' })), 'denied')
  t.equal(decision(service, allow({ Service: 's3.amazonaws.com' })), 'allowed')
  t.equal(decision(service, allow({ AWS: 'arn:aws:iam::111122223333:root' })), 'denied')
  for (const requester of [role, outsider, service]) t.equal(decision(requester, allow('*')), 'allowed')
  t.end()
})

t.test("it leaves an account root's statement to the IAM policies of the account", t => {
  t.equal(decision(role, allow({ AWS: 'arn:aws:iam::111122223333:root' })), 'delegated')
  t.equal(decision(role, allow({ AWS: '111122223333' })), 'delegated')
  t.equal(decision(outsider, allow({ AWS: '111122223333' })), 'denied')
  t.equal(
    decision(role, allow({ AWS: '111122223333' }), allow({ AWS: 'arn:aws:iam::111122223333:role/app' })),
    'allowed',
  )
  t.end()
})

t.test('it lets a Deny prevail, that of an account for all of it', t => {
  t.equal(decision(role, allow('*'), allow('*', { Effect: 'Deny' })), 'denied')
  t.equal(decision(role, allow('*'), allow({ AWS: '111122223333' }, { Effect: 'Deny' })), 'denied')
  t.equal(decision(outsider, allow('*'), allow({ AWS: '111122223333' }, { Effect: 'Deny' })), 'allowed')
  t.end()
})

t.test('it takes NotPrincipal for everyone else', t => {
  const spared = { Effect: 'Deny', NotPrincipal: { AWS: '111122223333' }, Action: 'kms:*', Resource: '*' }
  t.equal(decision(role, allow('*'), spared), 'allowed')
  t.equal(decision(outsider, allow('*'), spared), 'denied')
  t.end()
})

t.test('it gives a statement without Action or Resource no effect', t => {
  t.equal(decision(role, { Effect: 'Allow', Principal: '*', Action: 'kms:*' }), 'denied')
  t.equal(decision(role, { Effect: 'Allow', Principal: '*', Resource: '*' }), 'denied')
  t.equal(decision(role, allow('*'), { Effect: 'Deny', Principal: '*', Action: 'kms:*' }), 'allowed')
  t.end()
})

t.test('it fills in variables only where the policy has the version for them', t => {
  const statements = [allow('*', { Condition: { StringEquals: { 'aws:SourceAccount': '${aws:ResourceAccount}' } } })]
  const context = new Map([
    ['aws:sourceaccount', ['111122223333']],
    ['aws:resourceaccount', ['111122223333']],
  ])
  const request = { requester: service, action: decrypt, context }
  t.equal(decide(read(statements), request), 'allowed')
  t.equal(decide(read(statements, { Version: '2008-10-17' }), request), 'denied')
  t.equal(decide(read(statements, {}), request), 'denied')
  t.end()
})

t.test('it says which requests a permission admits', t => {
  const request = (context: Readonly<Record<string, string>>) => ({
    requester: role,
    action: decrypt,
    context: new Map(Object.entries(context).map(([key, value]) => [key, [value]])),
  })
  const first = (...statements: readonly object[]) => permissionsOf(read(statements), kms.actions)[0]!
  const guarded = first(allow('*', { Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } }))
  t.equal(admits(guarded, request({ 'aws:sourceaccount': '111122223333' })), true)
  t.equal(admits(guarded, request({})), false)
  const denied = first(
    allow('*'),
    allow('*', { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
  )
  t.equal(admits(denied, request({ 'aws:securetransport': 'true' })), true)
  t.equal(admits(denied, request({ 'aws:securetransport': 'false' })), false)
  t.ok(isUnknown(admits(first(allow('*', { Condition: anything('c') })), request({}))))
  t.equal(admits(first(allow('*', { Action: 'kms:Encrypt' })), request({})), false)
  t.end()
})

t.test('it knows to whom a permission is given', t => {
  const [permission] = permissionsOf(read([allow({ AWS: '111122223333' })]), kms.actions)
  t.equal(isGivenTo(permission!, role), true)
  t.equal(isGivenTo(permission!, outsider), false)
  t.end()
})
