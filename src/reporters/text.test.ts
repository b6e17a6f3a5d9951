import t from 'tap'
import { context, finding, hostile, rendered, report, undetermined } from './example-report.js'
import { text } from './text.js'

t.test('it shows the statement at issue, what is wrong with it and how to fix it', t => {
  t.equal(
    rendered(text, report({ verdict: 'fail', findings: [finding()] }), context()),
    `aws_kms_key.audit, statement 2 "Everyone"  plan.json
    { "Sid": "Everyone", "Effect": "Allow", "Principal": "*" }
  error no-public-access
    anyone may use this key
    fix: name the principals

fail: 1 error, 0 warnings, 0 notices
1 source, 2 keys, 5 statements, 30 rules, 90 evaluated, 0 undetermined, 0 skipped, 0 suppressed
`,
  )
  t.end()
})

t.test('it shows one frame for all that is about one statement', t => {
  const findings = [
    finding(),
    finding({ address: 'other' }),
    finding({ rule: 'no-full-access', severity: 'notice', message: 'two\nlines', fix: '' }),
  ]
  const out = rendered(text, report({ findings }), context())
  t.equal(out.match(/audit, statement 2/g)?.length, 1)
  t.match(out, '  notice no-full-access\n    two\n    lines\n\nother')
  t.end()
})

t.test('it shows source lines with their numbers where the file has lines', t => {
  const lines = ['{', '  "Statement": [', '\t{ "Sid": "Everyone" }', '  ]', '}']
  const location = { file: 'policy.json', line: 3, column: 2, endLine: 3, endColumn: 25 }
  t.match(
    rendered(text, report({ findings: [finding({ location })] }), context({ linesOf: () => lines })),
    'policy.json:3:2\n    3 |   { "Sid": "Everyone" }\n  error',
  )
  const part = { file: 'policy.json', line: 2, column: 3, endLine: 2, endColumn: 14 }
  t.match(
    rendered(text, report({ findings: [finding({ location: part })] }), context({ linesOf: () => lines })),
    'policy.json:2:3\n    2 |   "Statement": [\n      |   ^^^^^^^^^^^\n  error',
  )
  const upTo = { file: 'policy.json', line: 1, column: 1, endLine: 3, endColumn: 1 }
  t.match(
    rendered(text, report({ findings: [finding({ location: upTo })] }), context({ linesOf: () => lines })),
    'policy.json:1:1\n    1 | {\n    2 |   "Statement": [\n  error',
  )
  t.end()
})

t.test('it shows the statement instead of a line that holds everything, and of a line that is not there', t => {
  const location = { file: 'plan.json', line: 1, column: 900 }
  for (const lines of [['x'.repeat(1000)], []]) {
    t.match(
      rendered(text, report({ findings: [finding({ location })] }), context({ linesOf: () => lines })),
      'plan.json:1:900\n    { "Sid": "Everyone"',
    )
  }
  const bare = { ...finding({ location: { file: 'plan.json', line: 1 } }) }
  delete (bare as { snippet?: string }).snippet
  t.match(rendered(text, report({ findings: [bare] }), context()), 'plan.json:1\n  error no-public-access')
  t.end()
})

t.test('it breaks a statement over lines to fit the width, and a long one off', t => {
  const actions = ['kms:Decrypt', 'kms:Encrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey']
  const wide = finding({ snippet: JSON.stringify({ Sid: 'Use', Action: actions, Condition: {}, Resource: null }) })
  t.match(
    rendered(text, report({ findings: [wide] }), context({ width: 60 })),
    `    {
      "Sid": "Use",
      "Action": [
        "kms:Decrypt",
        "kms:Encrypt",
        "kms:ReEncrypt*",
        "kms:GenerateDataKey*",
        "kms:DescribeKey"
      ],
      "Condition": {},
      "Resource": null
    }
`,
  )
  const long = finding({ snippet: JSON.stringify({ Action: Array.from({ length: 40 }, (_, i) => `kms:Action${i}`) }) })
  t.match(
    rendered(text, report({ findings: [long] }), context({ width: 60 })),
    '      "kms:Action20",\n    ... 21 more lines\n',
  )
  const broken = finding({ snippet: '{\n  "Sid": "Cut o\n…' })
  t.match(rendered(text, report({ findings: [broken] }), context()), '    {\n      "Sid": "Cut o\n    …\n')
  t.end()
})

