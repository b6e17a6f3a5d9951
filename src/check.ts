import { adapterFor, folderAdapters } from './adapters/index.js'
import { kms } from './knowledge/kms.js'
import { attest } from './model/account.js'
import type { Key } from './model/key.js'
import { InputError, problemOf, type Problem } from './model/problem.js'
import {
  severities,
  type Finding,
  type Report,
  type Severity,
  type Undetermined,
  type Verdict,
} from './model/report.js'
import type { AdapterOptions, Folder, Reading, Source } from './model/source.js'
import { judge } from './rules/judge.js'
import type { Rule, Settings } from './rules/rule.js'

/** Who speaks in a report. The version is the one of package.json. */
export const tool = { name: 'keyward', version: '0.1.0' } as const

/** How a run is to be judged. */
export interface CheckOptions extends AdapterOptions {
  /** The lightest severity that fails the run. */
  readonly failOn: Severity | 'never'
  /** Whether an error-level rule that could not be decided fails the run, or is only told. */
  readonly undetermined: 'fail' | 'warn'
  readonly settings: Settings
  /** What went wrong before there was anything to check: rules that did not load. */
  readonly problems?: readonly Problem[]
}

/** A source, a folder in which there may be some, or the reason why there is none. */
export type Input = Source | Folder | Problem

/** Exit codes by verdict, in the order in which they win. */
export const exitCodes = { error: 2, fail: 1, undetermined: 3, pass: 0 } as const satisfies Record<Verdict, number>

const isProblem = (input: Input): input is Problem => 'code' in input

/** Reads one source; whatever is wrong with it becomes a problem of that source alone. */
const readSource = async (source: Source, options: AdapterOptions): Promise<Reading | undefined> => {
  const problem = (error: InputError): Reading => ({
    keys: [],
    problems: [problemOf(error.location ? error : new InputError(error.code, error.message, { file: source.file }))],
    skipped: [],
  })
  const adapter = adapterFor(source)
  if (!adapter && !source.named) return undefined
  try {
    if (adapter) return await adapter.read(source, options)
    throw new InputError(
      'not-recognised',
      `${source.file} is neither a Terraform plan, a CloudFormation template nor a key policy; of a plan, give it what \`terraform show -json PLANFILE\` prints`,
    )
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return problem(error)
  }
}

/** Reads the sources that are folders, such as Terraform root modules. */
const readFolder = async (folder: Folder, options: AdapterOptions): Promise<readonly Reading[]> => {
  try {
    const read = folderAdapters.filter(adapter => adapter.accepts(folder)).map(adapter => adapter.read(folder, options))
    return (await Promise.all(read)).flat()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return [{ keys: [], problems: [problemOf(error)], skipped: [] }]
  }
}

/** What an input comes to: nothing for a file that was found by a scan and is of no format of ours. */
const readInput = async (input: Source | Folder, options: AdapterOptions): Promise<readonly Reading[]> => {
  if ('folder' in input) return readFolder(input, options)
  const reading = await readSource(input, options)
  return reading ? [reading] : []
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

/** What findings are ordered by, most important first. What has no line or statement comes before what has. */
const orders: readonly ((entry: Finding | Undetermined) => string | number)[] = [
  ({ severity }) => severities.indexOf(severity),
  ({ location }) => location.file,
  ({ location }) => location.line ?? 0,
  ({ address }) => address,
  ({ statement }) => statement?.index ?? -1,
  ({ rule }) => rule,
]

const inOrder = (a: Finding | Undetermined, b: Finding | Undetermined): number =>
  orders.reduce((order, of) => order || compare(of(a), of(b)), 0)

const summarised = ({ address, type, location, policy, account, region }: Key): Report['keys'][number] => ({
  address,
  type,
  policy: policy.kind,
  location,
  uses: [],
  ...(account && { account }),
  ...(region && { region }),
})

type Facts = Pick<Report, 'findings' | 'undetermined' | 'problems'>

const verdictOf = ({ findings, undetermined, problems }: Facts, options: CheckOptions): Verdict => {
  const { failOn } = options
  if (problems.some(problem => problem.severity === 'error')) return 'error'
  const failing = failOn === 'never' ? [] : severities.slice(0, severities.indexOf(failOn) + 1)
  if (findings.some(finding => failing.includes(finding.severity))) return 'fail'
  const undecided = undetermined.some(entry => entry.severity === 'error')
  return undecided && options.undetermined === 'fail' ? 'undetermined' : 'pass'
}

const nothingToCheck: Problem = {
  code: 'nothing-to-check',
  severity: 'error',
  message:
    'nothing to check: no file here is a Terraform plan (`terraform show -json PLANFILE`), Terraform source, a CloudFormation template or a key policy',
}

/**
 * The whole tool without its input and output: reads every source, judges its keys and says what came of it.
 * Sources are read one after the other, and one that cannot be read never hides another.
 */
export const check = async (
  inputs: AsyncIterable<Input> | Iterable<Input>,
  rules: readonly Rule[],
  options: CheckOptions,
): Promise<Report> => {
  const problems: Problem[] = [...(options.problems ?? [])]
  const findings: Finding[] = []
  const undetermined: Undetermined[] = []
  const keys: Report['keys'][number][] = []
  const skipped: Report['skipped'][number][] = []
  let [sources, statements, evaluated] = [0, 0, 0]
  for await (const input of inputs) {
    if (isProblem(input)) {
      problems.push(input)
      continue
    }
    for (const reading of await readInput(input, options)) {
      const read = reading.keys.map(key => attest(key, kms.actions))
      const judgement = judge(read, rules, options.settings)
      problems.push(...reading.problems, ...judgement.problems)
      findings.push(...judgement.findings)
      undetermined.push(...judgement.undetermined)
      keys.push(...read.map(summarised))
      skipped.push(...reading.skipped)
      sources++
      statements += judgement.statements
      evaluated += judgement.evaluated
    }
  }
  if (sources === 0 && problems.length === 0) problems.push(nothingToCheck)
  const facts = { findings: findings.sort(inOrder), undetermined: undetermined.sort(inOrder), problems }
  return {
    version: 1,
    tool,
    verdict: verdictOf(facts, options),
    ...facts,
    suppressed: [],
    keys,
    skipped,
    counts: {
      sources,
      keys: keys.length,
      statements,
      rules: rules.length,
      evaluated,
      undetermined: undetermined.length,
      skipped: skipped.length,
      suppressed: 0,
    },
  }
}
