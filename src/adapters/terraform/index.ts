import type { Problem } from '../../model/problem.js'
import type { AdapterOptions, Files, Reading } from '../../model/source.js'
import { Needed } from './evaluate/fault.js'
import { Run } from './evaluate/run.js'
import { reader } from './files.js'
import { validate } from './hcl2json.js'
import { keysOf } from './keys/keys.js'
import { readInputs, type Given } from './module/inputs.js'
import { loadTree, type Tree } from './module/load.js'
import { rootsIn } from './module/roots.js'
import { world } from './module/world.js'
import { locationOf } from './syntax/span.js'

/** What the user says of a configuration. */
export interface TerraformOptions extends AdapterOptions, Given {
  /** The value of `terraform.workspace`; not known where it is not given. */
  readonly workspace?: string
}

/** How often reading starts again for one more file that an expression names. */
const maxRounds = 1000

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
export const readTerraform = async (files: Files, dir: string, options: TerraformOptions = {}): Promise<Reading> => {
  const problems: Problem[] = []
  const report = (problem: Problem): void => {
    problems.push(problem)
  }
  const from = reader(files)
  const tree = await loadTree(dir, from, report)
  problems.push(...missingModules(tree))
  if (!tree.mentionsKeys) return { keys: [], problems, skipped: [] }
  // a file that we cannot read either is told once, by the parser whose words Terraform uses
  const ours = problems.filter(p => p.code === 'not-recognised')
  // what nests too deep for us would exhaust that parser's stack
  const tooLarge = new Set(problems.filter(p => p.code === 'too-large').map(p => p.location?.file))
  await validate(
    tree.folders.map(folder => ({ ...folder, files: folder.files.filter(({ file }) => !tooLarge.has(file)) })),
    report,
  )
  const told = new Set(problems.filter(p => !ours.includes(p)).map(p => p.location?.file))
  const kept = problems.filter(p => !(ours.includes(p) && told.has(p.location?.file)))

  for (let round = 0; ; round++) {
    const run = new Run()
    const during: Problem[] = []
    const tell = (problem: Problem): void => {
      during.push(problem)
    }
    try {
      const inputs = await readInputs(tree.root, from, options, run, tell)
      const { keys, needed } = keysOf(
        world({ tree, reader: from, run, options, inputs, workspace: options.workspace, report: tell }),
        tell,
      )
      if (needed.size > 0 && round < maxRounds) {
        for (const path of needed) await from.load(path)
        continue
      }
      const unknownFunctions: readonly Problem[] = [...run.missing].map(([name, count]) => ({
        code: 'key-not-read',
        severity: 'warning',
        message: `the function ${name} is not known here; ${String(count)} ${count === 1 ? 'call' : 'calls'} of it cannot be evaluated`,
      }))
      return { keys, problems: once([...kept, ...during, ...unknownFunctions]), skipped: [] }
    } catch (error) {
      if (!(error instanceof Needed) || round > maxRounds) throw error
      await from.load(error.path)
    }
  }
}
