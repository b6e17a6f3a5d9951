import type { Problem } from '../../model/problem.js'
import type { Folder } from './module/folder.js'

/** `main.tf:2,7-3,1: Invalid expression; What is wrong. main.tf:...`, where the name of the file is ours to choose. */
const report = /^parse config: \[f:(\d+),(\d+)-(?:(\d+),)?(\d+): ([^;]+); (.*?)(?= f:\d+,\d+-|\]?$)/s

const problemOf = (file: string, message: string): Problem => {
  const [, line, column, endLine, endColumn, summary = 'not valid', detail = ''] = report.exec(message) ?? []
  const location =
    line === undefined
      ? { file }
      : {
          file,
          line: Number(line),
          column: Number(column),
          endLine: Number(endLine ?? line),
          endColumn: Number(endColumn),
        }
  return {
    code: 'not-recognised',
    severity: 'error',
    message: `${file} is not valid Terraform: ${summary.toLowerCase()}${detail === '' ? '' : `: ${detail.replaceAll(/\s+/g, ' ').replace(/\.\]?$/, '')}`}`,
    location,
  }
}

/** How many characters are judged in one go: what a call costs by itself then no longer counts. */
const batchLength = 128 * 1024

type File = Folder['files'][number]

const batchesOf = (files: readonly File[]): readonly (readonly File[])[] => {
  const batches: File[][] = []
  let length = Number.POSITIVE_INFINITY
  for (const file of files) {
    if (length + file.text.length > batchLength) {
      batches.push([])
      length = 0
    }
    batches.at(-1)?.push(file)
    length += file.text.length
  }
  return batches
}

/**
 * Has the files of folders judged by HashiCorp's own parser: what it refuses is a problem with its place. Loads WebAssembly
 * when it is called, not before. The text is parsed by us as well, since this parser gives no places; a file that does not end
 * where its blocks do is found there.
 */
export const validate = async (folders: readonly Folder[], tell: (problem: Problem) => void): Promise<void> => {
  const { parseHcl } = await import('./parse-hcl.js')
  const judge = async (text: string): Promise<string | undefined> => {
    try {
      await parseHcl('f', text)
      return undefined
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('parse config: ')) throw error
      return error.message
    }
  }
  const native = folders.flatMap(({ files }) => files.filter(({ file }) => !file.endsWith('.json')))
  for (const batch of batchesOf(native)) {
    if (
      batch.length > 1 &&
      (await judge(batch.map(({ text }) => text.replace(/^\uFEFF/, '')).join('\n'))) === undefined
    )
      continue
    for (const { file, text } of batch) {
      const message = await judge(text)
      if (message !== undefined) tell(problemOf(file, message))
    }
  }
}
