import { catalogueOf, type Catalogue } from './knowledge/catalogue.js'
import { InputError, type Problem } from './model/problem.js'
import type { Source } from './model/source.js'
import { shippedCatalogue } from './rules/default-settings.js'
import { loadRules } from './rules/load.js'
import { loadMatches } from './rules/matches.js'
import { loadPresets, selectRules } from './rules/presets.js'
import type { Rule, RuleFile } from './rules/rule.js'
import { loadServices } from './rules/services.js'
import { shippedServices } from './rules/shipped-services.js'
import { shippedPresets, shippedRules } from './rules/shipped.js'
import type { Workspace } from './workspace.js'

/** Which rules and services a run has. */
export interface RuleChoice {
  /** Rule files and folders of the user's; their rules always run. */
  readonly rules: readonly string[]
  /** Which of the rules that come with keyward run: `recommended` or `strict`. */
  readonly preset: string
  /** Files and folders of entries of the service catalogue of the user's; they come before those of keyward with the same id. */
  readonly services: readonly string[]
}

/** Rules and services that loaded, and what is wrong with those that did not. */
export interface RuleSet {
  readonly rules: readonly Rule[]
  readonly services: Catalogue
  readonly problems: readonly Problem[]
}

const longestFile = 1024 * 1024

const textOf = async (source: Source): Promise<string | undefined> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of source.chunks()) {
    chunks.push(chunk)
    length += chunk.length
    if (length > longestFile) return undefined
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

/** The files that paths name, and in folders those that end in `.yaml` or `.yml`. `what` they hold, for messages. */
const readFiles = async (
  workspace: Workspace,
  paths: readonly string[],
  what: 'rule' | 'service',
): Promise<{ readonly files: readonly RuleFile[]; readonly problems: readonly Problem[] }> => {
  const files: RuleFile[] = []
  const problems: Problem[] = []
  for await (const found of workspace.sources(paths)) {
    if ('code' in found) problems.push(found)
    else if ('folder' in found) continue
    else if (found.named || /\.ya?ml$/.test(found.file)) {
      const { file } = found
      const text = await textOf(found)
      if (text !== undefined) files.push({ file, text })
      else
        problems.push({
          code: 'too-large',
          severity: 'error',
          message: `is too large to be a ${what} file`,
          location: { file },
        })
    }
  }
  if (files.length === 0 && problems.length === 0) {
    const message = `no ${what} file in ${paths.join(', ')}: a ${what} file ends in .yaml or .yml`
    problems.push({ code: 'rule-not-found', severity: 'error', message })
  }
  return { files, problems }
}

/** The rules, or services, of the files and folders alone, as they are written. Without paths there is nothing to read. */
export const readDocuments = async (workspace: Workspace, paths: readonly string[], what: 'rule' | 'service') => {
  if (paths.length === 0) return { documents: [], problems: [] }
  const { files, problems } = await readFiles(workspace, paths, what)
  // brings the YAML reader with it, which a run without rules of the user's does not need
  const { readRuleFiles } = await import('./rules/rule-file.js')
  const read = readRuleFiles(files)
  await loadMatches(read.documents)
  return { documents: read.documents, problems: [...problems, ...read.problems] }
}

/** The service catalogue of keyward with the entries of the user's. */
const loadCatalogue = async (
  workspace: Workspace,
  paths: readonly string[],
): Promise<{ readonly services: Catalogue; readonly problems: readonly Problem[] }> => {
  if (paths.length === 0) return { services: shippedCatalogue, problems: [] }
  const own = await readDocuments(workspace, paths, 'service')
  const { services, problems } = loadServices(own.documents)
  const ids = new Set(services.map(({ id }) => id))
  const all = () => [...shippedServices().filter(({ id }) => !ids.has(id)), ...services]
  return { services: catalogueOf(all), problems: [...own.problems, ...problems] }
}

/** The rules of keyward that the preset runs, and all rules of the user's. Throws `InputError` for a preset that does not exist. */
export const loadRuleSet = async (workspace: Workspace, choice: RuleChoice): Promise<RuleSet> => {
  const { rules: paths, preset } = choice
  const own = await readDocuments(workspace, paths, 'rule')
  const catalogue = await loadCatalogue(workspace, choice.services)
  const loaded = loadRules([...shippedRules(), ...own.documents])
  const { presets, problems } = loadPresets(shippedPresets(), loaded.rules)
  const chosen = presets.find(({ id }) => id === preset)
  if (!chosen) throw new InputError('option-not-valid', `there is no preset "${preset}"`)
  return {
    rules: selectRules(loaded.rules, chosen),
    services: catalogue.services,
    problems: [...own.problems, ...loaded.problems, ...problems, ...catalogue.problems],
  }
}
