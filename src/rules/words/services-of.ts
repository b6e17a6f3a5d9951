import type { Service } from '../../knowledge/service.js'
import { literal, print } from '../../model/text.js'
import { isUnknown } from '../../model/truth.js'
import { settleFor, usesIn, type PermissionScope } from './scope.js'

/** All integrations that the principal of a permission acts for. None for what is no service. */
export const integrationsOf = (scope: PermissionScope): readonly Service[] => {
  const { principal } = scope.permission
  if (isUnknown(principal.kind) || principal.kind !== 'service') return []
  return scope.settings.services.ofPrincipal(settleFor(scope)(principal.text))
}

/** The action patterns of a statement as written, in lower case. */
const writtenActions = ({ permission: { statement } }: PermissionScope): readonly string[] | undefined => {
  if (!statement || statement.actions.negated || statement.actions.more.length > 0) return undefined
  return statement.actions.items.map(({ text }) => (literal(text) ?? print(text)).toLowerCase())
}

const asWritten = (action: string): string => action.toLowerCase()

/** AWS writes the two for one another, from page to page. */
const alike = (action: string): string => asWritten(action).replace(/^kms:generatedatakey\*$/, 'kms:generatedatakey')

/** Whether a statement has all that the integration must have, and nothing but what AWS gives it somewhere. */
const asks = (
  written: readonly string[],
  { required, optional, superset }: Service,
  spell: (action: string) => string,
): boolean => {
  const has = new Set(written.map(spell))
  const may = new Set([...required, ...optional.flatMap(({ actions }) => actions), ...superset].map(spell))
  return required.every(action => has.has(spell(action))) && [...has].every(action => may.has(action))
}

/** The integrations of which the statement has the very actions, to the letter where there are any. */
const exactOf = (scope: PermissionScope, services: readonly Service[]): readonly Service[] => {
  const written = writtenActions(scope)
  if (!written) return []
  const exact = services.filter(service => asks(written, { ...service, superset: [] }, asWritten))
  return exact.length > 0 ? exact : services.filter(service => asks(written, service, alike))
}

const inUse = (scope: PermissionScope, services: readonly Service[]): readonly Service[] => {
  const used = new Set(usesIn(scope).map(({ service }) => service))
  return services.filter(({ id }) => used.has(id))
}

/** Whether the statement gives what AWS publishes for an integration, while no resource tells which one is meant. */
export const isAsPublished = (scope: PermissionScope): boolean => {
  const all = integrationsOf(scope)
  return inUse(scope, all).length === 0 && exactOf(scope, all).length > 0
}

const remembered = new WeakMap<PermissionScope, readonly Service[]>()

const narrowed = (scope: PermissionScope): readonly Service[] => {
  const all = integrationsOf(scope)
  if (all.length < 2) return all
  const used = inUse(scope, all)
  if (used.length > 0) return used
  const exact = exactOf(scope, all)
  return exact.length > 0 ? exact : all
}

/**
 * The integrations that a permission may be meant for: those by which a resource uses the key, where there are any; else those
 * that need exactly the actions of the statement; else all.
 */
export const servicesOf = (scope: PermissionScope): readonly Service[] => {
  const found = remembered.get(scope) ?? narrowed(scope)
  remembered.set(scope, found)
  return found
}
