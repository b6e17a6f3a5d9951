/**
 * Measures how keyward checks 1,000 CloudFormation templates against parsing them alone with `yaml`, in one run:
 *
 *   node bench/templates.mjs [CLI]
 *
 * The templates are those of `testdata/`, each many times over. Prints ratios; exits with 1 when a target is missed.
 */
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const cli = process.argv[2] ?? join(root, 'dist', 'cli.js')
const folder = mkdtempSync(join(tmpdir(), 'keyward-bench-'))
const runs = 5

const templates = readdirSync(join(root, 'testdata'))
  .filter(name => name.startsWith('cloudformation-') && existsSync(join(root, 'testdata', name, 'options.json')))
  .flatMap(name => {
    const options = JSON.parse(readFileSync(join(root, 'testdata', name, 'options.json'), 'utf8'))
    return options.parameters || !options.paths ? [] : [join(root, 'testdata', name, options.paths[0])]
  })
mkdirSync(join(folder, 'templates'))
for (let i = 0; i < 1000; i++) {
  const source = templates[i % templates.length]
  copyFileSync(source, join(folder, 'templates', `${String(i).padStart(4, '0')}${extname(source)}`))
}

const yaml = pathToFileURL(join(root, 'node_modules/yaml/dist/index.js')).href
writeFileSync(
  join(folder, 'bare.mjs'),
  `import { readdirSync, readFileSync } from 'node:fs'
import yaml from '${yaml}'
const folder = process.argv[2]
for (const name of readdirSync(folder)) yaml.parseAllDocuments(readFileSync(folder + '/' + name, 'utf8'), { logLevel: 'silent' })`,
)
writeFileSync(
  join(folder, 'peak.mjs'),
  `import { readFileSync, writeSync } from 'node:fs'
process.on('exit', () => writeSync(2, '\\npeak ' + /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]))`,
)

/** Runs node and gives seconds and peak memory in MB. */
const run = args => {
  const start = performance.now()
  const { stderr } = spawnSync(process.execPath, ['--import', join(folder, 'peak.mjs'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  return { seconds: (performance.now() - start) / 1000, peak: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 }
}

const median = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

const ours = []
const theirs = []
for (let i = 0; i < runs; i++) {
  ours.push(run([cli, 'check', '--format', 'json', join(folder, 'templates')]))
  theirs.push(run([join(folder, 'bare.mjs'), join(folder, 'templates')]))
}
rmSync(folder, { recursive: true })

const time = median(ours.map(r => r.seconds)) / median(theirs.map(r => r.seconds))
const memory = median(ours.map(r => r.peak)) / median(theirs.map(r => r.peak))
const told = (what, ratio) =>
  console.log(
    `1,000 templates: ${what} / parsing alone with yaml`.padEnd(56),
    ratio.toFixed(2),
    ' (at most 2)',
    ratio > 2 ? ' MISSED' : '',
  )
told('time', time)
told('peak memory', memory)
process.exitCode = time > 2 || memory > 2 ? 1 : 0
