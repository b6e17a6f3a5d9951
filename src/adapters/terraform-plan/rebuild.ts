import type { Location } from '../../model/location.js'
import type { Node } from '../../model/node.js'
import { InputError } from '../../model/problem.js'
import { type Hole } from '../../model/text.js'
import { at, parseJson } from '../json.js'
import { specific } from './address.js'
import { statementEntries } from './document.js'
import type { Holes } from './holes.js'
import { inside, isUnknown, itemsOf, type Marked } from './marked.js'
import { append, documentOf, layerOf, merge, unknownLayer, type Layer } from './merge.js'
import type { Change, Instance } from './plan.js'
import { referencesOf, type Origin, type Resolver, type Scope } from './resolve.js'
import { hideAll } from './sensitive.js'
import { asString, dig } from './shape.js'

/** The policy documents of a plan: those read during it, and those to be read at apply. */
export interface Documents {
  readonly deferred: (instance: Instance) => Change | undefined
  readonly read: (instance: Instance) => string | undefined
}

/** How many documents one policy may be merged from. */
const maxDocuments = 200
const maxStatements = 2000

const prefix = 'data.aws_iam_policy_document.'

export const isDocument = (origin: Origin): origin is Origin & { kind: 'resource' } =>
  origin.kind === 'resource' &&
  origin.local.startsWith(prefix) &&
  (origin.attribute === undefined || origin.attribute === 'json' || origin.attribute === 'minified_json')

/**
 * Rebuilds the policy that a deferred `aws_iam_policy_document` will give: its statements and those of the documents it is
 * merged from, with holes for what is known only after apply.
 */
export const rebuild = (
  instance: Instance,
  key: Instance,
  {
    resolver,
    documents,
    holes,
    location,
  }: { resolver: Resolver; documents: Documents; holes: Holes; location: Location },
): Node | undefined => {
  let left = maxDocuments
  let statements = 0

  const json = (source: string, sensitive = false): Layer => {
    const node = parseJson(source, at(location))
    return layerOf(sensitive ? hideAll(node) : node)
  }

  const layer = (wanted: Instance): Layer | undefined => {
    if (left-- <= 0) throw new InputError('too-large', `the policy is merged from more than ${maxDocuments} documents`)
    const change = documents.deferred(wanted)
    if (!change) {
      const source = documents.read(wanted)
      return source === undefined ? undefined : json(source)
    }
    return deferredLayer(change)
  }

  const deferredLayer = (change: Change): Layer => {
    const marked: Marked = { value: change.after, unknown: change.unknown, sensitive: change.afterSensitive }
    const expressions = resolver.config(change)?.expressions ?? {}
    const scope = resolver.scope(change)
    const hole = (expression: unknown, where: string, account = false): Hole =>
      holes.hole(expression, scope, `${change.address}.${where}`, { key, account })
    const layersOf = (attribute: string): readonly Layer[] =>
      documentList(inside(marked, attribute), expressions[attribute], scope, () =>
        hole(expressions[attribute], attribute),
      )

    const own = inside(marked, 'statement')
    const ownLayer: Layer = {
      version: asString(dig(change.after, 'version')) ?? '2012-10-17',
      id: asString(dig(change.after, 'policy_id')),
      entries: isUnknown(own)
        ? unknownLayer(hole(undefined, 'statement'), location).entries
        : statementEntries(own, expressions['statement'], {
            location,
            hole: (expression, where, use) => hole(expression, where, use === 'account'),
          }),
    }
    const none: Layer = { version: undefined, id: undefined, entries: [] }
    const sources = [...layersOf('source_json'), ...layersOf('source_policy_documents')].reduce(append, none)
    const overrides = [...layersOf('override_policy_documents'), ...layersOf('override_json')]
    const merged = [ownLayer, ...overrides].reduce(merge, sources)
    statements += merged.entries.length
    if (statements > maxStatements)
      throw new InputError('too-large', `the policy has more than ${maxStatements} statements`)
    return merged
  }

  /** The documents of an argument, which is one JSON text or a list of them. */
  const documentList = (given: Marked, expression: unknown, scope: Scope, hole: () => Hole): readonly Layer[] => {
    const items = Array.isArray(given.value) && !isUnknown(given) ? itemsOf(given) : [given]
    const named = sourcesOf(items, expression, scope)
    return items.flatMap((item, i): readonly Layer[] => {
      const source = named[i]
      if (isUnknown(item)) return [(source && layer(source)) ?? unknownLayer(hole(), location)]
      const text = asString(item.value) ?? ''
      return text === '' ? [] : [json(text, item.sensitive === true)]
    })
  }

  /** Which document each unknown element is: told by its position where every element is a reference, or as the only one left. */
  const sourcesOf = (
    items: readonly Marked[],
    expression: unknown,
    scope: Scope,
  ): readonly (Instance | undefined)[] => {
    const references = specific(referencesOf(expression))
    const origins = references.map(reference => resolver.origins({ references: [reference] }, scope))
    const each = origins.map(of => (of.length === 1 && of[0] && isDocument(of[0]) ? of[0] : undefined))
    if (each.length === items.length && each.every(document => document !== undefined)) return each
    const unread = origins.flat().filter(o => isDocument(o) && documents.deferred(o))
    const unknown = items.filter(isUnknown)
    const [only] = unread
    const isOnly =
      unread.length === 1 &&
      unknown.length === 1 &&
      only &&
      isDocument(only) &&
      origins.flat().every(o => isDocument(o) || o.kind === 'place')
    return items.map(item => (isOnly && isUnknown(item) ? only : undefined))
  }

  const found = layer(instance)
  return found && documentOf(found, location)
}
