import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import t from 'tap'
import { context, finding, hostile, rendered, report, undetermined } from './example-report.js'
import { json } from './json.js'

const schema = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8')) as object

/** The published schema lets later versions add fields; for us every field must be described. */
const closed = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(closed)
  if (typeof node !== 'object' || node === null) return node
  const members = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]))
  return 'properties' in node ? { ...members, additionalProperties: false } : members
}

const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(closed(schema) as object)

const full = report({
  verdict: 'fail',
  findings: [
    finding({
      location: { file: 'a.json', line: 1, column: 2, endLine: 3, endColumn: 4 },
      via: [{ file: 'main.tf', line: 2 }],
      variants: ['IsProd is true'],
    }),
  ],
  undetermined: [undetermined({ statement: { index: 0 } })],
  suppressed: [finding({ severity: 'notice' })],
  problems: [
    { code: 'not-json', severity: 'error', message: 'x', location: { file: 'a.json' } },
    { code: 'plan-incomplete', severity: 'warning', message: 'y' },
  ],
  keys: [
    {
      address: 'aws_kms_key.audit',
      type: 'aws_kms_key',
      policy: 'document',
      location: { file: 'a.json' },
      uses: ['aws_cloudtrail.audit'],
      account: { value: '111122223333', by: 'option' },
      region: { value: 'eu-central-1', by: 'arn' },
    },
    { address: 'x', type: 'key-policy', policy: 'malformed', location: { file: 'b.json' }, uses: [] },
  ],
  skipped: [{ address: 'y', reason: 'to be deleted' }],
})

t.test('it writes what the published schema describes', t => {
  for (const one of [report(), full]) {
    t.ok(validate(JSON.parse(rendered(json, one, context()))), JSON.stringify(validate.errors))
  }
  t.notOk(validate({ ...full, verdict: 'maybe' }))
  t.notOk(validate({ ...full, more: 1 }))
  t.end()
})

t.test('it loses nothing of the report', t => {
  t.same(JSON.parse(rendered(json, full, context())), full)
  t.end()
})

t.test('it writes no character that acts on a terminal, a browser or the runner, and keeps the data', t => {
  const hostileReport = report({ findings: [finding({ message: `${hostile}\u2028\u009b\u{e0041}` })] })
  const out = rendered(json, hostileReport, context())
  t.notMatch(out, /[^\n\P{Cc}]|\p{Cf}|\p{Zl}/u)
  t.notMatch(out, '##[')
  t.notMatch(out, /^\s*::/m)
  t.same(JSON.parse(out), hostileReport)
  t.end()
})

t.test('it is described field by field', t => {
  const undescribed: string[] = []
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties') {
        for (const [name, property] of Object.entries(value as Record<string, object>)) {
          if (!('description' in property)) undescribed.push(`${path}.${name}`)
        }
      }
      walk(value, `${path}.${key}`)
    }
  }
  walk(schema, '')
  t.same(undescribed, [])
  t.end()
})
