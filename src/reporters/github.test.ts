import t from 'tap'
import { context, finding, hostile, rendered, report, undetermined } from './example-report.js'
import { github } from './github.js'

const commandsOf = (out: string): string[] => out.split('\n').filter(line => line.startsWith('::'))

interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** Reads a command as the runner does. */
const parse = (line: string): Command => {
  const [, name = '', list = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? []
  const unescape = (text: string) => text.replace(/%(0A|0D|3A|2C|25)/g, code => decodeURIComponent(code))
  const pairs = list.split(',').map((pair): [string, string] => {
    const [key = '', value = ''] = pair.split('=')
    return [key, unescape(value)]
  })
  return { name, properties: Object.fromEntries(pairs), message: unescape(data) }
}

const first = (out: string) => parse(commandsOf(out)[0] ?? '')

t.test('it annotates the lines of a finding', t => {
  const location = { file: 'policies/a,b.json', line: 4, column: 5, endLine: 9, endColumn: 6 }
  t.same(first(rendered(github, report({ verdict: 'fail', findings: [finding({ location })] }), context())), {
    name: 'error',
    properties: { title: 'no-public-access', file: 'policies/a,b.json', line: '4', endLine: '9' },
    message: 'aws_kms_key.audit, statement 2 "Everyone"\nanyone may use this key\nfix: name the principals',
  })
  t.end()
})

t.test('it says when a finding appears, and of many cases how many', t => {
  const headOf = (...variants: readonly string[]) =>
    first(rendered(github, report({ findings: [finding({ variants })] }), context())).message.split('\n')[0]
  t.equal(headOf('IsProd is true'), 'aws_kms_key.audit, statement 2 "Everyone" (when IsProd is true)')
  t.match(headOf('A is x', 'A is \u001b'), /\(when A is x; or when A is \\u001b\)$/)
  t.match(headOf('A', 'B', 'C', 'D', 'E'), /\(when A; or when B; or when C; or when D; or in 1 more case\)$/)
  t.match(headOf('A', 'B', 'C', 'D', 'E', 'F'), /; or in 2 more cases\)$/)
  t.end()
})

t.test('it says columns only of a place within one line', t => {
  const within = (location: object) =>
    first(rendered(github, report({ findings: [finding({ location: { file: 'a', ...location } })] }), context()))
      .properties
  t.match(within({ line: 4, column: 5, endLine: 4, endColumn: 9 }), {
    line: '4',
    endLine: '4',
    col: '5',
    endColumn: '9',
  })
  t.same(within({ line: 4, column: 5 }), { title: 'no-public-access', file: 'a', line: '4', endLine: '4', col: '5' })
  t.same(within({ line: 4 }), { title: 'no-public-access', file: 'a', line: '4', endLine: '4' })
  t.same(within({ line: 4, column: 5, endLine: 6, endColumn: 1 }), {
    title: 'no-public-access',
    file: 'a',
    line: '4',
    endLine: '5',
  })
  t.end()
})

t.test('it names the file alone where the line is not known, and none outside of the repository', t => {
  t.same(first(rendered(github, report({ findings: [finding()] }), context())).properties, {
    title: 'no-public-access',
    file: 'plan.json',
  })
  const outside = context({ repositoryPath: () => undefined })
  t.same(first(rendered(github, report({ findings: [finding()] }), outside)).properties, { title: 'no-public-access' })
  t.end()
})

t.test('it writes errors first, ten of a severity, and says how many there are more', t => {
  const findings = (['notice', 'warning', 'error'] as const).flatMap(severity =>
    Array.from({ length: severity === 'warning' ? 10 : 12 }, () => finding({ severity, fix: '' })),
  )
  const commands = commandsOf(rendered(github, report({ findings }), context())).map(parse)
  t.same(
    commands.map(({ name }) => name),
    ['error', 'warning', 'notice'].flatMap(name => Array.from({ length: 10 }, () => name)),
  )
  t.match(commands[9]?.message, /\n\+2 more, see the step summary$/)
  t.notMatch(commands[8]?.message, /more, see/)
  t.notMatch(commands[19]?.message, /more, see/)
  t.end()
})

t.test('it cuts a message at what the runner keeps, without breaking a character', t => {
  const findings = Array.from({ length: 11 }, () => finding({ message: `${'x'.repeat(4_020)}${'🔑'.repeat(100)}` }))
  const messages = commandsOf(rendered(github, report({ findings }), context())).map(line => parse(line).message)
  t.ok(messages.every(message => message.length <= 4_096 && message.length > 4_090))
  t.ok(messages.every(message => !/\p{Cs}/u.test(message)))
  t.match(messages[9], /…\n\+1 more, see the step summary$/)
  t.end()
})

t.test('it annotates problems and what could not be judged', t => {
  const out = (verdict: 'undetermined' | 'error') =>
    commandsOf(
      rendered(
        github,
        report({
          verdict,
          problems: [
            { code: 'not-json', severity: 'error', message: 'no', location: { file: 'a.json', line: 2, column: 1 } },
            { code: 'plan-incomplete', severity: 'warning', message: 'partial' },
          ],
          undetermined: [undetermined()],
        }),
        context(),
      ),
    )
  t.same(out('error'), [
    '::error title=not-json,file=a.json,line=2,endLine=2,col=1::a.json:2:1: no',
    '::warning title=plan-incomplete::partial',
    '::warning title=undetermined,file=plan.json::cannot judge aws_kms_key.task: aws_iam_role.task.arn is known after apply; no-public-access undetermined',
  ])
  t.match(out('undetermined')[1], /^::error title=undetermined/)
  t.end()
})

t.test('it ends with the counts', t => {
  t.equal(
    rendered(github, report({ skipped: [{ address: 'x', reason: 'to be deleted' }] }), context()),
    `1 key skipped: to be deleted (x)
pass: 0 errors, 0 warnings, 0 notices
1 source, 2 keys, 5 statements, 30 rules, 90 evaluated, 0 undetermined, 0 skipped, 0 suppressed
`,
  )
  t.end()
})

t.test('it lets no text of the input become a command', t => {
  const hostileFinding = finding({
    rule: hostile,
    message: hostile,
    fix: hostile,
    address: hostile,
    statement: { index: 0, sid: hostile },
    location: { file: hostile, line: 1 },
  })
  const out = rendered(
    github,
    report({
      findings: [hostileFinding],
      undetermined: [undetermined({ address: hostile, reasons: [{ hole: hostile, message: hostile }] })],
      problems: [{ code: 'not-json', severity: 'error', message: hostile }],
      skipped: [{ address: hostile, reason: hostile }],
    }),
    context(),
  )
  const commands = commandsOf(out)
  t.equal(commands.length, 3)
  t.ok(commands.every(line => /^::(error|warning) title=/.test(line)))
  t.same(Object.keys(parse(commands[1] ?? '').properties), ['title', 'file', 'line', 'endLine'])
  t.equal(parse(commands[0] ?? '').message.split('\n').length, 1, 'a line break of the input makes no line')
  t.notMatch(out, '##[')
  t.notMatch(out, /[^\n\P{Cc}]/u)
  t.match(parse(commands[0] ?? '').message, '%0A::set-output', 'what the input wrote is shown as it was written')
  t.end()
})
