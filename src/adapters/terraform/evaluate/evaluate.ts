import { isUnknown } from '../../../model/truth.js'
import { spanText, type Span } from '../syntax/span.js'
import type { Expression, ObjectItem } from '../syntax/tree.js'
import { callFunction } from '../functions/call.js'
import { attributeOf, indexOf } from './access.js'
import { asBoolean, holeNamed, piecesOf } from './convert.js'
import { Fault } from './fault.js'
import { collect, splatOf } from './loop.js'
import { likeness, unite } from './unite.js'
import { binary, unary } from './operators.js'
import { lookUp, type Scope } from './scope.js'
import { templateOf } from './template.js'
import { bounded } from './weight.js'
import {
  booleanOf,
  knownText,
  listOf,
  nullOf,
  numberOf,
  shorten,
  stringOf,
  unknownOf,
  type Entry,
  type ObjectValue,
  type Value,
} from './value.js'

/** The value of an expression; throws `Fault` where Terraform would refuse it. */
export const evaluate = (expression: Expression, scope: Scope): Value => {
  scope.run.step()
  return scope.run.deeper(() => bounded(valueOf(expression, scope)))
}

/** As `evaluate`, but what Terraform would refuse becomes a hole, unless a `try` around it wants to see it. */
export const evaluatePart = (expression: Expression, scope: Scope): Value => {
  try {
    return evaluate(expression, scope)
  } catch (error) {
    if (!(error instanceof Fault) || scope.run.trying > 0) throw error
    return unknownOf(holeNamed(wordsOf(expression.at)), expression.at)
  }
}

/** An expression as it is written, on one line. */
export const wordsOf = (at: Span): string => shorten(spanText(at).replaceAll(/\s+/g, ' '))

const valueOf = (expression: Expression, scope: Scope): Value => {
  const { at } = expression
  switch (expression.kind) {
    case 'literal':
      return literalOf(expression.value, at)
    case 'template':
      return templateOf(expression, scope)
    case 'name': {
      const found = lookUp(scope, expression.name)
      if (!found) throw new Fault(`there is no "${expression.name}"`, at)
      return found
    }
    case 'attribute':
      return attributeOf(evaluate(expression.of, scope), expression.name, at)
    case 'index':
      return indexOf(evaluate(expression.of, scope), evaluate(expression.index, scope), at)
    case 'splat':
      return splatOf(expression, scope)
    case 'list':
      scope.run.grow(expression.items.length)
      return listOf(
        expression.items.map(item => evaluatePart(item, scope)),
        at,
      )
    case 'object':
      return objectFrom(expression.items, scope, at)
    case 'for':
      return collect(expression, scope)
    case 'call':
      return callFunction(expression, scope)
    case 'conditional':
      return conditional(expression, scope)
    case 'unary':
      return unary(expression.operator, evaluate(expression.of, scope), at)
    case 'binary': {
      const left = evaluate(expression.left, scope)
      const settled = expression.operator === '&&' ? false : expression.operator === '||' ? true : undefined
      if (settled !== undefined && asBoolean(left) === settled) return booleanOf(settled, at)
      return binary(expression.operator, left, evaluate(expression.right, scope), at)
    }
  }
}

const literalOf = (value: string | number | boolean | undefined, at: Span): Value => {
  switch (typeof value) {
    case 'string':
      return stringOf(value.normalize(), at)
    case 'number':
      // digits beyond what a number holds here would be made up
      return Number.isInteger(value) && !Number.isSafeInteger(value)
        ? unknownOf(holeNamed(spanText(at)), at)
        : numberOf(value, at)
    case 'boolean':
      return booleanOf(value, at)
    default:
      return nullOf(at)
  }
}

const objectFrom = (items: readonly ObjectItem[], scope: Scope, at: Span): ObjectValue => {
  scope.run.grow(items.length)
  const entries = new Map<string, Entry>()
  const others: Entry[] = []
  for (const item of items) {
    const key = piecesOf(evaluate(item.key, scope))
    const entry: Entry = { key, at: item.at, value: evaluatePart(item.value, scope) }
    const name = knownText(key)
    if (name === undefined) others.push(entry)
    else entries.set(name, entry)
  }
  return { kind: 'object', type: 'object', entries, others, at }
}

const conditional = (expression: Expression & { kind: 'conditional' }, scope: Scope): Value => {
  const { at } = expression
  const condition = evaluate(expression.condition, scope)
  const known = asBoolean(condition)
  const taken = isUnknown(known) ? known.holes[0] && scope.run.decide(known.holes[0]) : known
  if (taken !== undefined) {
    const value = evaluate(taken ? expression.yes : expression.no, scope)
    const other = taken ? expression.no : expression.yes
    // the other result matters for the type alone, which its form shows
    return other.kind === 'template' || (other.kind === 'literal' && typeof other.value === 'string')
      ? likeness(value, stringOf('', at))
      : value
  }
  return unite(
    evaluatePart(expression.yes, scope),
    evaluatePart(expression.no, scope),
    holeNamed(
      shorten(
        `${isUnknown(known) ? (known.holes[0]?.name ?? '') : ''} ? ${wordsOf(expression.yes.at)} : ${wordsOf(expression.no.at)}`,
      ),
    ),
    at,
  )
}
