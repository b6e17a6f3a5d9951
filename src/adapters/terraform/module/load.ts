import { attempt, InputError, type Problem } from '../../../model/problem.js'
import type { Reader } from '../files.js'
import { normal } from '../functions/files.js'
import { locationOf } from '../syntax/span.js'
import type { Block, Expression } from '../syntax/tree.js'
import type { Config } from './config.js'
import { mentionsCalls, mentionsKeys, parseFolder, readFolder, type Folder } from './folder.js'

/** What a module call leads to: the configuration, or why it is not at hand. */
export type Target = { readonly config: Config } | { readonly missing: string }

/** A root module with everything that its calls lead to. */
export interface Tree {
  readonly root: Config
  /** By the call's block. */
  readonly targets: ReadonlyMap<Block, Target>
  /** Whether any folder may declare a key. */
  readonly mentionsKeys: boolean
  readonly folders: readonly Folder[]
}

const maxDepth = 30

/** The text of an argument that is written as a constant. */
export const constantText = (expression: Expression | undefined): string | undefined => {
  if (expression?.kind === 'literal') return typeof expression.value === 'string' ? expression.value : undefined
  if (expression?.kind !== 'template') return undefined
  const [only, ...more] = expression.parts
  return more.length === 0 && only?.kind === 'literal' ? only.text : undefined
}

/** Where `terraform init` put modules: the key of a call is its path of names. */
const installed = async (dir: string, reader: Reader): Promise<ReadonlyMap<string, string>> => {
  const path = normal(`${dir}/.terraform/modules/modules.json`)
  await reader.load(path)
  const text = reader.known(path)?.text
  const found = new Map<string, string>()
  if (text === undefined) return found
  const parsed = attempt(
    (): unknown => {
      try {
        return JSON.parse(text)
      } catch (error) {
        if (error instanceof SyntaxError) throw new InputError('not-json', 'modules.json is not JSON', { file: path })
        throw error
      }
    },
    () => undefined,
  )
  const modules: unknown =
    typeof parsed === 'object' && parsed !== null && 'Modules' in parsed ? parsed.Modules : undefined
  for (const entry of Array.isArray(modules) ? (modules as unknown[]) : []) {
    // the elements stay unknown
    if (typeof entry !== 'object' || entry === null || !('Key' in entry) || !('Dir' in entry)) continue
    if (typeof entry.Key === 'string' && typeof entry.Dir === 'string')
      found.set(entry.Key, normal(`${dir}/${entry.Dir}`))
  }
  return found
}

/** Reads a root module and all that its calls lead to. What cannot be followed is a target that says so. */
export const loadTree = async (dir: string, reader: Reader, report: (problem: Problem) => void): Promise<Tree> => {
  const configs = new Map<string, Config | undefined>()
  const folders: Folder[] = []
  const targets = new Map<Block, Target>()
  const known = await installed(dir, reader)
  let hasKeys = false

  const configAt = async (at: string): Promise<Config | undefined> => {
    if (configs.has(at)) return configs.get(at)
    const folder = await readFolder(at, reader)
    folders.push(folder)
    const isRelevant = mentionsKeys(folder)
    hasKeys ||= isRelevant
    // a folder that neither declares keys nor calls modules is parsed too: its outputs may reach a policy
    const config = folder.files.length > 0 ? parseFolder(folder, report) : undefined
    configs.set(at, config)
    return config
  }
  const walk = async (config: Config, path: readonly string[], above: readonly string[]): Promise<void> => {
    for (const [name, block] of config.calls) {
      if (targets.has(block)) continue
      const key = [...path, name].join('.')
      const source = constantText(block.body.attributes.get('source')?.value)
      const isLocal = source !== undefined && /^\.\.?(\/|$)/.test(source)
      const at = isLocal ? normal(`${config.dir}/${source}`) : known.get(key)
      const target = at === undefined ? undefined : await settled(at || '.', configAt)
      if (target === undefined || typeof target === 'string' || above.length > maxDepth) {
        const reason =
          typeof target === 'string'
            ? target
            : isLocal
              ? `there is no configuration in ${source}`
              : `${source ?? 'its source'} is not on disk`
        targets.set(block, { missing: reason })
        continue
      }
      if (above.includes(target.dir)) {
        targets.set(block, { missing: 'it calls itself' })
        report({
          code: 'module-not-read',
          severity: 'error',
          message: `module "${name}" calls itself`,
          location: locationOf(block.at),
        })
        continue
      }
      targets.set(block, { config: target })
      await walk(target, [...path, name], [...above, target.dir])
    }
  }
  const rootFolder = await readFolder(dir, reader)
  folders.push(rootFolder)
  hasKeys = mentionsKeys(rootFolder)
  const needsParsing = hasKeys || mentionsCalls(rootFolder)
  const root = parseFolder(needsParsing ? rootFolder : { dir, files: [] }, report)
  configs.set(dir, root)
  await walk(root, [], [dir])
  return { root, targets, mentionsKeys: hasKeys, folders }
}

const settled = async (
  at: string,
  read: (at: string) => Promise<Config | undefined>,
): Promise<Config | string | undefined> => {
  try {
    return await read(at)
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
}
