import type { Problem } from '../../model/problem.js'
import type { Folder } from './module/folder.js'

/** `main.tf:2,7-3,1: Invalid expression; What is wrong. main.tf:...`, where the name of the file is ours to choose. */
const report = /^parse config: \[f:(\d+),(\d+)-(?:(\d+),)?(\d+): ([^;]+); (.*?)(?= f:\d+,\d+-|\]?$)/s

const problemOf = (file: string, message: string): Problem | undefined => {
  const found = report.exec(message)
  if (!found) return undefined
  const [, line, column, endLine, endColumn, summary = 'not valid', detail = ''] = found
  const location = {
    file,
    line: Number(line),
    column: Number(column),
    endLine: Number(endLine ?? line),
    endColumn: Number(endColumn),
  }
  const words = detail === '' ? '' : `: ${detail.replaceAll(/\s+/g, ' ').replace(/\.\]?$/, '')}`
  return {
    code: 'not-recognised',
    severity: 'error',
    message: `${file} is not valid Terraform: ${summary.toLowerCase()}${words}`,
    location,
  }
}

/** What HashiCorp's own parser says of a text; undefined where it has nothing against it or cannot tell. */
const judge = async (file: string, text: string): Promise<Problem | undefined> => {
  const { parseHcl } = await import('./parse-hcl.js')
  try {
    await parseHcl('f', text)
    return undefined
  } catch (error) {
    // whatever it cannot do with a file, we say all the same that we cannot read it
    return error instanceof Error ? problemOf(file, error.message) : undefined
  }
}

/**
 * Puts what we say of files that we cannot read in the words that Terraform uses, by having these files judged by HashiCorp's
 * own parser. Files that we can read need no such judgement: all that it refuses we refuse, as the tests show, and it takes
 * longer than all the rest. Loads WebAssembly where there is such a file, else not.
 */
export const reworded = async (
  problems: readonly Problem[],
  folders: readonly Folder[],
): Promise<readonly Problem[]> => {
  const texts = new Map(folders.flatMap(({ files }) => files.map(({ file, text }) => [file, text] as const)))
  const out: Problem[] = []
  for (const problem of problems) {
    const { code, location: { file = '' } = {} } = problem
    const text = code === 'not-recognised' && !file.endsWith('.json') ? texts.get(file) : undefined
    out.push((text === undefined ? undefined : await judge(file, text)) ?? problem)
  }
  return out
}
