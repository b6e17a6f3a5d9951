import type { Location } from '../../model/location.js'
import { suggestion } from '../../model/nearest.js'
import { InputError, type Problem } from '../../model/problem.js'
import type { Hole } from '../../model/text.js'
import type { Choices, Variable } from './choices.js'
import type { Template } from './template.js'
import type { Tree } from './tree.js'
import type { Value } from './value.js'

/** A value that a parameter is given from outside of the template. */
export type Given =
  | { readonly kind: 'text'; readonly text: string }
  /** By the stack that this one is nested in, as an expression of that one. */
  | { readonly kind: 'expression'; readonly tree: Tree; readonly scope: Scope; readonly symbols: Symbols }
  /** The value of an earlier deployment, which nobody here knows. */
  | { readonly kind: 'previous' }

/** Loop variables of which the values are not known. */
export type Symbols = ReadonlyMap<string, Hole>

/** A resource or a condition, after the loops. */
export interface Element {
  readonly tree: Tree
  readonly location: Location
  readonly symbols: Symbols
}

/** One stack: a template in the place where it is used. */
export interface Scope {
  /** Stands before every address of the stack: empty, or `Storage.`. */
  readonly prefix: string
  readonly template: Template
  readonly account: string | undefined
  readonly region: string | undefined
  readonly given: ReadonlyMap<string, Given>
  readonly conditions: ReadonlyMap<string, Element>
  readonly resources: ReadonlyMap<string, Element>
  /** The stacks that are nested in it, by logical id, as far as they could be read. */
  readonly nested: ReadonlyMap<string, Scope>
  /** The resource that makes this stack, in the stack where it stands. */
  readonly owner?: { readonly element: Element; readonly scope: Scope }
  /** The resources that lead here, outermost first. */
  readonly via: readonly Location[]
}

/** What is shared by all that is evaluated for one source. */
export interface Session {
  /** Takes each problem once, however often it is met. */
  readonly report: (problem: Problem) => void
  /** Counts one step of work; throws `InputError` when the source has had its share. */
  readonly step: (weight?: number) => void
  /** `; did you mean x?` for the first few names that are not there, since each is compared with all that are. */
  readonly suggest: (name: string, names: readonly string[]) => string
  /** The conditions of circles that were reported. */
  readonly circles: Set<string>
}

/** What expressions come to on every way through the choices of one key, where nothing was asked. */
export type Memory = Map<Scope, Map<Tree, Value>>

/** How deep expressions lead. */
interface Depth {
  /** Takes one step down; throws `InputError` where that is too deep. */
  readonly enter: () => void
  readonly leave: () => void
}

/** One way through: what is decided so far, and what was asked. */
export interface Run {
  readonly session: Session
  readonly memory: Memory
  readonly choices: Choices
  /** The variables that stand behind holes, by the name of the hole. */
  readonly variables: Map<string, Variable>
  /** What the conditions came to, by name with the prefix of their stack, in the order in which they were first asked. */
  readonly conditions: Map<string, boolean>
  readonly depth: Depth
  /** The conditions that are being evaluated. */
  readonly open: string[]
  /** What conditions that decide a branch came to, and names of which the text was chosen: what makes this way another one. */
  readonly labels: { readonly conditions: Map<string, boolean>; readonly parameters: Set<string> }
}

/** Where an expression stands. */
export interface Env {
  readonly scope: Scope
  readonly run: Run
  readonly symbols: Symbols
  /** The address of the key whose policy is read. */
  readonly self?: string
  /** Inside a condition, where a parameter is open also if it has a default. */
  readonly isCondition?: true
}

/** The most steps for one source, some seconds of work. */
const maxSteps = { keys: 3_000_000, resources: 1_000_000 } as const

/** The most suggestions for one source, and the most names that one is chosen from. */
const maxSuggestions = 50
const maxCompared = 1000

export const sessionOf = (report: (problem: Problem) => void, read: keyof typeof maxSteps = 'keys'): Session => {
  const seen = new Set<string>()
  const most = maxSteps[read]
  let [steps, suggestions] = [0, 0]
  return {
    suggest: (name, names) =>
      names.length > maxCompared || ++suggestions > maxSuggestions ? '' : suggestion(name, names),
    circles: new Set(),
    report: problem => {
      const id = JSON.stringify([problem.message, problem.location])
      if (!seen.has(id)) report(problem)
      seen.add(id)
    },
    step: (weight = 1) => {
      steps += weight
      if (steps > most) throw new InputError('too-large', `reading the ${read} takes more than ${most} steps`)
    },
  }
}

/** The deepest that expressions lead: what they hold, what they refer to, what that holds, and so on. */
const maxDepth = 400

const depthGauge = (): Depth => {
  let depth = 0
  return {
    enter: () => {
      if (++depth > maxDepth) throw new InputError('too-large', `expressions lead deeper than ${maxDepth} levels`)
    },
    leave: () => {
      depth--
    },
  }
}

export const runOf = (session: Session, choices: Choices, memory: Memory = new Map()): Run => ({
  session,
  depth: depthGauge(),
  memory,
  choices,
  variables: new Map(),
  conditions: new Map(),
  open: [],
  labels: { conditions: new Map(), parameters: new Set() },
})
