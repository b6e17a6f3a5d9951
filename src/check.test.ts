import { readFileSync } from 'node:fs'
import t from 'tap'
import { check, exitCodes, tool, type CheckOptions, type Input } from './check.js'
import type { Source } from './model/source.js'
import { defaultSettings } from './rules/default-settings.js'
import { loadRules } from './rules/load.js'
import { readRuleFiles } from './rules/rule-file.js'

const rule = (id: string, severity: string, require: string): string => `
id: ${id}
title: a rule for tests
severity: ${severity}
each: statement
require: ${require}
message: broken
fix: mend it
why: for tests
references: [https://example.com]
examples: []
`

const rulesOf = (...texts: readonly string[]) => {
  const { documents } = readRuleFiles(texts.map((text, i) => ({ file: `${i}.yaml`, text })))
  const { rules, problems } = loadRules(documents)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return rules
}

const [noNotAction, noAllow] = [
  rule('no-not-action', 'warning', '"!statement.negatesAction"'),
  rule('no-allow', 'error', '"!statement.isAllow"'),
]

const source = (file: string, text: string, named = true): Source => {
  const head = Buffer.from(text)
  const chunks = async function* () {
    yield await Promise.resolve(head)
  }
  return { file, named, head, chunks }
}

const statement = (effect: string, action = 'Action') => ({
  Effect: effect,
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  [action]: 'kms:*',
  Resource: '*',
})

const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2)

const options: CheckOptions = {
  failOn: 'error',
  undetermined: 'fail',
  settings: defaultSettings,
}

const run = (inputs: readonly Input[], texts: readonly string[], changes: Partial<CheckOptions> = {}) =>
  check(inputs, rulesOf(...texts), { ...options, ...changes })

/** A plan with one key whose policy holds something that is known after apply. */
const unknownPlan = JSON.stringify({
  format_version: '1.2',
  resource_changes: [
    {
      address: 'aws_kms_key.task',
      mode: 'managed',
      type: 'aws_kms_key',
      name: 'task',
      change: { actions: ['create'], before: null, after: {}, after_unknown: { policy: true } },
    },
    {
      address: 'aws_kms_key.old',
      mode: 'managed',
      type: 'aws_kms_key',
      name: 'old',
      change: { actions: ['delete'], before: { policy: policy(statement('Allow')) }, after: null, after_unknown: {} },
    },
  ],
  configuration: {
    root_module: {
      resources: [
        {
          address: 'aws_kms_key.task',
          mode: 'managed',
          type: 'aws_kms_key',
          name: 'task',
          expressions: { policy: { references: ['aws_iam_role.task.arn', 'aws_iam_role.task'] } },
        },
      ],
    },
  },
})

const emptyPlan = JSON.stringify({ format_version: '1.2', resource_changes: [], configuration: { root_module: {} } })

t.test('it names the version of the package', t => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  t.equal(tool.version, version)
  t.end()
})

t.test('it fails when a finding is at or above the severity that fails', async t => {
  const inputs = [source('a.json', policy(statement('Allow', 'NotAction')))]
  t.equal((await run(inputs, [noNotAction])).verdict, 'pass')
  t.equal((await run(inputs, [noNotAction], { failOn: 'warning' })).verdict, 'fail')
  t.equal((await run(inputs, [noNotAction], { failOn: 'notice' })).verdict, 'fail')
  t.equal((await run(inputs, [noNotAction, noAllow])).verdict, 'fail')
  t.equal((await run(inputs, [noNotAction, noAllow], { failOn: 'never' })).verdict, 'pass')
})

t.test('it counts what it read and judged', async t => {
  const inputs = [
    source('a.json', policy(statement('Allow'), statement('Deny'))),
    source('b.json', policy(statement('Deny'))),
  ]
  const report = await run(inputs, [noAllow], { account: '111122223333', region: 'eu-central-1' })
  t.match(report.counts, {
    sources: 2,
    keys: 2,
    statements: 3,
    rules: 1,
    evaluated: 3,
    undetermined: 0,
    skipped: 0,
    suppressed: 0,
  })
  t.match(report.keys, [
    {
      address: 'a.json',
      type: 'key-policy',
      policy: 'document',
      uses: [],
      account: { value: '111122223333', by: 'option' },
      region: { value: 'eu-central-1', by: 'option' },
    },
    { address: 'b.json' },
  ])
})

t.test('it never passes what could not be decided, unless it is asked to', async t => {
  const inputs = [source('plan.json', unknownPlan)]
  const report = await run(inputs, [noAllow])
  t.equal(report.verdict, 'undetermined')
  t.match(report.undetermined, [{ rule: 'no-allow', address: 'aws_kms_key.task' }])
  t.match(report.skipped, [{ address: 'aws_kms_key.old' }])
  t.match(report.counts, { undetermined: 1, skipped: 1 })
  t.equal((await run(inputs, [noAllow], { undetermined: 'warn' })).verdict, 'pass')
  t.equal((await run(inputs, [noNotAction])).verdict, 'pass', 'a rule of a lower severity does not decide')
})

t.test('it lets a failure win over the undetermined, and an error over both', async t => {
  const both = [source('plan.json', unknownPlan), source('a.json', policy(statement('Allow')))]
  t.equal((await run(both, [noAllow])).verdict, 'fail')
  const all = await run([...both, source('x.txt', 'nothing')], [noAllow])
  t.equal(all.verdict, 'error')
  t.equal(all.findings.length, 1, 'what was found is shown all the same')
  t.same(exitCodes, { error: 2, fail: 1, undetermined: 3, pass: 0 })
})

