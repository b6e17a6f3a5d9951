import { readFileSync } from 'node:fs'
import t from 'tap'
import { written } from '../syntax/span.js'
import { parseExpression } from '../syntax/body.js'
import { evaluate } from '../evaluate/evaluate.js'
import { example, exampleScope } from './example.js'

/** Expressions over what `exampleScope` holds, each with what it comes to; checked by eye. */
const lines = readFileSync(new URL('../../../../testdata/terraform-expressions/holes.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '')
  .map(line => line.split('  =>  '))

t.test('it works around what is unknown, and names it where it cannot', t => {
  for (const [expression = '', expected] of lines) t.equal(example(expression), expected, expression)
  t.end()
})

t.test('it counts the calls of functions that it does not know', t => {
  const of = written('x.tf', '[nothing(1), nothing(2), provider::x::y(3)]')
  const scope = exampleScope({ written: of, start: 0, end: 0 })
  evaluate(parseExpression(of), scope)
  t.strictSame(
    [...scope.run.missing],
    [
      ['nothing', 2],
      ['provider::x::y', 1],
    ],
  )
  t.end()
})
