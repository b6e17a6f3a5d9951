import type { Attested } from '../../model/key.js'
import type { AdapterOptions } from '../../model/source.js'
import { partitionOf } from '../partition.js'
import type { Instance, Plan, StateResource } from './plan.js'
import { pathOf, type Path } from './address.js'
import type { Resolver } from './resolve.js'
import { asList, asString, dig, type Json } from './shape.js'

/** Where a key lives, as far as the plan tells. */
export interface Home {
  readonly account: Attested | undefined
  readonly region: Attested | undefined
  readonly partition: Attested | undefined
}

const accountOf = (arn: string | undefined): string | undefined =>
  /^arn:[\w-]+:(?:iam|sts)::(\d{12}):/.exec(arn ?? '')?.[1]

const attested = (value: string | undefined, by: Attested['by']): Attested | undefined =>
  value === undefined || value === '' ? undefined : { value, by }

/** What a provider block says, where it is written as a constant or as a variable with a value. */
interface Provider {
  readonly account: string | undefined
  readonly region: string | undefined
  /** How it gets its credentials: providers that agree in this work in one account. */
  readonly role: string
}

/** Finds where keys live. */
export const homes = (
  plan: Plan,
  resolver: Resolver,
  options: AdapterOptions,
): ((instance: Instance, attributes: Json | undefined, arn: string | undefined) => Home) => {
  const sensitive = (name: string): boolean => plan.root.variables.get(name)?.sensitive === true
  /** A constant or a variable's value; a sensitive one stays unused, since where a key lives is printed. */
  const valueOf = (expression: unknown, path: Path): unknown => {
    const references = asList(dig(expression, 'references')) ?? []
    if (references.some(r => typeof r === 'string' && sensitive(r.replace(/^var\./, '').replace(/[.[].*$/s, ''))))
      return undefined
    const origins = resolver.origins(expression, { path, index: undefined, forEach: undefined })
    const [only] = origins
    return origins.length === 1 && only?.kind === 'value' ? only.value : undefined
  }
  const read = (block: Json): Provider => {
    const expressions = block['expressions']
    const path = pathOf(asString(block['module_address']) ?? '')
    const roles = asList(dig(expressions, 'assume_role')) ?? []
    const allowed = asList(valueOf(dig(expressions, 'allowed_account_ids'), path)) ?? []
    return {
      account:
        accountOf(asString(valueOf(dig(roles.at(-1), 'role_arn'), path))) ??
        (allowed.length === 1 ? asString(allowed[0]) : undefined),
      region: asString(valueOf(dig(expressions, 'region'), path)),
      role: JSON.stringify([roles, dig(expressions, 'profile'), dig(expressions, 'access_key')]),
    }
  }
  const providers = new Map([...plan.providers].map(([name, block]) => [name, read(block)]))
  const providerOf = (instance: Instance): string | undefined => {
    const key = resolver.config(instance)?.provider
    // a module's own provider block is listed under the module's address
    return key === undefined || providers.has(key) ? key : key.slice(key.lastIndexOf(':') + 1)
  }

  const data = (type: string): StateResource[] => plan.state.filter(r => r.local.startsWith(`data.${type}.`))
  const identities = data('aws_caller_identity').flatMap(r => {
    const account = asString(r.values['account_id'])
    return account === undefined ? [] : [{ provider: providerOf(r), account }]
  })
  const regions = data('aws_region').flatMap(r => {
    const region = asString(r.values['region']) ?? asString(r.values['name'])
    return region === undefined ? [] : [{ provider: providerOf(r), region }]
  })

  /** The account that a provider works in: what it was told by AWS, what it says itself, or what one with the same role was told. */
  const accountIn = (name: string | undefined): Attested | undefined => {
    const own = identities.find(i => i.provider === name)
    if (own) return attested(own.account, 'caller-identity')
    const provider = name === undefined ? undefined : providers.get(name)
    if (provider?.account !== undefined) return attested(provider.account, 'provider')
    const others = new Set(
      identities
        .filter(i => !provider || i.provider === undefined || providers.get(i.provider)?.role === provider.role)
        .map(i => i.account),
    )
    const [only] = others
    return others.size === 1 ? attested(only, 'caller-identity') : undefined
  }

  return (instance, attributes, arn) => {
    const [, arnPartition, , arnRegion, arnAccount] = arn?.split(':') ?? []
    const provider = providerOf(instance)
    const region =
      attested(options.region, 'option') ??
      attested(asString(dig(attributes, 'region')), 'provider') ??
      attested(arnRegion, 'arn') ??
      attested(provider === undefined ? undefined : providers.get(provider)?.region, 'provider') ??
      attested(regions.find(r => r.provider === provider)?.region, 'provider')
    return {
      account: attested(options.account, 'option') ?? attested(arnAccount, 'arn') ?? accountIn(provider),
      region,
      partition:
        (region?.by === 'option' ? undefined : attested(arnPartition, 'arn')) ??
        (region && { value: partitionOf(region.value), by: region.by }),
    }
  }
}
