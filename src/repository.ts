import { relative, resolve, sep } from 'node:path'

/**
 * How GitHub names a file that a report names: from the top of the repository, with `/` and no `./`. Undefined for a file
 * outside of it and for standard input. Without a known top, the root of the report is taken for it.
 */
export const repositoryPath =
  (root: string, top: string | undefined) =>
  (file: string): string | undefined => {
    if (file === '<stdin>') return undefined
    const path = relative(top === undefined || top === '' ? root : top, resolve(root, file))
    return path === '' || path.split(sep)[0] === '..' ? undefined : path.split(sep).join('/')
  }
