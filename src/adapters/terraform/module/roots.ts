import { isSource } from '../../terraform-files.js'
import { folderOf, type Reader } from '../files.js'
import { normal } from '../functions/files.js'
import { mentionsCalls, parseFolder, readFolder } from './folder.js'
import { constantText } from './load.js'

/**
 * The root modules in a folder: itself where it holds configuration, and every folder below that no module call in it leads to.
 * `all` are the files of the folder and those below.
 */
export const rootsIn = async (dir: string, all: readonly string[], reader: Reader): Promise<readonly string[]> => {
  const folders = [...new Set(all.filter(isSource).map(folderOf))].sort()
  const called = new Set<string>()
  for (const at of folders) {
    const folder = await readFolder(at, reader)
    if (!mentionsCalls(folder)) continue
    // what cannot be parsed is told when the folder is read
    const { calls } = parseFolder(folder, () => undefined)
    for (const block of calls.values()) {
      const source = constantText(block.body.attributes.get('source')?.value)
      if (source !== undefined && /^\.\.?(\/|$)/.test(source)) called.add(normal(`${at}/${source}`) || '.')
    }
  }
  return folders.filter(at => at === dir || !called.has(at))
}
