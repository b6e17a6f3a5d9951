import { readFileSync } from 'node:fs'
import t from 'tap'
import { consoleResult } from './console.js'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../testdata/terraform-expressions/${name}`, import.meta.url), 'utf8'))

/** What `terraform console` said when `scripts/terraform-console.mjs --record` asked it. */
const recorded = read('console.json') as readonly (readonly [string, string])[] // written by that script

/** Expressions that are known to differ, with the reason. */
const apart = read('apart.json') as Readonly<Record<string, string>> // kept by hand beside it

t.test('it evaluates expressions as terraform console does', t => {
  for (const [expression, expected] of recorded) {
    const result = consoleResult(expression)
    // what is missing here is left open, and never made up
    if (result !== 'not evaluated' && !(expression in apart)) t.equal(result, expected, expression)
  }
  t.end()
})

t.test('it evaluates nearly all of them', t => {
  const open = recorded.filter(([expression]) => consoleResult(expression) === 'not evaluated')
  t.ok(open.length < recorded.length / 20)
  t.end()
})

t.test('it differs where it is said to, and nowhere without a reason', t => {
  const answers = new Map(recorded)
  for (const expression of Object.keys(apart)) t.not(consoleResult(expression), answers.get(expression), expression)
  t.end()
})
