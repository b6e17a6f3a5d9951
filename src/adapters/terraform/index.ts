import type { Key } from '../../model/key.js'
import type { Location } from '../../model/location.js'
import type { Planned } from '../../model/planned.js'
import type { Problem } from '../../model/problem.js'
import { loadRe2 } from '../../model/re2.js'
import type { AdapterOptions, Files, Reading } from '../../model/source.js'
import { isSource } from '../terraform-files.js'
import { Needed } from './evaluate/fault.js'
import { Run } from './evaluate/run.js'
import { reader } from './files.js'
import { reworded } from './hcl2json.js'
import { resourcesOf } from './keys/deployed.js'
import { keysOf } from './keys/keys.js'
import type { Config } from './module/config.js'
import { readInputs } from './module/inputs.js'
import { loadTree, type Tree } from './module/load.js'
import { rootsIn } from './module/roots.js'
import { world } from './module/world.js'
import { locationOf } from './syntax/span.js'

export { declaredIn, undeclaredIn } from './module/declared.js'

/** What a configuration is read with. */
export interface TerraformOptions extends AdapterOptions {
  /** What a plan says that was made of this configuration: then it is no source of its own, and its syntax was judged already. */
  readonly planned?: Pick<Planned, 'variables' | 'facts'>
}

/** A module call as written, once for all its instances. */
export interface Call {
  readonly location: Location
  /** Whether the configuration of the module is not at hand. */
  readonly missing: boolean
}

/** What was read of a root module. */
export interface TerraformReading extends Reading {
  readonly folder: string
  /** By their path without instance keys: `module.a.module.b`. */
  readonly calls: ReadonlyMap<string, Call>
}

/** How often reading starts again for one more file that an expression names. */
const maxRounds = 1000

/** How many calls are told apart: modules that call each other many times over have more paths than anybody wrote. */
const maxCalls = 10_000

const missingModules = (tree: Tree): readonly Problem[] =>
  [...tree.targets].flatMap(([block, target]) =>
    'missing' in target && target.missing !== 'it calls itself'
      ? [
          {
            code: 'module-not-read' as const,
            severity: 'warning' as const,
            message: `module "${block.labels[0] ?? ''}" is not read: ${target.missing}`,
            location: locationOf(block.at),
          },
        ]
      : [],
  )

const callsOf = ({ root, targets }: Tree): TerraformReading['calls'] => {
  const calls = new Map<string, Call>()
  const walk = (config: Config, path: string): void => {
    for (const [name, block] of config.calls) {
      const target = targets.get(block)
      const at = `${path}module.${name}`
      calls.set(at, { location: locationOf(block.at), missing: !target || !('config' in target) })
      if (target && 'config' in target && calls.size < maxCalls) walk(target.config, `${at}.`)
    }
  }
  walk(root, '')
  return calls
}

/** The files other than source that hold a whole policy of a key: they need not be judged for themselves. */
const coveredBy = (keys: readonly Key[]): readonly string[] => {
  const documents = keys.flatMap(({ policy }) => (policy.kind === 'document' ? policy.variants : []))
  return [...new Set(documents.map(({ document }) => document.location.file))].filter(file => !isSource(file))
}

/** The root modules in a folder and below, relative to the root of `files`: each is to be read by itself. */
export const findRoots = async (files: Files, dir: string): Promise<readonly string[]> =>
  rootsIn(dir, await files.list(dir), reader(files))

/** The same problem is told once, however often evaluation starts again. */
const once = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map(p => [JSON.stringify(p), p])).values(),
]

/**
 * Reads the keys that a Terraform root module declares, without Terraform and without a plan. `dir` is relative to the root of
 * `files`. Nothing outside of that root is read and nothing is run.
 */
export const readTerraform = async (
  files: Files,
  dir: string,
  options: TerraformOptions = {},
): Promise<TerraformReading> => {
  const problems: Problem[] = []
  const report = (problem: Problem): void => {
    problems.push(problem)
  }
  const from = reader(files)
  const load = (path: string | undefined): Promise<void> => (path === undefined ? loadRe2() : from.load(path))
  const tree = await loadTree(dir, from, report)
  problems.push(...missingModules(tree))
  const common = { skipped: [], folder: dir, calls: callsOf(tree) }
  if (!tree.mentionsKeys) return { keys: [], problems, ...common }
  const kept = await reworded(problems, tree.folders)

  for (let round = 0; ; round++) {
    const run = new Run()
    const during: Problem[] = []
    const tell = (problem: Problem): void => {
      during.push(problem)
    }
    try {
      const { planned, terraform = {} } = options
      const inputs = await readInputs(tree.root, from, terraform, run, tell)
      const workspace = terraform.workspace
      const made = world({ tree, reader: from, run, options, inputs, planned, workspace, report: tell })
      const { keys, needed } = keysOf(made, tell)
      const unknownFunctions: readonly Problem[] = [...run.missing].map(([name, count]) => ({
        code: 'key-not-read',
        severity: 'warning',
        message: `the function ${name} is not known here; ${String(count)} ${count === 1 ? 'call' : 'calls'} of it cannot be evaluated`,
      }))
      // what else is told from here on is of no key
      const told = [...during, ...unknownFunctions]
      const others = needed.size === 0 ? resourcesOf(made, options.wanted ?? new Map()) : undefined
      const missing = new Set([...needed, ...(others?.needed ?? [])])
      if (missing.size > 0 && round < maxRounds) {
        for (const path of missing) await load(path)
        continue
      }
      return {
        keys,
        ...(options.wanted && others && { resources: others.resources }),
        problems: once([...kept, ...told, ...(others?.problems ?? [])]),
        covers: coveredBy(keys),
        ...common,
      }
    } catch (error) {
      if (!(error instanceof Needed) || round > maxRounds) throw error
      await load(error.path)
    }
  }
}
