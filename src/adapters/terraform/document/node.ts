import type { Member, Node } from '../../../model/node.js'
import { text, type Hole } from '../../../model/text.js'
import { numberText } from '../evaluate/convert.js'
import { sortedKeys } from '../evaluate/order.js'
import { textOf, type Entry, type Piece, type Value } from '../evaluate/value.js'
import { locationOf } from '../syntax/span.js'

/** What a hole is in the policy it is used in: the key's own ARN is told apart there. */
export type Rename = (hole: Hole) => Hole

const renamed = (pieces: readonly Piece[], rename: Rename) =>
  text(...textOf(pieces).map(part => (typeof part === 'string' ? part : rename(part))))

/** A value as a node of a policy, every node at the place where it was written. */
export const nodeOf = (value: Value, rename: Rename): Node => {
  const location = locationOf(value.at)
  switch (value.kind) {
    case 'string':
      return { kind: 'text', text: renamed(value.pieces, rename), location }
    case 'number':
    case 'boolean': {
      if (value.sensitive)
        return {
          kind: 'text',
          text: [{ kind: 'sensitive', name: 'sensitive value', value: String(value.value) }],
          location,
        }
      return value.kind === 'number'
        ? { kind: 'number', text: text(numberText(value.value)), location }
        : { kind: 'boolean', value: value.value, location }
    }
    case 'null':
      return { kind: 'null', location }
    case 'list':
      return { kind: 'list', items: value.items.map(item => nodeOf(item, rename)), location }
    case 'object': {
      const member = ({ key, at, value: inner }: Entry): Member => ({
        key: renamed(key, rename),
        location: locationOf(at),
        value: nodeOf(inner, rename),
      })
      return {
        kind: 'object',
        members: [
          ...sortedKeys(value.entries.keys()).flatMap(key => value.entries.get(key) ?? []),
          ...value.others,
        ].map(member),
        location,
      }
    }
    case 'lazy':
      return { kind: 'hole', hole: { kind: 'after-apply', name: value.name }, location }
    case 'unknown':
      return { kind: 'hole', hole: rename(value.hole), location, ...(value.many && { many: true }) }
  }
}
