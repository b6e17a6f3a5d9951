/** One way in which something that a deployment decides turns out: as one of these, or as none of those. */
export interface Decision {
  /** A condition, a parameter, a variable. */
  readonly name: string
  readonly among?: readonly string[]
  readonly without: readonly string[]
}

/** That a resource is applied after others which would set the same. */
export const isLast = (address: string): Decision => ({ name: address, among: ['applied last'], without: [] })

const listed = (values: readonly string[]): string => values.map(value => value || '""').join(' or ')

/** `Env is prod`, `Env is not prod`; empty where nothing is decided. */
export const told = ({ name, among, without }: Decision): string => {
  if (among) return `${name} is ${listed(among)}`
  return without.length > 0 ? `${name} is not ${listed(without)}` : ''
}

/** What is decided, in words: `IsProd is true, Env is not dev`. */
export const label = (decisions: readonly Decision[]): string => decisions.map(told).join(', ')

/** How conditions turned out. */
export const decisionsOf = (conditions: ReadonlyMap<string, boolean>): readonly Decision[] =>
  Array.from(conditions, ([name, truth]) => ({ name, among: [String(truth)], without: [] }))

/** Whether the two cannot both be: nothing is left for what they decide. */
const contradict = (a: Decision, b: Decision): boolean => {
  if (a.name !== b.name) return false
  const [one, other] = a.among ? [a, b] : [b, a]
  return one.among?.every(value => !(other.among?.includes(value) ?? true) || other.without.includes(value)) ?? false
}

const counted = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

/**
 * Says when one of the chosen ways is taken, in as few decisions as tell them from the others: each text is enough by itself, such as
 * `IsProd is true, Env is not dev`; none where there are no others. What only one of them has is left out before what they share.
 */
export const whenOneOf = (
  chosen: readonly (readonly Decision[])[],
  others: readonly (readonly Decision[])[],
): readonly string[] => {
  if (others.length === 0) return []
  const ways = chosen.map(decisions => new Map(decisions.map(decision => [told(decision), decision])))
  const counts = counted(ways.flatMap(way => [...way.keys()]))
  const isEnough = (decisions: readonly Decision[]): boolean =>
    others.every(other => other.some(one => decisions.some(decision => contradict(one, decision))))
  const texts: string[] = []
  let left = ways
  for (let [way] = left; way; [way] = left) {
    let kept = [...way]
    for (const [text] of [...way].sort(([a], [b]) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))) {
      const fewer = kept.filter(([one]) => one !== text)
      if (isEnough(fewer.map(([, decision]) => decision))) kept = fewer
    }
    texts.push(kept.map(([text]) => text).join(', '))
    left = left.filter(other => other !== way && !kept.every(([text]) => other.has(text)))
  }
  return texts
}
