import { runUnsafeSimulation } from '@cloud-copilot/iam-simulate'
import fc from 'fast-check'
import t from 'tap'
import { at, parseJson } from '../adapters/json.js'
import { kms } from '../knowledge/kms.js'
import { comparisons } from './condition.js'
import { holds } from './holds.js'
import type { ActionFacts, CallerKind, ConditionKeyType } from './kms.js'
import { permissionsOf } from './permission.js'
import { readPolicy } from './read-policy.js'
import { admits, decide, isGivenTo, type Decision, type Requester } from './request.js'
import { literal, text, type Text } from './text.js'
import { all, any, isUnknown } from './truth.js'

/*
 * The model against an independent reading of IAM: `@cloud-copilot/iam-simulate` judges random key policies and requests,
 * and the model must say the same. Where the two differ and AWS's documentation is on our side, `excused` says so.
 */

const account = '111122223333'
const other = '444455556666'
const keyArn = `arn:aws:kms:eu-west-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`

interface Conditions {
  readonly [operator: string]: { readonly [key: string]: string | readonly string[] }
}
interface PolicyStatement {
  readonly Effect: string
  readonly Principal?: unknown
  readonly NotPrincipal?: unknown
  readonly Action?: string | readonly string[]
  readonly NotAction?: string | readonly string[]
  readonly Resource: string
  readonly Condition?: Conditions
}
interface Policy {
  readonly Version: string
  readonly Statement: readonly PolicyStatement[]
}
interface Call {
  readonly principal: string
  readonly action: ActionFacts
  /** By key as AWS spells it; a list for a multi-valued one. */
  readonly context: Readonly<Record<string, string | string[]>>
}

/** Lets everything pass, so that a delegation to the account shows. */
const everything = {
  name: 'everything',
  policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
}

/**
 * What the oracle reads in the key policy alone. It takes the key for one of the caller's account, where IAM policies cannot
 * be missed: what is allowed without any is allowed by name, and what is allowed only with one is delegated.
 */
const simulate = (policy: Policy, { principal, action, context }: Call): Decision => {
  const run = (identityPolicies: (typeof everything)[]) =>
    runUnsafeSimulation(
      {
        request: {
          principal,
          action: `kms:${action.name}`,
          resource: { resource: keyArn, accountId: principal.split(':')[4] ?? account },
          contextVariables: context,
        },
        identityPolicies,
        serviceControlPolicies: [],
        resourceControlPolicies: [],
        // the form of a policy that brings its name, without which the oracle fails
        resourcePolicy: { __validated: true, policyDocument: policy, metadata: { name: 'default' }, errors: [] },
      },
      {},
    )
  return run([]) === 'Allowed' ? 'allowed' : run([everything]) === 'Allowed' ? 'delegated' : 'denied'
}

const here = { file: 'policy.json', line: 1, column: 1, endLine: 1, endColumn: 1 }
const read = (policy: Policy) => readPolicy(parseJson(JSON.stringify(policy), at(here)))

const requesterOf = (principal: string): Requester => {
  const [, , , , owner = '', resource = ''] = principal.split(':')
  if (owner === '') return { service: principal }
  const role = /^assumed-role\/([^/]+)\//.exec(resource)?.[1]
  return { account: owner, arns: [principal, ...(role === undefined ? [] : [`arn:aws:iam::${owner}:role/${role}`])] }
}

const requestOf = ({ principal, action, context }: Call) => ({
  requester: requesterOf(principal),
  action,
  context: new Map(
    Object.entries(context).map(([key, value]) => [key.toLowerCase(), typeof value === 'string' ? [value] : value]),
  ),
})

const callers: Readonly<Record<CallerKind, readonly string[]>> = {
  principal: [
    `arn:aws:sts::${account}:assumed-role/Admin/alice`,
    `arn:aws:sts::${other}:assumed-role/Admin/bob`,
    `arn:aws:iam::${account}:user/carol`,
    `arn:aws:iam::${other}:user/dave`,
  ],
  service: ['cloudtrail.amazonaws.com', 'logs.eu-west-1.amazonaws.com'],
}

