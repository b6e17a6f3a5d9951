import { mkdtempSync, readFileSync, readdirSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

/*
 * Writes the templates of the scenarios that hold an app of the AWS CDK, `app.mjs`. It needs no network and no account.
 * With --check nothing is written, and the exit code is 1 where a template is not what its app makes.
 */

const testdata = resolve(dirname(fileURLToPath(import.meta.url)), '..', 'testdata')
const { values: options } = parseArgs({ options: { check: { type: 'boolean' } } })

const isTemplate = name => name.endsWith('.template.json')

/** The templates that an app makes, nested ones included, by the names of their files. */
const templatesOf = async folder => {
  const outdir = mkdtempSync(join(tmpdir(), 'keyward-cdk-'))
  try {
    const { synthesise } = await import(pathToFileURL(join(folder, 'app.mjs')).href)
    synthesise(outdir)
    const names = readdirSync(outdir).filter(isTemplate).sort()
    return new Map(names.map(name => [name, readFileSync(join(outdir, name), 'utf8')]))
  } finally {
    rmSync(outdir, { recursive: true, force: true })
  }
}

const differences = []
for (const name of readdirSync(testdata).sort()) {
  const folder = join(testdata, name)
  if (!existsSync(join(folder, 'app.mjs'))) continue
  const made = await templatesOf(folder)
  for (const file of new Set([...made.keys(), ...readdirSync(folder).filter(isTemplate)])) {
    const path = join(folder, file)
    const written = existsSync(path) ? readFileSync(path, 'utf8') : undefined
    const template = made.get(file)
    if (written === template) continue
    differences.push(`${name}/${file}`)
    if (options.check) continue
    if (template === undefined) rmSync(path)
    else writeFileSync(path, template)
  }
}
for (const file of differences) console.log(`${options.check ? 'is not what its app makes' : 'written'}: ${file}`)
if (options.check && differences.length > 0) process.exitCode = 1
