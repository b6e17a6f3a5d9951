import { adapterFor, folderAdapters } from './adapters/index.js'
import { onSource, type SourceChoice } from './adapters/plan-source/index.js'
import { kms } from './knowledge/kms.js'
import { managedKeys, usesOf } from './knowledge/uses.js'
import { attest } from './model/account.js'
import type { Key } from './model/key.js'
import { InputError, problemOf, type Problem } from './model/problem.js'
import {
  severities,
  type Counts,
  type Finding,
  type Report,
  type Severity,
  type Undetermined,
  type Verdict,
} from './model/report.js'
import type { AdapterOptions, Folder, Reading, Source } from './model/source.js'
import { uncovered } from './model/uncovered.js'
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
  /** Where to look for the source of plans; nowhere where it is absent. */
  readonly source?: SourceChoice
  /** What went wrong before there was anything to check: rules that did not load. */
  readonly problems?: readonly Problem[]
}

/** A source, a folder in which there may be some, or the reason why there is none. */
export type Input = Source | Folder | Problem

/** Exit codes by verdict, in the order in which they win. */
export const exitCodes = { error: 2, fail: 1, undetermined: 3, pass: 0 } as const satisfies Record<Verdict, number>

const isProblem = (input: Input): input is Problem => 'code' in input

/** What the inputs of one run are read with. */
type ReadOptions = AdapterOptions & Pick<CheckOptions, 'source'>

/** Reads one source; whatever is wrong with it becomes a problem of that source alone. */
const readSource = async (
  source: Source,
  { source: choice, ...options }: ReadOptions,
): Promise<Reading | undefined> => {
  const problem = (error: InputError): Reading => ({
    keys: [],
    problems: [problemOf(error.location ? error : new InputError(error.code, error.message, { file: source.file }))],
    skipped: [],
  })
  const adapter = adapterFor(source)
  if (!adapter && !source.named) return undefined
  try {
    if (adapter) {
      const reading = await adapter.read(source, options)
      return choice ? await onSource(reading, source.file, choice, options) : reading
    }
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

/** A reading, with the file or folder that it is of, where that is known. */
interface Read extends Reading {
  readonly file?: string
}

/** What an input comes to: nothing for a file that was found by a scan and is of no format of ours. */
const readInput = async (input: Source | Folder, options: ReadOptions): Promise<readonly Read[]> => {
  if ('folder' in input) {
    const readings = await readFolder(input, options)
    return readings.map(reading => ({ ...reading, ...(reading.folder !== undefined && { file: reading.folder }) }))
  }
  const reading = await readSource(input, options)
  return reading ? [{ file: input.file, ...reading }] : []
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

const inOrder = (a: Finding | Undetermined, b: Finding | Undetermined): number => {
  for (const of of orders) {
    const order = compare(of(a), of(b))
    if (order !== 0) return order
  }
  return 0
}

const summarised = ({ address, type, location, policy, account, region, uses = [] }: Key): Report['keys'][number] => ({
  address,
  type,
  policy: policy.kind,
  location,
  uses: [...new Set(uses.map(({ resource }) => resource.address))],
  ...(account && { account }),
  ...(region && { region }),
})

/** What one reading comes to, or a problem in the place of one. */
interface Outcome {
  readonly problems: readonly Problem[]
  readonly judged?: Pick<Report, 'findings' | 'undetermined' | 'keys' | 'skipped'> &
    Pick<Counts, 'statements' | 'evaluated'>
}

/** The keys of a reading, with all that can be found out about them from the rest of it. */
const keysOf = (
  { keys, resources = [] }: Reading,
  settings: Settings,
): { readonly keys: readonly Key[]; readonly problems: readonly Problem[] } => {
  const uses = usesOf(keys, resources, settings.services)
  const own = keys.map(key => attest({ ...key, uses: uses.ofKey.get(key) ?? [] }, kms.actions))
  const problem: Problem = {
    code: 'too-large',
    severity: 'error',
    message: 'so many resources name the keys that not all uses of them are judged',
  }
  return { keys: [...own, ...managedKeys(uses)], problems: uses.bounded ? [problem] : [] }
}

const outcomeOf = (reading: Read, rules: readonly Rule[], settings: Settings): Outcome => {
  const { skipped } = reading
  const { keys, problems: unjudged } = keysOf(reading, settings)
  const { problems, ...judgement } = judge(keys, rules, settings)
  return {
    problems: [...reading.problems, ...unjudged, ...problems],
    judged: { keys: keys.map(summarised), ...judgement, skipped },
  }
}

/** An outcome with what it is of and what that covers. */
interface Part {
  readonly file?: string
  readonly covers?: readonly string[]
  readonly outcome: () => Outcome
}

/** Its closure keeps the outcome and nothing that it was made of. */
const settled = (outcome: Outcome) => (): Outcome => outcome

/** A file is judged at once, so that its keys need not be kept; a folder when it is known that no plan of it was read. */
const partOf = (reading: Read, rules: readonly Rule[], settings: Settings): Part => {
  const { file, covers, folder } = reading
  return {
    outcome:
      folder === undefined ? settled(outcomeOf(reading, rules, settings)) : () => outcomeOf(reading, rules, settings),
    ...(file !== undefined && { file }),
    ...(covers && { covers }),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

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
  const parts: Part[] = []
  const given = { ...options, wanted: options.settings.services.wanted }
  for await (const input of inputs) {
    if (isProblem(input)) parts.push({ outcome: () => ({ problems: [input] }) })
    else parts.push(...(await readInput(input, given)).map(reading => partOf(reading, rules, options.settings)))
  }
  const counted = uncovered(parts).map(({ outcome }) => outcome())
  const problems: Problem[] = [...(options.problems ?? []), ...counted.flatMap(outcome => outcome.problems)]
  const judged = counted.flatMap(({ judged }) => judged ?? [])
  const findings = judged.flatMap(outcome => outcome.findings)
  const undetermined = judged.flatMap(outcome => outcome.undetermined)
  const keys = judged.flatMap(outcome => outcome.keys)
  const skipped = judged.flatMap(outcome => outcome.skipped)
  if (judged.length === 0 && problems.length === 0) problems.push(nothingToCheck)
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
      sources: judged.length,
      keys: keys.length,
      statements: sum(judged.map(({ statements }) => statements)),
      rules: rules.length,
      evaluated: sum(judged.map(({ evaluated }) => evaluated)),
      undetermined: undetermined.length,
      skipped: skipped.length,
      suppressed: 0,
    },
  }
}
