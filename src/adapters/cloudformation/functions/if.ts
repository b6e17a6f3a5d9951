import { argumentsOf, mistake, unknown, valueOf, type Evaluate, type IntrinsicFunction } from '../call.js'
import { isNamedTrue } from '../conditions.js'
import type { Env } from '../scope.js'
import { callOf, textOf, type Tree } from '../tree.js'

/** Whether the named condition holds on this way, which its label then tells. */
export const isTrue = (name: string, tree: Tree, env: Env, evaluate: Evaluate): boolean => {
  env.run.choices.ask()
  const truth = isNamedTrue(name, env.scope.template.locate(tree.span), env, evaluate)
  env.run.labels.conditions.set(env.scope.prefix + name, truth)
  return truth
}

/** The branch of `Fn::If` that counts. */
export const ifFunction: IntrinsicFunction = call => {
  const [condition, yes, no] = argumentsOf(call, 3) ?? []
  if (!condition || !yes || !no) return unknown(call)
  const name = textOf(condition)
  if (name === undefined) return mistake(call, 'takes the name of a condition first')
  return valueOf(call, isTrue(name, condition, call.env, call.evaluate) ? yes : no)
}

/** Takes the branch of each `Fn::If` that stands in place of the tree itself, so that what it holds can be read one by one. */
export const branchOf = (tree: Tree, env: Env, evaluate: Evaluate): Tree => {
  const call = callOf(tree)
  const [condition, yes, no] = call?.name === 'Fn::If' && call.argument.kind === 'list' ? call.argument.items : []
  const name = textOf(condition)
  if (!condition || !yes || !no || name === undefined) return tree
  return branchOf(isTrue(name, condition, env, evaluate) ? yes : no, env, evaluate)
}
