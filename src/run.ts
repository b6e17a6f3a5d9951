import { decode } from './adapters/encoding.js'
import { check, type CheckOptions, type Input } from './check.js'
import type { Report } from './model/report.js'
import type { AdapterOptions } from './model/source.js'
import { loadRuleSet, type RuleChoice } from './rule-set.js'
import type { Workspace } from './workspace.js'

/** What either entry asks of a run of `check`. */
export interface RunOptions
  extends Omit<CheckOptions, 'settings' | 'problems' | 'parameters' | 'readText'>, RuleChoice {
  /** Files, folders and `-`; relative to the root of the workspace. */
  readonly paths: readonly string[]
  readonly trustedAccounts: readonly string[]
  /** A file of values for the parameters of templates. */
  readonly parameters?: string
}

/** A report, and the lines of the files in it that are small enough to be source that people read. */
export interface Run {
  readonly report: Report
  readonly linesOf: (file: string) => readonly string[] | undefined
}

/** In days; a shorter waiting period before a key is deleted is called short. */
const minimumDeletionWindow = 14

const longestSource = 64 * 1024
const mostRemembered = 16 * 1024 * 1024

/** Passes inputs on and keeps the small ones, since a pipe cannot be read again for a code frame. */
const remembering = async function* (inputs: AsyncIterable<Input>, heads: Map<string, Uint8Array>) {
  let size = 0
  for await (const input of inputs) {
    if ('head' in input && input.head.length < longestSource && size < mostRemembered) {
      size += input.head.length
      heads.set(input.file, input.head)
    }
    yield input
  }
}

const longestParameters = 1024 * 1024

/** What the adapters are given besides their sources. Throws `InputError` for a parameters file that cannot be read. */
const adapterOptions = async (
  workspace: Workspace,
  { account, region, parameters }: RunOptions,
): Promise<AdapterOptions> => {
  if (parameters !== undefined) await workspace.source(parameters)
  return {
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    ...(parameters !== undefined && {
      parameters: { file: parameters, text: await workspace.readText(parameters, longestParameters) },
    }),
    readText: (path, maxBytes) => workspace.readText(path, maxBytes),
  }
}

/** Loads the rules and checks the paths. A rule that does not load is a problem of the report: the others still run. */
export const run = async (workspace: Workspace, options: RunOptions): Promise<Run> => {
  const { rules, problems } = await loadRuleSet(workspace, options)
  const settings = { trustedAccounts: options.trustedAccounts, trustedOrganizations: [], minimumDeletionWindow }
  const heads = new Map<string, Uint8Array>()
  const inputs = remembering(workspace.sources(options.paths), heads)
  const { failOn, undetermined } = options
  const given = await adapterOptions(workspace, options)
  const report = await check(inputs, rules, { ...given, failOn, undetermined, settings, problems })
  const linesOf = (file: string) => {
    const head = heads.get(file)
    return head && decode(head).split(/\r\n|\n|\r/)
  }
  return { report, linesOf }
}