t.test('it names the other instances, the variants and the way to the statement', t => {
  const many = finding({
    addresses: ['a', 'b', 'c', 'd', 'aws_kms_key.audit'],
    variants: ['IsProd is true', 'IsProd is false'],
    via: [{ file: 'main.tf', line: 3 }, { file: 'modules/key/main.tf' }],
  })
  const out = rendered(text, report({ findings: [many] }), context())
  t.match(
    out,
    'aws_kms_key.audit, statement 2 "Everyone", also a, b, c and 1 more (when IsProd is true; or when IsProd is false)  plan.json via main.tf:3 > modules/key/main.tf',
  )
  const whole = { ...finding({ addresses: ['aws_kms_key.audit', 'b'] }) }
  delete (whole as { statement?: unknown }).statement
  t.match(rendered(text, report({ findings: [whole] }), context()), 'aws_kms_key.audit, also b  plan.json\n')
  t.match(
    rendered(text, report({ findings: [finding({ statement: { index: 0 } })] }), context()),
    'aws_kms_key.audit, statement 1  plan.json\n',
  )
  t.end()
})

t.test('it says once for each key and reason what could not be judged', t => {
  const rules = ['a', 'b', 'c', 'd'].map(rule => undetermined({ rule }))
  const out = rendered(
    text,
    report({ verdict: 'undetermined', undetermined: [...rules, undetermined({ address: 'other' })] }),
    context(),
  )
  t.match(
    out,
    'undetermined cannot judge aws_kms_key.task: aws_iam_role.task.arn is known after apply; 4 rules undetermined\n',
  )
  t.match(
    out,
    'undetermined cannot judge other: aws_iam_role.task.arn is known after apply; no-public-access undetermined\n',
  )
  t.end()
})

t.test('it tells problems with their place, and skipped keys by reason', t => {
  const out = rendered(
    text,
    report({
      verdict: 'error',
      problems: [
        {
          code: 'not-json',
          severity: 'error',
          message: 'an unexpected end',
          location: { file: 'a.json', line: 3, column: 4 },
        },
        { code: 'file-not-found', severity: 'error', message: 'b.json does not exist', location: { file: 'b.json' } },
        { code: 'plan-incomplete', severity: 'warning', message: 'the plan is partial' },
      ],
      skipped: ['a', 'b', 'c', 'd', 'e', 'f'].map(address => ({ address, reason: 'to be deleted' })),
    }),
    context(),
  )
  t.match(out, '6 keys skipped: to be deleted (a, b, c, d, e and 1 more)\n')
  t.match(out, 'error a.json:3:4: an unexpected end\nerror b.json does not exist\nwarning the plan is partial\n')
  t.end()
})

t.test('it colours only when asked to', t => {
  const full = report({
    verdict: 'fail',
    findings: [finding()],
    undetermined: [undetermined()],
    skipped: [{ address: 'x', reason: 'deleted' }],
    problems: [{ code: 'not-json', severity: 'warning', message: 'x' }],
  })
  t.notMatch(rendered(text, full, context()), '\u001b')
  t.match(rendered(text, full, context({ color: true })), '\u001b[31merror\u001b[0m')
  t.end()
})

t.test('it lets nothing of the input act on the terminal or on the runner', t => {
  const out = rendered(
    text,
    report({
      findings: [
        finding({
          message: hostile,
          fix: hostile,
          address: hostile,
          statement: { index: 0, sid: hostile },
          snippet: JSON.stringify({ Sid: hostile }),
          location: { file: hostile },
        }),
      ],
      undetermined: [undetermined({ address: hostile, reasons: [{ hole: hostile, message: hostile }] })],
      problems: [{ code: 'not-json', severity: 'error', message: hostile, location: { file: hostile, line: 1 } }],
      skipped: [{ address: hostile, reason: hostile }],
    }),
    context(),
  )
  t.notMatch(out, /[^\n\P{Cc}]|\p{Cf}/u, 'no control characters but line breaks')
  t.notMatch(out, /^\s*::/m)
  t.notMatch(out, '##[')
  t.end()
})
