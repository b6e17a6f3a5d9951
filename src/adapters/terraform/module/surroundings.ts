import type { Facts } from '../../../model/planned.js'
import type { Hole } from '../../../model/text.js'
import { valueOfJson } from '../evaluate/plain.js'
import { concealed, type Piece, type Value } from '../evaluate/value.js'
import { loose, type Span } from '../syntax/span.js'
import type { Instance } from './instance.js'
import type { Memo } from './memo.js'
import type { Home } from './providers.js'

/** What the attributes of resources are read with. */
export interface Surroundings {
  readonly argument: (instance: Instance, name: string) => Value | undefined
  readonly home: (instance: Instance) => Home
  readonly remembered: Memo
  /** What a plan knows; nothing where there is none. */
  readonly facts: Facts | undefined
}

/** What a plan knows of an attribute. */
export const planned = (facts: Facts | undefined, address: string, name: string, at: Span): Value | undefined => {
  const fact = facts?.(address, name)
  if (!fact) return undefined
  const value = valueOfJson(fact.value, at)
  return fact.sensitive ? concealed(value) : value
}

/** A part of where a resource lives, or a hole that stands for it. */
export const homePiece = (
  instance: Instance,
  which: keyof Home,
  name: string,
  { home }: Pick<Surroundings, 'home'>,
): Piece => ({
  text: home(instance)[which]?.value ?? { kind: 'pseudo', name, stands: which },
  at: loose(instance.block.at),
})

/** The hole for an attribute that is known only after apply. */
export const attributeHole = ({ address }: Instance, attribute: string): Hole => ({
  kind: 'after-apply',
  name: `${address}.${attribute}`,
  from: { address, attribute },
})
