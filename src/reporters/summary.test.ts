import t from 'tap'
import { finding, hostile, report, undetermined } from './example-report.js'
import { stepSummary } from './summary.js'

t.test('it says the verdict, the counts and what was found, heaviest first', t => {
  const full = report({
    verdict: 'error',
    findings: [
      finding(),
      finding({ severity: 'warning', rule: 'no-full-access', location: { file: 'plan.json', line: 1 } }),
    ],
    undetermined: [undetermined()],
    problems: [{ code: 'not-json', severity: 'error', message: 'no', location: { file: 'a.json' } }],
    skipped: [{ address: 'x', reason: 'to be deleted' }],
  })
  t.equal(
    stepSummary(full),
    `## keyward: error, the run could not be done

1 source, 2 keys, 5 statements, 30 rules, 90 evaluated, 0 undetermined, 0 skipped, 0 suppressed

### 1 problem

<pre>
error a.json: no
</pre>

### 1 error

<pre>
aws_kms_key.audit, statement 2 &#34;Everyone&#34;  plan.json
    { &#34;Sid&#34;: &#34;Everyone&#34;, &#34;Effect&#34;: &#34;Allow&#34;, &#34;Principal&#34;: &#34;*&#34; }
  error no-public-access
    anyone may use this key
    fix: name the principals
</pre>

### 1 warning

<pre>
aws_kms_key.audit, statement 2 &#34;Everyone&#34;  plan.json:1
    { &#34;Sid&#34;: &#34;Everyone&#34;, &#34;Effect&#34;: &#34;Allow&#34;, &#34;Principal&#34;: &#34;*&#34; }
  warning no-full-access
    anyone may use this key
    fix: name the principals
</pre>

### 1 undetermined

<pre>
cannot judge aws_kms_key.task: aws_iam_role.task.arn is known after apply; no-public-access undetermined
</pre>

### 1 skipped

<pre>
1 key skipped: to be deleted (x)
</pre>
`,
  )
  t.match(stepSummary(report()), '## keyward: pass\n')
  t.match(stepSummary(report({ verdict: 'fail' })), '## keyward: fail\n')
  t.match(stepSummary(report({ verdict: 'undetermined' })), '## keyward: undetermined, not every key could be judged\n')
  t.end()
})

t.test('it stays under the size that GitHub takes, and says what was left out', t => {
  const findings = Array.from({ length: 3_000 }, (_, i) => finding({ address: `key${i}`, message: '漢'.repeat(500) }))
  const summary = stepSummary(report({ findings }))
  t.ok(Buffer.byteLength(summary) < 1024 * 1024)
  t.match(summary, /<\/pre>\n\n\d+ more did not fit: see the JSON report\.\n$/)
  t.end()
})

t.test('it keeps all that comes from the input inside of preformatted text', t => {
  const summary = stepSummary(
    report({
      findings: [
        finding({
          rule: hostile,
          message: hostile,
          fix: hostile,
          address: hostile,
          snippet: JSON.stringify({ Sid: hostile }),
        }),
      ],
      undetermined: [undetermined({ address: hostile, reasons: [{ hole: hostile, message: hostile }] })],
      problems: [{ code: 'not-json', severity: 'error', message: hostile }],
      skipped: [{ address: hostile, reason: hostile }],
    }),
  )
  const outside = summary.replace(/<pre>\n[^<>]*\n<\/pre>/g, '')
  t.notMatch(outside, /[<>`@[\]]|forged/)
  t.notMatch(summary, /[^\n\P{Cc}]|\p{Cf}/u)
  t.end()
})
