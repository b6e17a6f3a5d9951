import { evaluatePart } from '../evaluate/evaluate.js'
import { Fault } from '../evaluate/fault.js'
import type { Scope } from '../evaluate/scope.js'
import { anyType, convert, readType } from '../evaluate/types.js'
import { concealed, unknownOf, type Value } from '../evaluate/value.js'
import { loose } from '../syntax/span.js'
import type { Block } from '../syntax/tree.js'

const isTrue = (block: Block, name: string): boolean => {
  const value = block.body.attributes.get(name)?.value
  return value?.kind === 'literal' && value.value === true
}
const isFalse = (block: Block, name: string): boolean => {
  const value = block.body.attributes.get(name)?.value
  return value?.kind === 'literal' && value.value === false
}

/** The value of a declared variable: what is given, or else its default, converted to its type. */
export const variableOf = (block: Block, given: Value | undefined, scope: Scope): Value => {
  const [name = ''] = block.labels
  const constraint = block.body.attributes.get('type')?.value
  const type = constraint ? readType(constraint, expression => evaluatePart(expression, scope)) : anyType
  const fallback = block.body.attributes.get('default')?.value
  const isGiven = given !== undefined && !(given.kind === 'null' && isFalse(block, 'nullable'))
  const value = isGiven
    ? given
    : fallback
      ? evaluatePart(fallback, scope)
      : unknownOf({ kind: 'parameter', name: `var.${name}` }, loose(block.at))
  const mark = (v: Value): Value => (isTrue(block, 'sensitive') ? concealed(v) : v)
  try {
    return mark(convert(value, type))
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return unknownOf({ kind: 'expression', name: `var.${name}` }, value.at)
  }
}
