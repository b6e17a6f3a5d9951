import type { Key } from '../../model/key.js'
import { fits } from '../../model/key-class.js'
import { attempt, type Problem } from '../../model/problem.js'
import { evaluate } from './evaluate.js'
import { explore, mostVariants } from './explore.js'
import { isTrue } from './functions/if.js'
import { contentOf, isKey, keyOf, type Content } from './key.js'
import { runOf, type Element, type Env, type Memory, type Run, type Scope, type Session } from './scope.js'
import { keepsRules } from './template-rules.js'
import { memberOf, textOf, type Tree } from './tree.js'
import { labelled, type Outcome } from './variants.js'

/** Whether the condition of a resource lets it be there. */
const isThere = ({ tree }: Element, env: Env): boolean => {
  const condition = memberOf(tree, 'Condition')
  const name = textOf(condition)
  return !condition || name === undefined || isTrue(name, condition, env, evaluate)
}

/** Whether the stack is there, and every stack that it is nested in. */
const isMade = ({ owner }: Scope, run: Run): boolean => {
  if (!owner) return true
  const { element, scope } = owner
  return isMade(scope, run) && isThere(element, { scope, run, symbols: element.symbols })
}

/** Whether the rules of the stack, and of every stack that it is nested in, allow what is decided. */
const isAllowed = (scope: Scope, run: Run): boolean =>
  keepsRules(scope, run, evaluate) && (!scope.owner || isAllowed(scope.owner.scope, run))

/**
 * The consistent ways in which a resource can be there, at most so many, with what `read` makes of it on each; undefined where
 * AWS would not make it.
 */
export const waysOf = <T>(
  element: Element,
  scope: Scope,
  session: Session,
  most: number,
  read: (tree: Tree, env: Env) => T | undefined,
) => {
  const { tree, symbols } = element
  const memory: Memory = new Map()
  return explore<Outcome<T>>(choices => {
    const run = runOf(session, choices, memory)
    const env: Env = { scope, run, symbols }
    if (!isMade(scope, run) || !isThere(element, env)) return undefined
    const content = read(tree, env)
    return content !== undefined && isAllowed(scope, run)
      ? { content, labels: run.labels, variables: run.variables }
      : undefined
  }, most)
}

/** Undefined for a key that no deployment makes. */
const readKey = (id: string, element: Element, scope: Scope, session: Session): Key | undefined => {
  const address = scope.prefix + id
  const most = mostVariants(element.tree.size)
  const explored = (isMeant: (content: Content) => boolean) =>
    waysOf(element, scope, session, most, (tree, env) => {
      const content = contentOf(tree, { ...env, self: address })
      return isMeant(content) ? content : undefined
    })
  const possible = explored(({ settings }) => fits(settings) !== false)
  // a key that AWS makes on no way is judged all the same
  const { ways, bounded } = possible.ways.length > 0 ? possible : explored(() => true)
  if (bounded) {
    const message = `${address} has more variants than the ${most} that are judged`
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
