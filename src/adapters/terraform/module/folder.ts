import { attempt, type Problem } from '../../../model/problem.js'
import { isSource } from '../../terraform-files.js'
import type { Reader } from '../files.js'
import { parseBody } from '../syntax/body.js'
import { parseJsonBody } from '../syntax/json.js'
import { written } from '../syntax/span.js'
import { configOf, type Config } from './config.js'

/** A folder as text, before it is known whether it matters. */
export interface Folder {
  readonly dir: string
  readonly files: readonly { readonly file: string; readonly text: string }[]
}

/** OpenTofu's file takes the place of Terraform's of the same name. */
const withoutShadowed = (files: readonly string[]): readonly string[] => {
  const all = new Set(files)
  return files.filter(file => !(/\.tf(\.json)?$/.test(file) && all.has(file.replace(/\.tf(\.json)?$/, '.tofu$1'))))
}

export const readFolder = async (dir: string, reader: Reader): Promise<Folder> => {
  const names = withoutShadowed((await reader.inFolder(dir)).filter(isSource))
  const files = []
  for (const file of names) files.push({ file, text: await reader.read(file) })
  return { dir, files }
}

const kms = /\baws_kms_(?:replica_|external_|replica_external_)?key(?:_policy)?\b|\baws_kms_grant\b/

/** Whether a text may declare a key, its policy or a grant. */
export const mentionsKeys = ({ files }: Folder): boolean => files.some(({ text }) => kms.test(text))

const calls = /\bmodule\b/
export const mentionsCalls = ({ files }: Folder): boolean => files.some(({ text }) => calls.test(text))

/** Reads what a folder declares; a file that cannot be read is a problem and hides no other. */
export const parseFolder = ({ dir, files }: Folder, report: (problem: Problem) => void): Config =>
  configOf(
    dir,
    files.flatMap(({ file, text }) => {
      const body = attempt(
        () => (file.endsWith('.json') ? parseJsonBody(written(file, text)) : parseBody(written(file, text))),
        report,
      )
      return body ? [{ file, body }] : []
    }),
  )
