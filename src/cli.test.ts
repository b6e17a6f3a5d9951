import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { cli } from './cli.js'
import { writeTo } from './example-output.js'
import type { Report } from './model/report.js'
import type { Output, Shell } from './shell.js'

interface Result {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the tool as a shell would, in a folder of its own. */
const keyward = async (dir: string, args: readonly string[], changes: Partial<Shell> = {}): Promise<Result> => {
  let [out, err] = ['', '']
  const stdout: Output = { write: writeTo(text => (out += text)), ...changes.stdout }
  const stdin = (async function* () {
    yield await Promise.resolve(Buffer.from(openPolicy))
  })()
  const shell: Shell = {
    argv: ['node', 'keyward', ...args],
    env: {},
    cwd: () => dir,
    stdin,
    stderr: { write: writeTo(text => (err += text)) },
    ...changes,
    stdout,
  }
  const code = await cli(shell)
  return { code, out, err }
}

const policy = (principal: string, sid: string): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Root',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::123412341234:root' },
          Action: 'kms:*',
          Resource: '*',
        },
        { Sid: sid, Effect: 'Allow', Principal: principal, Action: ['kms:Decrypt'], Resource: '*' },
      ],
    },
    undefined,
    2,
  )

const openPolicy = policy('*', 'Everyone')
const closedPolicy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Root',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::123412341234:root' },
      Action: 'kms:*',
      Resource: '*',
    },
  ],
})

const rule = `
id: no-sid-everyone
title: Nobody calls a statement Everyone
severity: error
each: statement
where: statement.isAllow
require: statement.sid != "Everyone"
message: a statement is called Everyone
fix: call it something else
why: |
  Names matter.
references: [https://example.com/names]
examples:
  - name: another name
    expect: pass
    statement: { Sid: Somebody, Effect: Allow, Principal: "*", Action: "kms:Decrypt", Resource: "*" }
  - name: that name
    expect: fail
    statement: { Sid: Everyone, Effect: Allow, Principal: "*", Action: "kms:Decrypt", Resource: "*" }
`

t.test('it checks a file and shows the lines at issue', async t => {
  const dir = t.testdir({ 'policy.json': openPolicy })
  const { code, out, err } = await keyward(dir, ['check', 'policy.json'])
  t.equal(code, 1)
  t.equal(err, '')
  t.match(out, 'policy.json, statement 2 "Everyone"  policy.json:16:20\n')
  t.match(out, '    16 |       "Principal": "*",\n       |                    ^^^\n')
  t.match(out, '  error no-public-access\n')
  t.match(out, /\n1 source, 1 key, 2 statements, \d+ rules, /)
})

t.test('it checks standard input', async t => {
  const { code, out } = await keyward(t.testdir(), ['check', '-'])
  t.equal(code, 1)
  t.match(out, '<stdin>:16:20\n    16 |       "Principal": "*",\n', 'with the lines that it read there')
})

t.test('it checks the current folder when it is given no path', async t => {
  const { code, out } = await keyward(t.testdir({ a: { 'policy.json': closedPolicy }, 'notes.txt': 'x' }), ['check'])
  t.equal(code, 0)
  t.match(out, /\n1 source, 1 key, /)
})

t.test('it has nothing to check in an empty folder', async t => {
  const { code, out } = await keyward(t.testdir(), ['check', '.'])
  t.equal(code, 2)
  t.match(out, 'error nothing to check')
})

t.test('it writes the report of a run as JSON, and nothing else', async t => {
  const dir = t.testdir({ 'policy.json': openPolicy })
  const { code, out, err } = await keyward(dir, [
    'check',
    'policy.json',
    '--format=json',
    '--account',
    '123412341234',
    '--region=eu-central-1',
  ])
  t.equal(code, 1)
  t.equal(err, '')
  t.match(JSON.parse(out), {
    verdict: 'fail',
    keys: [{ account: { value: '123412341234' }, region: { value: 'eu-central-1' } }],
  })
})

