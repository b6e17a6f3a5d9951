import { scalarText, type Member, type Node } from '../../model/node.js'
import { literal, revealed, text, type Text } from '../../model/text.js'

/** A principal may be given by its account alone: AWS takes both for the same. */
const canonical = (value: string): string => /^arn:aws[\w-]*:iam::(\d{12}):root$/.exec(value)?.[1] ?? value

/** Whether texts around holes can be the same, told by what is known at both ends. */
const mayBeSame = (a: Text, b: Text): boolean => {
  const fits = (p: Text[number] | undefined, q: Text[number] | undefined, from: 'startsWith' | 'endsWith'): boolean =>
    typeof p !== 'string' || typeof q !== 'string' || (p.length > q.length ? p[from](q) : q[from](p))
  const length = (t: Text): number => t.reduce((n, part) => n + (typeof part === 'string' ? part.length : 0), 0)
  const isTooLong = (whole: Text, around: Text): boolean => {
    const known = literal(whole)
    return known !== undefined && known.length < length(around)
  }
  return fits(a[0], b[0], 'startsWith') && fits(a.at(-1), b.at(-1), 'endsWith') && !isTooLong(a, b) && !isTooLong(b, a)
}

const texts = (a: Text, b: Text): number | undefined => {
  const [x, y] = [revealed(a), revealed(b)]
  const [p, q] = [literal(x), literal(y)]
  if (p !== undefined && q !== undefined) return canonical(p) === canonical(q) ? 1 : undefined
  return mayBeSame(x, y) ? 0 : undefined
}

/** How many nodes may still be compared: two policies can be made so that every pair of their parts has to be. */
export interface Budget {
  left: number
}

export const budget = (): Budget => ({ left: 2_000_000 })

const isMany = (node: Node): boolean => node.kind === 'hole' && node.many === true

/** Lists say the same in any order. What stands for any number of elements takes all that agree with it. */
const lists = (a: readonly Node[], b: readonly Node[], within: Budget): number | undefined => {
  const free = new Set(b.filter(node => !isMany(node)))
  const absorbs = (items: readonly Node[], node: Node): boolean =>
    items.some(item => isMany(item) && agreement(item, node, within) !== undefined)
  let score = 0
  for (const node of a) {
    if (isMany(node)) continue
    let best: { readonly node: Node; readonly score: number } | undefined
    for (const other of free) {
      const found = agreement(node, other, within)
      if (found !== undefined && (!best || found > best.score)) best = { node: other, score: found }
    }
    if (best) {
      free.delete(best.node)
      score += best.score
    } else if (!absorbs(b, node)) return undefined
  }
  return [...free].every(node => absorbs(a, node)) ? score : undefined
}

/** The members of an object by their keys, of one that is given twice the last; `open` says that there may be others. */
const byKey = (members: readonly Member[]) => {
  const known = new Map<string, Node>()
  let open = false
  for (const { key, value } of members) {
    const name = literal(revealed(key))
    if (name === undefined) open = true
    else known.set(name, value)
  }
  return { known, open }
}

const objects = (a: readonly Member[], b: readonly Member[], within: Budget): number | undefined => {
  const [x, y] = [byKey(a), byKey(b)]
  let score = 0
  for (const [key, value] of x.known) {
    const other = y.known.get(key)
    const found = other ? agreement(value, other, within) : y.open ? 0 : undefined
    if (found === undefined) return undefined
    score += found
  }
  return x.open || [...y.known.keys()].every(key => x.known.has(key)) ? score : undefined
}

/**
 * How much two nodes say alike: the number of texts that are known in both and equal. Undefined where they contradict each
 * other, or where finding out would take too long. The order of a list and the list around a single element mean nothing; a hole
 * agrees with anything.
 */
export const agreement = (a: Node, b: Node, within: Budget = budget()): number | undefined => {
  if (within.left-- <= 0) return undefined
  if (a.kind === 'hole' || b.kind === 'hole') return 0
  if (a.kind === 'object' && b.kind === 'object') return objects(a.members, b.members, within)
  if (a.kind === 'list' || b.kind === 'list')
    return lists(a.kind === 'list' ? a.items : [a], b.kind === 'list' ? b.items : [b], within)
  if (a.kind === 'null' || b.kind === 'null') return a.kind === b.kind ? 0 : undefined
  const [x, y] = [a, b].map(scalarText)
  return x && y ? texts(x, y) : undefined
}

/** Whether keys of members are the same. */
export const sameKey = (a: Text, b: Text): boolean => {
  const [p, q] = [a, b].map(key => literal(revealed(text(...key))))
  return p !== undefined && p === q
}
