import type { Hole } from '../../../model/text.js'
import { isUnknown } from '../../../model/truth.js'
import type { Span } from '../syntax/span.js'
import { asNumber, asText, holeNamed, holeOf, kindOf } from './convert.js'
import { Fault } from './fault.js'
import { manyHole, once, referredTo, shorten, shown, unknownOf, type Value } from './value.js'

/** The hole for a part of something unknown: named after it, of the same kind. */
const partOf = ({ kind, name }: Hole, step: string): Hole => ({
  kind: kind === 'sensitive' ? 'expression' : kind,
  name: shorten(name + step),
})

/** `of.name` */
export const attributeOf = (of: Value, name: string, at: Span): Value => {
  switch (of.kind) {
    case 'object': {
      const found = of.entries.get(name)
      if (found) return found.value
      const [other] = of.others
      if (other) return unknownOf(partOf(holeOf(other.value), `.${name}`), at)
      throw new Fault(`there is no attribute "${name}"`, at)
    }
    case 'lazy': {
      const found = of.get(name)
      if (found) return referredTo(found, at)
      throw new Fault(`there is no ${of.name}.${name}`, at)
    }
    case 'unknown':
      return unknownOf(partOf(of.hole, `.${name}`), at)
    default:
      throw new Fault(`${kindOf(of)} has no attributes`, at)
  }
}

const elementOf = (items: readonly Value[], index: number, key: Value, of: Value, at: Span): Value => {
  const [only, ...more] = items
  if (only?.many && more.length === 0) return once(only)
  const many = items.findIndex(item => item.many)
  if (many !== -1 && (index >= many || index < 0)) {
    const item = items[many]
    return unknownOf(partOf(item ? manyHole(item) : holeNamed(shown(of)), `[${shown(key)}]`), at)
  }
  const found = Number.isInteger(index) ? items[index] : undefined
  if (!found) throw new Fault(`the index ${shown(key)} is out of range`, at)
  return found
}

/** `of[key]` */
export const indexOf = (of: Value, key: Value, at: Span): Value => {
  switch (of.kind) {
    case 'list': {
      const index = asNumber(key)
      if (!isUnknown(index)) return elementOf(of.items, index, key, of, at)
      const [only, ...more] = of.items
      if (only && more.length === 0) return once(only)
      return unknownOf(holeNamed(shorten(`${shown(of)}[${shown(key)}]`)), at)
    }
    case 'object': {
      const name = asText(key)
      if (!isUnknown(name) && of.entries.has(name)) return attributeOf(of, name, at)
      const [only, ...more] = [...of.entries.values(), ...of.others]
      if (only?.value.many && more.length === 0) return once(only.value)
      if (!isUnknown(name)) return attributeOf(of, name, at)
      return unknownOf(holeNamed(shorten(`${shown(of)}[${shown(key)}]`)), at)
    }
    case 'lazy': {
      const name = asText(key)
      if (isUnknown(name)) return unknownOf(holeNamed(shorten(`${of.name}[${shown(key)}]`)), at)
      return attributeOf(of, name, at)
    }
    case 'unknown':
      return unknownOf(partOf(of.hole, `[${shown(key)}]`), at)
    default:
      throw new Fault(`${kindOf(of)} has no elements`, at)
  }
}
