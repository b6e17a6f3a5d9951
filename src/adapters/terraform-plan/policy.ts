import type { Policy } from '../../model/key.js'
import type { Location } from '../../model/location.js'
import type { Node } from '../../model/node.js'
import { InputError } from '../../model/problem.js'
import { at, parseJson } from '../json.js'
import type { Holes } from './holes.js'
import type { Change, Instance } from './plan.js'
import { isDocument, rebuild, type Documents } from './rebuild.js'
import { argument, referencesOf, type Origin, type Resolver } from './resolve.js'
import { hideAll, type Hide } from './sensitive.js'
import { asString, dig } from './shape.js'

/** What every key of one plan is read with. */
export interface Context {
  readonly location: Location
  readonly resolver: Resolver
  readonly documents: Documents
  readonly holes: Holes
  /** Hides the values of sensitive variables. */
  readonly hide: Hide
}

const documentPolicy = (document: Node, location: Location): Policy => ({
  kind: 'document',
  variants: [{ document }],
  location,
})

const malformed = (message: string, location: Location): Policy => ({ kind: 'malformed', message, location })

const kinds: Readonly<Record<Exclude<Node['kind'], 'object'>, string>> = {
  list: 'a list',
  text: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
  hole: 'unknown',
}

/** Reads the text of a policy; its sensitive parts become holes. */
export const policyOfText = (source: string, sensitive: boolean, { location, hide }: Context): Policy => {
  try {
    const node = parseJson(source, at(location))
    if (node.kind === 'object') return documentPolicy(hide(sensitive ? hideAll(node) : node), location)
    return malformed(`a policy is a JSON object, this is ${kinds[node.kind]}`, location)
  } catch (error) {
    if (error instanceof InputError && error.code === 'not-json') return malformed(error.message, location)
    throw error
  }
}

/** A policy that an expression takes from a document is written in its blocks. */
const inBlocks = (policy: Policy, expression: unknown): Policy =>
  policy.kind === 'document' && referencesOf(expression).some(name => name.startsWith('data.aws_iam_policy_document.'))
    ? { ...policy, dialect: 'hcl-block' }
    : policy

const isNew = ({ actions }: Change): boolean => actions.includes('create')

/** Whether an origin can be the cause of an unknown value. */
const isSettled = (origin: Origin, context: Context): boolean =>
  origin.kind === 'value' || origin.kind === 'place' || (origin.kind === 'resource' && context.holes.isRead(origin))

/** Whether an origin beside a document leaves the document as it is: an instance key, or a variable that is not set. */
const isNeutral = (origin: Origin): boolean =>
  origin.kind === 'place' || (origin.kind === 'value' && (origin.value ?? undefined) === undefined)

/** The one document that an expression gives the text of; undefined where anything else takes part. */
const onlyDocument = (origins: readonly Origin[]): Instance | undefined => {
  const parts = origins.flatMap(o => (o.kind === 'some' ? o.of.filter(isDocument) : [o])).filter(o => !isNeutral(o))
  const [only, ...others] = parts
  return only && others.length === 0 && isDocument(only) ? only : undefined
}

/**
 * The policy that a resource gives a key; `default` where it gives none.
 *
 * A policy that is known only after apply looks in the plan like one that is not given, since the provider computes it: the
 * configuration tells them apart.
 */
export const policyOf = (change: Change, key: Instance, context: Context): Policy => {
  const { location, resolver, holes } = context
  const config = resolver.config(change)
  const expression = argument(config?.expressions, 'policy')
  const source = asString(dig(change.after, 'policy'))
  if (source !== undefined && source !== '') {
    return inBlocks(policyOfText(source, dig(change.afterSensitive, 'policy') === true, context), expression)
  }
  const scope = resolver.scope(change)
  const isUnknown = dig(change.unknown, 'policy') === true
  const unknown = (): Policy => ({
    kind: 'unknown',
    hole: holes.hole(expression, scope, `${change.address}.policy`, { key }),
    location,
  })
  if (!config) return isUnknown ? unknown() : { kind: 'default', location }
  if (expression === undefined) return isUnknown && !isNew(change) ? unknown() : { kind: 'default', location }
  if (!isUnknown) return { kind: 'default', location }

  const origins = resolver.origins(expression, scope)
  // made of known values only, yet unknown: it came to null, so that none is given
  if (isNew(change) && origins.every(origin => isSettled(origin, context))) return { kind: 'default', location }
  const document = onlyDocument(origins)
  const rebuilt = document && rebuild(document, key, context)
  return rebuilt ? inBlocks(documentPolicy(context.hide(rebuilt), location), expression) : unknown()
}

/** The policy that a resource gives its key before the change; undefined where the plan shows none. */
export const policyBefore = (change: Change, context: Context): Policy | undefined => {
  const source = asString(dig(change.before, 'policy'))
  if (source === undefined || source === '') return undefined
  return policyOfText(source, dig(change.beforeSensitive, 'policy') === true, context)
}
