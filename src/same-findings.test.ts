import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import type { Report } from './model/report.js'
import { run, type RunOptions } from './run.js'
import { openWorkspace } from './workspace.js'

/** Terraform made the plans: what is found in a configuration is what is found in its plan, and at the same places. */
const testdata = fileURLToPath(new URL('../testdata/', import.meta.url))

const names = readdirSync(testdata).flatMap(folder => {
  const name = folder.replace(/^terraform-plan-/, '')
  return name !== folder && existsSync(`${testdata}terraform-${name}/report.txt`) ? [name] : []
})

interface Difference {
  readonly rule: string
  readonly address: string
  /** Which of the two finds it. */
  readonly only: 'plan' | 'source'
  readonly reason: string
}

const byHand = 'somebody changed the policy outside of Terraform, and only the plan shows that'

const oldOrder = 'AWS takes the policies for the same, so that the plan keeps the old order of the statements'

/** What only one of the two finds, and why. */
const differences: Readonly<Record<string, readonly Difference[]>> = {
  'drifted-policy': [{ rule: 'no-public-access', address: 'aws_kms_key.exports', only: 'plan', reason: byHand }],
  'policy-narrowed-cosmetic': (['plan', 'source'] as const).map(only => ({
    rule: 'service-use-through-service',
    address: 'aws_kms_key.credit_notes',
    only,
    reason: oldOrder,
  })),
  'refresh-only': [
    ...['grant-for-aws-resource', 'no-placeholder', 'no-untrusted-account'].map(rule => ({
      rule,
      address: 'aws_kms_key.manifest_store',
      only: 'plan' as const,
      reason: byHand,
    })),
    { rule: 'service-use-through-service', address: 'aws_kms_key.manifest_store', only: 'source', reason: byHand },
  ],
}

const defaults: RunOptions = {
  paths: ['.'],
  rules: [],
  services: [],
  preset: 'strict',
  failOn: 'error',
  undetermined: 'fail',
  trustedAccounts: [],
}

const check = async (folder: string, paths: readonly string[]): Promise<Report> =>
  (await run(openWorkspace(testdata + folder), { ...defaults, paths })).report

const found = ({ findings }: Pick<Report, 'findings'>): readonly string[] =>
  findings.map(({ rule, severity, addresses, statement, location, via }) =>
    JSON.stringify({ rule, severity, addresses, index: statement?.index, location, via }),
  )

for (const name of names) {
  t.test(`it finds in the source of ${name} what it finds in the plan`, async t => {
    const source = await check(`terraform-${name}`, ['.'])
    const plan = await check(`terraform-${name}`, [`../terraform-plan-${name}/plan.json`])
    const known = differences[name] ?? []
    const without = (only: Difference['only'], { findings }: Report): readonly string[] =>
      found({
        findings: findings.filter(
          ({ rule, address }) => !known.some(d => d.only === only && d.rule === rule && d.address === address),
        ),
      })
    t.same(without('source', source), without('plan', plan))
    for (const { rule, address, only, reason } of known) {
      const { findings } = only === 'plan' ? plan : source
      t.ok(
        findings.some(finding => finding.rule === rule && finding.address === address),
        `${address} ${rule}: ${reason}`,
      )
    }
    t.same(
      plan.findings.filter(({ location }) => location.line === undefined),
      [],
      'every finding of the plan has a line',
    )
  })
}
