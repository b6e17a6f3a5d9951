import { addressOf, referenceOf, specific, type Index, type Path, type Reference } from './address.js'
import type { ConfigCall, ConfigModule, ConfigResource, Instance, Plan } from './plan.js'
import { asList, asObject, asString, dig, type Json } from './shape.js'

/** Where an expression stands: a block of a module instance, with its own instance key. */
export interface Scope {
  readonly path: Path
  readonly index: Index
  /** The block's `for_each` expression: what `each.value` is an element of. */
  readonly forEach: unknown
}

/** Where a value in an expression comes from, followed through module inputs and outputs. */
export type Origin =
  | (Instance & { readonly kind: 'resource'; readonly attribute: string | undefined })
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'place' }
  | { readonly kind: 'opaque'; readonly name: string }
  /** One of these, but the plan does not say which: `module.a[each.key]` names no output. */
  | { readonly kind: 'some'; readonly name: string; readonly of: readonly Origin[] }

/** Follows the references of a plan's configuration. */
export interface Resolver {
  readonly config: (instance: Pick<Instance, 'path' | 'local'>) => ConfigResource | undefined
  readonly scope: (instance: Instance) => Scope
  /** Whether a reference means one instance, as far as the configuration shows. */
  readonly isOne: (instance: Instance) => boolean
  readonly origins: (expression: unknown, scope: Scope) => readonly Origin[]
}

/** Bounds how many references one question may follow: a configuration can be made to fan out without end. */
interface Budget {
  steps: number
}
const maxSteps = 1000

const pathKey = (path: Path): string => addressOf(path, '')

/** The references that an expression lists. */
export const referencesOf = (expression: unknown): string[] =>
  (asList(dig(expression, 'references')) ?? []).flatMap(reference => asString(reference) ?? [])

/** Which instance keys a reference without one may mean. */
const instanceKeys = (instances: Iterable<Instance>) => {
  const keys = new Map<string, Set<Index>>()
  const add = (name: string, index: Index): void => {
    const known = keys.get(name)
    if (known) known.add(index)
    else keys.set(name, new Set([index]))
  }
  for (const { path, local, index } of instances) {
    // most have none
    if (index !== undefined) add(pathKey(path) + local, index)
    path.forEach((step, i) => {
      if (step.index !== undefined) add(`${pathKey(path.slice(0, i))}module.${step.name}`, step.index)
    })
  }
  return keys
}

