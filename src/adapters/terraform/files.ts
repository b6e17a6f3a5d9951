import { InputError } from '../../model/problem.js'
import type { Files } from '../../model/source.js'

const maxBytes = 4 * 1024 * 1024
const maxFiles = 20_000

interface Known {
  readonly text: string | undefined
  readonly missing?: true
}

/** A reader that reads each file once, and counts. */
export interface Reader {
  readonly read: (path: string) => Promise<string>
  /** The files of a folder, not those of folders in it; none where there is no such folder. */
  readonly inFolder: (dir: string) => Promise<readonly string[]>
  /** The text of a file that was read; undefined in `text` if it cannot be, or is `missing`. Undefined if it was never asked for. */
  readonly known: (path: string) => Known | undefined
  /** The files in a folder and below, from the root, once they were asked for; undefined in `files` if they cannot be listed. */
  readonly listed: (path: string) => { readonly files: readonly string[] | undefined } | undefined
  /** Reads a file if there is one, for `known`; or lists a folder, whose path ends in `/`, for `listed`. */
  readonly load: (path: string) => Promise<void>
}

export const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.')

const missing = new Set(['file-not-found', 'file-not-readable', 'outside-root', 'too-large'])

export const reader = (files: Files): Reader => {
  const texts = new Map<string, Known>()
  const listings = new Map<string, { readonly files: readonly string[] | undefined }>()
  const folders = new Map<string, readonly string[]>()
  let count = 0

  const read = async (path: string): Promise<string> => {
    if (++count > maxFiles)
      throw new InputError('too-large', `more than ${String(maxFiles)} files are needed`, { file: path })
    return files.readText(path, maxBytes)
  }
  const inFolder = async (dir: string): Promise<readonly string[]> => {
    const known = folders.get(dir)
    if (known) return known
    try {
      folders.set(dir, await files.inFolder(dir))
    } catch (error) {
      if (!(error instanceof InputError) || error.code !== 'file-not-found') throw error
      folders.set(dir, [])
    }
    return inFolder(dir)
  }
  return {
    read,
    inFolder,
    known: path => texts.get(path),
    listed: path => listings.get(path),
    load: async path => {
      const isFolder = path.endsWith('/')
      try {
        if (isFolder) listings.set(path, { files: await files.list(path.slice(0, -1) || '.') })
        else texts.set(path, { text: await read(path) })
      } catch (error) {
        if (!(error instanceof InputError) || !missing.has(error.code)) throw error
        const none = error.code === 'file-not-found'
        if (isFolder) listings.set(path, { files: none ? [] : undefined })
        else texts.set(path, { text: undefined, ...(none && { missing: true }) })
      }
    },
  }
}
