import { InputError } from '../../../model/problem.js'
import { loadRe2 } from '../../../model/re2.js'
import { evaluate } from '../evaluate/evaluate.js'
import { Run } from '../evaluate/run.js'
import { knownText } from '../evaluate/value.js'
import { parseExpression } from '../syntax/body.js'
import { written } from '../syntax/span.js'

/* c8 ignore start -- part of the tests and of a script */
await loadRe2()

/**
 * What `jsonencode([try(EXPRESSION, "<fault>")])` gives, as `terraform console` is asked for it. `refused` where the expression
 * does not parse, `not evaluated` where a function is missing here.
 */
export const consoleResult = (expression: string): string => {
  try {
    const parsed = parseExpression(written('console', `jsonencode([try(${expression}, "<fault>")])`))
    const value = evaluate(parsed, { run: new Run(), names: undefined, root: () => undefined, file: () => undefined })
    return (value.kind === 'string' ? knownText(value.pieces) : undefined) ?? 'not evaluated'
  } catch (error) {
    if (error instanceof InputError) return 'refused'
    throw error
  }
}
/* c8 ignore stop */
