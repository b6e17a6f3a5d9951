import type { Wanted } from '../../model/deployed.js'
import type { Problem } from '../../model/problem.js'
import { memberOf } from './bytes.js'
import { glanceAt, glanceAtWritten, isName, type Glance } from './glance.js'
import { inside, isGiven, isUnknown } from './marked.js'
import type { Change, ConfigResource, StateResource } from './plan.js'
import { asList, asObject, type Json } from './shape.js'

/** What is kept of the wanted resources of a plan: enough to find the keys that they use. */
export interface Extracts {
  readonly changes: readonly Change[]
  readonly drift: readonly Change[]
  readonly state: readonly StateResource[]
  /** Changes that say no more than a name: they matter where another resource refers to them. */
  readonly named: readonly Change[]
  /** Whether the configuration is known of all that are written with more than a name. */
  readonly isWritten: () => boolean
}

/** Which resources to take while a plan is read. */
interface Choice {
  /** None any more when there are too many. */
  readonly type: (type: string) => boolean
  readonly glance: (type: string, bytes: Uint8Array) => boolean
}

/** Takes the wanted resources while a plan is read, of each no more than is wanted. */
export interface Extractor {
  readonly changes: Choice
  /** The prior state matters only where there are no changes. */
  readonly state: Choice
  readonly configuration: Choice
  readonly addChange: (change: Change, of: 'changes' | 'drift') => void
  readonly addState: (resource: StateResource) => void
  /** What to keep of a resource in the configuration. */
  readonly written: (resource: ConfigResource) => ConfigResource | undefined
  readonly extracts: Extracts
}

const maxResources = 10_000
/** How many values and characters are kept of all of them, and of how they are written. */
const maxSize = 20_000_000

/** What tells where a resource is and what AWS calls it. */
const always = ['arn', 'id', 'region']

const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length + 1
  let size = 1
  for (const item of asList(value) ?? Object.values(asObject(value) ?? {})) size += sizeOf(item)
  return size
}

const nothing: Json = {}

const pick = (value: unknown, names: readonly string[]): Json | undefined => {
  const object = asObject(value)
  if (!object) return undefined
  const picked: Record<string, unknown> = {}
  let isEmpty = true
  for (const name of names) {
    if (!Object.hasOwn(object, name)) continue
    picked[name] = object[name]
    isEmpty = false
  }
  return isEmpty ? nothing : picked
}

/** A tree of marks may be one mark for all. */
const marks = (value: unknown, names: readonly string[]): unknown => (value === true ? true : pick(value, names))

/** Counts resources and their sizes until there are too many. */
const counter = (full: () => void) => {
  let resources = 0
  let size = 0
  let isFull = false
  return {
    isFull: () => isFull,
    /** Whether one more is to be kept. */
    add: (...values: readonly unknown[]): boolean => {
      if (isFull) return false
      size += sizeOf(values)
      isFull = ++resources > maxResources || size > maxSize
      if (isFull) full()
      return !isFull
    },
  }
}

/** What is looked for in the resources of one type. */
interface Looking {
  readonly names: readonly string[]
  readonly telling: readonly string[]
  readonly glance: Glance
  readonly glanceAtWritten: Glance
}

const looking = (type: string, properties: ReadonlySet<string>): Looking => ({
  names: [...new Set([...properties, ...always])],
  telling: [...properties].filter(name => !isName(name)),
  glance: glanceAt(type, properties),
  glanceAtWritten: glanceAtWritten(properties),
})

/** Makes an extractor. Where the plan holds more than it keeps, that is a warning. */
export const extractor = (wanted: Wanted, report: (problem: Problem) => void): Extractor => {
  const types = new Map(Array.from(wanted, ([type, steps]) => [type, looking(type, new Set(steps.next.keys()))]))
  const extracts = {
    changes: [] as Change[],
    drift: [] as Change[],
    state: [] as StateResource[],
    named: [] as Change[],
    isWritten: () => !written.isFull(),
  } satisfies Extracts // filled while reading
  /** Resources whose properties are in part known, by their address inside their module: `dynamic` blocks may have made them. */
  const seen = new Set<string>()
  let isTold = false
  const tell = (): void => {
    if (isTold) return
    isTold = true
    const message = `the plan has more than ${maxResources} resources that may use a key, or very large ones: which keys those beyond use is not seen`
    report({ code: 'too-large', severity: 'warning', message })
  }
  const kept = counter(tell)
  const named = counter(() => undefined)
  const standing = counter(() => undefined)
  const written = counter(tell)
  const choice = ({ isFull }: ReturnType<typeof counter>): Choice => ({
    type: type => types.has(type) && !isFull(),
    glance: (type, bytes) => !isFull() && types.get(type)?.glance(bytes) === true,
  })
  return {
    extracts,
    changes: choice(kept),
    state: choice(standing),
    configuration: {
      type: type => types.has(type) && !written.isFull(),
      glance: (type, bytes) =>
        types.get(type)?.glanceAtWritten(bytes) === true ||
        (seen.size > 0 && seen.has(`${type}.${memberOf(bytes, 'name') ?? ''}`)),
    },
    addChange: (change, of) => {
      const { names = [], telling = [] } = types.get(change.type) ?? {}
      const after = pick(change.after, names)
      const unknown = marks(change.unknown, names)
      const afterSensitive = marks(change.afterSensitive, names)
      const one: Change = { ...change, before: undefined, beforeSensitive: undefined, after, unknown, afterSensitive }
      const told = telling.map(name => inside({ value: after, unknown, sensitive: undefined }, name)).filter(isGiven)
      if (told.some(one => !isUnknown(one))) seen.add(change.local)
      const tells = after === undefined || told.length > 0
      if ((tells ? kept : named).add(after, unknown, afterSensitive)) extracts[tells ? of : 'named'].push(one)
    },
    addState: resource => {
      const { names = [] } = types.get(resource.type) ?? {}
      const values = pick(resource.values, names) ?? nothing
      const sensitive = marks(resource.sensitive, names)
      if (standing.add(values, sensitive)) extracts.state.push({ ...resource, values, sensitive })
    },
    written: resource => {
      const expressions = pick(resource.expressions, types.get(resource.type)?.names ?? []) ?? nothing
      return written.add(expressions, resource.forEach, resource.count) ? { ...resource, expressions } : undefined
    },
  }
}