const arns = [
  `arn:aws:iam::${account}:role/Admin`,
  `arn:aws:iam::${other}:user/dave`,
  `arn:aws:cloudtrail:eu-west-1:${account}:trail/main`,
  'arn:aws:s3:::bucket',
  `arn:aws:logs:eu-west-1:${account}:log-group:a:*`,
]
const arnPatterns = [
  ...arns,
  `arn:aws:iam::${account}:*`,
  'arn:aws:*:*:*:trail/*',
  'arn:aws:s3:::b?cket',
  `arn:*:iam::${other}:user/d*e`,
  'arn:aws:iam::*',
]
const dates = ['2024-01-01T00:00:00Z', '2025-06-30T12:00:00Z', '2030-12-31']

/** What requests carry and what policies compare it with: small pools, so that they often meet. */
const pools: Readonly<Record<string, { readonly values: readonly string[]; readonly patterns: readonly string[] }>> = {
  'kms:CallerAccount': {
    values: [account, other],
    patterns: ['1111*', '????55556666', '*', account, other, '11112222333'],
  },
  'aws:PrincipalAccount': { values: [account, other], patterns: [account, other, '*3', '${kms:CallerAccount}'] },
  'aws:PrincipalOrgID': {
    values: ['o-aaaaaaaaaa', 'o-bbbbbbbbbb'],
    patterns: ['o-aaaaaaaaaa', 'O-AAAAAAAAAA', 'o-*', 'o-bbbbbbbbb?'],
  },
  'aws:PrincipalTag/Team': {
    values: ['red', 'Blue'],
    patterns: ['red', 'RED', 'blue', '*', '?*d', '${aws:PrincipalTag/Unit}', "${aws:PrincipalTag/Unit, 'red'}"],
  },
  'aws:PrincipalTag/Unit': {
    values: ['red', 'Blue'],
    patterns: ['r*', 'Blue', 'x${aws:PrincipalTag/Team}', '${aws:PrincipalTag/Team}'],
  },
  'aws:PrincipalArn': { values: arns.slice(0, 2), patterns: arnPatterns },
  'aws:PrincipalOrgPaths': {
    values: ['o-a/r-1/ou-1/', 'o-a/r-1/ou-2/'],
    patterns: ['o-a/r-1/ou-1/', 'o-a/*', 'o-b/*', '*/ou-2/'],
  },
  'aws:SourceArn': { values: arns.slice(2), patterns: arnPatterns },
  'aws:SourceAccount': { values: [account, other], patterns: [account, other, '${aws:ResourceAccount}'] },
  'aws:ResourceAccount': { values: [account], patterns: [account, other] },
  'kms:ViaService': {
    values: ['s3.eu-west-1.amazonaws.com', 'ec2.eu-west-1.amazonaws.com'],
    patterns: ['s3.*.amazonaws.com', 'EC2.eu-west-1.amazonaws.com', 's3.eu-west-1.amazonaws.com'],
  },
  'kms:EncryptionContext:tenant': { values: ['a', 'b*'], patterns: ['a', 'b', 'b*', '?', 'B*'] },
  'kms:EncryptionContextKeys': { values: ['tenant', 'aws:s3:arn'], patterns: ['tenant', 'aws:*', 'Tenant', 'purpose'] },
  'kms:GrantOperations': {
    values: ['Decrypt', 'Encrypt', 'CreateGrant'],
    patterns: ['Decrypt', 'Encrypt', 'De*', 'decrypt'],
  },
  'aws:TagKeys': { values: ['Team', 'Unit'], patterns: ['Team', 'team', '*i*'] },
  'kms:GrantIsForAWSResource': { values: ['true', 'false'], patterns: ['true', 'false', 'TRUE'] },
  'aws:PrincipalIsAWSService': { values: ['true', 'false'], patterns: ['true', 'false'] },
  'aws:MultiFactorAuthAge': { values: ['5', '3600'], patterns: ['5', '5.0', '3599', '3600', '-1'] },
  'kms:RotationPeriodInDays': { values: ['90', '365'], patterns: ['90', '365', '100.5', '0'] },
  'aws:CurrentTime': { values: dates, patterns: dates },
  'aws:SourceIp': {
    values: ['203.0.113.7', '198.51.100.1', '2001:db8::1'],
    patterns: ['203.0.113.0/24', '0.0.0.0/0', '203.0.113.7', '2001:db8::/32', '::/0', '198.51.100.0/31'],
  },
}

