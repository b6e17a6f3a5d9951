import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { action } from './action.js'
import { writeTo } from './example-output.js'
import { hostile } from './reporters/example-report.js'
import type { Shell } from './shell.js'

const root = fileURLToPath(new URL('..', import.meta.url))

const policy = (sid: string, principal: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: sid, Effect: 'Allow', Principal: { AWS: principal }, Action: 'kms:*', Resource: '*' }],
  })

const closed = policy('Root', 'arn:aws:iam::123412341234:root')
const open = policy('Everyone', '*')

interface Result {
  readonly code: number
  readonly out: string
  readonly err: string
}

const runAction = async (env: Shell['env'], cwd: string): Promise<Result> => {
  let [out, err] = ['', '']
  const stdin = (async function* () {
    yield await Promise.resolve(Buffer.from(open))
  })()
  const code = await action({
    argv: [],
    env,
    cwd: () => cwd,
    stdin,
    stdout: { write: writeTo(text => (out += text)) },
    stderr: { write: writeTo(text => (err += text)) },
  })
  return { code, out, err }
}

/** Reads an output file as the runner does: names, each with the lines up to its delimiter. */
const outputsOf = (text: string): Record<string, string> => {
  const outputs: Record<string, string> = {}
  const lines = text.split('\n')
  for (let i = 0; i < lines.length - 1; i++) {
    const [name = '', delimiter = ''] = (lines[i] ?? '').split('<<')
    const end = lines.indexOf(delimiter, i + 1)
    outputs[name] = lines.slice(i + 1, end).join('\n')
    i = end
  }
  return outputs
}

