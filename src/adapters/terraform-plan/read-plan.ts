import { InputError, type Problem } from '../../model/problem.js'
import { pathOf } from './address.js'
import type { Extractor } from './extract.js'
import type { Change, ConfigModule, ConfigResource, DeferredDocument, Plan, StateResource } from './plan.js'
import { stateVisit } from './read-state.js'
import { scan, skip, type Take, type Visit } from './scan.js'
import { asList, asObject, asString, dig, type Json } from './shape.js'
import { documentType } from './types.js'

/** Which resource types are taken; everything else is passed over unparsed. */
export interface Selection {
  readonly changes: (type: string) => boolean
  readonly state: (type: string) => boolean
  readonly configuration: (type: string) => boolean
  /** Takes what may use a key. */
  readonly extractor: Extractor
}

const isIndex = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'

/** Which instance an element speaks of; undefined where it does not say. */
const instanceOf = (element: unknown, moduleAddress: string | undefined) => {
  const type = asString(dig(element, 'type'))
  const name = asString(dig(element, 'name'))
  const index = dig(element, 'index')
  if (type === undefined || name === undefined) return undefined
  const local = `${dig(element, 'mode') === 'data' ? 'data.' : ''}${type}.${name}`
  return {
    address: asString(dig(element, 'address')) ?? local,
    path: pathOf(moduleAddress ?? ''),
    local,
    type,
    index: isIndex(index) ? index : undefined,
  }
}

const changeOf = (element: unknown): Change | undefined => {
  const instance = instanceOf(element, asString(dig(element, 'module_address')))
  if (!instance) return undefined
  return {
    ...instance,
    actions: (asList(dig(element, 'change', 'actions')) ?? []).map(String),
    before: asObject(dig(element, 'change', 'before')),
    after: asObject(dig(element, 'change', 'after')),
    unknown: dig(element, 'change', 'after_unknown'),
    beforeSensitive: dig(element, 'change', 'before_sensitive'),
    afterSensitive: dig(element, 'change', 'after_sensitive'),
  }
}

/** Kept as text until a key needs it: there may be thousands, and an object takes many times its text. */
const deferredDocument = ({ path, local, index }: Change, text: string): DeferredDocument => ({
  path,
  local,
  index,
  change: () => changeOf(JSON.parse(text)),
})

/** The state gives addresses from the root, but no module address of their own. */
const moduleAddressOf = (address: string): string => {
  const path = /^(?:module\.[\w-]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\.)*/.exec(address)?.[0] ?? ''
  return path.slice(0, -1)
}

const emptyModule = (): ConfigModule => ({
  resources: new Map(),
  calls: new Map(),
  outputs: new Map(),
  variables: new Map(),
})

const moduleVisit = (module: ConfigModule, selection: Selection): Visit => ({
  kind: 'members',
  member: key => {
    const { extractor } = selection
    switch (key) {
      case 'resources':
        return {
          kind: 'items',
          item: {
            kind: 'take',
            only: {
              name: 'type',
              test: type => selection.configuration(type) || extractor.configuration.type(type),
              glance: (type, bytes) => selection.configuration(type) || extractor.configuration.glance(type, bytes),
            },
            take: element => {
              const instance = instanceOf(element, undefined)
              if (!instance) return
              const written: ConfigResource = {
                local: instance.local,
                type: instance.type,
                provider: asString(dig(element, 'provider_config_key')),
                expressions: asObject(dig(element, 'expressions')) ?? {},
                forEach: dig(element, 'for_each_expression'),
                count: dig(element, 'count_expression'),
              }
              const kept = selection.configuration(instance.type) ? written : extractor.written(written)
              if (kept) module.resources.set(instance.local, kept)
            },
          },
        }
      case 'outputs':
        return { kind: 'members', member: name => take(value => module.outputs.set(name, dig(value, 'expression'))) }
      case 'variables':
        return {
          kind: 'members',
          member: name =>
            take(value =>
              module.variables.set(name, {
                default: dig(value, 'default'),
                sensitive: dig(value, 'sensitive') === true,
              }),
            ),
        }
      case 'module_calls':
        return { kind: 'members', member: name => callVisit(module, name, selection) }
      default:
        return skip
    }
  },
})

const take = (use: (value: unknown) => void): Visit => ({ kind: 'take', take: use })

const callVisit = (parent: ConfigModule, name: string, selection: Selection): Visit => {
  const call: { expressions: Json; forEach: unknown; count: unknown; module: ConfigModule } = {
    expressions: {},
    forEach: undefined,
    count: undefined,
    module: emptyModule(),
  }
  parent.calls.set(name, call)
  return {
    kind: 'members',
    member: key => {
      switch (key) {
        case 'expressions':
          return take(value => (call.expressions = asObject(value) ?? {}))
        case 'for_each_expression':
          return take(value => (call.forEach = value))
        case 'count_expression':
          return take(value => (call.count = value))
        case 'module':
          return moduleVisit(call.module, selection)
        default:
          return skip
      }
    },
  }
}

