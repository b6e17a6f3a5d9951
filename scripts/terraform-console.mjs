// Compares our evaluation of expressions with `terraform console`: the recorded ones, and random ones besides.
//   node scripts/terraform-console.mjs [number of random expressions] [seed]
// Half of the random ones are nested, the other half calls of every function that Terraform has, with arguments that may not fit.
// With --record it writes what Terraform says of all of them to testdata/terraform-expressions/console.json,
// and what functions there are to functions.json.
import { build } from 'esbuild'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generator } from './terraform-expressions.mjs'

const root = new URL('..', import.meta.url)
const file = name => new URL(`testdata/terraform-expressions/${name}`, root)
const words = process.argv.slice(2).filter(word => !word.startsWith('--'))
const record = process.argv.includes('--record')

const bundle = new URL('node_modules/.cache/terraform-console.mjs', root)
await build({
  stdin: {
    contents: `export { consoleResult } from './src/adapters/terraform/functions/console.ts'`,
    resolveDir: root.pathname,
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile: bundle.pathname,
  logLevel: 'error',
})
const { consoleResult } = await import(bundle.href)

const directory = mkdtempSync(join(tmpdir(), 'keyward-console-'))
/** What Terraform says of expressions, in one run; undefined if one of them stops it before anything is evaluated. */
const together = list => {
  const input = `jsonencode([${list.map(e => `jsonencode([try(${e}, "<fault>")])`).join(', ')}])\n`
  try {
    const options = { cwd: directory, input, stdio: ['pipe', 'pipe', 'ignore'], maxBuffer: 1e9 }
    return JSON.parse(JSON.parse(execFileSync('terraform', ['console'], options).toString()))
  } catch {
    return undefined
  }
}
const terraform = list => {
  const answers = together(list)
  if (answers) return answers
  if (list.length === 1) return ['refused']
  const half = list.length >> 1
  return [...terraform(list.slice(0, half)), ...terraform(list.slice(half))]
}

/** Functions that give something else each time, or where they run; and those that read files. */
const elsewhere =
  /^(?:timestamp|plantimestamp|uuid|bcrypt|rsadecrypt|base64gzip|abspath|pathexpand|file.*|template.*|try|can|sensitive)$/
const { function_signatures: signatures } = JSON.parse(
  execFileSync('terraform', ['metadata', 'functions', '-json'], { stdio: ['ignore', 'pipe', 'ignore'] }),
)
const functions = Object.entries(signatures).filter(([name]) => !name.includes('::') && !elsewhere.test(name))

const count = Number(words[0] ?? 500)
const { any, call } = generator(Number(words[1] ?? 1))
/** Expressions that are known to differ, with the reason. */
const apart = JSON.parse(readFileSync(file('apart.json'), 'utf8'))
const recorded = readFileSync(file('expressions.txt'), 'utf8').split('\n').filter(Boolean)
const randomly = Array.from({ length: count }, (_, i) =>
  i % 2 === 0 ? any(3) : call(...functions[((i - 1) / 2) % functions.length]),
)
const all = [...new Set([...recorded, ...randomly])]
const answers = terraform(all)
// what Terraform fails on as a whole, and not as `try` could tell, has no answer to compare with
const answered = all.map((e, i) => [e, answers[i]]).filter(([, answer]) => answer !== 'refused')
if (record) {
  writeFileSync(file('console.json'), `[\n${answered.map(pair => JSON.stringify(pair)).join(',\n')}\n]\n`)
  const parameters = ({ parameters: takes = [], variadic_parameter: rest }) => ({
    takes: takes.map(({ type }) => type),
    takesNull: takes.some(parameter => parameter.is_nullable),
    ...(rest && { rest: rest.type }),
    restNull: rest?.is_nullable === true,
  })
  const known = Object.entries(signatures).filter(([name]) => !name.includes('::'))
  writeFileSync(
    file('functions.json'),
    `{\n${known.map(([name, of]) => `${JSON.stringify(name)}: ${JSON.stringify(parameters(of))}`).join(',\n')}\n}\n`,
  )
  console.log(`${answered.length} recorded`)
} else {
  let differ = 0
  let open = 0
  for (const [e, answer] of answered) {
    const result = consoleResult(e)
    if (result === 'not evaluated') open++
    else if (result !== answer && !(e in apart)) {
      differ++
      console.log(`${e}\n  terraform ${answer}\n  keyward   ${result}`)
    }
  }
  const same = answered.length - differ - open - answered.filter(([e]) => e in apart).length
  console.log(
    `${answered.length} expressions: ${same} the same, ${differ} differ, ${open} not evaluated, ${Object.keys(apart).length} known to differ`,
  )
  process.exitCode = differ > 0 ? 1 : 0
}