const comparable: Readonly<Record<ConditionKeyType, RegExp>> = {
  String: /^String/,
  ARN: /^(String|Arn)/,
  Bool: /^(Bool|StringEquals)$/,
  Numeric: /^Numeric/,
  Date: /^Date/,
  IPAddress: /Ip/,
  Binary: /^Binary/,
}

const isMultivalued = (key: string): boolean => kms.conditionKey(key)?.multivalued === true

const aCall = fc
  .record({
    kind: fc.constantFrom<CallerKind>('principal', 'service'),
    which: fc.nat(),
    action: fc.constantFrom(...kms.actions.filter(({ inKeyPolicy }) => inKeyPolicy)),
  })
  .chain(({ kind, which, action }) => {
    const keys = Object.keys(pools).filter(key => kms.presence(key, action, kind) !== 'never')
    const entryOf = (key: string) => {
      const one = fc.constantFrom(...(pools[key]?.values ?? []))
      return (isMultivalued(key) ? fc.uniqueArray(one, { minLength: 1 }) : one).map(
        (value): [string, string | string[]] => [key, value],
      )
    }
    return fc.record({
      principal: fc.constant(callers[kind][which % callers[kind].length] ?? ''),
      action: fc.constant(action),
      context: fc
        .subarray(keys)
        .chain(some => fc.tuple(...some.map(entryOf)))
        .map(entries => Object.fromEntries(entries)),
    })
  })

const aPrincipalArn = fc.constantFrom(
  '*',
  account,
  // twice, so that delegation is not rare
  `arn:aws:iam::${account}:root`,
  `arn:aws:iam::${other}:root`,
  `arn:aws:iam::${account}:root`,
  `arn:aws:iam::${other}:root`,
  `arn:aws:iam::${account}:role/Admin`,
  `arn:aws:iam::${account}:user/carol`,
  `arn:aws:iam::${other}:user/dave`,
  ...callers.principal.slice(0, 2),
)
const aService = fc.constantFrom(...callers.service, 's3.amazonaws.com')
const oneOrMore = <T>(one: fc.Arbitrary<T>) => fc.oneof(one, fc.uniqueArray(one, { minLength: 1, maxLength: 3 }))

const aPrincipal = fc.oneof(
  fc.constant('*'),
  fc.record({ AWS: oneOrMore(aPrincipalArn) }),
  fc.record({ AWS: oneOrMore(aPrincipalArn) }),
  fc.record({ Service: oneOrMore(aService) }),
  fc.record({ AWS: oneOrMore(aPrincipalArn), Service: oneOrMore(aService) }),
)

const anAction = fc.constantFrom(
  'kms:*',
  'kms:*',
  '*',
  'kms:Decrypt',
  'KMS:decrypt',
  'kms:De*',
  'kms:*Grant*',
  'kms:GenerateDataKey*',
  'kms:?ncrypt',
  'kms:ReEncrypt*',
  'kms:Describe*',
  'kms:TagResource',
  's3:GetObject',
)

const aCondition = fc.constantFrom(...Object.keys(pools)).chain(key => {
  const facts = kms.conditionKey(key)
  const fitting = comparisons.filter(name => name === 'Null' || comparable[facts?.type ?? 'String'].test(name))
  return fc
    .record({
      comparison: fc.constantFrom(...fitting),
      qualifier: fc.constantFrom('ForAnyValue:', 'ForAllValues:', '', ...(isMultivalued(key) ? [] : ['', ''])),
      ifExists: fc.constantFrom('', '', 'IfExists'),
      values: oneOrMore(fc.constantFrom(...(pools[key]?.patterns ?? []))),
      spelling: fc.constantFrom(key, key, key.toUpperCase()),
      nothing: oneOrMore(fc.constantFrom('true', 'false')),
    })
    .map(({ comparison, qualifier, ifExists, values, spelling, nothing }) =>
      comparison === 'Null'
        ? { operator: 'Null', key: spelling, values: nothing }
        : { operator: qualifier + comparison + ifExists, key: spelling, values },
    )
})

