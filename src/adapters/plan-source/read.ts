import type { Facts, Planned } from '../../model/planned.js'
import { InputError, type Problem } from '../../model/problem.js'
import type { AdapterOptions, Files, Reading } from '../../model/source.js'
import { folderOf } from '../terraform-files.js'
import { findRoots, readTerraform, type TerraformReading } from '../terraform/index.js'
import { fitting } from './fit.js'
import { joined, type Joined } from './join.js'

/** Where the source of a plan is looked for. */
export interface Places {
  readonly files: Files
  /** Folders that may be the root module, the first that fits. */
  readonly folders: readonly string[]
  /** Whether the root module may be any folder in these. */
  readonly below: boolean
  /** Whether it is all the same if there is no source in these. */
  readonly optional: boolean
  /** The file of the plan. */
  readonly file: string
}

/** How many root modules that fit alike are compared with the plan. */
const maxRoots = 8

/** Remembers what was asked and not known. */
const asking = (facts: Facts) => {
  const asked = new Map<string, Set<string>>()
  const ask: Facts = (address, attribute) => {
    const fact = facts(address, attribute)
    if (!fact) asked.set(address, (asked.get(address) ?? new Set()).add(attribute))
    return fact
  }
  return { ask, asked }
}

/** Reads the source as the plan says that Terraform did; for a policy of which the plan shows nothing, with all that it does know. */
const sourceOf = async (
  plan: Reading,
  planned: Planned,
  { files }: Places,
  folder: string,
  options: AdapterOptions,
): Promise<TerraformReading> => {
  const read = (facts: Facts) =>
    readTerraform(files, folder, { ...options, planned: { variables: planned.variables, facts } })
  const { ask, asked } = asking(planned.facts)
  const source = await read(ask)
  const isHidden = plan.keys.some(({ policy }) => policy.kind === 'unknown')
  if (!isHidden || asked.size === 0) return source
  const more = await planned.look(asked)
  return more ? read((address, attribute) => planned.facts(address, attribute) ?? more(address, attribute)) : source
}

const mismatch = (file: string, message: string): Problem => ({
  code: 'source-mismatch',
  severity: 'warning',
  message,
  location: { file },
})

const few = (names: readonly string[]): string =>
  names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${String(names.length - 5)} more` : '')

const inOrder = async (planned: Planned, { files, folders }: Places): Promise<readonly string[]> => {
  for (const folder of folders) {
    const found = await fitting(files, [folder], planned)
    if (found.length > 0) return found
  }
  return []
}

/** The root modules that may be the source, or in words why there is none. */
const rootsOf = async (planned: Planned, places: Places): Promise<readonly string[] | string | undefined> => {
  const { files, folders, below, optional, file } = places
  const misfit = `the source in ${few(folders)} does not fit the plan: it declares none or little of ${few(planned.declares)}`
  if (!below) {
    const found = await inOrder(planned, places)
    return found.length > 0 ? found : misfit
  }
  const roots = []
  for (const folder of folders) roots.push(...(await findRoots(files, folder)))
  if (roots.length === 0) return optional ? undefined : `there is no Terraform source in ${few(folders)}`
  const found = await fitting(files, roots, planned)
  if (found.length === 0) return misfit
  const beside = folderOf(file)
  if (beside !== undefined && found.includes(beside)) return [beside]
  return found.length > maxRoots ? `too many root modules fit the plan: ${few(found)}; name one with --source` : found
}

/** What is wrong with a source is no error of the plan: Terraform has taken it. */
const softened = (problem: Problem): Problem => ({ ...problem, severity: 'warning' })

const joinedTo = async (
  plan: Reading,
  planned: Planned,
  places: Places,
  folder: string,
  options: AdapterOptions,
): Promise<Joined & { readonly folder: string }> => {
  const source = await sourceOf(plan, planned, places, folder, options)
  const { reading, apart, distance } = joined(plan, source, planned.hide)
  const problems = [
    ...plan.problems,
    ...source.problems.map(softened),
    ...(apart.length === 0
      ? []
      : [mismatch(places.file, `the source in ${folder} does not fit the plan: ${few(apart)}`)]),
  ]
  return { reading: { ...reading, problems }, apart, distance, folder }
}

/** A plan on the source that fits it. Where none does, or several do, it stays as it is and says so. */
export const readOnSource = async (
  plan: Reading,
  planned: Planned,
  places: Places,
  options: AdapterOptions,
): Promise<Reading> => {
  const told = (message: string): Reading => ({ ...plan, problems: [...plan.problems, mismatch(places.file, message)] })
  try {
    const roots = await rootsOf(planned, places)
    if (roots === undefined) return plan
    if (typeof roots === 'string') return told(roots)
    const all = []
    for (const root of roots) all.push(await joinedTo(plan, planned, places, root, options))
    const least = Math.min(...all.map(({ distance }) => distance))
    const [best, ...others] = all.filter(({ distance }) => distance === least)
    if (!best || others.length === 0) return best?.reading ?? plan
    const alike = [best, ...others].map(({ folder }) => folder)
    return told(`several root modules fit the plan: ${few(alike)}; name one with --source`)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return told(`the source does not fit the plan: ${error.message}`)
  }
}
