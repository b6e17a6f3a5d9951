import { InputError } from '../../model/problem.js'
import type { AdapterOptions, Files, Reading } from '../../model/source.js'
import { folderOf, isSource } from '../terraform-files.js'

/** Where the user says that the source of plans is. */
export interface SourceChoice {
  readonly files: Files
  /** A folder to look in, and in the folders below; undefined for the folder of the plan and the root, themselves alone. */
  readonly folder?: string
  /** Whether it is all the same if there is no source in that folder. */
  readonly optional?: boolean
}

const holdsSource = async (files: Files, folder: string): Promise<boolean> => {
  try {
    return (await files.inFolder(folder)).some(isSource)
  } catch (error) {
    // nobody said that there is anything to be found
    if (error instanceof InputError) return false
    throw error
  }
}

/**
 * A plan with the places of its statements in the source it was made of, where that is at hand: then findings point there. Loads
 * what reads source only where there is some.
 */
export const onSource = async (
  plan: Reading,
  file: string,
  { files, folder, optional = false }: SourceChoice,
  options: AdapterOptions,
): Promise<Reading> => {
  const { planned, ...reading } = plan
  if (!planned || plan.keys.length === 0) return reading
  const folders: string[] = folder === undefined ? [] : [folder]
  if (folder === undefined) {
    for (const at of new Set([folderOf(file) ?? '.', '.'])) if (await holdsSource(files, at)) folders.push(at)
  }
  if (folders.length === 0) return reading
  const { readOnSource } = await import('./read.js')
  return readOnSource(reading, planned, { files, folders, below: folder !== undefined, optional, file }, options)
}