t.test('it annotates, sums up, reports and sets its outputs', async t => {
  const dir = t.testdir({ repo: { infra: { 'policy.json': open } }, temp: {}, summary: '', output: '' })
  const { code, out, err } = await runAction(
    {
      GITHUB_WORKSPACE: join(dir, 'repo'),
      GITHUB_STEP_SUMMARY: join(dir, 'summary'),
      GITHUB_OUTPUT: join(dir, 'output'),
      RUNNER_TEMP: join(dir, 'temp'),
      INPUT_PATHS: '.',
      'INPUT_WORKING-DIRECTORY': 'infra',
    },
    '/',
  )
  t.equal(code, 1)
  t.equal(err, '')
  t.match(out, '::error title=no-public-access,file=infra/policy.json,line=1,')
  t.match(readFileSync(join(dir, 'summary'), 'utf8'), /^## keyward: fail\n/)
  const outputs = outputsOf(readFileSync(join(dir, 'output'), 'utf8'))
  const report = JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as { findings: { severity: string }[] }
  const count = (severity: string) => String(report.findings.filter(finding => finding.severity === severity).length)
  t.same(outputs, {
    verdict: 'fail',
    'exit-code': '1',
    findings: String(report.findings.length),
    errors: count('error'),
    warnings: count('warning'),
    notices: count('notice'),
    undetermined: '0',
    keys: '1',
    problems: '0',
    report: join(dir, 'temp', 'keyward-report.json'),
  })
})

t.test('it works without any variable of a runner', async t => {
  const dir = t.testdir({ 'policy.json': closed })
  const { code, out } = await runAction({}, dir)
  t.equal(code, 0)
  t.match(out, /^pass: 0 errors/m)
  t.match(JSON.parse(readFileSync(join(dir, 'keyward-report.json'), 'utf8')), { verdict: 'pass' })
})

t.test('it passes its inputs on', async t => {
  const dir = t.testdir({ 'a.json': policy('Partner', '444455556666'), 'b.json': closed, 'c.json': open })
  const { code } = await runAction(
    {
      INPUT_PATHS: 'a.json\n b.json',
      INPUT_PRESET: 'strict',
      'INPUT_FAIL-ON': 'never',
      INPUT_UNDETERMINED: 'warn',
      'INPUT_TRUSTED-ACCOUNTS': '777788889999 444455556666',
      INPUT_ACCOUNT: '123412341234',
      INPUT_REGION: 'eu-central-1',
      INPUT_RULES: '',
      INPUT_REPORT: 'out.json',
    },
    dir,
  )
  t.equal(code, 0)
  const report = readFileSync(join(dir, 'out.json'), 'utf8')
  t.match(JSON.parse(report), {
    counts: { sources: 2 },
    keys: [{ account: { by: 'option' }, region: { by: 'option' } }, {}],
  })
  t.notMatch(report, 'no-untrusted-account')
})

t.test('it annotates the lines of the source of a plan, wherever in the repository that is', async t => {
  const infra = join(root, 'testdata/terraform-plan-unknown-roles-jsonencode/plan.json')
  const source = readFileSync(join(root, 'testdata/terraform-unknown-roles-jsonencode/main.tf'), 'utf8')
  const dir = t.testdir({ deploy: { live: { 'main.tf': source } }, out: { 'plan.json': readFileSync(infra, 'utf8') } })
  const check = (env: Shell['env']) =>
    runAction({ GITHUB_WORKSPACE: dir, INPUT_PATHS: 'out/plan.json', INPUT_REPORT: 'r', ...env }, dir)
  t.match(await check({}), { code: 1, out: /file=deploy\/live\/main.tf,line=45/ })
  t.match(await check({ INPUT_SOURCE: 'deploy' }), { code: 1, out: /file=deploy\/live\/main.tf,line=45/ })
  t.match(await check({ INPUT_SOURCE: 'out' }), { code: 3, out: /there is no Terraform source in out/ })
  t.match(await check({ INPUT_SOURCE: '..' }), { code: 2, out: /outside/ })
})

t.test('it reads source with the values of its inputs', async t => {
  const main = `variable "who" {}
resource "aws_kms_key" "a" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = var.who, Action = "kms:*", Resource = "*" }] })
}
`
  const dir = t.testdir({ 'main.tf': main, values: { 'a.tfvars': 'who = { AWS = "111122223333" }' } })
  const isOpen = async (env: Shell['env']) =>
    /no-public-access/.test((await runAction({ GITHUB_WORKSPACE: dir, INPUT_REPORT: 'r', ...env }, dir)).out)
  t.equal(await isOpen({ INPUT_VARS: '\n  who=*\n' }), true)
  t.equal(await isOpen({ 'INPUT_VAR-FILES': 'values/a.tfvars' }), false)
  t.equal(await isOpen({ 'INPUT_VAR-FILES': 'values/a.tfvars', INPUT_VARS: 'who=*' }), true)
  t.equal(await isOpen({ TF_VAR_who: '*' }), false)
  t.equal(await isOpen({ 'INPUT_TF-ENV': 'true', TF_VAR_who: '*' }), true)
})

t.test('it annotates what is wrong with its inputs and leaves a report all the same', async t => {
  const dir = t.testdir({ 'policy.json': closed, output: '' })
  const GITHUB_OUTPUT = join(dir, 'output')
  const wrong: [Shell['env'], string][] = [
    [{ INPUT_PRESET: 'strct' }, 'the input preset takes recommended or strict, not "strct"; did you mean strict?'],
    [{ 'INPUT_FAIL-ON': 'x' }, 'the input fail-on takes error, warning, notice or never, not "x"'],
    [{ INPUT_UNDETERMINED: 'x' }, 'the input undetermined takes fail or warn, not "x"'],
    [{ INPUT_ACCOUNT: '1' }, 'the input account takes account ids of 12 digits, not "1"'],
    [{ 'INPUT_TRUSTED-ACCOUNTS': '1' }, 'the input trusted-accounts takes account ids of 12 digits, not "1"'],
    [{ INPUT_REGION: 'x' }, 'the input region takes a Region code such as eu-central-1, not "x"'],
  ]
  for (const [env, message] of wrong) {
    writeFileSync(GITHUB_OUTPUT, '')
    const { code, out } = await runAction({ ...env, GITHUB_OUTPUT }, dir)
    t.equal(code, 2)
    t.match(out, `::error title=option-not-valid::${message}\n`)
    t.match(outputsOf(readFileSync(GITHUB_OUTPUT, 'utf8')), { verdict: 'error', 'exit-code': '2', problems: '1' })
  }
  const missing = await runAction({ INPUT_PATHS: 'plan.json' }, dir)
  t.equal(missing.code, 2)
  t.match(missing.out, '::error title=file-not-found,file=plan.json::plan.json does not exist\n')
})

t.test('it says so when a report cannot be written', async t => {
  const dir = t.testdir({ 'policy.json': closed })
  const { code, out } = await runAction({ INPUT_REPORT: 'nowhere/report.json' }, dir)
  t.equal(code, 2)
  t.match(out, /\n::error title=file-not-found::nowhere\/report\.json cannot be written: its folder does not exist\n$/)
})

t.test('it prints the stack of a bug', async t => {
  const env = {
    get INPUT_PATHS(): string {
      throw new TypeError('a bug')
    },
  }
  const { code, out, err } = await runAction(env, t.testdir())
  t.equal(code, 2)
  t.equal(out, '')
  t.match(err, /TypeError: a bug\n {4}at /)
})

t.test('it names every input and output that it reads and sets', t => {
  const names = (text: string, part: string) => {
    const [, body = ''] = new RegExp(`^${part}:\n((?: .*\n)+)`, 'm').exec(text) ?? []
    return [...body.matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name]) => name)
  }
  const metadata = readFileSync(join(root, 'action.yml'), 'utf8')
  const source = readFileSync(join(root, 'src/action.ts'), 'utf8')
  const read = [...source.matchAll(/input\('([a-z-]+)'/g)].map(([, name]) => name)
  t.same(names(metadata, 'inputs').sort(), [...new Set(read)].sort())
  t.same(names(metadata, 'outputs'), [
    'verdict',
    'exit-code',
    'findings',
    'errors',
    'warnings',
    'notices',
    'undetermined',
    'keys',
    'problems',
    'report',
  ])
  t.end()
})

