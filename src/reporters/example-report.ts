import type { Finding, Report, Undetermined } from '../model/report.js'
import type { Reporter, ReportContext } from './reporter.js'

/** A finding for tests of reporters; `changes` replaces what a test is about. */
export const finding = (changes: Partial<Finding> = {}): Finding => ({
  rule: 'no-public-access',
  severity: 'error',
  message: 'anyone may use this key',
  fix: 'name the principals',
  address: 'aws_kms_key.audit',
  addresses: ['aws_kms_key.audit'],
  statement: { index: 1, sid: 'Everyone' },
  location: { file: 'plan.json' },
  via: [],
  variants: [],
  fingerprint: '0123456789abcdef',
  snippet: '{\n  "Sid": "Everyone",\n  "Effect": "Allow",\n  "Principal": "*"\n}',
  ...changes,
})

/** An undetermined entry for tests of reporters. */
export const undetermined = (changes: Partial<Undetermined> = {}): Undetermined => ({
  rule: 'no-public-access',
  severity: 'error',
  address: 'aws_kms_key.task',
  location: { file: 'plan.json' },
  reasons: [{ hole: 'aws_iam_role.task.arn', message: 'aws_iam_role.task.arn is known after apply' }],
  ...changes,
})

/** A report for tests of reporters, empty but for `changes`. */
export const report = (changes: Partial<Report> = {}): Report => ({
  version: 1,
  tool: { name: 'keyward', version: '0.1.0' },
  verdict: 'pass',
  findings: [],
  undetermined: [],
  suppressed: [],
  problems: [],
  keys: [],
  skipped: [],
  counts: { sources: 1, keys: 2, statements: 5, rules: 30, evaluated: 90, undetermined: 0, skipped: 0, suppressed: 0 },
  ...changes,
})

/** A context for tests of reporters: no colours, no files. */
export const context = (changes: Partial<ReportContext> = {}): ReportContext => ({
  color: false,
  width: 80,
  repositoryPath: file => file,
  ...changes,
})

/** All that a reporter renders. */
export const rendered = (reporter: Reporter, of: Report, within: ReportContext): string =>
  [...reporter(of, within)].join('')

/** What a hostile pull request would put into a Sid, an ARN or a description. */
export const hostile =
  'a\r\n::error::forged\n##[add-mask]x ##[error]y\u001b[31m%0A::set-output name=x::y```<b>x</b></pre>@octocat #1 [l](http://e.vil)\u202e|'
