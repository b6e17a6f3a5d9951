import type { Location } from '../../model/location.js'
import type { HoleNode } from '../../model/node.js'
import { literal } from '../../model/text.js'
import type { Env } from './scope.js'
import { shortForm } from './tags.js'
import type { Tree } from './tree.js'
import { asText, holeNode, type Value } from './value.js'

export type Evaluate = (tree: Tree, env: Env) => Value

/** One call of an intrinsic function. */
export interface Call {
  /** In its long form: `Fn::Join`. */
  readonly name: string
  readonly argument: Tree
  readonly location: Location
  readonly env: Env
  readonly evaluate: Evaluate
}

/** Gives what the call comes to. What is wrong with the arguments is reported, and a hole stands in their place. */
export type IntrinsicFunction = (call: Call) => Value

export const report = (env: Env, message: string, location: Location): void => {
  env.run.session.report({ code: 'template-not-valid', severity: 'error', message, location })
}

/** A value that is not known, named as the function and what it is asked for. */
export const unknown = ({ name, location }: Call, of = '', many = false): HoleNode =>
  holeNode({ kind: 'expression', name: of === '' ? shortForm(name) : `${shortForm(name)} ${of}` }, location, many)

/** Reports a mistake that CloudFormation refuses. */
export const mistake = (call: Call, message: string): HoleNode => {
  report(call.env, `${call.name} ${message}`, call.location)
  return unknown(call)
}

/** The arguments of a function that takes a list; undefined, and reported, where their number is wrong. */
export const argumentsOf = (call: Call, least: number, most = least): readonly Tree[] | undefined => {
  const { argument } = call
  const count = argument.kind === 'list' ? argument.items.length : 1
  if (argument.kind === 'list' && count >= least && count <= most) return argument.items
  const wanted = least === most ? String(least) : `${least} to ${most}`
  mistake(
    call,
    argument.kind === 'list' ? `takes ${wanted} arguments, not ${count}` : `takes a list of ${wanted} arguments`,
  )
  return undefined
}

export const valueOf = ({ evaluate, env }: Call, tree: Tree): Value => evaluate(tree, env)

/** The text that an argument comes to, where all of it is known. */
export const literalOf = (call: Call, tree: Tree): string | undefined => {
  const t = asText(valueOf(call, tree))
  return t && literal(t)
}
