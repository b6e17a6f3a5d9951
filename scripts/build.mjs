import { build } from 'esbuild'
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { embedPolicies } from '../src/rules/embed.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const { values: options } = parseArgs({ options: { out: { type: 'string' } } })
const out = resolve(options.out ?? join(root, 'dist'))

/** What each bundle runs. The entries themselves only export a function, so that tests can call it. */
const entries = {
  cli: "import { cli } from './src/cli.js'\nprocess.exitCode = await cli(process)\n",
  action: "import { action } from './src/action.js'\nprocess.exitCode = await action(process)\n",
  index: "export * from './src/index.js'\n",
}

/** Puts the policies inside the bundle, in place of the module that reads them from the disk. */
const embeddedPolicies = {
  name: 'embedded-policies',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]src[\\/]rules[\\/]shipped\.ts$/ }, () => ({ loader: 'js', contents: embedPolicies(root) }))
  },
}

/** Packages in CommonJS call `require` for modules of Node. */
const requireForCommonJs =
  "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);"

/**
 * Help texts are ASCII, so a character is a column. The package that knows better loads the segmentation tables of ICU,
 * which costs half the start-up time of bare Node.
 */
const plainWidth = {
  name: 'plain-width',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]node_modules[\\/]string-width[\\/]index\.js$/ }, () => ({
      loader: 'js',
      contents: 'export default text => text.length\n',
    }))
  },
}

const bundle = async ([name, contents]) => {
  const { metafile, outputFiles } = await build({
    write: false,
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, sourcefile: `${name}.js`, loader: 'js' },
    outfile: join(out, `${name}.js`),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    conditions: ['module'],
    splitting: false,
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    banner: { js: `${name === 'cli' ? '#!/usr/bin/env node\n' : ''}${requireForCommonJs}` },
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [embeddedPolicies, plainWidth],
  })
  const inputs = Object.values(metafile.outputs).flatMap(output =>
    Object.keys(output.inputs).filter(input => output.inputs[input].bytesInOutput > 0),
  )
  return { file: `${name}.js`, contents: outputFiles[0].contents, inputs }
}

const packageOf = input => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]

/** The licence texts of all packages that a bundle contains. */
const licences = inputs => {
  const names = [...new Set(inputs.map(packageOf))].filter(name => name && name !== 'string-width').sort()
  return names
    .map(name => {
      const folder = join(root, 'node_modules', name)
      const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry))
      if (file === undefined) throw new Error(`${name} has no licence text`)
      const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
      return `${name} ${version} (${license})\n\n${text}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}

// nothing is touched before everything is built
const bundles = await Promise.all(Object.entries(entries).map(bundle))
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
for (const { file, contents } of bundles) writeFileSync(join(out, file), contents)
writeFileSync(join(out, 'licenses.txt'), licences(bundles.flatMap(({ inputs }) => inputs)))
chmodSync(join(out, 'cli.js'), 0o755)