const conditions = (maxLength: number) =>
  fc.array(aCondition, { maxLength }).map(list => {
    const out: Record<string, Record<string, string | string[]>> = {}
    for (const { operator, key, values } of list) out[operator] = { ...out[operator], [key]: values }
    return out
  })

/** `rarely` of a hundred are the negated element. */
const either = (element: string, rarely: number) => fc.nat(99).map(n => (n < rarely ? `Not${element}` : element))

const aStatement = (notPrincipals: number): fc.Arbitrary<PolicyStatement> =>
  fc
    .record({
      Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
      principal: either('Principal', notPrincipals),
      who: aPrincipal,
      action: either('Action', 15),
      what: oneOrMore(anAction),
      Condition: fc.oneof(fc.constant({}), conditions(2)),
    })
    .map(({ Effect, principal, who, action, what, Condition }) => ({
      Effect,
      [principal]: who,
      [action]: what,
      Resource: '*',
      ...(Object.keys(Condition).length > 0 ? { Condition } : {}),
    }))

const policyOf = (...Statement: readonly PolicyStatement[]): Policy => ({ Version: '2012-10-17', Statement })

const aPolicy = (notPrincipals: number) =>
  fc.array(aStatement(notPrincipals), { minLength: 1, maxLength: 4 }).map(list => policyOf(...list))

/** A policy of which only the conditions decide. */
const justConditions = conditions(3).map(Condition =>
  policyOf({ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*', Condition }),
)

interface Compared {
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

const conditionsOf = (policy: Policy): Compared[] =>
  policy.Statement.flatMap(({ Condition = {} }) =>
    Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => ({ operator, key, values: [values].flat() })),
    ),
  )

const valueOf = (key: string, context: Call['context']): string | string[] | undefined =>
  Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1]

const variablesOf = (value: string): string[] => [...value.matchAll(/\$\{([^},]+)/g)].map(([, name = '']) => name)

interface Excuse {
  readonly reason: string
  readonly applies: (condition: Compared, context: Call['context']) => boolean
  /** Where the two differ: with the oracle mended, the excuse goes. */
  readonly example: { readonly Condition: Conditions; readonly context: Call['context'] }
}

/** Differences that are the oracle's fault, or about which AWS says nothing. */
const excuses: readonly Excuse[] = [
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists
    reason:
      'it forgets IfExists beside ForAnyValue; AWS says of every operator with IfExists that it holds without the key',
    applies: ({ operator, key }, context) =>
      /^ForAnyValue:.*IfExists$/.test(operator) && valueOf(key, context) === undefined,
    example: {
      Condition: { 'ForAnyValue:StringEqualsIfExists': { 'kms:EncryptionContextKeys': 'tenant' } },
      context: {},
    },
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
    reason: 'it lets a negated operator fail on a variable without a value; AWS says that it matches',
    applies: ({ operator, values }, context) =>
      operator.includes('Not') &&
      values.some(value => variablesOf(value).some(name => typeof valueOf(name, context) !== 'string')),
    example: {
      Condition: { StringNotEquals: { 'aws:PrincipalTag/Team': '${aws:PrincipalTag/Unit}' } },
      context: { 'aws:PrincipalTag/Team': 'red' },
    },
  },
  {
    reason: 'it takes an address of the other family to be neither inside nor outside of a single address',
    applies: ({ operator, values }) => operator.includes('NotIpAddress') && values.some(value => !value.includes('/')),
    example: {
      Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.7' } },
      context: { 'aws:SourceIp': '2001:db8::1' },
    },
  },
  {
    reason:
      'it shifts a number of 32 bits by 32, which in JavaScript leaves it as it is, so that 0.0.0.0/0 holds one address',
    applies: ({ values }) => values.includes('0.0.0.0/0'),
    example: { Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, context: { 'aws:SourceIp': '203.0.113.7' } },
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
    reason:
      'it never matches a multi-valued key without a set operator: AWS demands one and does not say what happens without',
    applies: ({ operator, key }, context) =>
      !operator.startsWith('For') && operator !== 'Null' && Array.isArray(valueOf(key, context)),
    example: { Condition: { StringEquals: { 'aws:TagKeys': 'Team' } }, context: { 'aws:TagKeys': ['Team'] } },
  },
]

