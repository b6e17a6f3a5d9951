import { build } from 'esbuild'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { embedPolicies } from '../src/rules/embed.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const { values: options } = parseArgs({ options: { out: { type: 'string' } } })
const out = resolve(options.out ?? join(root, 'dist'))

/**
 * V8 optimizes in other threads, and on two cores these hold up the one that works: a run of many files waited for a core an eighth of
 * its time. With less inlining they are done sooner, and the code is no slower. The process must be ours: the library sets nothing.
 */
const sparing =
  "import { setFlagsFromString } from 'node:v8'\nsetFlagsFromString('--max-inlined-bytecode-size-cumulative=300')\n"

/** What each bundle runs. The entries themselves only export a function, so that tests can call it. */
const entries = {
  cli: sparing + "import { cli } from './src/cli.js'\nprocess.exitCode = await cli(process)\n",
  action: sparing + "import { action } from './src/action.js'\nprocess.exitCode = await action(process)\n",
  index: "export * from './src/index.js'\n",
}

/** Puts the policies inside the bundle, in place of the module that reads them from the disk. */
const embeddedPolicies = {
  name: 'embedded-policies',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]src[\\/]rules[\\/]shipped\.ts$/ }, () => ({ loader: 'js', contents: embedPolicies(root) }))
  },
}

/** The service catalogue as JSON, read by the code that reads it in development, so that a bundle need not read it at every start. */
const readServices = async () => {
  const entry = join(root, 'src', 'rules', 'shipped-services.ts')
  const outfile = join(root, 'node_modules', '.cache', 'keyward', 'services.mjs')
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    // `policies/` is found from where the source stands.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(entry).href) },
    logLevel: 'warning',
  })
  const { shippedServices } = await import(pathToFileURL(outfile).href)
  return JSON.stringify(shippedServices())
}

const embeddedServices = {
  name: 'embedded-services',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]src[\\/]rules[\\/]shipped-services\.ts$/ }, async () => ({
      loader: 'js',
      // a text is read faster than a program
      contents: `const json = ${JSON.stringify(await readServices())}\nexport const shippedServices = () => JSON.parse(json)\n`,
    }))
  },
}

/** Packages in CommonJS call `require` for modules of Node, and find their files beside their code. */
const forCommonJs = [
  "import { createRequire as makeRequire } from 'node:module'",
  "import { fileURLToPath as toPath } from 'node:url'",
  'const require = makeRequire(import.meta.url)',
  "const folderOfChunk = toPath(new URL('.', import.meta.url))",
].join(';')

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

/** The YAML reader asks the environment at every token whether to log it, which takes a sixth of its time. */
const plainEnvironment = {
  name: 'plain-environment',
  setup: ({ onLoad }) => {
    onLoad(
      { filter: /[\\/]node_modules[\\/]yaml[\\/]dist[\\/](compose[\\/]composer|parse[\\/]parser)\.js$/ },
      ({ path }) => ({
        loader: 'js',
        contents: readFileSync(path, 'utf8').replace(/node_process\.env\.LOG_(STREAM|TOKENS)/, 'false'),
      }),
    )
  },
}

/** Makes each entry a module that esbuild can start from. */
const asEntries = {
  name: 'entries',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^entry:/ }, ({ path }) => ({ path: path.slice('entry:'.length), namespace: 'entry' }))
    onLoad({ filter: /.*/, namespace: 'entry' }, ({ path }) => ({ contents: entries[path], resolveDir: root }))
  },
}

/**
 * One bundle for each entry. What they share, and what is imported only when it is needed, such as the YAML reader, is a
 * chunk of its own, named by its content: a run that needs no YAML does not load it.
 */
const bundle = async () => {
  const { metafile, outputFiles } = await build({
    write: false,
    absWorkingDir: root,
    entryPoints: Object.fromEntries(Object.keys(entries).map(name => [name, `entry:${name}`])),
    outdir: out,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    conditions: ['module'],
    splitting: true,
    // asked for by hcl2json where the platform has none; Node has it
    external: ['performance'],
    // one byte a character, which starts faster than two
    charset: 'ascii',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    banner: { js: `${forCommonJs};` },
    define: { __dirname: 'folderOfChunk' },
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [asEntries, embeddedPolicies, embeddedServices, plainWidth, plainEnvironment],
  })
  const inputs = Object.values(metafile.outputs).flatMap(output =>
    Object.keys(output.inputs).filter(input => output.inputs[input].bytesInOutput > 0),
  )
  return { files: outputFiles, inputs }
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
      const text =
        file === undefined
          ? `The package has no licence text; it declares the licence ${license}.`
          : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
      return `${name} ${version} (${license})\n\n${text}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}

// nothing is touched before everything is built
const { files, inputs } = await bundle()
rmSync(out, { recursive: true, force: true })
mkdirSync(join(out, 'chunks'), { recursive: true })
for (const { path, text } of files) {
  const shebang = path === join(out, 'cli.js') ? '#!/usr/bin/env node\n' : ''
  writeFileSync(path, shebang + text)
}
// where the package looks for it from a chunk: beside the folder of its code
copyFileSync(join(root, 'node_modules/@cdktf/hcl2json/main.wasm.gz'), join(out, 'main.wasm.gz'))
writeFileSync(join(out, 'licenses.txt'), licences(inputs))
chmodSync(join(out, 'cli.js'), 0o755)
