import { build } from 'esbuild'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const { values: options } = parseArgs({ options: { check: { type: 'boolean' } } })

const contents = `
export { language, loadRules } from './src/rules/load.js'
export { loadPresets } from './src/rules/presets.js'
export { loadServices } from './src/rules/services.js'
export { servicesPage } from './src/rules/service-table.js'
export { shippedPresets, shippedRules, shippedServiceFiles } from './src/rules/shipped.js'
export { rulesPage } from './src/rules/table.js'
export { renewPage } from './src/rules/vocabulary-page.js'
`

/** The rules engine as a module that Node can run, from the sources as they are. */
const load = async () => {
  const folder = join(root, 'node_modules', '.cache', 'keyward')
  const outfile = join(folder, 'docs.mjs')
  mkdirSync(folder, { recursive: true })
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    // `policies/` is found from where the source stands.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'src', 'rules', 'shipped.ts')).href) },
    logLevel: 'warning',
  })
  return import(pathToFileURL(outfile).href)
}

const docs = await load()
const { language, loadRules, loadPresets, loadServices, rulesPage, renewPage, servicesPage } = docs
const { shippedPresets, shippedRules, shippedServiceFiles } = docs
const { rules, problems } = loadRules(shippedRules())
const { presets, problems: presetProblems } = loadPresets(shippedPresets(), rules)
const { services, problems: serviceProblems } = loadServices(shippedServiceFiles())
for (const { message, location } of [...problems, ...presetProblems, ...serviceProblems]) {
  console.error(`${location.file}:${location.line}:${location.column}: ${message}`)
  process.exitCode = 1
}

const read = path => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')
const pages = {
  'policies/README.md': rulesPage(rules, presets),
  'docs/services.md': servicesPage(services),
  'docs/rules.md': renewPage(read('docs/rules.md'), language.vocabulary),
}
for (const [path, page] of Object.entries(pages)) {
  if (!options.check) writeFileSync(join(root, path), page)
  else if (read(path) !== page) {
    console.error(`${path} is not up to date: run \`node scripts/generate-docs.mjs\` and commit it`)
    process.exitCode = 1
  }
}
