import { InputError } from '../../model/problem.js'
import type { Files } from '../../model/source.js'

const maxBytes = 4 * 1024 * 1024
const maxFiles = 20_000

/** A reader that reads each file once, and counts. */
export interface Reader {
  readonly read: (path: string) => Promise<string>
  /** The files of a folder, not those of folders in it. */
  readonly inFolder: (dir: string) => Promise<string[]>
  /** The text of a file that was read; undefined in `text` if it cannot be. Undefined if it was never asked for. */
  readonly known: (path: string) => { readonly text: string | undefined } | undefined
  /** Reads a file if there is one, for `known`. */
  readonly load: (path: string) => Promise<void>
}

export const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.')

const missing = new Set(['file-not-found', 'file-not-readable', 'outside-root', 'too-large'])

export const reader = (files: Files): Reader => {
  const texts = new Map<string, { readonly text: string | undefined }>()
  const folders = new Map<string, readonly string[]>()
  let count = 0

  const read = async (path: string): Promise<string> => {
    if (++count > maxFiles)
      throw new InputError('too-large', `more than ${String(maxFiles)} files are needed`, { file: path })
    return files.readText(path, maxBytes)
  }
  const inFolder = async (dir: string): Promise<string[]> => {
    const covering = [...folders.keys()].find(known => known === '.' || dir === known || dir.startsWith(`${known}/`))
    // what a folder holds below `.terraform` is listed only when it is asked for by name
    const hidden =
      covering !== undefined &&
      dir
        .slice(covering === '.' ? 0 : covering.length + 1)
        .split('/')
        .includes('.terraform')
    const key = covering === undefined || hidden ? dir : covering
    if (!folders.has(key)) folders.set(key, await files.list(key))
    return (folders.get(key) ?? []).filter(file => folderOf(file) === dir)
  }
  return {
    read,
    inFolder,
    known: path => texts.get(path),
    load: async path => {
      try {
        texts.set(path, { text: await read(path) })
      } catch (error) {
        if (!(error instanceof InputError) || !missing.has(error.code)) throw error
        texts.set(path, { text: undefined })
      }
    },
  }
}
