import { readFileSync } from 'node:fs'
import t from 'tap'
import { consoleResult } from './console.js'

/** What `terraform console` said when `scripts/terraform-console.mjs --record` asked it. */
const recorded = JSON.parse(
  readFileSync(new URL('../../../../testdata/terraform-expressions/console.json', import.meta.url), 'utf8'),
) as readonly (readonly [string, string])[] // written by that script

t.test('it evaluates expressions as terraform console does', t => {
  for (const [expression, expected] of recorded) {
    const result = consoleResult(expression)
    // what is missing here is left open, and never made up
    if (result !== 'not evaluated') t.equal(result, expected, expression)
  }
  t.end()
})

t.test('it evaluates nearly all of them', t => {
  const open = recorded.filter(([expression]) => consoleResult(expression) === 'not evaluated')
  t.ok(open.length < recorded.length / 10)
  t.end()
})