export const resolver = (plan: Plan, instances: Iterable<Instance>): Resolver => {
  const keys = instanceKeys(instances)

  const moduleAt = (path: Path): ConfigModule | undefined => {
    let module: ConfigModule | undefined = plan.root
    for (const { name } of path) module = module?.calls.get(name)?.module
    return module
  }
  const config: Resolver['config'] = ({ path, local }) => moduleAt(path)?.resources.get(local)

  /** The instance key that a reference without one means: the only one there is, or that of the block itself. */
  const chosen = (name: string, scope: Scope): Index => {
    const known = keys.get(name)
    if (!known) return undefined
    const [only] = known
    if (known.size === 1) return only
    return known.has(scope.index) ? scope.index : undefined
  }

  /** What stands at `rest` in a value: an attribute that is not there is one that is not set. */
  const attributeOf = (origin: Origin, rest: readonly (string | number)[]): Origin =>
    origin.kind === 'value' && rest.length > 0 ? { kind: 'value', value: dig(origin.value, ...rest) ?? null } : origin

  const variable = (name: string, scope: Scope, budget: Budget): readonly Origin[] => {
    const module = moduleAt(scope.path)
    const fallback = module?.variables.get(name)?.default
    /** A variable without any value in the plan may be anything. */
    const valueOf = (value: unknown): Origin =>
      value === undefined ? { kind: 'opaque', name: `var.${name}` } : { kind: 'value', value }
    const last = scope.path.at(-1)
    if (!last) return [valueOf(plan.variables.has(name) ? (plan.variables.get(name) ?? null) : fallback)]
    const path = scope.path.slice(0, -1)
    const call = moduleAt(path)?.calls.get(last.name)
    const expression = call?.expressions[name]
    if (expression === undefined) return [valueOf(fallback)]
    return follow(expression, { path, index: last.index, forEach: call?.forEach }, budget)
  }

  const output = (
    ref: Reference & { kind: 'module' },
    text: string,
    scope: Scope,
    budget: Budget,
  ): readonly Origin[] => {
    const index = ref.index ?? chosen(`${pathKey(scope.path)}module.${ref.name}`, scope)
    const path = [...scope.path, { name: ref.name, index }]
    const outputs = moduleAt(path)?.outputs
    const inside: Scope = { path, index: undefined, forEach: undefined }
    if (ref.output !== undefined) {
      return outputs?.has(ref.output)
        ? follow(outputs.get(ref.output), inside, budget)
        : [{ kind: 'opaque', name: text }]
    }
    const of = [...(outputs?.values() ?? [])].flatMap(expression => follow(expression, inside, budget))
    return [{ kind: 'some', name: text, of }]
  }

  const eachValue = (
    ref: Reference & { kind: 'each-value' },
    text: string,
    scope: Scope,
    budget: Budget,
  ): readonly Origin[] => {
    const inside: Scope = { ...scope, forEach: undefined }
    const origins = specific(referencesOf(scope.forEach)).flatMap((reference): readonly Origin[] => {
      const base = referenceOf(reference)
      if (base.kind === 'resource' && base.index === undefined && base.attribute === undefined) {
        return [resource({ ...base, index: scope.index, attribute: ref.attribute }, inside)]
      }
      if (base.kind === 'module' && base.index === undefined && base.output === undefined) {
        return output({ ...base, index: scope.index, output: ref.attribute }, text, inside, budget)
      }
      return one(reference, inside, budget).map(origin => elementOf(origin, scope.index, ref.attribute))
    })
    return origins.length > 0 ? origins : [{ kind: 'opaque', name: text }]
  }

  /** The element of a map that a block with `for_each` stands for. */
  const elementOf = (origin: Origin, index: Index, attribute: string | undefined): Origin => {
    if (origin.kind !== 'value' || index === undefined || !asObject(origin.value)) return origin
    return attributeOf(origin, attribute === undefined ? [index] : [index, attribute])
  }

  const resource = (ref: Reference & { kind: 'resource' }, scope: Scope): Origin => ({
    kind: 'resource',
    path: scope.path,
    local: ref.local,
    index: ref.index ?? chosen(pathKey(scope.path) + ref.local, scope),
    attribute: ref.attribute,
  })

  const one = (text: string, scope: Scope, budget: Budget): readonly Origin[] => {
    if (budget.steps-- <= 0) return [{ kind: 'opaque', name: text }]
    const ref = referenceOf(text)
    switch (ref.kind) {
      case 'variable':
        return variable(ref.name, scope, budget).map(origin => attributeOf(origin, ref.rest))
      case 'module':
        return output(ref, text, scope, budget)
      case 'each-value':
        return eachValue(ref, text, scope, budget)
      case 'resource':
        return [resource(ref, scope)]
      case 'place':
        return [{ kind: 'place' }]
      case 'opaque':
        return [{ kind: 'opaque', name: text }]
    }
  }

  const follow = (expression: unknown, scope: Scope, budget: Budget): readonly Origin[] => {
    const constant = dig(expression, 'constant_value')
    if (constant !== undefined) return [{ kind: 'value', value: constant }]
    const references = specific(referencesOf(expression))
    // an expression without references has a constant value, though the plan may not show it
    if (references.length === 0) return [{ kind: 'place' }]
    return references.flatMap(reference => one(reference, scope, budget))
  }

  const isRepeated = (of: Pick<ConfigCall, 'forEach' | 'count'> | undefined): boolean =>
    of?.forEach !== undefined || of?.count !== undefined
  const isOne = (instance: Instance): boolean =>
    (instance.index !== undefined || !isRepeated(config(instance))) &&
    instance.path.every(
      ({ name, index }, i) => index !== undefined || !isRepeated(moduleAt(instance.path.slice(0, i))?.calls.get(name)),
    )

  return {
    config,
    isOne,
    scope: instance => ({ path: instance.path, index: instance.index, forEach: config(instance)?.forEach }),
    origins: (expression, scope) => follow(expression, scope, { steps: maxSteps }),
  }
}

/** An attribute's expression; undefined where none is given. */
export const argument = (expressions: Json | undefined, name: string): unknown => {
  const expression = expressions?.[name]
  return dig(expression, 'constant_value') === null ? undefined : expression
}
