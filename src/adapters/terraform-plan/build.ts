import type { Location } from '../../model/location.js'
import type { Member, Node } from '../../model/node.js'
import { literal, type Hole, type Text } from '../../model/text.js'

/** Makes nodes that all stand at one place. */
export const builder = (location: Location) => {
  const list = (items: readonly Node[]): Node => ({
    kind: 'list',
    // of an unknown list inside another one the number of elements is unknown too
    items: items.map(item => (item.kind === 'hole' ? { ...item, many: true } : item)),
    location,
  })
  const member = (key: Text, value: Node): Member => ({ key, location, value })
  const object = (members: readonly (Member | undefined)[]): Node => ({
    kind: 'object',
    members: members.filter(m => m !== undefined),
    location,
  })
  /** One element is written without its list, as the provider does. */
  const oneOrMany = ([first, ...others]: readonly Node[]): Node =>
    first && others.length === 0 ? first : list(first ? [first, ...others] : [])

  /** Collects values under names that may come several times; names that are not known stay apart. */
  const grouped = () => {
    const groups: { readonly name: Text; readonly items: Node[] }[] = []
    return {
      add: (name: Text, items: readonly Node[]): void => {
        const known = literal(name)
        const group = groups.find(g => known !== undefined && literal(g.name) === known)
        if (group) group.items.push(...items)
        else groups.push({ name, items: [...items] })
      },
      groups: groups as readonly { readonly name: Text; readonly items: readonly Node[] }[], // read-only for the caller
      members: (): Member[] => groups.map(g => member(g.name, oneOrMany(g.items))),
    }
  }
  return {
    list,
    member,
    object,
    oneOrMany,
    grouped,
    text: (t: Text): Node => ({ kind: 'text', text: t, location }),
    hole: (hole: Hole): Node => ({ kind: 'hole', hole, location }),
  }
}
