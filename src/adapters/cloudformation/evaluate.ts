import type { Location } from '../../model/location.js'
import type { HoleNode, Member, Node } from '../../model/node.js'
import { text } from '../../model/text.js'
import { report, type Call } from './call.js'
import { functions } from './functions/index.js'
import { transform } from './functions/references.js'
import { expand } from './loops.js'
import type { Env } from './scope.js'
import { callOf, isCall, isIncluding, isNull, transformIn, type List, type Mapping, type Tree } from './tree.js'
import { holeNode, scalarNode, type Value } from './value.js'

/** The call that a mapping is, where its function exists; a mistake is reported. */
const callIn = (tree: Mapping, location: Location, env: Env): Call | undefined => {
  const call = callOf(tree)
  if (call && Object.hasOwn(functions, call.name)) {
    const { name, argument } = call
    return { name, argument, location, env, evaluate }
  }
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
const transformed = (tree: Mapping, location: Location, env: Env): HoleNode | undefined => {
  const macro = transformIn(tree)
  return macro && transform({ name: macro.key, argument: macro.value, location, env, evaluate })
}

/** `AWS::Include` adds members to those that are written. */
const objectOf = (tree: Mapping, location: Location, env: Env, included?: HoleNode): Node => {
  const { locate } = env.scope.template
  const members: Member[] = []
  for (const { key, value, span, symbols } of expand(tree.entries, env, evaluate)) {
    const macro = key === 'Fn::Transform' ? included : undefined
    const node = macro ?? evaluate(value, symbols ? { ...env, symbols } : env)
    if (node) members.push({ key: macro ? [macro.hole] : text(key), location: locate(span), value: node })
  }
  return { kind: 'object', members, location }
}

const listOf = ({ items }: List, location: Location, env: Env): Node => {
  const nodes: Node[] = []
  for (const item of items) {
    const node = evaluate(item, env)
    if (node) nodes.push(node)
  }
  return { kind: 'list', items: nodes, location }
}

const evaluateAnew = (tree: Tree, env: Env): Value => {
  const location = env.scope.template.locate(tree.span)
  switch (tree.kind) {
    case 'scalar':
      return isNull(tree) ? { kind: 'null', location } : scalarNode(tree, location)
    case 'list':
      return listOf(tree, location, env)
    case 'broken':
      report(env, tree.message, location)
      return holeNode({ kind: 'expression', name: tree.name }, location)
    case 'mapping': {
      if (!isCall(tree)) {
        const made = transformed(tree, location, env)
        return made && !isIncluding(tree) ? made : objectOf(tree, location, env, made)
      }
      const call = callIn(tree, location, env)
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
  const known = run.memory.get(scope)
  if (known) return known
  const memory = new Map<Tree, Value>()
  run.memory.set(scope, memory)
  return memory
}

const evaluateDeeper = (tree: Tree, env: Env): Value => {
  const { depth } = env.run
  depth.enter()
  const value = evaluateAnew(tree, env)
  depth.leave()
  return value
}

/**
 * Evaluates an expression as far as it is known, on one way through the choices. Scalars stay the text that was written.
 * Undefined is `AWS::NoValue`, which leaves its object or list. Mistakes are reported and leave holes. What does not depend
 * on the choices is evaluated once and shared.
 */
export const evaluate = (tree: Tree, env: Env): Value => {
  const { session, choices } = env.run
  session.step()
  if (tree.kind === 'scalar') return evaluateAnew(tree, env)
  if (env.isCondition || env.symbols.size > 0) return evaluateDeeper(tree, env)
  const memory = memoryOf(env)
  if (memory.has(tree)) {
    // what is shared here is walked again by whoever reads the policy
    session.step(tree.size)
    return memory.get(tree)
  }
  const before = choices.asked()
  const value = evaluateDeeper(tree, env)
  if (choices.asked() === before) memory.set(tree, value)
  return value
}