t.test('it reads on where a source cannot be read, and says which', async t => {
  const missing = { code: 'file-not-found', severity: 'error', message: 'b.json does not exist' } as const
  const report = await run(
    [
      source('cut.json', '{"format_version":"1.2","resource_changes":['),
      missing,
      source('a.json', policy(statement('Allow'))),
    ],
    [noAllow],
  )
  t.match(report.problems, [{ severity: 'error', location: { file: 'cut.json' } }, missing])
  t.match(report.findings, [{ address: 'a.json' }])
  t.equal(report.verdict, 'error')
})

t.test('it says of a named file that it is nothing it reads, and passes over one that it came upon', async t => {
  const readable = source('a.json', policy(statement('Deny')))
  const named = await run([source('notes.txt', 'hello'), readable], [noAllow])
  t.match(named.problems, [
    { code: 'not-recognised', message: /^notes\.txt is neither/, location: { file: 'notes.txt' } },
  ])
  const found = await run([source('notes.txt', 'hello', false), readable], [noAllow])
  t.match(found, { problems: [], counts: { sources: 1 }, verdict: 'pass' })
})

t.test('it has an error where there is nothing to check, and passes a plan without keys', async t => {
  t.match(await run([], [noAllow]), { verdict: 'error', problems: [{ code: 'nothing-to-check' }] })
  t.match(await run([source('a.txt', 'x', false)], [noAllow]), {
    verdict: 'error',
    problems: [{ code: 'nothing-to-check' }],
  })
  t.match(await run([source('plan.json', emptyPlan)], [noAllow]), {
    verdict: 'pass',
    problems: [],
    counts: { sources: 1, keys: 0 },
  })
})

t.test('it cannot pass when a rule did not load', async t => {
  const problems = [{ code: 'rule-not-valid', severity: 'error', message: 'no' }] as const
  t.match(await run([source('plan.json', emptyPlan)], [noAllow], { problems }), { verdict: 'error', problems })
  const warning = [{ ...problems[0], severity: 'warning' }] as const
  t.equal((await run([source('plan.json', emptyPlan)], [noAllow], { problems: warning })).verdict, 'pass')
})

t.test('it orders findings by severity, file, line and rule', async t => {
  const inputs = [
    source('b.json', policy(statement('Allow', 'NotAction'), statement('Allow'))),
    source('a.json', policy(statement('Allow'))),
  ]
  const { findings } = await run(inputs, [noNotAction, noAllow, rule('a-rule', 'error', '"!statement.isAllow"')])
  t.same(
    findings.map(({ severity, location: { file }, statement, rule }) => [severity, file, statement?.index, rule]),
    [
      ['error', 'a.json', 0, 'a-rule'],
      ['error', 'a.json', 0, 'no-allow'],
      ['error', 'b.json', 0, 'a-rule'],
      ['error', 'b.json', 0, 'no-allow'],
      ['error', 'b.json', 1, 'a-rule'],
      ['error', 'b.json', 1, 'no-allow'],
      ['warning', 'b.json', 0, 'no-not-action'],
    ],
  )
})

t.test('it orders what has no line by address, and the key before its statements', async t => {
  const change = { actions: ['create'], before: null, after: { policy: policy(statement('Allow')) }, after_unknown: {} }
  const key = (name: string) => ({ address: `aws_kms_key.${name}`, mode: 'managed', type: 'aws_kms_key', name, change })
  const plan = JSON.stringify({ format_version: '1.2', resource_changes: [key('b'), key('a')], configuration: {} })
  const each = rule('of-keys', 'error', '"false"').replace('each: statement', 'each: key')
  const { findings } = await run([source('plan.json', plan)], [noAllow, each])
  t.same(
    findings.map(({ rule, address }) => [address, rule]),
    [
      ['aws_kms_key.a', 'of-keys'],
      ['aws_kms_key.a', 'no-allow'],
      ['aws_kms_key.b', 'of-keys'],
      ['aws_kms_key.b', 'no-allow'],
    ],
  )
})

t.test('it takes an error that no input can cause for a bug', async t => {
  const chunks = async function* () {
    yield await Promise.reject(new TypeError('a bug'))
  }
  await t.rejects(run([{ ...source('a.json', policy(statement('Allow'))), chunks }], [noAllow]), TypeError)
})

t.test('it reports a nested stack once, as a part of the stack that it is nested in', async t => {
  const key = '{ Type: AWS::KMS::Key, Properties: { KeyPolicy: { Statement: [{ Effect: Allow }] } } }'
  const [child, main] = [
    `Resources:\n  Key: ${key}`,
    'Resources:\n  Stack: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml } }',
  ]
  const sources = [source('child.yaml', child), source('main.yaml', main)]
  const readText = () => Promise.resolve(child)
  for (const inputs of [sources, sources.toReversed()]) {
    const report = await run(inputs, [noAllow], { readText })
    t.same(
      report.keys.map(({ address }) => address),
      ['Stack.Key'],
    )
    t.match(report.counts, { sources: 1, keys: 1, statements: 1 })
    t.match(report.findings, [{ address: 'Stack.Key', location: { file: 'child.yaml' } }])
    t.equal(report.findings.length, 1)
  }
})
