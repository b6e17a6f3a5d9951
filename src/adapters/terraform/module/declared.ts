import type { Problem } from '../../../model/problem.js'
import type { Configured, Files } from '../../../model/source.js'
import { reader } from '../files.js'
import { attempt } from '../../../model/problem.js'
import { parseFolder, readFolder } from './folder.js'
import { parseValues } from './inputs.js'

/** What a folder of configuration declares, by names such as `aws_kms_key.a`, `data.aws_region.b`, `module.c` and `var.d`. */
export const declaredIn = async (files: Files, dir: string): Promise<ReadonlySet<string>> => {
  // what cannot be parsed is told when the folder is read
  const config = parseFolder(await readFolder(dir, reader(files)), () => undefined)
  return new Set([
    ...config.resources.keys(),
    ...[...config.calls.keys()].map(name => `module.${name}`),
    ...[...config.variables.keys()].map(name => `var.${name}`),
  ])
}

const undeclared = (name: string, file: string | undefined): Problem =>
  file === undefined
    ? {
        code: 'option-not-valid',
        severity: 'error',
        message: `a variable named "${name}" was assigned on the command line, but the root module does not declare a variable of that name`,
      }
    : {
        code: 'option-not-valid',
        severity: 'warning',
        message: `the root module does not declare a variable named "${name}" but a value was found in ${file}`,
        location: { file },
      }

/** The variables that the user gives values and none of these root modules declares, as Terraform complains of them. */
export const undeclaredIn = async (
  files: Files,
  roots: readonly string[],
  { assignments = [] }: Configured,
): Promise<readonly Problem[]> => {
  if (assignments.length === 0) return []
  const declared = new Set<string>()
  for (const root of roots) for (const name of await declaredIn(files, root)) declared.add(name)
  return assignments.flatMap(assignment => {
    const names =
      'file' in assignment
        ? // what cannot be parsed is told when the values are read
          [
            ...(attempt(
              () => parseValues(assignment.file, assignment.text),
              () => undefined,
            )?.attributes.keys() ?? []),
          ]
        : [assignment.name]
    const file = 'file' in assignment ? assignment.file : undefined
    return [...new Set(names)].filter(name => !declared.has(`var.${name}`)).map(name => undeclared(name, file))
  })
}
