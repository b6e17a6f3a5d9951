import { relative, resolve, sep } from 'node:path'
import { decode } from './adapters/encoding.js'
import type { SourceChoice } from './adapters/plan-source/index.js'
import { check, type CheckOptions, type Input } from './check.js'
import type { Report } from './model/report.js'
import type { AdapterOptions, Assignment, Configured, Files } from './model/source.js'
import { loadRuleSet, type RuleChoice } from './rule-set.js'
import { defaultSettings } from './rules/default-settings.js'
import type { Workspace } from './workspace.js'

/** A value for a variable of Terraform, or a file of such values. */
export type VariableChoice = { readonly name: string; readonly value: string } | { readonly file: string }

/** What either entry asks of a run of `check`. */
export interface RunOptions
  extends Omit<CheckOptions, 'settings' | 'problems' | 'parameters' | 'readText' | 'terraform' | 'source'>, RuleChoice {
  /** Files, folders and `-`; relative to the root of the workspace. */
  readonly paths: readonly string[]
  readonly trustedAccounts: readonly string[]
  /** A file of values for the parameters of templates. */
  readonly parameters?: string
  /** A folder in the root to look in for the source of plans; without it, that of each plan and the root. */
  readonly source?: string
  /** Whether it is all the same if there is no source in that folder. */
  readonly sourceOptional?: boolean
  /** In the order in which they count. */
  readonly variables?: readonly VariableChoice[]
  /** The values of `TF_VAR_` variables, where they are to be read. */
  readonly environment?: Readonly<Record<string, string>>
  /** The value of `terraform.workspace`. */
  readonly workspace?: string
}

/** A report, and the lines of the files in it that are small enough to be source that people read. */
export interface Run {
  readonly report: Report
  readonly linesOf: (file: string) => readonly string[] | undefined
}

const longestSource = 64 * 1024
const mostRemembered = 16 * 1024 * 1024

/** Keeps what is small enough to be shown: a pipe cannot be read again for a code frame. */
class Memory {
  private readonly texts = new Map<string, Uint8Array | string>()
  private size = 0

  keep(file: string, text: Uint8Array | string): void {
    if (text.length >= longestSource || this.size >= mostRemembered || this.texts.has(file)) return
    this.size += text.length
    this.texts.set(file, text)
  }

  readonly linesOf = (file: string): readonly string[] | undefined => {
    const text = this.texts.get(file)
    return text === undefined ? undefined : (typeof text === 'string' ? text : decode(text)).split(/\r\n|\n|\r/)
  }
}

const remembering = async function* (inputs: AsyncIterable<Input>, memory: Memory) {
  for await (const input of inputs) {
    if ('head' in input) memory.keep(input.file, input.head)
    yield input
  }
}

const longestText = 1024 * 1024

/** The text of a file that the user names, which may lie anywhere. Throws `InputError`. */
const namedText = async (workspace: Workspace, file: string): Promise<string> => {
  await workspace.source(file)
  return workspace.readText(file, longestText)
}

const configured = async (
  workspace: Workspace,
  { variables = [], environment, workspace: name }: RunOptions,
): Promise<Configured> => {
  const assignments: Assignment[] = []
  for (const choice of variables)
    assignments.push('file' in choice ? { ...choice, text: await namedText(workspace, choice.file) } : choice)
  return { assignments, ...(environment && { environment }), ...(name !== undefined && { workspace: name }) }
}

/** What the adapters are given besides their sources. Throws `InputError` for a file of values that cannot be read. */
const adapterOptions = async (workspace: Workspace, options: RunOptions): Promise<AdapterOptions> => {
  const { account, region, parameters } = options
  return {
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    ...(parameters !== undefined && {
      parameters: { file: parameters, text: await namedText(workspace, parameters) },
    }),
    readText: (path, maxBytes) => workspace.readText(path, maxBytes),
    terraform: await configured(workspace, options),
  }
}

/** Where the source of plans is. Throws `InputError` for a folder that is not there or lies outside of the root. */
const sourceChoice = async (
  workspace: Workspace,
  { source, sourceOptional = false }: RunOptions,
  memory: Memory,
): Promise<SourceChoice> => {
  const files: Files = {
    list: workspace.list,
    inFolder: workspace.inFolder,
    readText: async (path, maxBytes) => {
      const text = await workspace.readText(path, maxBytes)
      memory.keep(path, text)
      return text
    },
  }
  if (source === undefined) return { files }
  await workspace.inFolder(source)
  const folder = relative(workspace.root, resolve(workspace.root, source)).split(sep).join('/') || '.'
  return { files, folder, optional: sourceOptional }
}

/** Loads the rules and checks the paths. A rule that does not load is a problem of the report: the others still run. */
export const run = async (workspace: Workspace, options: RunOptions): Promise<Run> => {
  const { rules, services, problems } = await loadRuleSet(workspace, options)
  const settings = { ...defaultSettings, services, trustedAccounts: options.trustedAccounts }
  const memory = new Memory()
  const inputs = remembering(workspace.sources(options.paths), memory)
  const { failOn, undetermined } = options
  const given = await adapterOptions(workspace, options)
  const source = await sourceChoice(workspace, options, memory)
  const report = await check(inputs, rules, { ...given, failOn, undetermined, settings, source, problems })
  return { report, linesOf: memory.linesOf }
}
