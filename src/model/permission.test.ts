import fc from 'fast-check'
import t from 'tap'
import { kms } from '../knowledge/kms.js'
import type { Grant } from './key.js'
import {
  demandsValue,
  grantPermission,
  permissionsOf,
  pinsAny,
  pinsContextResource,
  type Permission,
} from './permission.js'
import { readPolicy } from './read-policy.js'
import { admits, decide, isGivenTo, type Request, type Requester } from './request.js'
import { anything, here, hole, many, node, sample } from './sample.js'
import { print } from './text.js'
import { isUnknown, Unknown, type Truth } from './truth.js'

const role = 'arn:aws:iam::111122223333:role/app'
const root = 'arn:aws:iam::111122223333:root'
const allow = { Effect: 'Allow', Principal: { AWS: role }, Action: ['kms:Decrypt', 'kms:Encrypt'], Resource: '*' }
const deny = { Effect: 'Deny', Principal: '*', Action: 'kms:Decrypt', Resource: '*' }

const permissions = (...statements: readonly object[]) =>
  permissionsOf(readPolicy(node({ Statement: statements })), kms.actions)
const only = (...statements: readonly object[]): Permission => permissions(...statements)[0]!

const outcome = (truth: Truth) => (isUnknown(truth) ? 'unknown' : truth)
const given = (...statements: readonly object[]): string[] =>
  only(...statements).actions.map(({ facts, given }) => (given === true ? facts.name : `${facts.name}?`))

t.test('it gives one permission for each principal of an Allow', t => {
  const read = permissions({ ...allow, Principal: { AWS: [role, root], Service: 's3.amazonaws.com' } }, deny)
  t.same(
    read.map(({ principal }) => print(principal.text)),
    [role, root, 's3.amazonaws.com'],
  )
  t.same(permissions({ ...allow, Principal: undefined, NotPrincipal: '*' }), [])
  t.end()
})

t.test('it lists actions of key policies alone, and tells which are written out', t => {
  const { actions } = only({ ...allow, Action: ['kms:CreateKey', 'kms:Decrypt', 'kms:Re*Grant'] })
  t.same(
    actions.map(({ facts, named }) => [facts.name, named]),
    [
      ['Decrypt', true],
      ['RetireGrant', false],
      ['RevokeGrant', false],
    ],
  )
  t.notOk(given({ ...allow, Action: undefined, NotAction: ['kms:Decrypt'] }).includes('Decrypt'))
  t.equal(
    only({ ...allow, Action: undefined, NotAction: ['kms:Put*'] }).actions.some(({ named }) => named),
    false,
  )
  t.end()
})

t.test('it gives nothing where Action or Resource is missing', t => {
  t.same(given({ ...allow, Action: undefined, Condition: {} }), [])
  t.same(given({ Effect: 'Allow', Principal: '*', Action: 'kms:*' }), [])
  t.same(given({ Effect: 'Allow', Principal: '*', Resource: '*' }), [])
  t.end()
})

t.test('it leaves open actions and principals that holes hide', t => {
  t.same(given({ ...allow, Action: ['kms:Decrypt', 'kms:Encr«x»'] }), ['Decrypt', 'Encrypt?'])
  t.ok(given({ ...allow, Action: ['kms:Decrypt', many('more')] }).includes('PutKeyPolicy?'))
  const except = given({ ...allow, Action: undefined, NotAction: ['kms:Decrypt', many('more')] })
  t.ok(except.includes('Encrypt?') && !except.some(name => name.startsWith('Decrypt')))
  t.match(permissions({ ...allow, Principal: { AWS: [role, many('more')] } }), [
    { principal: { kind: 'role' } },
    { principal: { kind: { holes: [hole('more')] } } },
  ])
  t.end()
})