const excused = (policy: Policy, { context }: Call): boolean =>
  conditionsOf(policy).some(condition => excuses.some(({ applies }) => applies(condition, context)))

const show = (policy: Policy, call: Call) =>
  JSON.stringify({ policy, principal: call.principal, action: call.action.name, context: call.context }, undefined, 1)

/** Set to search further, each time elsewhere; by default the same cases, so that a change is what makes a test fail. */
const asked = process.env['ORACLE_RUNS']
const runs = Number(asked ?? 1000)
const seed = asked === undefined ? { seed: 20_260_101 } : {}

/** Compares random policies and calls; gives how often the oracle said what. */
const compare = (
  policies: fc.Arbitrary<Policy>,
  judge: (policy: Policy, call: Call, expected: Decision) => string | undefined,
  count = runs,
): Readonly<Record<Decision, number>> => {
  const seen = { allowed: 0, delegated: 0, denied: 0 }
  fc.assert(
    fc.property(policies, aCall, (policy, call) => {
      fc.pre(!excused(policy, call))
      const expected = simulate(policy, call)
      seen[expected]++
      const difference = judge(policy, call, expected)
      if (difference !== undefined) throw new Error(`${difference}, the oracle ${expected}: ${show(policy, call)}`)
    }),
    { numRuns: count, ...seed },
  )
  return seen
}

const decides = (policy: Policy, call: Call, expected: Decision): string | undefined => {
  const found = decide(read(policy), requestOf(call))
  return found === expected ? undefined : `the model says ${found}`
}

t.test('it differs from the simulator where it must', t => {
  const [tagging] = kms.actions.filter(({ name }) => name === 'TagResource')
  for (const { reason, example } of excuses) {
    const policy = policyOf({
      Effect: 'Allow',
      Principal: '*',
      Action: 'kms:*',
      Resource: '*',
      Condition: example.Condition,
    })
    const call: Call = { principal: callers.principal[0]!, action: tagging!, context: example.context }
    t.ok(excused(policy, call), reason)
    t.same([decide(read(policy), requestOf(call)), simulate(policy, call)], ['allowed', 'denied'], reason)
  }
  t.end()
})

t.test('it decides on conditions as an independent simulator does', t => {
  const { allowed, denied } = compare(justConditions, decides)
  t.ok(allowed > runs / 10 && denied > runs / 10, `allowed ${allowed}, denied ${denied}`)
  t.end()
})

t.test('it decides on whole policies as an independent simulator does', t => {
  const { allowed, delegated, denied } = compare(aPolicy(15), decides)
  t.ok(
    allowed > runs / 10 && delegated > runs / 50 && denied > runs / 10,
    `allowed ${allowed}, delegated ${delegated}, denied ${denied}`,
  )
  t.end()
})

/** Whether a permission that the model derives lets the call pass. */
const isPermitted = (policy: Policy, call: Call): boolean => {
  const request = requestOf(call)
  return permissionsOf(read(policy), kms.actions).some(
    permission => isGivenTo(permission, request.requester) && admits(permission, request) === true,
  )
}

// Each permission carries 45 actions, so these take ten times as long.
const fewer = runs / 10

