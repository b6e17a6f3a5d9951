/**
 * Measures how keyward reads plans against the machine's own limits, in one run, as ratios:
 *
 *   node bench/plan.mjs [CLI]
 *
 * Peak memory is what the kernel says of the process (VmHWM). Exits with 1 when a target is missed.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { planChunks } from './generate.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const cli = process.argv[2] ?? join(here, '..', 'dist', 'cli.js')
const folder = mkdtempSync(join(tmpdir(), 'keyward-bench-'))
const runs = 5

// prints the peak of a process's memory when it ends
const peak = join(folder, 'peak.mjs')
writeFileSync(
  peak,
  `import { readFileSync, writeSync } from 'node:fs'
process.on('exit', () => writeSync(2, '\\npeak ' + /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]))`,
)

const bare = join(folder, 'bare.mjs')
writeFileSync(
  bare,
  `import { readFileSync } from 'node:fs'
const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'))
console.log(plan.resource_changes.filter(r => r.type.startsWith('aws_kms_')).length)`,
)

/** Runs node and gives seconds, peak memory in MB and what it printed; `input` is piped in. */
const run = async (args, input) => {
  const start = performance.now()
  const child = spawn(process.execPath, args, { stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe'] })
  const texts = [child.stdout, child.stderr].map(async stream => {
    let text = ''
    for await (const chunk of stream) text += chunk
    return text
  })
  if (input) await pipeline(Readable.from(input), child.stdin)
  const [code] = await once(child, 'close')
  const seconds = (performance.now() - start) / 1000
  const [out, errors] = await Promise.all(texts)
  const memory = Number(/peak (\d+)/.exec(errors)?.[1]) / 1024
  return { code, seconds, memory, out, errors }
}

const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Runs the commands in turn, so that what else the machine does falls on each alike; gives the median of each. */
const race = async (...commands) => {
  const times = commands.map(() => [])
  for (let i = 0; i < runs; i++) {
    for (const [n, args] of commands.entries()) times[n].push((await run(args)).seconds)
  }
  return times.map(median)
}

let missed = false
const report = (what, ratio, target) => {
  missed ||= !(ratio <= target)
  console.log(`${what.padEnd(74)} ${ratio.toFixed(2)}  (at most ${target})${ratio <= target ? '' : '  MISSED'}`)
}

const write = async (name, shape) => {
  const file = join(folder, name)
  await pipeline(Readable.from(planChunks(shape)), createWriteStream(file))
  return file
}

const keysIn = ({ code, out, errors }) => {
  if (out === '') throw new Error(`check failed with ${code}: ${errors}`)
  return JSON.parse(out).keys.length
}

try {
  const check = [cli, 'check', '--format', 'json']
  const shape = { resources: 40_050, keys: 50 }
  const large = await write('large.json', shape)
  const small = await write('small.json', { resources: 4, keys: 1 })

  const [ours, theirs] = await race([...check, large], [bare, large])
  report('100 MB, 50 keys among 40,000 resources: time / read, decode, JSON.parse', ours / theirs, 0.6)

  const file = await run(['--import', peak, ...check, large])
  if (keysIn(file) !== shape.keys) throw new Error(`read ${keysIn(file)} keys of ${shape.keys}`)
  report('  peak memory / 150 MB', file.memory / 150, 1)

  const pipe = await run(['--import', peak, ...check, '-'], planChunks({ resources: 160_200, keys: 50 }))
  if (keysIn(pipe) !== 50) throw new Error(`read ${keysIn(pipe)} keys of 50`)
  report('400 MB from a pipe: peak memory / 150 MB', pipe.memory / 150, 1)

  const [start, node] = await race([...check, small], ['-e', '0'])
  report('10 KB: time / node -e 0', start / node, 3)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = missed ? 1 : 0