t.test('it writes the report to a file', async t => {
  const dir = t.testdir({ 'policy.json': openPolicy })
  const { code, out } = await keyward(dir, ['check', 'policy.json', '--format', 'json', '--output', 'report.json'])
  t.equal(code, 1)
  t.equal(out, '')
  t.match(JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8')), { verdict: 'fail' })
  const lost = await keyward(dir, ['check', 'policy.json', '--output', 'nowhere/report.json'])
  t.equal(lost.code, 2)
  t.equal(lost.err, 'keyward: nowhere/report.json cannot be written: its folder does not exist\n')
})

t.test('it annotates files by their path in the repository', async t => {
  const dir = t.testdir({ infra: { 'policy.json': openPolicy } })
  const { out } = await keyward(join(dir, 'infra'), ['check', '--format', 'github'], { env: { GITHUB_WORKSPACE: dir } })
  t.match(out, '::error title=no-public-access,file=infra/policy.json,line=16,')
})

t.test('it fails on what it is told to fail on', async t => {
  const dir = t.testdir({ 'policy.json': openPolicy })
  t.equal((await keyward(dir, ['check', 'policy.json', '--fail-on', 'never'])).code, 0)
  t.equal((await keyward(dir, ['check', 'policy.json', '--fail-on', 'notice'])).code, 1)
})

t.test('it takes trusted accounts in one list or in several', async t => {
  const dir = t.testdir({ 'policy.json': policy('444455556666', 'Partner') })
  const trusted = (...args: string[]) =>
    keyward(dir, ['check', 'policy.json', '--format=json', '--account=123412341234', ...args])
  t.match((await trusted()).out, 'no-untrusted-account')
  t.notMatch((await trusted('--trusted-accounts', '777788889999,444455556666')).out, 'no-untrusted-account')
  t.notMatch(
    (await trusted('--trusted-accounts=777788889999', '--trusted-accounts=444455556666')).out,
    'no-untrusted-account',
  )
})

t.test('it colours for a terminal, unless it is asked not to', async t => {
  const dir = t.testdir({ 'policy.json': openPolicy })
  const terminal = async (...args: string[]) => {
    let out = ''
    await keyward(dir, ['check', 'policy.json', ...args], {
      stdout: { write: writeTo(text => (out += text)), isTTY: true, columns: 60 },
    })
    return out
  }
  t.match(await terminal(), '\u001b[31merror\u001b[0m')
  t.notMatch(await terminal('--no-color'), '\u001b')
})

t.test('it runs rules of the user besides its own', async t => {
  const dir = t.testdir({ 'policy.json': openPolicy, rules: { 'no-sid-everyone.yaml': rule, 'readme.md': 'x' } })
  const { code, out } = await keyward(dir, ['check', 'policy.json', '--rules', 'rules'])
  t.equal(code, 1)
  t.match(out, '  error no-sid-everyone\n    a statement is called Everyone\n')
  t.match(out, '  error no-public-access\n')
})

t.test('it cannot do a run whose rules cannot be read, and shows what it found all the same', async t => {
  const dir = t.testdir({
    'policy.json': openPolicy,
    'typo.yaml': rule.replace('statement.sid != "Everyone"', 'statement.sid + 1'),
    'huge.yaml': ' '.repeat(1024 * 1024 + 1),
    folder: { 'readme.md': '' },
  })
  const typo = await keyward(dir, ['check', 'policy.json', '--rules', 'typo.yaml'])
  t.equal(typo.code, 2)
  t.match(typo.out, /error typo\.yaml:7:\d+: /)
  t.match(typo.out, '  error no-public-access\n')
  t.match((await keyward(dir, ['check', 'policy.json', '--rules', 'nowhere'])).out, 'error nowhere does not exist')
  t.match((await keyward(dir, ['check', 'policy.json', '--rules', 'huge.yaml'])).out, 'error huge.yaml: is too large')
  const empty = await keyward(dir, ['check', 'policy.json', '--rules', 'folder'])
  t.equal(empty.code, 2)
  t.match(empty.out, 'error no rule file in folder: a rule file ends in .yaml or .yml')
})

t.test('it runs the examples of rules', async t => {
  const dir = t.testdir({
    'good.yaml': rule,
    'wrong.yaml': rule.replace('expect: pass', 'expect: fail'),
    'broken.yaml': 'id: [',
  })
  const good = await keyward(dir, ['test', 'good.yaml'])
  t.same(good, { code: 0, out: '1 rule, 2 examples: 2 passed, 0 failed\n', err: '' })
  const wrong = await keyward(dir, ['test', 'wrong.yaml'])
  t.equal(wrong.code, 2, 'a rule without an example that passes is not tested')
  t.match(wrong.out, /failed no-sid-everyone: another name\n {2}wrong\.yaml:\d+:\d+: expected fail, got pass/)
  t.match(wrong.err, 'wrong.yaml')
  const more = `${rule}  - name: a third\n    expect: pass\n    statement: { Sid: Everyone, Effect: Allow, Principal: "*", Action: "kms:Decrypt", Resource: "*" }\n`
  const failing = await keyward(t.testdir({ 'failing.yaml': more }), ['test', 'failing.yaml'])
  t.equal(failing.code, 1)
  t.match(failing.out, '1 rule, 3 examples: 2 passed, 1 failed\n')
  const broken = await keyward(t.testdir({ 'broken.yaml': 'id: [' }), ['test', 'broken.yaml'])
  t.equal(broken.code, 2)
  t.match(broken.err, /error broken\.yaml:1:\d+: is not valid YAML/)
})

t.test('it runs the examples of its own rules when it is given no path', async t => {
  const { code, out } = await keyward(t.testdir(), ['test'])
  t.equal(code, 0)
  t.match(out, /\d+ rules, \d{3,} examples: \d+ passed, 0 failed\n$/)
})

t.test('it lists the rules that a check would run', async t => {
  const dir = t.testdir({ 'rule.yaml': rule, 'broken.yaml': 'id: [' })
  const { code, out } = await keyward(dir, ['rules', '--rules', 'rule.yaml'])
  t.equal(code, 0)
  t.match(out, /^error +no-public-access +\S/m)
  t.match(out, /^error +no-sid-everyone +Nobody calls a statement Everyone$/m)
  const strict = await keyward(dir, ['rules', '--preset', 'strict'])
  t.ok(strict.out.split('\n').length >= out.split('\n').length - 1)
  const broken = await keyward(dir, ['rules', '--rules', 'broken.yaml'])
  t.equal(broken.code, 2)
  t.match(broken.err, 'broken.yaml')
})

t.test('it explains a rule', async t => {
  const dir = t.testdir({ 'rule.yaml': rule, 'broken.yaml': 'id: [' })
  t.same(await keyward(dir, ['explain', 'no-sid-everyone', '--rules', 'rule.yaml']), {
    code: 0,
    out: `no-sid-everyone (error)
Nobody calls a statement Everyone

Names matter.

asked of each statement, where
  statement.isAllow
it requires
  statement.sid != "Everyone"

fix
  call it something else

https://example.com/names
`,
    err: '',
  })
  const everywhere = rule.replace('where: statement.isAllow\n', '')
  const other = t.testdir({ 'rule.yaml': everywhere, 'broken.yaml': 'id: [' })
  t.match(
    (await keyward(other, ['explain', 'no-sid-everyone', '--rules', 'rule.yaml'])).out,
    'asked of each statement\n',
  )
  t.equal((await keyward(other, ['explain', 'no-public-access', '--rules', 'broken.yaml'])).code, 2)
  t.same(await keyward(dir, ['explain', 'no-public-acces']), {
    code: 2,
    out: '',
    err: 'keyward: there is no rule or service "no-public-acces"; did you mean no-public-access?; keyward rules lists the rules\n',
  })
})

t.test('it explains what a service needs, with the smallest statements for it', async t => {
  const entry = `id: blimp
name: Blimps
confidence: memory
principal: { kind: service, names: [blimp.amazonaws.com] }
actions: { required: [kms:Decrypt] }
source: { arn: unsupported, account: unsupported }
failure: { phase: runtime, effect: blimps sink }
notes: [They are large.]
sources: [https://example.com/blimps]
`
  const dir = t.testdir({ 'blimp.yaml': entry })
  t.same(await keyward(dir, ['explain', 'blimp', '--services', 'blimp.yaml']), {
    code: 0,
    out: `blimp (from memory, not from the documentation)
Blimps

blimp.amazonaws.com calls KMS; only the key policy can let it in
it needs kms:Decrypt

the smallest that works:
  {
    "Sid": "Blimp",
    "Effect": "Allow",
    "Principal": { "Service": "blimp.amazonaws.com" },
    "Action": "kms:Decrypt",
    "Resource": "*"
  }

without it nothing fails when it is deployed: blimps sink

- They are large.

https://example.com/blimps
`,
    err: '',
  })
  const integrations = async (word: string) =>
    (await keyward(dir, ['explain', word])).out.match(/^[a-z0-9]+(-[a-z0-9]+)*$/gm)
  const ofCloudTrail = await integrations('cloudtrail')
  for (const id of ['cloudtrail-lake', 'cloudtrail-sns', 'cloudtrail-trail', 'control-tower-trail'])
    t.ok(ofCloudTrail?.includes(id), id)
  t.same(await integrations('cloudtrail-trail'), ['cloudtrail-trail'])
  t.ok((await integrations('logs.eu-west-1.amazonaws.com'))?.includes('cloudwatch-logs'))
  t.match(await integrations('autoscaling.amazonaws.com'), ['autoscaling-slr', 'autoscaling-sns'])
  t.match(
    (await keyward(dir, ['explain', 'cloudtral'])).err,
    'no rule or service "cloudtral"; did you mean cloudtrail?',
  )
})

t.test('it takes variables of Terraform source in the order in which they are given', async t => {
  const main = `variable "who" {}
variable "many" { type = list(string) }
resource "aws_kms_key" "a" {
  description = "\${terraform.workspace}"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = terraform.workspace, Effect = "Allow", Principal = { AWS = concat(var.many, [var.who]) }, Action = "kms:*", Resource = "*" }]
  })
}
`
  const dir = t.testdir({
    'main.tf': main,
    values: { 'a.tfvars': 'who = "*"', 'b.tfvars': 'who = "111122223333"\nmany = []' },
  })
  const check = async (args: readonly string[], env: Shell['env'] = {}) => {
    const { out, err } = await keyward(dir, ['check', '.', '--format', 'json', ...args], { env })
    if (err !== '') return err
    const { findings, problems } = JSON.parse(out) as Report
    return [...problems.map(({ message }) => message), findings.some(({ rule }) => rule === 'no-public-access')]
  }
  const [open, closed] = [
    ['--var-file', 'values/a.tfvars'],
    ['--var', 'who=111122223333'],
  ]
  const none = ['--var', 'many=[]']
  t.same(await check([...none, ...open]), [true])
  t.same(await check([...none, ...open, ...closed]), [false])
  t.same(await check([...none, ...closed, '--var-file=values/a.tfvars']), [true])
  t.same(await check([...open, '--var-file', 'values/b.tfvars']), [false])
  t.same(await check([...closed, '--var', 'many=["*"]']), [true])
  t.same(await check(none, { TF_VAR_who: '*' }), [false])
  t.same(await check([...none, '--tf-env'], { TF_VAR_who: '*', TF_VAR_other: '1' }), [true])
  t.same(await check([...none, ...closed, '--tf-env'], { TF_VAR_who: '*' }), [false])
  t.same(await check(['--var', 'whom=1']), [
    'a variable named "whom" was assigned on the command line, but the root module does not declare a variable of that name',
    false,
  ])
  t.match(await check(['--var', 'who']), /--var takes a variable name and a value separated by an equals sign/)
  t.match(await check(['--var', 'many=[']), /the value of --var many is no expression/)
  t.match(await check(['--var-file', 'nowhere']), /nowhere does not exist/)
  const more = t.testdir({ 'main.tf': main, 'more.tfvars': 'who = "*"\nmany = []\nelse = 1' })
  const { out } = await keyward(more, [
    'check',
    '.',
    '--format',
    'json',
    '--var-file',
    'more.tfvars',
    '--workspace',
    'prod',
  ])
  const report = JSON.parse(out) as Report
  t.match(report.problems, [
    {
      severity: 'warning',
      message: 'the root module does not declare a variable named "else" but a value was found in more.tfvars',
    },
  ])
  t.ok(report.findings.some(({ statement }) => statement?.sid === 'prod'))
})

t.test('it says what is wrong with a command line, in one line and with what was meant', async t => {
  const dir = t.testdir()
  const complaints: [string[], string][] = [
    [[], 'say what to do: check, test, rules, explain'],
    [['chek'], 'there is no command "chek"; did you mean check?'],
    [['plan.json'], 'there is no command "plan.json"; did you mean keyward check plan.json?'],
    [['constructor'], 'there is no command "constructor"; did you mean keyward check constructor?'],
    [['check', '--formt', 'json'], 'there is no option --formt; did you mean --format?'],
    [['check', '-x'], 'there is no option -x'],
    [['test', '--format', 'json'], 'there is no option --format'],
    [['check', '--format'], '--format needs a value'],
    [['check', '--rules'], '--rules needs a value'],
    [['check', '--format', 'jsn'], '--format takes text, github or json, not "jsn"; did you mean json?'],
    [['check', '--preset', 'all'], '--preset takes recommended or strict, not "all"'],
    [['check', '--fail-on', 'info'], '--fail-on takes error, warning, notice or never, not "info"'],
    [['check', '--undetermined', 'pass'], '--undetermined takes fail or warn, not "pass"'],
    [['check', '--account', '1234'], '--account takes account ids of 12 digits, not "1234"'],
    [['check', '--account', ''], '--account takes account ids of 12 digits, not ""'],
    [['check', '--trusted-accounts', 'root'], '--trusted-accounts takes account ids of 12 digits, not "root"'],
    [['check', '--region', 'Frankfurt'], '--region takes a Region code such as eu-central-1, not "Frankfurt"'],
    [['rules', 'x'], 'there is nothing that "x" could mean here'],
    [['explain'], 'this command needs the id of a rule or the name of a service'],
    [['explain', 'a', 'b'], 'there is nothing that "b" could mean here'],
  ]
  for (const [args, message] of complaints) {
    const name = `keyward ${args.join(' ')}`
    t.same(await keyward(dir, args), { code: 2, out: '', err: `keyward: ${message}\nkeyward --help says more\n` }, name)
  }
})

t.test('it helps', async t => {
  const help = await keyward(t.testdir(), ['--help'])
  t.equal(help.code, 0)
  t.match(help.out, /keyward check +Check the key policies/)
  const check = await keyward(t.testdir(), ['check', '--help'], { stdout: { write: () => true, columns: 60 } })
  t.equal(check.code, 0)
  const { out } = await keyward(t.testdir(), ['check', '--help'])
  t.match(out, 'terraform show -json PLANFILE | keyward check -')
  t.match(out, 'Exit codes:')
  for (const command of ['test', 'rules', 'explain']) {
    t.match((await keyward(t.testdir(), [command, '--help'])).out, `keyward ${command}`)
  }
  t.match(await keyward(t.testdir(), ['--version']), { code: 0, out: /^\d+\.\d+\.\d+\n$/ })
})

t.test('it reads numbers, dashes and what follows -- as paths', async t => {
  const dir = t.testdir({ '1': closedPolicy, '-x': closedPolicy })
  const { code, out } = await keyward(dir, ['check', '--fail-on', 'error', '1', '--', '-x'])
  t.equal(code, 0)
  t.match(out, '\n2 sources, 2 keys')
})

t.test('it takes the last of an option that is repeated', async t => {
  const dir = t.testdir({ 'policy.json': closedPolicy })
  const { out } = await keyward(dir, ['check', 'policy.json', '--format', 'text', '--format', 'json'])
  t.match(JSON.parse(out), { version: 1 })
})

t.test('it prints the stack of a bug', async t => {
  const cwd = (): string => {
    throw new TypeError('a bug')
  }
  const { code, out, err } = await keyward(t.testdir(), ['check'], { cwd })
  t.equal(code, 2)
  t.equal(out, '')
  t.match(err, /TypeError: a bug\n {4}at /)
})
