import { join } from 'node:path'
import t, { type Test } from 'tap'
import { change, existing, planOf, written } from './adapters/terraform-plan/example-plan.js'
import type { Report } from './model/report.js'
import { run, type RunOptions } from './run.js'
import { openWorkspace } from './workspace.js'

const defaults: RunOptions = {
  paths: ['plan.json'],
  rules: [],
  services: [],
  preset: 'recommended',
  failOn: 'error',
  undetermined: 'fail',
  trustedAccounts: [],
}

const check = async (dir: string, changes: Partial<RunOptions> = {}, stdin = ''): Promise<Report> => {
  const pipe = async function* () {
    yield await Promise.resolve(Buffer.from(stdin))
  }
  return (await run(openWorkspace(dir, pipe), { ...defaults, ...changes })).report
}

const root =
  '{ Sid = "Root", Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "kms:*", Resource = "*" }'
/** A key whose second statement, on line 6, has a principal of its own. */
const key = (name: string, principal: string): string => `resource "aws_kms_key" "${name}" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      ${root},
      { Sid = "Use", Effect = "Allow", Principal = ${principal}, Action = "kms:Decrypt", Resource = "*" },
    ]
  })
}
`
const policy = (principal: unknown): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Sid: 'Root', Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'kms:*', Resource: '*' },
      { Sid: 'Use', Effect: 'Allow', Principal: principal, Action: 'kms:Decrypt', Resource: '*' },
    ],
  })

const planned = (...addresses: readonly string[]): string =>
  planOf({
    changes: addresses.map(address => change({ address, after: { policy: policy('*') } })),
    resources: addresses.filter(address => !address.startsWith('module.')).map(address => written(address, {})),
  })

const openKey = (report: Report, address = 'aws_kms_key.a') =>
  report.findings.find(finding => finding.rule === 'no-public-access' && finding.address === address)
const mismatches = ({ problems }: Report): readonly string[] =>
  problems.filter(({ code }) => code === 'source-mismatch').map(({ message }) => message)
const isOnLine = (t: Test, report: Report, file: string, line: number): void => {
  t.match(openKey(report), { location: { file, line } })
  t.same(report.problems, [])
}

t.test('it finds the source beside the plan, and then in the working directory', async t => {
  const source = { 'main.tf': key('a', '"*"') }
  isOnLine(t, await check(t.testdir({ ...source, 'plan.json': planned('aws_kms_key.a') })), 'main.tf', 6)
  const other = t.testdir({ infra: { ...source, 'plan.json': planned('aws_kms_key.a') }, 'main.tf': key('b', '"*"') })
  isOnLine(t, await check(other, { paths: ['infra/plan.json'] }), 'infra/main.tf', 6)
  const apart = t.testdir({ ...source, out: { 'plan.json': planned('aws_kms_key.a') } })
  isOnLine(t, await check(apart, { paths: ['out/plan.json'] }), 'main.tf', 6)
  const piped = await check(t.testdir(source), { paths: ['-'] }, planned('aws_kms_key.a'))
  isOnLine(t, piped, 'main.tf', 6)
})

t.test('it shows the lines of the source', async t => {
  const dir = t.testdir({ 'main.tf': key('a', '"*"'), 'plan.json': planned('aws_kms_key.a') })
  const { linesOf } = await run(openWorkspace(dir), defaults)
  t.match(linesOf('main.tf')?.[5], 'Sid = "Use"')
})

t.test('it names the plan where there is no source, and says nothing of it', async t => {
  const report = await check(t.testdir({ 'plan.json': planned('aws_kms_key.a') }))
  t.same(openKey(report)?.location, { file: 'plan.json' })
  t.same(report.problems, [])
})

t.test('it says so where the source is that of another plan', async t => {
  const dir = t.testdir({
    'main.tf': key('other', '"*"'),
    'plan.json': planned('aws_kms_key.a'),
    empty: {},
    broken: { 'main.tf': 'resource "aws_kms_key" {' },
  })
  const report = await check(dir)
  t.same(openKey(report)?.location, { file: 'plan.json' })
  t.same(mismatches(report), ['the source in . does not fit the plan: it declares none or little of aws_kms_key.a'])
  t.equal(report.verdict, 'fail')
  t.same(mismatches(await check(dir, { source: 'empty' })), ['there is no Terraform source in empty'])
  t.same(mismatches(await check(dir, { source: 'empty', sourceOptional: true })), [])
  t.match(mismatches(await check(dir, { source: 'broken' })), ['the source in broken does not fit the plan'])
})

