import { Needed } from '../evaluate/fault.js'
import type { Scope } from '../evaluate/scope.js'
import type { Reader } from '../files.js'
import { normal } from '../functions/files.js'

/** The way from one folder to another, as `path.module` gives it. */
export const relative = (from: string, to: string): string => {
  const [a, b] = [from, to].map(dir => (dir === '.' || dir === '' ? [] : dir.split('/')))
  const [above = [], below = []] = [a, b]
  let same = 0
  while (same < above.length && above[same] === below[same]) same++
  return [...above.slice(same).map(() => '..'), ...below.slice(same)].join('/') || '.'
}

/** The files and folders that expressions name, relative to the root module: only what was read or listed before. */
export const filesOf = (root: string, reader: Reader): Required<Pick<Scope, 'file' | 'folder'>> => {
  const file: Scope['file'] = path => {
    if (/^[/~]/.test(path)) return 'unreadable'
    const at = normal(`${root}/${path}`)
    const found = reader.known(at)
    if (!found) throw new Needed(at)
    if (found.text === undefined) return found.missing ? undefined : 'unreadable'
    return { file: at, text: found.text }
  }
  const folder: Scope['folder'] = path => {
    const at = normal(`${root}/${path}`)
    if (/^[/~]/.test(path) || at.startsWith('..')) return undefined
    const found = reader.listed(`${at}/`)
    if (!found) throw new Needed(`${at}/`)
    return found.files?.map(file => (at === '' ? file : file.slice(at.length + 1)))
  }
  return { file, folder }
}
