// Compares our evaluation of expressions with `terraform console`: the recorded ones, and random ones besides.
//   node scripts/terraform-console.mjs [number of random expressions] [seed]
// With --record it writes what Terraform says of the recorded ones to testdata/terraform-expressions/console.json.
import { build } from 'esbuild'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

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

let seed = Number(words[1] ?? 1)
const random = () => {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff
  return seed / 0x7fffffff
}
const pick = list => list[Math.floor(random() * list.length)]
const texts = ['""', '"a"', '"kms:*"', '"a/b/c"', '"é x"', '"12"', '"true"', '"a,b,,c"', '"${1 + 2}z"', '"$${q}"']
const text = depth =>
  depth <= 0
    ? pick(texts)
    : pick([
        () => pick(texts),
        () => `upper(${text(depth - 1)})`,
        () => `join("-", ${textList(depth - 1)})`,
        () => `format("%s:%s", ${text(depth - 1)}, ${number(depth - 1)})`,
        () => `replace(${text(depth - 1)}, "a", ${text(depth - 2)})`,
        () => `"<\${${text(depth - 1)}}>"`,
        () => `"%{ if ${truth(depth - 1)} }\${${text(depth - 1)}}%{ else }no%{ endif }"`,
        () => `"%{ for x in ${textList(depth - 1)} }\${x};%{ endfor }"`,
        () => `(${truth(depth - 1)} ? ${text(depth - 1)} : ${text(depth - 1)})`,
        () => `coalesce(${text(depth - 1)}, "z")`,
        () => `trimprefix(${text(depth - 1)}, "a")`,
        () => `substr(${text(depth - 1)}, ${pick([0, 1, -1])}, ${pick([-1, 1, 2])})`,
        () => `try(${textList(depth - 1)}[${number(0)}], "none")`,
        () => `jsonencode(${any(depth - 1)})`,
        () => `lookup(${map(depth - 1)}, ${text(depth - 2)}, "other")`,
        () => `title(${text(depth - 1)})`,
      ])()
const number = depth =>
  depth <= 0
    ? pick(['0', '1', '2', '7', '2.5', '100'])
    : pick([
        () => number(0),
        () => `(${number(depth - 1)} + ${number(depth - 1)})`,
        () => `(${number(depth - 1)} - ${number(depth - 1)})`,
        () => `(${number(depth - 1)} * ${number(depth - 1)})`,
        () => `length(${textList(depth - 1)})`,
        () => `length(${text(depth - 1)})`,
        () => `max(${number(depth - 1)}, ${number(depth - 1)})`,
        () => `-${number(0)}`,
        () => `floor(${number(depth - 1)})`,
      ])()
const truth = depth =>
  depth <= 0
    ? pick(['true', 'false'])
    : pick([
        () => `(${number(depth - 1)} < ${number(depth - 1)})`,
        () => `(${text(depth - 1)} == ${text(depth - 1)})`,
        () => `!${truth(0)}`,
        () => `(${truth(depth - 1)} && ${truth(depth - 1)})`,
        () => `(${truth(depth - 1)} || ${truth(depth - 1)})`,
        () => `contains(${textList(depth - 1)}, ${text(depth - 1)})`,
        () => `startswith(${text(depth - 1)}, "a")`,
        () => `can(regex("^[a-z]+$", ${text(depth - 1)}))`,
      ])()
const textList = depth =>
  depth <= 0
    ? pick(['["a", "b"]', '["x"]', '["b", "a", "b"]'])
    : pick([
        () => `[${text(depth - 1)}, ${text(depth - 1)}]`,
        () => `[for s in ${textList(depth - 1)} : "\${s}!"]`,
        () => `[for i, s in ${textList(depth - 1)} : "\${i}\${s}" if s != "a"]`,
        () => `concat(${textList(depth - 1)}, ${textList(depth - 1)})`,
        () => `distinct(${textList(depth - 1)})`,
        () => `sort(${textList(depth - 1)})`,
        () => `reverse(${textList(depth - 1)})`,
        () => `tolist(toset(${textList(depth - 1)}))`,
        () => `split(",", ${text(depth - 1)})`,
        () => `compact(${textList(depth - 1)})`,
        () => `keys(${map(depth - 1)})`,
        () => `values(${map(depth - 1)})`,
        () => `formatlist("<%s>", ${textList(depth - 1)})`,
        () => `flatten([${textList(depth - 1)}, [${textList(depth - 1)}]])`,
        () => `[for p in setproduct(${textList(0)}, ${textList(0)}) : join("", p)]`,
        () => `[{ n = ${text(depth - 1)} }, { n = ${text(depth - 1)} }][*].n`,
      ])()
const map = depth =>
  depth <= 0
    ? pick(['{ a = "1" }', '{ b = "x", a = "y" }', '{ "k/1" = "v" }'])
    : pick([
        () => `{ a = ${text(depth - 1)}, (${text(depth - 2)}) = ${text(depth - 1)} }`,
        () => `merge(${map(depth - 1)}, ${map(depth - 1)})`,
        () => `{ for i, s in ${textList(depth - 1)} : "\${s}\${i}" => upper(s) }`,
        () => `{ for k, v in ${map(depth - 1)} : k => "\${v}." if k != "b" }`,
        () => `zipmap(distinct(${textList(0)}), distinct(${textList(0)}))`,
      ])()
const any = depth => pick([text, number, truth, textList, map])(depth)

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

const recorded = readFileSync(file('expressions.txt'), 'utf8').split('\n').filter(Boolean)
const randomly = Array.from({ length: Number(words[0] ?? 500) }, () => any(3))
const all = record ? recorded : [...recorded, ...randomly]
const answers = terraform(all)
if (record) {
  writeFileSync(
    file('console.json'),
    `${JSON.stringify(
      all.map((e, i) => [e, answers[i]]),
      undefined,
      1,
    )}\n`,
  )
  console.log(`${all.length} recorded`)
} else {
  let differ = 0
  let open = 0
  all.forEach((e, i) => {
    const result = consoleResult(e)
    if (result === 'not evaluated') open++
    else if (result !== answers[i]) {
      differ++
      console.log(`${e}\n  terraform ${answers[i]}\n  keyward   ${result}`)
    }
  })
  console.log(
    `${all.length} expressions: ${all.length - differ - open} the same, ${differ} differ, ${open} not evaluated`,
  )
  process.exitCode = differ > 0 ? 1 : 0
}
