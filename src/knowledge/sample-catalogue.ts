import type { Deployed, World } from '../model/deployed.js'
import { here, node } from '../model/sample.js'
import { catalogueOf, type Catalogue } from './catalogue.js'
import { parsePropertyPath, type Service, type UsePath } from './service.js'

/* Entries of a catalogue and resources in a short spelling, for tests. */

export const usePath = (written: string, more: Partial<UsePath> = {}): UsePath => {
  const property = parsePropertyPath(written)
  if (!property) throw new Error(`${written} is no property`)
  return { property, into: undefined, name: ['name'], only: [], ...more }
}

/** An entry for a service principal that needs kms:Decrypt, but for what is given. */
export const sampleService = (id: string, facts: Partial<Service> = {}): Service => ({
  id,
  name: `the service ${id}`,
  confidence: 'verified',
  caller: 'service',
  principals: [`${id}.amazonaws.com`],
  optInPrincipals: [],
  via: undefined,
  required: ['kms:Decrypt'],
  optional: [],
  superset: [],
  context: [],
  contextInStatement: true,
  sourceArn: 'undocumented',
  sourceArns: [],
  sourceAccount: 'undocumented',
  uses: [],
  failure: { phase: 'runtime', effect: 'it fails' },
  notes: [],
  sources: [],
  ...facts,
})

export const sampleCatalogue = (...services: readonly Service[]): Catalogue => catalogueOf(() => services)

/** A resource with these properties; `«a.b»` in them is a hole that comes from attribute `b` of `a`. */
export const resource = (
  address: string,
  properties: object,
  facts: Partial<Deployed> = {},
  world?: World,
): Deployed => ({
  address,
  type: address.replace(/\..*/, ''),
  location: here,
  via: [],
  variants: [{ ...(world && { world }), properties: node(properties) }],
  ...facts,
})

/** A hole of any shape for an attribute of a resource. */
export const attributeOf = (address: string, attribute: string) => ({
  kind: 'text' as const,
  text: [{ kind: 'after-apply' as const, name: `${address}.${attribute}`, from: { address, attribute } }],
  location: here,
})
