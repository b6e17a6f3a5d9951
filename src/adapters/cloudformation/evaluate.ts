import type { HoleNode, Member, Node } from '../../model/node.js'
import { text } from '../../model/text.js'
import { report, type Call } from './call.js'
import { functions } from './functions/index.js'
import { transform } from './functions/references.js'
import { expand } from './loops.js'
import type { Env } from './scope.js'
import { callOf, isCall, isIncluding, isNull, transformIn, type Mapping, type Tree } from './tree.js'
import { holeNode, scalarNode, type Value } from './value.js'

/** The call that a mapping is, where its function exists; a mistake is reported. */
const callIn = (tree: Mapping, env: Env): Call | undefined => {
  const location = env.scope.template.locate(tree.span)
  const call = callOf(tree)
  if (call && Object.hasOwn(functions, call.name)) return { ...call, location, env, evaluate }
  const names = tree.entries.map(({ key }) => key)
  report(
    env,
    call
      ? `there is no function ${call.name}${env.run.session.suggest(call.name, Object.keys(functions))}`
      : `a function stands alone in its mapping; here are ${names.slice(0, 5).join(', ')}`,
    location,
  )
  return undefined
}

/** What the macro that stands in a mapping makes of it, which is known to the macro alone; undefined where none does. */
const transformed = (tree: Mapping, env: Env): HoleNode | undefined => {
  const macro = transformIn(tree)
  const location = env.scope.template.locate(tree.span)
  return macro && transform({ name: macro.key, argument: macro.value, location, env, evaluate })
}

/** `AWS::Include` adds members to those that are written. */
const objectOf = (tree: Mapping, env: Env, included?: HoleNode): Node => {
  const members = expand(tree.entries, env, evaluate).flatMap(({ key, value, span, symbols }): Member[] => {
    const location = env.scope.template.locate(span)
    if (included && key === 'Fn::Transform') return [{ key: [included.hole], location, value: included }]
    const node = evaluate(value, symbols === env.symbols ? env : { ...env, symbols })
    return node ? [{ key: text(key), location, value: node }] : []
  })
  return { kind: 'object', members, location: env.scope.template.locate(tree.span) }
}

const evaluateAnew = (tree: Tree, env: Env): Value => {
  const location = env.scope.template.locate(tree.span)
  switch (tree.kind) {
    case 'scalar':
      return isNull(tree) ? { kind: 'null', location } : scalarNode(tree, location)
    case 'list':
      return { kind: 'list', items: tree.items.flatMap(item => evaluate(item, env) ?? []), location }
    case 'broken':
      report(env, tree.message, location)
      return holeNode({ kind: 'expression', name: tree.name }, location)
    case 'mapping': {
      if (!isCall(tree)) {
        const made = transformed(tree, env)
        return made && !isIncluding(tree) ? made : objectOf(tree, env, made)
      }
      const call = callIn(tree, env)
      if (!call)
        return holeNode(
          {
            kind: 'expression',
            name: tree.entries
              .slice(0, 5)
              .map(({ key }) => key)
              .join(', '),
          },
          location,
        )
      return functions[call.name]?.(call)
    }
  }
}

const memoryOf = ({ run, scope }: Env): Map<Tree, Value> => {
  const memory = run.memory.get(scope) ?? new Map<Tree, Value>()
  run.memory.set(scope, memory)
  return memory
}

/**
 * Evaluates an expression as far as it is known, on one way through the choices. Scalars stay the text that was written.
 * Undefined is `AWS::NoValue`, which leaves its object or list. Mistakes are reported and leave holes. What does not depend
 * on the choices is evaluated once and shared.
 */
export const evaluate = (tree: Tree, env: Env): Value => {
  const { session, deeper } = env.run
  const { step } = session
  step()
  if (env.isCondition || env.symbols.size > 0) return deeper(() => evaluateAnew(tree, env))
  const memory = memoryOf(env)
  if (memory.has(tree)) {
    // what is shared here is walked again by whoever reads the policy
    step(tree.size)
    return memory.get(tree)
  }
  const before = env.run.choices.asked()
  const value = deeper(() => evaluateAnew(tree, env))
  if (env.run.choices.asked() === before) memory.set(tree, value)
  return value
}
