import type { ActionFacts } from '../model/kms.js'
import { kms } from './kms.js'
import type { Service } from './service.js'

const named = (pattern: string): readonly string[] => {
  const bare = pattern.replace(/^kms:/, '')
  // who may generate a data key may well do so in its other forms
  const stem = bare === 'GenerateDataKey' ? 'GenerateDataKey' : bare.endsWith('*') ? bare.slice(0, -1) : undefined
  return kms.actions.filter(({ name }) => (stem === undefined ? name === bare : name.startsWith(stem))).map(a => a.name)
}

/** Actions that are part of no integration and hurt nobody. */
const harmless = ['DescribeKey']

const known = new WeakMap<Service, ReadonlySet<string>>()

const documentedBy = (service: Service): ReadonlySet<string> => {
  const { required, optional, superset } = service
  const found =
    known.get(service) ??
    new Set([...required, ...optional.flatMap(({ actions }) => actions), ...superset].flatMap(named))
  known.set(service, found)
  return found
}

/** Whether any of the integrations is documented with the action, if only for a special case. */
export const isDocumented = ({ name }: ActionFacts, services: readonly Service[]): boolean =>
  harmless.includes(name) || services.some(service => documentedBy(service).has(name))
