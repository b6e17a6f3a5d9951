import type { Key } from '../../model/key.js'
import { attempt, type Problem } from '../../model/problem.js'
import { evaluate } from './evaluate.js'
import { explore, maxVariants } from './explore.js'
import { isTrue } from './functions/if.js'
import { contentOf, isKey, keyOf, type Content } from './key.js'
import { runOf, type Element, type Env, type Memory, type Scope, type Session } from './scope.js'
import { memberOf, textOf } from './tree.js'
import { labelled, type Outcome } from './variants.js'

/** The consistent ways in which the resource can be there. */
const waysOf = (id: string, { tree, symbols }: Element, scope: Scope, session: Session) => {
  const memory: Memory = new Map()
  return explore<Outcome<Content>>(choices => {
    const run = runOf(session, choices, memory)
    const env: Env = { scope, run, symbols, self: scope.prefix + id }
    const condition = memberOf(tree, 'Condition')
    const name = textOf(condition)
    if (condition && name !== undefined && !isTrue(name, condition, env, evaluate)) return undefined
    return { content: contentOf(tree, env), labels: run.labels }
  })
}

/** Undefined for a key that no deployment makes. */
const readKey = (id: string, element: Element, scope: Scope, session: Session): Key | undefined => {
  const address = scope.prefix + id
  const { ways, bounded } = waysOf(id, element, scope, session)
  if (bounded) {
    const message = `${address} has more variants than the ${maxVariants} that are judged`
    session.report({ code: 'variants-bounded', severity: 'error', message, location: element.location })
  }
  const [first, ...others] = labelled(ways)
  return first && keyOf(address, element, scope, [first, ...others])
}

/** The keys of a stack and of those that are nested in it. A key that cannot be read is a problem and hides no other. */
export const keysOf = (scope: Scope, session: Session): readonly Key[] =>
  [...scope.resources].flatMap(([id, element]) => {
    const report = (problem: Problem): void => {
      session.report({ ...problem, location: problem.location ?? element.location })
    }
    const key = isKey(element.tree) ? attempt(() => readKey(id, element, scope, session), report) : undefined
    const nested = scope.nested.get(id)
    return [...(key ? [key] : []), ...(nested ? keysOf(nested, session) : [])]
  })
