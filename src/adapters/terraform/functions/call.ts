import {
  concealed,
  hasSensitive,
  holeIn,
  revealedValue,
  unknownOf,
  booleanOf,
  shorten,
  type Value,
} from '../evaluate/value.js'
import { evaluate, evaluatePart, wordsOf } from '../evaluate/evaluate.js'
import { Fault } from '../evaluate/fault.js'
import type { Scope } from '../evaluate/scope.js'
import type { Expression } from '../syntax/tree.js'
import { collections } from './collections.js'
import { argument, unknownCall, type Call, type Function } from './define.js'
import { encoding } from './encoding.js'
import { files } from './files.js'
import { numbers } from './numbers.js'
import { strings } from './strings.js'

type CallExpression = Expression & { kind: 'call' }

/** They take values apart and put them together, so that what is sensitive stays marked by itself. */
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
])

const all = (): ReadonlyMap<string, Function> =>
  new Map(
    Object.entries({
      ...collections,
      ...strings,
      ...encoding,
      ...numbers,
      ...files,
      sensitive: (args: readonly Value[], call: Call) => concealed(argument(args, 0, call)),
      nonsensitive: (args: readonly Value[], call: Call) => revealedValue(argument(args, 0, call)),
      ephemeralasnull: (args: readonly Value[], call: Call) => argument(args, 0, call),
      issensitive: (args: readonly Value[], call: Call) => booleanOf(args.some(hasSensitive), call.at),
    }),
  )

let table: ReadonlyMap<string, Function> | undefined

/** The table is made when it is first needed, since functions evaluate templates and templates call functions. */
const functionOf = (name: string): Function | undefined => (table ??= all()).get(name)

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
  const [arg] = expression.args
  const value = arg && attempted(arg, scope)
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

/** The value of a call. A function that is not known here gives a hole, and is counted. */
export const callFunction = (expression: CallExpression, scope: Scope): Value => {
  const name = expression.name.replace(/^core::/, '')
  if (name === 'try') return tryFirst(expression, scope)
  if (name === 'can') return can(expression, scope)
  const call: Call = { name, at: expression.at, scope }
  const args = argumentsOf(expression, scope)
  const of = functionOf(name)
  if (!of) {
    scope.run.missing.set(name, (scope.run.missing.get(name) ?? 0) + 1)
    return unknownCall(args, call)
  }
  const result = of(args, call)
  return structural.has(name) || name === 'nonsensitive' || name === 'issensitive' || !args.some(hasSensitive)
    ? result
    : concealed(result)
}
