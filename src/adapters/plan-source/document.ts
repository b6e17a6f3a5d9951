import type { Location } from '../../model/location.js'
import type { Node } from '../../model/node.js'
import { literal, revealed } from '../../model/text.js'
import { agreement, budget, sameKey, type Budget } from './agree.js'
import { moved, partnerOf, placed } from './place.js'

/** A document on its source. */
export interface PlacedDocument {
  readonly document: Node
  /** How many of its statements have no place of their own there. */
  readonly strays: number
}

const memberOf = (document: Node, name: string) =>
  document.kind === 'object' ? document.members.findLast(({ key }) => literal(key) === name) : undefined

/** The statements of a document; one that stands alone needs no list. */
export const statementsOf = (document: Node): readonly Node[] => {
  const value = memberOf(document, 'Statement')?.value
  return value === undefined ? [] : value.kind === 'list' ? value.items : [value]
}

const isMany = (node: Node): boolean => node.kind === 'hole' && node.many === true

const sidOf = (statement: Node): string | undefined => {
  const sid = memberOf(statement, 'Sid')?.value
  return sid?.kind === 'text' ? literal(revealed(sid.text)) : undefined
}

/** Whether a document says one statement after the other what another one does. */
const agreesInOrder = (statements: readonly Node[], others: readonly Node[], within: Budget): boolean =>
  statements.length === others.length &&
  statements.every((statement, i) => {
    const other = others[i]
    return (
      other !== undefined && !isMany(statement) && !isMany(other) && agreement(statement, other, within) !== undefined
    )
  })

/** The statement of the source that says the same and no other does as well; a hole says nothing of a place. */
const single = (statement: Node, others: readonly Node[], within: Budget): Node | undefined => {
  const sid = sidOf(statement)
  const named = sid === undefined ? [] : others.filter(other => sidOf(other) === sid)
  const partner = partnerOf(statement, named.length > 0 ? named : others, within)
  return partner && (agreement(statement, partner, within) ?? 0) > 0 ? partner : undefined
}

/** The statement of the source that each statement of the plan is. */
const pair = (statements: readonly Node[], sources: readonly Node[], within: Budget): readonly (Node | undefined)[] => {
  const documents = sources.map(statementsOf)
  const inOrder = documents.filter(others => agreesInOrder(statements, others, within))
  if (inOrder.length > 0)
    return statements.map((statement, i) =>
      partnerOf(
        statement,
        inOrder.flatMap(others => others[i] ?? []),
        within,
      ),
    )
  const others = documents.flat()
  const partners = statements.map(statement => (isMany(statement) ? undefined : single(statement, others, within)))
  // of two that claim one statement, one was not written there
  return partners.map((partner, i) => (partners.some((other, j) => i !== j && other === partner) ? undefined : partner))
}

const onlyOne = (nodes: readonly Node[]): Node | undefined => {
  const [first, ...more] = nodes
  return more.length === 0 ? first : undefined
}

/**
 * Gives what a plan says of a policy the places that it has in the source, where the policy may come to any of some documents.
 * A statement that is not found there is said to stand at `block`, which gives the policy.
 */
export const placedDocument = (plan: Node, sources: readonly Node[], block: Location): PlacedDocument => {
  const source = onlyOne(sources)
  const within = budget()
  if (plan.kind === 'hole') return { document: source ? placed(plan, source, within) : moved(plan, block), strays: 0 }
  if (plan.kind !== 'object') return { document: moved(plan, block), strays: 0 }
  const statements = statementsOf(plan)
  const partners = pair(statements, sources, within)
  const hidden = statements.filter(isMany)
  const left =
    source && hidden.length === 1 ? statementsOf(source).filter(other => !partners.includes(other)) : undefined
  const items = statements.flatMap((statement, i): readonly Node[] => {
    const partner = partners[i]
    if (partner) return [placed(statement, partner, within)]
    return left && isMany(statement) ? left : [moved(statement, block)]
  })
  const strays = statements.filter((statement, i) => !isMany(statement) && !partners[i]).length
  const isWhole = strays === 0 && source !== undefined
  const location = isWhole ? source.location : block
  const members = plan.members.map(member => {
    const other = source?.kind === 'object' ? source.members.findLast(({ key }) => sameKey(key, member.key)) : undefined
    if (literal(member.key) === 'Statement') {
      const value: Node =
        member.value.kind === 'list' || items.length !== 1
          ? { kind: 'list', items, location: isWhole && other ? other.value.location : location }
          : (items[0] ?? member.value)
      return { ...member, location: isWhole && other ? other.location : location, value }
    }
    const isSame = other && agreement(member.value, other.value, within) !== undefined
    return isSame
      ? { ...member, location: other.location, value: placed(member.value, other.value, within) }
      : { ...member, location, value: moved(member.value, location) }
  })
  return { document: { ...plan, members, location }, strays }
}