t.test('it names the resource, or the plan, for what the source does not say as the plan does', async t => {
  const changes = [
    change({ address: 'aws_kms_key.a', after: { policy: policy('*') } }),
    change({ address: 'aws_kms_key.new', after: { policy: policy('*') } }),
  ]
  const resources = [written('aws_kms_key.a', {}), written('aws_kms_key.b', {}), written('aws_kms_key.new', {})]
  const dir = t.testdir({
    'main.tf': key('a', '{ AWS = "arn:aws:iam::111122223333:role/b" }') + key('b', '"*"'),
    'plan.json': planOf({ changes, resources }),
  })
  const report = await check(dir)
  t.match(openKey(report)?.location, { file: 'main.tf', line: 1, endLine: 9 })
  t.same(openKey(report, 'aws_kms_key.new')?.location, { file: 'plan.json' })
  t.same(mismatches(report), [
    'the source in . does not fit the plan: aws_kms_key.a has 1 statement that is not there, aws_kms_key.new is not there',
  ])
  t.same(report.skipped, [{ address: 'aws_kms_key.b', reason: 'it is in the source and not in the plan' }])
})

t.test('it names the module call where the module is not on disk', async t => {
  const main = `module "outer" {
  source = "./outer"
}
`
  const outer = `

module "keys" {
  source  = "example.com/keys/aws"
  version = "1.0.0"
}
`
  const address = 'module.outer.module.keys["x"].aws_kms_key.a[0]'
  const dir = t.testdir({ 'main.tf': main, outer: { 'main.tf': outer }, 'plan.json': planned(address) })
  const report = await check(dir)
  t.match(openKey(report, address), {
    location: { file: 'outer/main.tf', line: 3 },
    via: [{ file: 'main.tf', line: 1 }],
  })
  t.match(report.problems, [{ code: 'module-not-read', severity: 'warning' }])
  t.equal(report.problems.length, 1)
})

t.test('it finds an instance in a block of which the source does not know how many there are', async t => {
  const source = `data "external" "names" {}
resource "aws_kms_key" "a" {
  for_each = data.external.names.result
  policy   = jsonencode({ Statement = [${root}, { Sid = "Use", Effect = "Allow", Principal = "*", Action = "kms:Decrypt", Resource = "*" }] })
}
`
  const address = 'aws_kms_key.a["it\'s [x].y"]'
  const plan = planOf({
    changes: [change({ address, index: "it's [x].y", after: { policy: policy('*') } })],
    resources: [written('aws_kms_key.a', {})],
  })
  const report = await check(t.testdir({ 'main.tf': source, 'plan.json': plan }))
  t.match(openKey(report, address)?.location, { file: 'main.tf', line: 4 })
  t.same(report.problems, [])
})

/** A policy that the plan hides, with the role of an existing and of a new resource in it. */
const hidden = `variable "team" {
  default = "none"
}
data "aws_ssm_parameter" "account" {
  name = "account"
}
resource "aws_iam_role" "old" {}
resource "aws_iam_role" "new" {}
resource "aws_kms_key" "a" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      ${root},
      { Sid = var.team, Effect = "Allow", Principal = { AWS = aws_iam_role.new.arn }, Action = "kms:Decrypt", Resource = "*" },
      { Sid = "Old", Effect = "Allow", Principal = { AWS = aws_iam_role.old.arn }, Action = "kms:Decrypt", Resource = "*" },
      { Sid = "Other", Effect = "Allow", Principal = { AWS = data.aws_ssm_parameter.account.value }, Action = "kms:Decrypt", Resource = "*" },
    ]
  })
}
`
const hiding = planOf({
  changes: [
    change({ address: 'aws_iam_role.new', after: { name: 'new' }, unknown: { arn: true } }),
    change({
      address: 'aws_iam_role.old',
      actions: ['no-op'],
      after: { arn: 'arn:aws:iam::999988887777:role/old' },
    }),
    change({ address: 'aws_kms_key.a', after: {}, unknown: { policy: true } }),
  ],
  resources: [
    written('aws_kms_key.a', { policy: { references: ['aws_iam_role.new.arn', 'aws_iam_role.new'] } }),
    written('aws_iam_role.old', {}),
  ],
  state: [
    {
      ...existing('data.aws_ssm_parameter.account', { value: '666655554444' }),
      sensitive_values: { value: true },
    },
  ],
  more: {
    variables: { team: { value: 'Payments' } },
    configuration: {
      root_module: {
        variables: { team: { default: 'none' } },
        resources: [
          written('aws_kms_key.a', { policy: { references: ['aws_iam_role.new.arn', 'aws_iam_role.new'] } }),
          written('aws_iam_role.old', {}),
        ],
      },
    },
  },
})

