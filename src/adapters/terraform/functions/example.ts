import { InputError } from '../../../model/problem.js'
import { loadRe2 } from '../../../model/re2.js'
import { print } from '../../../model/text.js'
import { evaluate } from '../evaluate/evaluate.js'
import { Fault } from '../evaluate/fault.js'
import { Run } from '../evaluate/run.js'
import type { Scope } from '../evaluate/scope.js'
import { concealed, holeString, numberOf, stringOf, textOf, unknownOf, type Value } from '../evaluate/value.js'
import { parseExpression } from '../syntax/body.js'
import { written, type Span } from '../syntax/span.js'
import { jsonPieces } from './json.js'

/* c8 ignore start -- part of the tests */
await loadRe2()

const names = (at: Span): Readonly<Record<string, Value>> => ({
  unknown: unknownOf({ kind: 'parameter', name: 'var.unknown' }, at),
  arn: holeString({ kind: 'after-apply', name: 'aws_sns_topic.t.arn' }, at),
  account: holeString({ kind: 'pseudo', name: 'account_id', stands: 'account' }, at),
  secret: concealed(stringOf('Secret', at)),
  pin: concealed(numberOf(7, at)),
  hidden: unknownOf({ kind: 'sensitive', name: 'var.hidden' }, at),
  resource: {
    kind: 'lazy',
    name: 'aws_sns_topic.t',
    at,
    get: attribute => (attribute === 'name' ? stringOf('t', at) : undefined),
  },
  template: stringOf('${x}!', at),
})

const files: Readonly<Record<string, string>> = {
  'a.json': '{"a": 1}',
  'a.tpl': '${x}-%{ for y in ys }${y}%{ endfor }',
  empty: '',
  bytes: '\ufffd',
}

/** What tests evaluate with: something unknown, known in part or sensitive, and some files. */
export const exampleScope = (at: Span): Scope => ({
  run: new Run(),
  names: undefined,
  root: name => names(at)[name],
  file: path => {
    const text = files[path]
    return text === undefined ? (path.startsWith('/') ? 'unreadable' : undefined) : { file: path, text }
  },
  folder: path => (path === '.' ? ['a.json', 'b/c.json', 'b/d/e.txt', 'x+y.json'] : undefined),
})

/** An expression evaluated with what is unknown in sight: JSON around holes by their names, or what is wrong with it. */
export const example = (expression: string): string => {
  const of = written('x.tf', expression)
  const at = { written: of, start: 0, end: 0 }
  try {
    const value = evaluate(parseExpression(of), exampleScope(at))
    return print(textOf(jsonPieces(value, at)))
  } catch (error) {
    if (error instanceof Fault) return `fault: ${error.message}`
    if (error instanceof InputError) return `${error.code}: ${error.message}`
    throw error
  }
}
/* c8 ignore stop */
