import { isUnknown } from '../../../model/truth.js'
import type { Expression, Part } from '../syntax/tree.js'
import { asBoolean, piecesOf } from './convert.js'
import { evaluate, evaluatePart } from './evaluate.js'
import { Fault } from './fault.js'
import { elements } from './loop.js'
import { withNames, type Scope } from './scope.js'
import { holeIn, manyHole, type Piece, type Value } from './value.js'

/** The value of a template: a string, or whatever the only interpolation in it gives. */
export const templateOf = (expression: Expression & { kind: 'template' }, scope: Scope): Value => {
  const [only, ...more] = expression.parts
  if (only?.kind === 'interpolation' && more.length === 0) return evaluate(only.value, scope)
  const pieces: Piece[] = []
  render(expression.parts, scope, pieces)
  return { kind: 'string', pieces, at: expression.at }
}

/** Strings of Terraform are in normal form C; that changes lengths only in text that was not. */
const literalPiece = ({ text, exact, at }: Part & { kind: 'literal' }): Piece => {
  const normal = text.normalize()
  return { text: normal, exact: exact && normal.length === text.length, at }
}

const render = (parts: readonly Part[], scope: Scope, out: Piece[]): void => {
  for (const part of parts) {
    scope.run.step()
    switch (part.kind) {
      case 'literal':
        scope.run.grow(part.text.length)
        out.push(literalPiece(part))
        break
      case 'interpolation': {
        const value = evaluatePart(part.value, scope)
        if (value.kind === 'null') throw new Fault('null in a template', part.at)
        if (value.kind === 'lazy') {
          const hole = holeIn(value)
          if (hole) out.push({ text: hole, at: part.at })
        } else {
          for (const piece of piecesOf(value)) {
            scope.run.grow(16 + (typeof piece.text === 'string' ? piece.text.length : 0))
            out.push(piece)
          }
        }
        break
      }
      case 'if': {
        const known = asBoolean(evaluate(part.condition, scope))
        const hole = isUnknown(known) ? known.holes[0] : undefined
        const taken = hole ? scope.run.decide(hole) : known === true
        if (taken !== undefined) render(taken ? part.yes : part.no, scope, out)
        else if (hole) out.push({ text: hole, at: part.at })
        break
      }
      case 'for':
        for (const { key, value } of elements(evaluate(part.collection, scope), part.at)) {
          const inner = withNames(scope, [
            [part.keyName, key],
            [part.valueName, value],
          ])
          if (value.many) out.push({ text: manyHole(value), at: part.at })
          else render(part.body, inner, out)
        }
    }
  }
}