t.test('it rebuilds a policy that the plan hides from the source, with all that the plan knows', async t => {
  const alone = await check(t.testdir({ 'plan.json': hiding }))
  t.equal(alone.verdict, 'undetermined')
  const dir = t.testdir({ 'main.tf': hidden, 'plan.json': hiding })
  for (const report of [await check(dir), await check(dir, { paths: ['-'] }, hiding)]) {
    const foreign = report.findings.filter(({ rule }) => rule === 'no-untrusted-account')
    t.match(foreign, [
      { message: /role\/old would give account 999988887777/, location: { file: 'main.tf', line: 15 } },
      { message: /\(sensitive\)/, location: { file: 'main.tf', line: 16 } },
    ])
    t.notMatch(JSON.stringify(report), '666655554444')
    t.same(mismatches(report), [])
    t.match(report.undetermined, [
      { statement: { index: 1, sid: 'Payments' }, reasons: [{ hole: 'aws_iam_role.new.arn' }] },
    ])
  }
})

t.test(
  'it places what a variable gives at the file of values that says the same, or else where it is used',
  async t => {
    const source = `variable "who" {}\n${key('a', '{ AWS = var.who }')}`
    const plan = planOf({
      changes: [change({ address: 'aws_kms_key.a', after: { policy: policy({ AWS: '*' }) } })],
      more: { variables: { who: { value: '*' } } },
    })
    const files = { 'main.tf': source, 'plan.json': plan }
    const own = await check(t.testdir({ ...files, 'terraform.tfvars': '\nwho = "*"\n' }))
    t.match(openKey(own)?.location, { file: 'terraform.tfvars', line: 2 })
    const other = await check(t.testdir({ ...files, 'terraform.tfvars': '\nwho = "arn:aws:iam::111122223333:root"\n' }))
    t.match(openKey(other)?.location, { file: 'main.tf', line: 7 })
    const named = t.testdir({ ...files, 'prod.tfvars': '\n\nwho = "*"\n' })
    t.match(openKey(await check(named, { variables: [{ file: 'prod.tfvars' }] }))?.location, {
      file: 'prod.tfvars',
      line: 3,
    })
  },
)

t.test('it searches the folders below --source for the root module that fits', async t => {
  const call = (name: string): string => `module "${name}" {\n  source = "../../modules/key"\n}\n`
  const dir = t.testdir({
    envs: {
      prod: { 'main.tf': key('a', '"*"') },
      test: { 'main.tf': key('b', '"*"') },
      more: { 'main.tf': call('k') },
    },
    modules: { key: { 'main.tf': key('a', '"*"') } },
    'plan.json': planned('aws_kms_key.a'),
  })
  isOnLine(t, await check(dir, { source: '.' }), 'envs/prod/main.tf', 6)
  isOnLine(t, await check(dir, { source: 'envs' }), 'envs/prod/main.tf', 6)
  const twins = t.testdir({
    a: { 'main.tf': key('a', '"*"') },
    b: { 'main.tf': key('a', '"*"'), 'plan.json': planned('aws_kms_key.a') },
    c: { 'main.tf': key('a', '{ AWS = "111122223333" }') },
    'plan.json': planned('aws_kms_key.a'),
  })
  t.match(mismatches(await check(twins, { source: '.' })), [
    'several root modules fit the plan: a, b; name one with --source',
  ])
  isOnLine(t, await check(twins, { source: '.', paths: ['b/plan.json'] }), 'b/main.tf', 6)
  isOnLine(t, await check(twins, { source: 'a' }), 'a/main.tf', 6)
})

t.test('it judges the plan and not the source as well where a folder holds both', async t => {
  const dir = t.testdir({
    'main.tf': `${key('a', '"*"')}\nresource "aws_kms_key" "none" {\n  count = 0\n}\n`,
    'plan.json': planned('aws_kms_key.a'),
    other: { 'main.tf': key('b', '"*"') },
  })
  const report = await check(dir, { paths: ['.'] })
  t.same(
    report.findings.filter(({ rule }) => rule === 'no-public-access').map(({ address }) => address),
    ['aws_kms_key.a', 'aws_kms_key.b'],
  )
  t.equal(report.counts.sources, 2)
  t.same(report.skipped, [])
})

t.test('it reads no source outside of the root', async t => {
  const dir = t.testdir({
    repo: {
      'main.tf': `module "k" {\n  source = "../outside"\n}\n${key('a', '"*"')}`,
      'plan.json': planned('aws_kms_key.a', 'module.k.aws_kms_key.a'),
      link: t.fixture('symlink', '../outside'),
    },
    outside: { 'main.tf': key('a', '"*"'), 'plan.json': planned('aws_kms_key.a') },
  })
  const repo = join(dir, 'repo')
  await t.rejects(check(repo, { source: '../outside' }), { code: 'outside-root' })
  await t.rejects(check(repo, { source: 'link' }), { code: 'outside-root' })
  await t.rejects(check(repo, { source: 'nowhere' }), { code: 'file-not-found' })
  await t.rejects(check(repo, { source: 'main.tf' }), { code: 'file-not-readable' })
  const report = await check(repo)
  t.match(openKey(report, 'module.k.aws_kms_key.a')?.location, { file: 'main.tf', line: 1 })
  t.match(report.problems, [{ code: 'module-not-read', message: /outside of/ }])
})
