import type { Service } from '../../knowledge/service.js'
import type { Principal } from '../../model/principal.js'
import { remembered } from '../../model/remembered.js'
import { literal, print } from '../../model/text.js'
import { isUnknown } from '../../model/truth.js'
import { settleFor, usesIn, type KeyScope, type PermissionScope } from './scope.js'

/** All integrations that something written in the element of a statement's principals acts for. None for what is no service. */
const actingAs = (scope: KeyScope, { element, text }: Pick<Principal, 'element' | 'text'>): readonly Service[] =>
  element === 'Service' ? scope.settings.services.ofPrincipal(settleFor(scope)(text)) : []

/** All integrations that the principal of a permission acts for. */
export const integrationsOf = (scope: PermissionScope): readonly Service[] => {
  const { principal } = scope.permission
  return principal.kind === 'service' ? actingAs(scope, principal) : []
}

/** Whether two of the principals act for the same integrations: a service by its names in two Regions. */
export const areOneService = (
  scope: KeyScope,
  a: Pick<Principal, 'element' | 'text'>,
  b: Pick<Principal, 'element' | 'text'>,
): boolean => {
  const [own, others] = [actingAs(scope, a), actingAs(scope, b)]
  return own.length > 0 && own.length === others.length && own.every(service => others.includes(service))
}

/** What the principals of a statement have in common that are mended in the same way: the services that they act for, or their kind. */
export const kinOf = (scope: PermissionScope): string => {
  const { kind, text } = scope.permission.principal
  const services = integrationsOf(scope).map(({ id }) => id)
  if (services.length > 0) return services.join(' ')
  return isUnknown(kind) || kind === 'service' ? print(text) : kind
}

/** The action patterns of a statement as written, in lower case. */
const writtenActions = ({ permission: { statement } }: PermissionScope): readonly string[] | undefined => {
  if (!statement || statement.actions.negated || statement.actions.more.length > 0) return undefined
  return statement.actions.items.map(({ text }) => (literal(text) ?? print(text)).toLowerCase())
}

/** AWS writes the two for one another, from page to page. */
const alike = (action: string): string => action.replace(/^kms:generatedatakey\*$/, 'kms:generatedatakey')

/** The actions that an integration must have, and those that AWS gives it somewhere. */
interface Asked {
  readonly required: readonly string[]
  readonly may: ReadonlySet<string>
}

const asked = (service: Service, superset: readonly string[], spell: (action: string) => string): Asked => {
  const spelled = (actions: readonly string[]) => actions.map(action => spell(action.toLowerCase()))
  const { required, optional } = service
  return {
    required: spelled(required),
    may: new Set(spelled([...required, ...optional.flatMap(({ actions }) => actions), ...superset])),
  }
}

const toTheLetter = remembered((service: Service) => asked(service, [], action => action))
const inSubstance = remembered((service: Service) => asked(service, service.superset, alike))

/** Whether a statement has all that the integration must have, and nothing but what AWS gives it. */
const asks = (written: readonly string[], { required, may }: Asked): boolean =>
  required.every(action => written.includes(action)) && written.every(action => may.has(action))

/** The integrations of which the statement has the very actions, to the letter where there are any. */
const exactOf = (scope: PermissionScope, services: readonly Service[]): readonly Service[] => {
  const written = services.length === 0 ? undefined : writtenActions(scope)
  if (!written) return []
  const exact = services.filter(service => asks(written, toTheLetter(service)))
  if (exact.length > 0) return exact
  const meant = written.map(alike)
  return services.filter(service => asks(meant, inSubstance(service)))
}

const inUse = (scope: PermissionScope, services: readonly Service[]): readonly Service[] => {
  const uses = usesIn(scope)
  return uses.length === 0 ? [] : services.filter(({ id }) => uses.some(({ service }) => service === id))
}

/** Whether the statement gives what AWS publishes for an integration, while no resource tells which one is meant. */
export const isAsPublished = (scope: PermissionScope): boolean => {
  const all = integrationsOf(scope)
  return inUse(scope, all).length === 0 && exactOf(scope, all).length > 0
}

/**
 * The integrations that a permission may be meant for: those by which a resource uses the key, where there are any; else those
 * that need exactly the actions of the statement; else all.
 */
export const servicesOf = (scope: PermissionScope): readonly Service[] => {
  const all = integrationsOf(scope)
  if (all.length < 2) return all
  const used = inUse(scope, all)
  if (used.length > 0) return used
  const exact = exactOf(scope, all)
  return exact.length > 0 ? exact : all
}
