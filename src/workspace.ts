import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { open, readdir, realpath, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { InputError, problemOf, type Problem } from './model/problem.js'
import type { Folder, Source } from './model/source.js'

/** The only door to files. What the user names may lie anywhere; what the input names is read inside the root only. */
export interface Workspace {
  /** The absolute path that locations are relative to. */
  readonly root: string
  /**
   * One file to read, `-` for standard input; a pipe or a device will do, a folder will not. Throws `InputError`.
   * `named` is false for a file that was found by `list`.
   */
  readonly source: (path: string, named?: boolean) => Promise<Source>
  /**
   * The files of a folder that could be sources, sorted, each to be given to `source`. Leaves out `node_modules`,
   * `.git` and `.terraform`, and follows no link that leaves the root. Throws `InputError` when there are too many.
   */
  readonly list: (dir: string) => Promise<string[]>
  /** The files of a folder alone, sorted, links to files in the root included. `InputError` outside of the root. */
  readonly inFolder: (dir: string) => Promise<string[]>
  /**
   * Files and folders as sources, opened a few at a time, each once; what cannot be read is a problem in its place. A folder comes
   * before its files.
   */
  readonly sources: (paths: readonly string[]) => AsyncIterable<Source | Folder | Problem>
  /** A text without its byte order mark; `InputError` outside of the root and over `maxBytes`. */
  readonly readText: (path: string, maxBytes: number) => Promise<string>
  /** Writes a file that the user named; `append` adds to it. */
  readonly write: (path: string, text: string | Iterable<string>, append?: boolean) => Promise<void>
}

const headSize = 64 * 1024
const chunkSize = 1024 * 1024
const skippedFolders = new Set(['node_modules', '.git', '.terraform'])
const maxFiles = 20_000
/** How many files of a folder are opened at once, so that none of them is waited for alone. */
const together = 16

/** Why a path of the user's cannot be used; every other error is a bug of ours. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is not a folder',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  ENXIO: 'no such device or address',
  ERR_INVALID_ARG_VALUE: 'the name is not valid',
}

const guarded = async <T>(file: string, action: () => Promise<T>, done = 'read'): Promise<T> => {
  try {
    return await action()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT')
      throw new InputError(
        'file-not-found',
        done === 'read' ? `${file} does not exist` : `${file} cannot be written: its folder does not exist`,
        { file },
      )
    const reason = reasons[code]
    if (reason === undefined) throw error
    throw new InputError('file-not-readable', `${file} cannot be ${done}: ${reason}`, { file })
  }
}

const settled = async <T>(promise: Promise<T>): Promise<T | Problem> => {
  try {
    return await promise
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return problemOf(error)
  }
}

/** Every chunk is a buffer of its own: a reader may keep a part of it. The next one is read while the reader is busy. */
const readChunks = async function* (file: string, path: string, size: number): AsyncGenerator<Uint8Array, undefined> {
  const handle = await guarded(file, () => open(path))
  // a failure is kept until its turn comes, which may be never
  const read = () =>
    guarded(file, () => handle.read(Buffer.allocUnsafe(size), 0, size)).then(
      ({ buffer, bytesRead }) => ({ chunk: buffer.subarray(0, bytesRead) }),
      (error: unknown) => ({ error }),
    )
  let ahead = read()
  try {
    for (;;) {
      const result = await ahead
      if ('error' in result) throw result.error
      if (result.chunk.length === 0) return
      ahead = read()
      yield result.chunk
    }
  } finally {
    await ahead
    await handle.close()
  }
}

type Bytes = Pick<Source, 'head' | 'chunks' | 'again'>

/** How much of a pipe is kept, so that it can be read again. */
const mostKept = 16 * 1024 * 1024

const replay = async function* (chunks: readonly Uint8Array[]) {
  yield* await Promise.resolve(chunks)
}

/** The first bytes of something that can be read only once, and all of it from the start. */
const peek = async (bytes: AsyncIterator<Uint8Array, unknown>): Promise<Bytes> => {
  const taken: Uint8Array[] = []
  let length = 0
  for (let next = await bytes.next(); next.done !== true; next = await bytes.next()) {
    taken.push(next.value)
    length += next.value.length
    if (length >= headSize) break
  }
  const head = Buffer.concat(taken).subarray(0, headSize)
  let kept: Uint8Array[] | undefined = [...taken]
  const chunks = async function* () {
    yield* taken
    for await (const chunk of { [Symbol.asyncIterator]: () => bytes }) {
      length += chunk.length
      if (length > mostKept) kept = undefined
      kept?.push(chunk)
      yield chunk
    }
  }
  return { head, chunks, again: () => kept && replay(kept) }
}

/** As many of the first bytes of a file as one read gives. At once: to wait for each of many small files takes ten times as long. */
const readHead = (path: string, size: number): Uint8Array => {
  const descriptor = openSync(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(size)
    return buffer.subarray(0, readSync(descriptor, buffer, 0, size, 0))
  } finally {
    closeSync(descriptor)
  }
}

/** The first bytes of a file. A longer one is opened again to read it: a scan then holds no open files. */
const peekFile = (file: string, path: string, size: number): Bytes => {
  // one byte more than there should be tells that there are no others
  const head = readHead(path, Math.min(size + 1, headSize))
  const isWhole = head.length === size && size < headSize
  const chunks = () => (isWhole ? replay([head]) : readChunks(file, path, chunkSize))
  return { head, chunks, again: chunks }
}

const isWithin = (folder: string, path: string): boolean => path === folder || path.startsWith(folder + sep)

/** Opens a folder as the root of what is read. `stdin` is asked for only when `-` is a source. */
export const openWorkspace = (
  folder: string,
  stdin: () => AsyncIterable<Uint8Array> = () => process.stdin,
): Workspace => {
  const root = resolve(folder)
  /** Where what an input refers to may lie: in the root, and beside or under what the user named outside of it. */
  const roots = new Set([root])
  const admit = (named: string): void => {
    if (!isWithin(root, named)) roots.add(named)
  }

  const label = (path: string): string => {
    const absolute = resolve(root, path)
    return (isWithin(root, absolute) ? relative(root, absolute) || '.' : path).split(sep).join('/')
  }

  const source: Workspace['source'] = async (path, named = true) => {
    const file = path === '-' ? '<stdin>' : label(path)
    const absolute = resolve(root, path)
    if (named && path !== '-') admit(dirname(absolute))
    const peeked = await guarded(file, async () => {
      if (path === '-') return peek(stdin()[Symbol.asyncIterator]())
      const found = statSync(absolute)
      return found.isFile() ? peekFile(file, absolute, found.size) : peek(readChunks(file, absolute, headSize))
    })
    return { file, named, ...peeked }
  }

  /** A link counts where it leads to a file in the root that the walk does not come upon anyway; a broken one leads nowhere. */
  const leadsElsewhere = async (link: string, walked: string): Promise<boolean> => {
    const target = await realpath(link).catch(() => undefined)
    if (target === undefined || !isWithin(await realpath(root), target)) return false
    return !isWithin(await realpath(walked), target) && (await stat(target)).isFile()
  }

  const list: Workspace['list'] = async dir => {
    const top = resolve(root, dir)
    admit(top)
    const files: string[] = []
    const folders = [dir]
    for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
      const here = at
      for (const entry of await guarded(label(here), () => readdir(resolve(root, here), { withFileTypes: true }))) {
        const path = join(here, entry.name)
        if (entry.isDirectory() && !skippedFolders.has(entry.name)) folders.push(path)
        if (entry.isFile() || (entry.isSymbolicLink() && (await leadsElsewhere(resolve(root, path), top))))
          files.push(label(path))
        if (files.length + folders.length > maxFiles) {
          throw new InputError('too-large', `${label(top)} holds more than ${maxFiles} files: name the ones to check`)
        }
      }
    }
    return files.sort()
  }

  const realRoots = new Map<string, string>()
  /** Where a root leads, found once: every file of the input is held against it. */
  const realRoot = async (folder: string): Promise<string> => {
    const known = realRoots.get(folder) ?? (await realpath(folder))
    realRoots.set(folder, known)
    return known
  }

  /** Where a path leads. Throws `InputError` outside of what may be read, links followed. */
  const within = async (path: string): Promise<string> => {
    const file = label(path)
    const target = await guarded(file, () => realpath(resolve(root, path)))
    const allowed = await Promise.all([...roots].map(async folder => isWithin(await realRoot(folder), target)))
    if (!allowed.includes(true)) throw new InputError('outside-root', `${file} lies outside of ${root}`, { file })
    return target
  }

  const inFolder: Workspace['inFolder'] = async dir => {
    const top = await within(dir)
    const entries = await guarded(label(dir), () => readdir(top, { withFileTypes: true }))
    if (entries.length > maxFiles) throw new InputError('too-large', `${label(dir)} holds more than ${maxFiles} files`)
    const files: string[] = []
    for (const entry of entries) {
      const isFile = entry.isFile() || (entry.isSymbolicLink() && (await leadsElsewhere(join(top, entry.name), top)))
      if (isFile) files.push(label(join(dir, entry.name)))
    }
    return files.sort()
  }

  const isFolder = async (path: string): Promise<boolean> =>
    (await guarded(label(path), () => stat(resolve(root, path)))).isDirectory()

  /** The files of a path, and the folder that it is. */
  const foundAt = async (path: string): Promise<{ files: string[]; folder?: Folder }> => {
    if (path === '-' || !(await isFolder(path))) return { files: [path] }
    const files = await list(path)
    return { files, folder: { folder: label(path), names: files, list, inFolder, readText } }
  }

  const sources: Workspace['sources'] = async function* (paths) {
    const seen = new Set<string>()
    const isNew = (path: string): boolean => {
      const name = label(path)
      if (seen.has(name)) return false
      seen.add(name)
      return true
    }
    for (const path of paths) {
      const found = await settled(foundAt(path))
      if ('code' in found) {
        yield found
        continue
      }
      if (found.folder) yield found.folder
      const files = found.files.filter(isNew)
      for (let at = 0; at < files.length; at += together) {
        const opened = files.slice(at, at + together).map(file => settled(source(file, file === path)))
        for (const one of opened) yield await one
      }
    }
  }

  const readText: Workspace['readText'] = async (path, maxBytes) => {
    const file = label(path)
    const target = await within(path)
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of readChunks(file, target, chunkSize)) {
      chunks.push(chunk)
      length += chunk.length
      if (length > maxBytes) throw new InputError('too-large', `${file} is larger than ${maxBytes} bytes`, { file })
    }
    return new TextDecoder().decode(Buffer.concat(chunks))
  }

  const write: Workspace['write'] = (path, text, append = false) =>
    guarded(label(path), () => writeFile(resolve(root, path), text, { flag: append ? 'a' : 'w' }), 'written')

  return { root, source, list, inFolder, sources, readText, write }
}
