import { convert, type Type } from '../evaluate/types.js'
import { concealed, hasSensitive, holeIn, unknownOf, booleanOf, shorten, type Value } from '../evaluate/value.js'
import { evaluate, evaluatePart, wordsOf } from '../evaluate/evaluate.js'
import { Fault } from '../evaluate/fault.js'
import type { Scope } from '../evaluate/scope.js'
import type { Expression } from '../syntax/tree.js'
import { alike } from './alike.js'
import { unknownCall, type Call } from './define.js'
import { signatures, type Signature } from './signatures.js'
import { functionNamed } from './table.js'
import { ownOf } from '../../../model/own.js'

type CallExpression = Expression & { kind: 'call' }

/** They take values apart and put them together, so that what is sensitive stays marked by itself; or they are about marks. */
const structural = new Set([
  'jsonencode',
  'concat',
  'merge',
  'flatten',
  'values',
  'format',
  'join',
  'lookup',
  'coalesce',
  'element',
  'one',
  'tolist',
  'toset',
  'tomap',
  'templatefile',
  'nonsensitive',
  'issensitive',
])

/** Kinds of holes that have a value for certain, so that nothing after them in a `try` is reached. */
const isSure = (value: Value): boolean => {
  const hole = holeIn(value)
  return hole === undefined || hole.kind === 'pseudo' || hole.kind === 'after-apply'
}

/** The first argument that Terraform does not refuse; where that hangs on something unknown, so does the result. */
const tryFirst = ({ args, at }: CallExpression, scope: Scope): Value => {
  for (const arg of args) {
    const value = attempted(arg, scope)
    if (value === undefined) continue
    if (isSure(value)) return value
    return unknownOf({ kind: 'expression', name: wordsOf(at) }, at)
  }
  throw new Fault('no argument of try can be evaluated', at)
}

const attempted = (arg: Expression, scope: Scope): Value | undefined => {
  scope.run.trying++
  try {
    return evaluate(arg, scope)
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  } finally {
    scope.run.trying--
  }
}

const can = (expression: CallExpression, scope: Scope): Value => {
  const [arg, ...more] = expression.args
  if (!arg || more.length > 0) throw new Fault('can takes one argument', expression.at)
  const value = attempted(arg, scope)
  if (value === undefined) return booleanOf(false, expression.at)
  return isSure(value)
    ? booleanOf(true, expression.at)
    : unknownOf({ kind: 'expression', name: wordsOf(expression.at) }, expression.at)
}

const argumentsOf = ({ args, expand, at }: CallExpression, scope: Scope): readonly Value[] => {
  const values = args.map(arg => evaluatePart(arg, scope))
  if (!expand) return values
  const last = values.pop()
  if (last?.kind === 'list') return [...values, ...last.items]
  if (last?.kind === 'unknown')
    return [...values, { ...unknownOf({ ...last.hole, name: shorten(`${last.hole.name}[*]`) }, last.at), many: true }]
  throw new Fault('only a list can be expanded into arguments', at)
}

/** A value as a parameter wants it. Throws `Fault` for what is of another type. */
const fitted = (value: Value, type: Type, { at }: Call): Value => {
  // a string stays the one it is, with the value that it is the JSON of
  if (type.kind === 'any' || (type.kind === 'string' && value.kind === 'string')) return value
  const isLoose = (type.kind === 'list' || type.kind === 'set') && type.of.kind === 'any'
  return convert(isLoose && value.kind === 'list' ? { ...value, items: alike(value.items, at) } : value, type)
}

/** The arguments as the parameters want them. */
const converted = (args: readonly Value[], { takes, rest, takesNull, restNull }: Signature, call: Call) => {
  if (args.length < takes.length || (args.length > takes.length && !rest))
    throw new Fault(`${call.name} takes ${args.length < takes.length ? 'more' : 'fewer'} arguments`, call.at)
  return args.map((value, i) => {
    const type = takes[i] ?? rest
    if (value.kind === 'null' && !(i < takes.length ? takesNull : restNull))
      throw new Fault(`an argument of ${call.name} is null`, call.at)
    return type ? fitted(value, type, call) : value
  })
}

const isReference = (expression: Expression | undefined): boolean =>
  expression?.kind === 'name' || expression?.kind === 'attribute' || expression?.kind === 'index'

/** The value of a call. A function that is not known here gives a hole, and is counted. */
export const callFunction = (expression: CallExpression, scope: Scope): Value => {
  const name = expression.name.replace(/^core::/, '')
  if (name === 'try') return tryFirst(expression, scope)
  if (name === 'can') return can(expression, scope)
  const call: Call = { name, at: expression.at, scope }
  const given = argumentsOf(expression, scope)
  const of = functionNamed(name)
  const signature = ownOf(signatures, name)
  if (!of || !signature) {
    scope.run.missing.set(name, (scope.run.missing.get(name) ?? 0) + 1)
    return unknownCall(given, call)
  }
  if (name === 'templatestring' && !isReference(expression.args[0]))
    throw new Fault('templatestring takes a reference to a template', call.at)
  // a list of unknown length stands for parameters that come one by one
  if (given.length <= signature.takes.length && given.some(arg => arg.many)) return unknownCall(given, call)
  const args = converted(given, signature, call)
  const result = of(args, call)
  return structural.has(name) || !args.some(hasSensitive) ? result : concealed(result)
}