t.test('it has a permission for everything that the simulator lets pass', t => {
  const { allowed, delegated } = compare(
    aPolicy(0),
    (policy, call, expected) =>
      expected !== 'denied' && !isPermitted(policy, call) ? 'no permission admits it' : undefined,
    fewer,
  )
  t.ok(allowed + delegated > fewer / 10)
  t.end()
})

/** With every Deny for everyone: one for somebody among those that a permission is given to is no guard of it. */
const forEveryone = ({ Statement }: Policy): Policy =>
  policyOf(...Statement.map(statement => (statement.Effect === 'Deny' ? { ...statement, Principal: '*' } : statement)))

t.test('it has no permission for what the simulator denies', t => {
  const { denied } = compare(
    aPolicy(0).map(forEveryone),
    (policy, call, expected) =>
      expected === 'denied' && isPermitted(policy, call) ? 'a permission admits it' : undefined,
    fewer,
  )
  t.ok(denied > fewer / 10)
  t.end()
})

interface Cut {
  readonly from: number
  readonly to: number
  readonly every: number
}

const aCut: fc.Arbitrary<Cut> = fc.record({ from: fc.nat(100), to: fc.nat(100), every: fc.integer({ min: 1, max: 4 }) })

/** Puts holes into the condition values and actions of a policy: what it says there is no longer known. */
const withHoles = (policy: Policy, { from, to, every }: Cut) => {
  let count = 0
  const punch = (known: Text): Text => {
    const value = literal(known) ?? ''
    if (value === '*' || count++ % every !== 0) return known
    const ends = value.includes('${') ? [0, 100] : [from, to].sort((a, b) => a - b)
    const [start, end] = ends.map(percent => Math.round((percent / 100) * value.length))
    return text(value.slice(0, start), { kind: 'parameter', name: `p${count}` }, value.slice(end))
  }
  const document = read(policy)
  return {
    ...document,
    statements: document.statements.map(statement => ({
      ...statement,
      actions: {
        ...statement.actions,
        items: statement.actions.items.map(item => ({ ...item, text: punch(item.text) })),
      },
      conditions: {
        ...statement.conditions,
        items: statement.conditions.items.map(item => ({
          ...item,
          values: item.values.map(v => ({ ...v, text: punch(v.text) })),
        })),
      },
    })),
  }
}

t.test('it says nothing of a policy with holes that the simulator contradicts on the policy without', t => {
  const sure = { yes: 0, no: 0, unknown: 0 }
  fc.assert(
    fc.property(justConditions, aCut, aCall, (policy, cut, call) => {
      fc.pre(!excused(policy, call))
      const { context } = requestOf(call)
      const [statement] = withHoles(policy, cut).statements
      const found = all(statement?.conditions.items.map(condition => holds(condition, context)) ?? [])
      sure[isUnknown(found) ? 'unknown' : found ? 'yes' : 'no']++
      if (!isUnknown(found) && found !== (simulate(policy, call) === 'allowed')) {
        throw new Error(`the model is sure of ${found} with holes at ${JSON.stringify(cut)}: ${show(policy, call)}`)
      }
    }),
    { numRuns: runs, ...seed },
  )
  for (const count of Object.values(sure)) t.ok(count > runs / 50, JSON.stringify(sure))
  t.end()
})

t.test('it gives and takes no permission for certain that holes leave open', t => {
  let certain = 0
  fc.assert(
    fc.property(aPolicy(0), aCut, aCall, (given, cut, call) => {
      const policy = forEveryone(given)
      fc.pre(!excused(policy, call))
      const request = requestOf(call)
      const truth = any(
        permissionsOf(withHoles(policy, cut), kms.actions)
          .filter(permission => isGivenTo(permission, request.requester))
          .map(permission => admits(permission, request)),
      )
      if (isUnknown(truth)) return
      certain++
      if (truth !== (simulate(policy, call) !== 'denied')) {
        throw new Error(
          `the permissions are sure of ${truth} with holes at ${JSON.stringify(cut)}: ${show(policy, call)}`,
        )
      }
    }),
    { numRuns: fewer, ...seed },
  )
  t.ok(certain > fewer / 10)
  t.end()
})