t.test('the bundles', t => {
  /** A process of its own without the test runner's loader: what runs there is not source under test. */
  const node = (
    args: readonly string[],
    changes: { cwd?: string; env?: Record<string, string>; input?: string } = {},
  ) => spawnSync('/usr/bin/env', ['-u', 'NODE_OPTIONS', process.execPath, ...args], { encoding: 'utf8', ...changes })
  const build = (dir: string): void => {
    t.match(node([join(root, 'scripts/build.mjs'), '--out', dir]), { status: 0, stderr: '' })
  }
  const dir = t.testdir({
    'package.json': '{"type":"module"}',
    repo: {
      'policy.json': policy(hostile, `arn:aws:iam::444455556666:role/${hostile}`),
      'open.json': policy(hostile, '*'),
      'policy%0A::error::x.json': open,
    },
    summary: '',
    output: '',
  })
  const [first, second] = [join(dir, 'dist'), join(dir, 'again')]
  build(first)
  build(second)
  const bundled = (args: readonly string[], env: Record<string, string>, input = '') =>
    node(args, { cwd: join(dir, 'repo'), env, input })

  const files = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(js|txt)$/.test(name))
      .sort()
  const read = (name: string) => readFileSync(join(first, name), 'utf8')

  /** A bundle with the chunks that it loads, at once or later. */
  const reach = (name: string): string[] => {
    const found = new Set([name])
    for (const each of found) {
      for (const [, path = ''] of read(each).matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"/g))
        found.add(join(dirname(each), path))
    }
    return [...found]
  }

  t.test('it is the same however often it is built', t => {
    t.same(files(first), files(second))
    t.match(files(first), ['action.js'])
    for (const name of files(first))
      t.ok(readFileSync(join(second, name)).equals(readFileSync(join(first, name))), name)
    t.end()
  })

  t.test('it holds nothing of this machine, and no command line parser in the Action', t => {
    for (const name of files(first)) t.notMatch(read(name), root)
    t.ok(reach('cli.js').some(name => read(name).includes('showHelpOnFail')))
    t.notOk(reach('action.js').some(name => read(name).includes('showHelpOnFail')))
    t.match(read('licenses.txt'), /^jsonc-parser \S+ \(MIT\)$/m)
    t.end()
  })

  t.test('it lets no text of the input forge a command, an annotation or markup', t => {
    const { status, stdout, stderr } = bundled([join(first, 'action.js')], {
      GITHUB_WORKSPACE: join(dir, 'repo'),
      GITHUB_STEP_SUMMARY: join(dir, 'summary'),
      GITHUB_OUTPUT: join(dir, 'output'),
      RUNNER_TEMP: dir,
    })
    t.equal(stderr, '')
    t.equal(status, 1)
    const commands = stdout.split('\n').filter(line => line.trimStart().startsWith('::'))
    t.ok(commands.length > 2)
    for (const line of commands) t.match(line, /^::(error|warning|notice) title=[a-z-]+(,file=[^,:]+)?(,\w+=\d+)*::/)
    t.notMatch(stdout, '##[')
    t.notMatch(stdout, /[^\n\P{Cc}]|\p{Cf}/u)
    const summary = readFileSync(join(dir, 'summary'), 'utf8')
    t.notMatch(summary.replace(/<pre>\n[^<>]*\n<\/pre>/g, ''), /[<>`@[\]]|forged/)
    const outputs = outputsOf(readFileSync(join(dir, 'output'), 'utf8'))
    t.equal(Object.keys(outputs).length, 10)
    t.ok(existsSync(outputs['report'] ?? ''))
    t.end()
  })

  t.test('it runs as a program: from a pipe, and into one that closes', t => {
    const program = join(first, 'cli.js')
    t.match(readFileSync(program, 'utf8'), /^#!\/usr\/bin\/env node\n/)
    const { status, stdout } = bundled([program, 'check', '-', '--format', 'json'], {}, open)
    t.equal(status, 1)
    t.match(JSON.parse(stdout), { verdict: 'fail', keys: [{ location: { file: '<stdin>' } }] })
    const script = 'env -u NODE_OPTIONS "$0" "$1" check --format json open.json | head -c 1'
    const piped = spawnSync('bash', ['-c', script, process.execPath, program], {
      cwd: join(dir, 'repo'),
      encoding: 'utf8',
    })
    t.equal(piped.stdout, '{')
    t.equal(piped.stderr, '')
    t.end()
  })
  t.end()
})
