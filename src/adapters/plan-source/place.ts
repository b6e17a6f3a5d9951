import type { Location } from '../../model/location.js'
import type { Node } from '../../model/node.js'
import { agreement, budget, sameKey, type Budget } from './agree.js'

/** A node with all that is in it at one place. */
export const moved = (node: Node, location: Location): Node => {
  switch (node.kind) {
    case 'object':
      return {
        ...node,
        members: node.members.map(member => ({ ...member, location, value: moved(member.value, location) })),
        location,
      }
    case 'list':
      return { ...node, items: node.items.map(item => moved(item, location)), location }
    default:
      return { ...node, location }
  }
}

/** The one of some nodes that agrees best with another; undefined where none does, or several at different places do alike. */
export const partnerOf = (node: Node, others: readonly Node[], within: Budget = budget()): Node | undefined => {
  const found = others.flatMap(other => {
    const score = agreement(node, other, within)
    return score === undefined ? [] : [{ other, score }]
  })
  // what was not compared may agree better
  if (within.left <= 0) return undefined
  const most = Math.max(...found.map(({ score }) => score))
  const [first, ...more] = found.filter(({ score }) => score === most)
  const place = JSON.stringify(first?.other.location)
  return more.every(({ other }) => JSON.stringify(other.location) === place) ? first?.other : undefined
}

const itemsOf = (node: Node): readonly Node[] => (node.kind === 'list' ? node.items : [node])

const listed = (items: readonly Node[], source: Node, within: Budget): readonly Node[] => {
  const others = itemsOf(source)
  const partners = items.map(item => partnerOf(item, others, within))
  const left = others.filter(other => !partners.includes(other))
  const hidden = items.filter(item => item.kind === 'hole' && item.many)
  return items.flatMap((item, i) => {
    // what the plan hides is what nothing else in it accounts for
    if (item.kind === 'hole' && item.many && hidden.length === 1) return left
    const partner = partners[i]
    return [partner ? placed(item, partner, within) : moved(item, source.location)]
  })
}

/**
 * What a plan says, at the places where its source says the same: as deep as the two agree, and from there on at the place of
 * what is around it. Where the plan hides a whole structure, the source shows it.
 */
export const placed = (plan: Node, source: Node, within: Budget = budget()): Node => {
  const { location } = source
  switch (plan.kind) {
    case 'object': {
      const partner = source.kind === 'list' && source.items.length === 1 ? (source.items[0] ?? source) : source
      if (partner.kind !== 'object') return moved(plan, partner.location)
      return {
        ...plan,
        location: partner.location,
        members: plan.members.map(member => {
          const other = partner.members.findLast(({ key }) => sameKey(key, member.key))
          if (!other) return { ...member, location, value: moved(member.value, partner.location) }
          return { ...member, location: other.location, value: placed(member.value, other.value, within) }
        }),
      }
    }
    case 'list':
      return { ...plan, items: listed(plan.items, source, within), location }
    case 'hole':
      return source.kind === 'object' || source.kind === 'list' ? source : { ...plan, location }
    default: {
      const [only, ...more] = itemsOf(source)
      return { ...plan, location: more.length === 0 && only ? only.location : location }
    }
  }
}
