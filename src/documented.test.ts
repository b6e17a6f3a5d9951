import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { parse } from 'yaml'
import type { Report } from './model/report.js'
import { run } from './run.js'
import { openWorkspace } from './workspace.js'

/** Key policies with the statements that AWS, the CDK and a well-known module publish: what is found in them is a false alarm. */
const documented = fileURLToPath(new URL('../testdata/documented/', import.meta.url))

/** Where a policy comes from, and what may be found in it: reasons by rule. */
interface Origin {
  readonly source: string
  readonly exceptions?: Readonly<Record<string, string>>
}

// our own file, in the shape of Origin
const origins = parse(readFileSync(`${documented}sources.yaml`, 'utf8')) as Readonly<Record<string, Origin>>

const ids = readdirSync(documented).flatMap(file => (file.endsWith('.json') ? [file.slice(0, -'.json'.length)] : []))

const reportOnAll = async (): Promise<Report> => {
  const { report } = await run(
    openWorkspace(documented, () => process.stdin),
    {
      paths: ids.map(id => `${id}.json`),
      rules: [],
      services: [],
      preset: 'recommended',
      failOn: 'error',
      undetermined: 'fail',
      trustedAccounts: [],
      account: '998877665544',
      region: 'eu-central-1',
    },
  )
  return report
}

t.test('it knows where each documented policy comes from', t => {
  t.same(Object.keys(origins).sort(), ids.sort())
  for (const [id, { source }] of Object.entries(origins)) t.match(source, /^https:\/\//, id)
  t.end()
})

t.test('it finds nothing above a notice in what AWS publishes', async t => {
  const { findings, undetermined, problems, keys } = await reportOnAll()
  t.same(problems, [])
  t.equal(keys.length, ids.length)
  const above = findings.filter(({ severity }) => severity !== 'notice')
  const undecided = undetermined.filter(({ severity }) => severity === 'error')
  for (const id of ids) {
    const isHere = ({ location }: { readonly location: { readonly file: string } }) => location.file === `${id}.json`
    const rules = [...new Set([...above, ...undecided].filter(isHere).map(({ rule }) => rule))]
    t.same(rules.sort(), Object.keys(origins[id]?.exceptions ?? {}).sort(), id)
  }
})
