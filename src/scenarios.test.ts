import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { exitCodes } from './check.js'
import { render } from './reporters/index.js'
import { run, type RunOptions } from './run.js'
import { openWorkspace } from './workspace.js'

/** A scenario is a folder with an input and the report that a user gets for it; `npm run snap` rewrites the reports. */
const testdata = fileURLToPath(new URL('../testdata/', import.meta.url))

const defaults: RunOptions = {
  paths: ['.'],
  rules: [],
  services: [],
  preset: 'recommended',
  failOn: 'error',
  undetermined: 'fail',
  trustedAccounts: [],
}

const optionsOf = (folder: string): RunOptions => {
  const file = `${folder}/options.json`
  // our own file, in the shape of RunOptions
  const given = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<RunOptions>) : {}
  return { ...defaults, ...given }
}

const runScenario = async (folder: string, changes: Partial<RunOptions> = {}): Promise<string> => {
  const workspace = openWorkspace(folder, () => process.stdin)
  const { report, linesOf } = await run(workspace, { ...optionsOf(folder), ...changes })
  const context = { color: false, width: 100, linesOf, repositoryPath: (file: string) => file }
  const text = [...render('text', report, context)].join('')
  // how many rules there are, and so how many judgements, is for no scenario to say
  const lasting = text.replace(/ \d+ rules?, \d+ evaluated,/, '')
  return `${lasting}exit code ${String(exitCodes[report.verdict])}\n`
}

const compare = (t: Test, golden: string, report: string): void => {
  if (process.env['TAP_SNAPSHOT'] === '1') writeFileSync(golden, report)
  t.equal(report, readFileSync(golden, 'utf8'))
}

for (const name of readdirSync(testdata).sort()) {
  const folder = `${testdata}${name}`
  if (existsSync(`${folder}/report.txt`)) {
    t.test(`it reports on ${name} as expected`, async t => {
      compare(t, `${folder}/report.txt`, await runScenario(folder))
    })
  }
  // the source of a plan lies in a folder of its own, so that the plan is reported on without it as well
  if (existsSync(`${folder}/on-source.txt`)) {
    t.test(`it reports on ${name} with its source as expected`, async t => {
      const source = folder.replace('terraform-plan-', 'terraform-')
      compare(t, `${folder}/on-source.txt`, await runScenario(source, { paths: [`../${name}/plan.json`] }))
    })
  }
}
