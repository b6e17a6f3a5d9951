import type { Decision } from '../../model/decision.js'

/** Something that a deployment decides: a parameter, or a comparison that cannot be told. `domain` lists all it can be. */
export interface Variable {
  readonly name: string
  readonly domain?: readonly string[]
}

/** What has been decided on one way through, and what is decided when it is asked. */
export interface Choices {
  /** All that the variable can still be; undefined where that cannot be listed. */
  readonly candidates: (variable: Variable) => readonly string[] | undefined
  readonly allows: (variable: Variable, value: string) => boolean
  readonly isEqual: (variable: Variable, value: string) => boolean
  /** The index of the group that the variable is in; the length for none of them, where `others` can be; -1 if nothing is left. */
  readonly pick: (variable: Variable, groups: readonly (readonly string[])[], others: boolean) => number
  /** Counts the questions asked so far: what is evaluated without one is the same on every way. */
  readonly asked: () => number
  /** Counts a question that was answered from memory. */
  readonly ask: () => void
  readonly decisions: readonly Decision[]
  /** All that is decided of a name, as one. */
  readonly decided: (name: string) => Decision
  /** The ways not taken, each with the decisions that lead to it. */
  readonly alternatives: readonly (readonly Decision[])[]
}

/** Starts from what is decided. Whatever is not takes its first possible way, and the others become alternatives. */
export const choicesFrom = (decided: readonly Decision[]): Choices => {
  const decisions: Decision[] = []
  const alternatives: Decision[][] = []
  const byName = new Map<string, Decision[]>()
  let questions = 0

  const record = (decision: Decision): void => {
    decisions.push(decision)
    byName.set(decision.name, [...(byName.get(decision.name) ?? []), decision])
  }
  decided.forEach(record)

  const ask = (): void => {
    questions++
  }

  const isLeft = ({ name, domain }: Variable, value: string): boolean =>
    (domain?.includes(value) ?? true) &&
    (byName.get(name) ?? []).every(({ among, without }) => (among?.includes(value) ?? true) && !without.includes(value))

  const allows: Choices['allows'] = (variable, value) => {
    ask()
    return isLeft(variable, value)
  }

  const candidates: Choices['candidates'] = variable => {
    ask()
    const all = variable.domain ?? byName.get(variable.name)?.find(({ among }) => among)?.among
    return all?.filter(value => isLeft(variable, value))
  }

  const decide = <T extends Decision>(options: readonly T[]): T | undefined => {
    const [first, ...others] = options
    if (first && others.length > 0) {
      alternatives.push(...others.map(other => [...decisions, other]))
      record(first)
    }
    return first
  }

  const isEqual: Choices['isEqual'] = (variable, value) => {
    if (!allows(variable, value)) return false
    if (candidates(variable)?.length === 1) return true
    const { name } = variable
    return (
      decide<Decision>([
        { name, among: [value], without: [] },
        { name, without: [value] },
      ])?.among !== undefined
    )
  }

  const pick: Choices['pick'] = (variable, groups, others) => {
    const { name } = variable
    const grouped = groups.flat()
    const left = candidates(variable)
    const options = groups.flatMap((group, index) => {
      const among = group.filter(value => isLeft(variable, value))
      return among.length > 0 ? [{ name, among, without: [], index }] : []
    })
    const rest = { name, without: grouped, index: groups.length }
    const restIsPossible = left?.some(value => !grouped.includes(value)) ?? true
    return decide(others && restIsPossible ? [...options, rest] : options)?.index ?? -1
  }

  const decidedOf: Choices['decided'] = name => {
    const among = candidates({ name })
    if (among) return { name, among, without: [] }
    return { name, without: (byName.get(name) ?? []).flatMap(({ without }) => without) }
  }

  return { candidates, allows, isEqual, pick, asked: () => questions, ask, decided: decidedOf, decisions, alternatives }
}