t.test('it takes away what an unconditional Deny refuses', t => {
  const cases: readonly (readonly [object, readonly string[]])[] = [
    [deny, ['Encrypt']],
    [{ ...deny, Principal: { AWS: role } }, ['Encrypt']],
    [{ ...deny, Principal: { AWS: root } }, ['Encrypt']],
    [{ ...deny, Principal: { AWS: '111122223333' } }, ['Encrypt']],
    [{ ...deny, Principal: { AWS: '444455556666' } }, ['Decrypt', 'Encrypt']],
    [{ ...deny, Principal: { AWS: 'arn:aws:iam::111122223333:role/other' } }, ['Decrypt', 'Encrypt']],
    [{ ...deny, Principal: { Service: 's3.amazonaws.com' } }, ['Decrypt', 'Encrypt']],
    [{ ...deny, Principal: undefined, NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/other' } }, ['Encrypt']],
    [{ ...deny, Principal: undefined, NotPrincipal: { AWS: [root, role] } }, ['Decrypt', 'Encrypt']],
    [{ ...deny, Action: undefined, NotAction: 'kms:Decrypt' }, ['Decrypt']],
    [{ ...deny, Action: undefined }, ['Decrypt', 'Encrypt']],
    [{ Effect: 'Deny', Principal: '*', Action: 'kms:Decrypt' }, ['Decrypt', 'Encrypt']],
    [{ ...deny, Principal: { AWS: '«x»' } }, ['Decrypt?', 'Encrypt']],
    [{ ...deny, Principal: { AWS: [many('x')] } }, ['Decrypt?', 'Encrypt']],
    [{ ...deny, Principal: undefined, NotPrincipal: { AWS: [many('x')] } }, ['Decrypt?', 'Encrypt']],
    [{ ...deny, Action: 'kms:«x»' }, ['Decrypt?', 'Encrypt?']],
    [{ ...deny, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }, ['Decrypt', 'Encrypt']],
    [{ ...deny, Condition: anything('c') }, ['Decrypt', 'Encrypt']],
  ]
  for (const [statement, expected] of cases) t.same(given(allow, statement), expected, JSON.stringify(statement))
  t.end()
})

t.test('it counts a Deny only as far as it is about the key', t => {
  const policy = readPolicy(
    node({ Statement: [allow, { ...deny, Resource: 'other' }, { ...deny, Action: 'kms:*', Resource: '«x»' }] }),
  )
  const concerns = (resource: string): Truth =>
    resource === 'other' ? false : resource === '${x}' ? new Unknown([hole('x')]) : true
  const [permission] = permissionsOf(policy, kms.actions, ({ resources }) =>
    concerns(print(resources.items[0]?.text ?? [])),
  )
  t.same(
    permission?.actions.map(({ facts, given }) => [facts.name, outcome(given)]),
    [
      ['Decrypt', 'unknown'],
      ['Encrypt', 'unknown'],
    ],
  )
  t.end()
})

const noKeys = () => false
const sourceAccount = { StringEquals: { 'aws:SourceAccount': '111122223333' } }
const notSource = { StringNotEquals: { 'aws:SourceAccount': '111122223333' } }

t.test('it knows what the conditions of a permission pin, those of Deny statements counted', t => {
  const pinned = (...statements: readonly object[]) =>
    outcome(pinsAny(only(...statements), ['aws:SourceAccount'], noKeys))
  t.equal(pinned(allow), false)
  t.equal(pinned({ ...allow, Condition: sourceAccount }), true)
  t.equal(pinned({ ...allow, Condition: anything('c') }), 'unknown')
  t.equal(pinned({ ...allow, Condition: { ...sourceAccount, Bool: anything('c') } }), true)
  t.equal(pinned(allow, { ...deny, Action: 'kms:*', Condition: notSource }), true)
  t.equal(pinned(allow, { ...deny, Condition: notSource }), false, 'a Deny for one of two actions')
  t.equal(pinned({ ...allow, Action: 'kms:Decrypt' }, { ...deny, Condition: notSource }), true)
  t.equal(
    pinned(allow, { ...deny, Action: 'kms:*', Condition: { ...notSource, Bool: { 'aws:SecureTransport': 'true' } } }),
    false,
  )
  t.equal(pinned(allow, { ...deny, Action: 'kms:*', Condition: { ...notSource, Bool: anything('x') } }), 'unknown')
  t.equal(pinned(allow, { ...deny, Action: 'kms:*', Principal: { AWS: '«x»' }, Condition: notSource }), 'unknown')
  t.equal(pinned(allow, { ...deny, Action: 'kms:*', Principal: { AWS: '444455556666' }, Condition: notSource }), false)
  t.end()
})

t.test('it lets a Null condition make sure of a key', t => {
  const ifExists = { StringEqualsIfExists: { 'aws:SourceAccount': '111122223333' } }
  const pinned = (...statements: readonly object[]) =>
    outcome(pinsAny(only(...statements), ['AWS:SourceAccount'], noKeys))
  const ofNull = (value: unknown) => ({ Null: { 'aws:SourceAccount': value } })
  const denied = { ...deny, Action: 'kms:*', Condition: ofNull('true') }
  t.equal(pinned({ ...allow, Condition: ifExists }), false)
  t.equal(pinned({ ...allow, Condition: { ...ifExists, ...ofNull('False') } }), true)
  t.equal(pinned({ ...allow, Condition: { ...ifExists, ...ofNull('true') } }), false)
  t.equal(pinned({ ...allow, Condition: { ...ifExists, ...ofNull(['false', many('x')]) } }), false)
  t.equal(pinned({ ...allow, Condition: { ...ifExists, ...ofNull('«x»') } }), false)
  t.equal(pinned({ ...allow, Condition: { ...ifExists, Null: { '«key»': 'false' } } }), 'unknown')
  t.equal(pinned({ ...allow, Condition: { ...ifExists, '«operator»': { 'aws:SourceAccount': 'false' } } }), 'unknown')
  t.equal(pinned({ ...allow, Condition: ifExists }, denied), true)
  t.equal(
    pinned({ ...allow, Condition: ifExists }, { ...denied, Action: 'kms:Decrypt' }),
    false,
    'a Deny for one of two actions',
  )
  t.equal(
    pinned({ ...allow, Condition: ifExists }, { ...denied, Condition: { ...ofNull('true'), Bool: anything('x') } }),
    false,
  )
  t.equal(
    pinsAny(only({ ...allow, Condition: ifExists }), ['aws:SourceAccount'], () => true),
    true,
  )
  t.end()
})

t.test('it knows which value every request needs', t => {
  const grant = { ...allow, Action: 'kms:CreateGrant' }
  const demands = (condition: object) =>
    outcome(demandsValue(only({ ...grant, Condition: condition }), 'kms:GrantIsForAWSResource', 'true', noKeys))
  t.equal(demands({ Bool: { 'kms:GrantIsForAWSResource': true } }), true)
  t.equal(demands({ Bool: { 'kms:GrantIsForAWSResource': false } }), false)
  t.equal(
    demands({ BoolIfExists: { 'kms:GrantIsForAWSResource': true }, Null: { 'kms:GrantIsForAWSResource': false } }),
    true,
  )
  t.end()
})

t.test('it knows whether every request names a resource in its encryption context', t => {
  const named = (condition: object) => outcome(pinsContextResource(only({ ...allow, Condition: condition }), noKeys))
  t.equal(
    named({ ArnLike: { 'kms:EncryptionContext:aws:cloudtrail:arn': 'arn:aws:cloudtrail:*:111122223333:trail/*' } }),
    true,
  )
  t.equal(named({ StringEquals: { 'kms:EncryptionContext:team': 'blue' } }), false)
  t.end()
})

const aGrant = (facts: Partial<Grant>): Grant => ({
  address: 'aws_kms_grant.a',
  grantee: [role],
  operations: ['Decrypt', 'DescribeKey'],
  constraints: [],
  location: here,
  ...facts,
})

t.test('it reads a grant as a permission', t => {
  const pairs = [{ key: sample('account'), value: sample('111122223333') }]
  const grant = aGrant({ constraints: [{ kind: 'EncryptionContextEquals', pairs }] })
  const permission = grantPermission(grant, kms.actions)
  t.match(permission, { statement: undefined, grant, principal: { kind: 'role' } })
  t.same(
    permission.actions.map(({ facts, named }) => [facts.name, named]),
    [
      ['Decrypt', true],
      ['DescribeKey', true],
    ],
  )
  t.equal(pinsContextResource(permission, noKeys), false, 'DescribeKey ignores the constraint')
  const decrypts = grantPermission({ ...grant, operations: ['Decrypt'] }, kms.actions)
  t.equal(pinsContextResource(decrypts, noKeys), true)
  t.equal(grantPermission(aGrant({ grantee: ['logs.eu-west-1.amazonaws.com'] }), kms.actions).principal.kind, 'service')
  t.end()
})

t.test('it leaves open what a grant hides', t => {
  const open = new Unknown([hole('x')])
  const hidden = grantPermission(aGrant({ operations: open, grantee: sample('«who»') }), kms.actions)
  t.ok(hidden.actions.every(({ given }) => isUnknown(given)) && hidden.actions.length > 40)
  t.ok(isUnknown(hidden.principal.kind))
  const constrained = aGrant({
    operations: ['Decrypt'],
    constraints: [{ kind: 'EncryptionContextSubset', pairs: open }],
  })
  const permission = grantPermission(constrained, kms.actions)
  t.ok(isUnknown(pinsContextResource(permission, noKeys)))
  const decrypt = kms.actions.find(({ name }) => name === 'Decrypt')!
  t.equal(
    outcome(admits(permission, { requester: { service: 's3.amazonaws.com' }, action: decrypt, context: new Map() })),
    'unknown',
  )
  t.end()
})

// --- against the plain reading of a policy

const principals = [role, 'arn:aws:iam::111122223333:user/alice', 'arn:aws:iam::444455556666:role/app'] as const
const services = ['s3.amazonaws.com', 'logs.eu-west-1.amazonaws.com'] as const
const requesters: readonly Requester[] = [
  ...principals.map(arn => ({ arns: [arn], account: arn.split(':')[4] ?? '' })),
  ...services.map(service => ({ service })),
]

const oneOrMore = <T>(one: fc.Arbitrary<T>) => fc.uniqueArray(one, { minLength: 1, maxLength: 3 })
const named = fc.oneof(
  fc.record({ AWS: oneOrMore(fc.constantFrom(...principals)) }),
  fc.record({ Service: oneOrMore(fc.constantFrom(...services)) }),
)
const denied = fc.oneof(
  fc.constant('*'),
  named,
  fc.record({ AWS: fc.constantFrom('*', '111122223333', 'arn:aws:iam::444455556666:root') }),
)
const anAction = fc.constantFrom('kms:*', 'kms:Decrypt', 'kms:De*', 'kms:Encrypt', 'kms:CreateGrant', 's3:*')
const values = fc.constantFrom('111122223333', '444455556666', '*', '1111*', '${aws:ResourceAccount}')
const keys = ['aws:SourceAccount', 'kms:CallerAccount', 'aws:PrincipalOrgPaths'] as const
const operators = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'StringEqualsIfExists',
  'ForAllValues:StringLike',
  'ForAnyValue:StringNotLike',
]
const compared = fc.record({
  operator: fc.constantFrom(...operators),
  key: fc.constantFrom(...keys),
  values: oneOrMore(values),
})
const absent = fc.record({
  operator: fc.constant('Null'),
  key: fc.constantFrom(...keys),
  values: fc.constantFrom(['true'], ['false']),
})
const conditions = fc.array(fc.oneof(compared, compared, absent), { maxLength: 3 }).map(list => {
  const out: Record<string, Record<string, readonly string[]>> = {}
  for (const { operator, key, values } of list) out[operator] = { ...out[operator], [key]: values }
  return out
})
const statement = (effect: 'Allow' | 'Deny', principal: fc.Arbitrary<unknown>) =>
  fc
    .record({
      Principal: principal,
      action: oneOrMore(anAction),
      not: fc.nat(3),
      Condition: conditions,
      lost: fc.nat(9),
    })
    .map(({ Principal, action, not, Condition, lost }) => ({
      Effect: effect,
      Principal,
      [not === 0 ? 'NotAction' : 'Action']: action,
      ...(lost > 0 && { Resource: '*' }),
      ...(Object.keys(Condition).length > 0 && { Condition }),
    }))
const aPolicy = fc
  .array(fc.oneof({ weight: 2, arbitrary: statement('Allow', named) }, statement('Deny', denied)), {
    minLength: 1,
    maxLength: 5,
  })
  .map(Statement => readPolicy(node({ Version: '2012-10-17', Statement })))

const actions = kms.actions.filter(({ name }) =>
  ['Decrypt', 'DescribeKey', 'Encrypt', 'CreateGrant', 'PutKeyPolicy'].includes(name),
)
const inRequest = fc.constantFrom('111122223333', '444455556666', '1111*')
const aRequest: fc.Arbitrary<Request> = fc
  .record({
    requester: fc.constantFrom(...requesters),
    action: fc.constantFrom(...actions),
    context: fc.record(
      { 'aws:sourceaccount': inRequest, 'kms:calleraccount': inRequest, 'aws:principalorgpaths': inRequest },
      { requiredKeys: [] },
    ),
  })
  .map(({ requester, action, context }) => ({
    requester,
    action,
    context: new Map(
      [...Object.entries(context), ['aws:resourceaccount', '111122223333']].map(([key, value]) => [key!, [value!]]),
    ),
  }))

t.test('it admits just the requests that the policy allows', t => {
  let allowed = 0
  fc.assert(
    fc.property(aPolicy, aRequest, (policy, request) => {
      const admitted = permissionsOf(policy, kms.actions).some(
        permission => isGivenTo(permission, request.requester) && admits(permission, request) === true,
      )
      const decision = decide(policy, request)
      if (decision === 'allowed') allowed++
      return admitted === (decision === 'allowed')
    }),
    { numRuns: 4000 },
  )
  t.ok(allowed > 100, 'enough requests were allowed')
  t.end()
})

t.test('it admits no request without a key that it pins', t => {
  let pinned = 0
  fc.assert(
    fc.property(aPolicy, aRequest, (policy, request) =>
      permissionsOf(policy, kms.actions).every(permission =>
        keys.every(key => {
          if (admits(permission, request) !== true || pinsAny(permission, [key], noKeys) !== true) return true
          pinned++
          return request.context.has(key.toLowerCase())
        }),
      ),
    ),
    { numRuns: 4000 },
  )
  t.ok(pinned > 100, 'enough requests met a pin')
  t.end()
})
