import { all, any, isUnknown, not, type Known, type Truth } from '../../../model/truth.js'
import type { Span } from '../syntax/span.js'
import type { BinaryOperator } from '../syntax/tree.js'
import { asBoolean, asNumber, unknownBy } from './convert.js'
import { different, equal } from './equal.js'
import { Fault } from './fault.js'
import { booleanOf, concealed, hasSensitive, numberOf, shorten, shown, type Value } from './value.js'

const truth = (of: (a: Value, b: Value) => Truth) => of
const ordered =
  (of: (a: number, b: number) => boolean) =>
  (a: Value, b: Value): Truth => {
    const [x, y] = [asNumber(a), asNumber(b)]
    return isUnknown(x) ? x : isUnknown(y) ? y : of(x, y)
  }

const truths: Readonly<Partial<Record<BinaryOperator, (a: Value, b: Value) => Truth>>> = {
  '&&': truth((a, b) => all([asBoolean(a), asBoolean(b)])),
  '||': truth((a, b) => any([asBoolean(a), asBoolean(b)])),
  '==': equal,
  '!=': different,
  '<': ordered((a, b) => a < b),
  '>': ordered((a, b) => a > b),
  '<=': ordered((a, b) => a <= b),
  '>=': ordered((a, b) => a >= b),
}

const sums: Readonly<Partial<Record<BinaryOperator, (a: number, b: number) => number>>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
}

/** Applies a binary operator; an unknown side decides only where Kleene's logic or the known part does. */
export const binary = (operator: BinaryOperator, a: Value, b: Value, at: Span): Value => {
  const name = (): string => shorten(`${shown(a)} ${operator} ${shown(b)}`)
  const mark = (value: Value): Value => (hasSensitive(a) || hasSensitive(b) ? concealed(value) : value)
  const judge = truths[operator]
  if (judge) {
    const result = judge(a, b)
    return isUnknown(result) ? unknownBy(result, soleName(operator, a, b) ?? name(), at) : mark(booleanOf(result, at))
  }
  const [x, y]: Known<number>[] = [asNumber(a), asNumber(b)]
  if (isUnknown(x)) return unknownBy(x, name(), at)
  if (isUnknown(y)) return unknownBy(y, name(), at)
  // Terraform calculates in far more digits than these, and 0.1 + 0.2 is 0.3
  const exact = sums[operator]?.(x ?? 0, y ?? 0) ?? 0
  const result = Number.isInteger(exact) ? exact : Number(exact.toPrecision(15))
  if (!Number.isFinite(result)) throw new Fault('a division by zero', at)
  return mark(numberOf(result, at))
}

/** `x && true` and `x == true` say what `x` says, and share its name. */
const soleName = (operator: BinaryOperator, a: Value, b: Value): string | undefined => {
  const neutral = operator === '||' ? false : operator === '&&' || operator === '==' ? true : undefined
  if (neutral === undefined) return undefined
  if (a.kind === 'unknown' && b.kind === 'boolean' && b.value === neutral) return a.hole.name
  return b.kind === 'unknown' && a.kind === 'boolean' && a.value === neutral ? b.hole.name : undefined
}

export const unary = (operator: '!' | '-', of: Value, at: Span): Value => {
  const mark = (value: Value): Value => (hasSensitive(of) ? concealed(value) : value)
  if (operator === '!') {
    const result = not(asBoolean(of))
    return isUnknown(result) ? unknownBy(result, shorten(`!${shown(of)}`), at) : mark(booleanOf(result, at))
  }
  const value = asNumber(of)
  return isUnknown(value) ? unknownBy(value, shorten(`-${shown(of)}`), at) : mark(numberOf(-value, at))
}
