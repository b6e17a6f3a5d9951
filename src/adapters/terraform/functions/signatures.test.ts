import { readFileSync } from 'node:fs'
import t from 'tap'
import type { Type } from '../evaluate/types.js'
import { signatures, type Signature } from './signatures.js'
import { functionNamed } from './table.js'

/** What `terraform metadata functions -json` says, as `scripts/terraform-console.mjs --record` writes it down. */
const terraform = JSON.parse(
  readFileSync(new URL('../../../../testdata/terraform-expressions/functions.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, unknown>> // written by that script

const inWords = (type: Type): unknown =>
  type.kind === 'any'
    ? 'dynamic'
    : type.kind === 'list' || type.kind === 'set' || type.kind === 'map'
      ? [type.kind, inWords(type.of)]
      : type.kind

const signature = ({ takes, takesNull, rest, restNull }: Signature): unknown => ({
  takes: takes.map(inWords),
  takesNull,
  ...(rest && { rest: inWords(rest) }),
  restNull,
})

t.test('it knows every function of Terraform, with the types of its parameters', t => {
  for (const [name, expected] of Object.entries(terraform)) {
    if (name === 'try' || name === 'can') continue
    const known = signatures[name]
    t.strictSame(known && signature(known), expected, name)
  }
  t.end()
})

t.test('it has a function for every signature', t => {
  for (const name of Object.keys(signatures)) t.ok(functionNamed(name), name)
  t.end()
})