const configurationVisit = (root: ConfigModule, providers: Map<string, Json>, selection: Selection): Visit => ({
  kind: 'members',
  member: key => {
    if (key === 'root_module') return moduleVisit(root, selection)
    if (key !== 'provider_config') return skip
    return { kind: 'members', member: name => take(value => providers.set(name, asObject(value) ?? {})) }
  },
})

const takeState = (
  state: StateResource[],
  { state: wants, extractor }: Selection,
  hasChanges: () => boolean,
): Take => ({
  kind: 'take',
  only: {
    name: 'type',
    test: type => wants(type) || (!hasChanges() && extractor.state.type(type)),
    glance: (type, bytes) => wants(type) || extractor.state.glance(type, bytes),
  },
  take: element => {
    const address = asString(dig(element, 'address')) ?? ''
    const instance = instanceOf(element, moduleAddressOf(address))
    const values = asObject(dig(element, 'values')) ?? {}
    // of a policy document only its text is needed, and there may be thousands
    if (!instance) return
    const sensitive = dig(element, 'sensitive_values')
    const isData = instance.local.startsWith('data.')
    if (!isData && !hasChanges() && extractor.state.type(instance.type))
      extractor.addState({ ...instance, values, sensitive })
    if (!wants(instance.type)) return
    state.push({ ...instance, values: instance.type === documentType ? { json: values['json'] } : values, sensitive })
  },
})

/** What a plan says of itself, at its top. */
type Flags = Readonly<Partial<Record<'format_version' | 'errored' | 'complete', unknown>>>

const flagNames = ['format_version', 'errored', 'complete'] as const

/**
 * Reads what is selected of a plan from UTF-8 chunks, in memory that grows with the selection only. Throws `InputError` where
 * the input as a whole is no plan; an element that is too large is a problem and hides nothing else.
 */
export const readPlan = async (
  chunks: AsyncIterable<Uint8Array>,
  selection: Selection,
  report: (problem: Problem) => void,
): Promise<Plan> => {
  const changes: Change[] = []
  const drift: Change[] = []
  const documents: DeferredDocument[] = []
  const state: StateResource[] = []
  const variables = new Map<string, unknown>()
  const providers = new Map<string, Json>()
  const root = emptyModule()
  const flags: { -readonly [name in keyof Flags]: unknown } = {}
  const seen = new Set<string>()
  let deferred = false

  const { extractor } = selection
  const changesVisit = (into: Change[], of: 'changes' | 'drift'): Visit => ({
    kind: 'items',
    item: {
      kind: 'take',
      only: {
        name: 'type',
        test: type => selection.changes(type) || extractor.changes.type(type),
        glance: (type, bytes) => selection.changes(type) || extractor.changes.glance(type, bytes),
      },
      take: element => {
        const change = changeOf(element)
        if (!change) return
        if (change.local.startsWith(`data.${documentType}.`))
          documents.push(deferredDocument(change, JSON.stringify(element)))
        else if (!change.local.startsWith('data.')) {
          if (extractor.changes.type(change.type)) extractor.addChange(change, of)
          if (selection.changes(change.type)) into.push(change)
        }
      },
    },
  })
  const existing = takeState(state, selection, () => seen.has('resource_changes'))
  const top = (key: string): Visit => {
    seen.add(key)
    const flag = flagNames.find(name => name === key)
    if (flag) return take(value => (flags[flag] = value))
    switch (key) {
      case 'variables':
        return { kind: 'members', member: name => take(value => variables.set(name, dig(value, 'value'))) }
      case 'resource_changes':
        return changesVisit(changes, 'changes')
      case 'resource_drift':
        return changesVisit(drift, 'drift')
      case 'deferred_changes':
        return {
          kind: 'items',
          item: take(element => {
            deferred = true
            const change = changeOf(dig(element, 'resource_change'))
            if (!change || change.local.startsWith('data.')) return
            if (extractor.changes.type(change.type)) extractor.addChange(change, 'changes')
            if (selection.changes(change.type)) changes.push(change)
          }),
        }
      case 'prior_state':
        return { kind: 'members', member: name => (name === 'values' ? stateVisit(existing) : skip) }
      case 'configuration':
        return configurationVisit(root, providers, selection)
      default:
        return skip
    }
  }

  const scanner = scan(top, { element: 64 * 1024 * 1024, depth: 500 }, address => {
    const message = `${address === '' ? 'one element' : address} is too large or nested too deep to be read`
    report({ code: 'too-large', severity: 'error', message })
  })
  for await (const chunk of chunks) scanner.push(chunk)
  const { document: end } = scanner.end()
  if (end === 'none') throw new InputError('not-a-plan', 'holds no JSON object, so it is no plan')
  if (end === 'cut') throw new InputError('not-json', 'the plan is cut off: run `terraform show -json PLANFILE` again')
  if (end === 'several') {
    throw new InputError(
      'not-a-plan',
      'holds more than one JSON document: run `terraform show -json PLANFILE` into one file for each plan',
    )
  }
  return {
    formatVersion: asString(flags.format_version),
    errored: flags.errored === true,
    complete: flags.complete !== false,
    deferred,
    hasChanges: seen.has('resource_changes'),
    variables,
    changes,
    drift,
    documents,
    state,
    wanted: extractor.extracts,
    providers,
    root,
  }
}
