import type { Attested } from '../../../model/key.js'
import type { AdapterOptions } from '../../../model/source.js'
import { isUnknown } from '../../../model/truth.js'
import { partitionOf } from '../../partition.js'
import { asText } from '../evaluate/convert.js'
import { evaluatePart } from '../evaluate/evaluate.js'
import { hasSensitive, once } from '../evaluate/value.js'
import { blocksOf } from '../syntax/blocks.js'
import type { Block, Body, Expression } from '../syntax/tree.js'
import type { Module } from './instance.js'

/** Where the resources of a provider live, as far as its block tells. */
export interface Home {
  readonly account: Attested | undefined
  readonly region: Attested | undefined
  readonly partition: Attested | undefined
}

const accountOf = (arn: string | undefined): string | undefined =>
  /^arn:[\w-]+:(?:iam|sts)::(\d{12}):/.exec(arn ?? '')?.[1]

const attested = (value: string | undefined, by: Attested['by']): Attested | undefined =>
  value === undefined || value === '' ? undefined : { value, by }

/** `aws.east` as written: its last step is the alias. */
const aliasOf = (expression: Expression | undefined): string => {
  if (expression?.kind === 'attribute') return expression.name
  if (expression?.kind !== 'template') return ''
  const [only] = expression.parts
  // the old way is a string
  return only?.kind === 'literal'
    ? (only.text.split('.')[1] ?? '')
    : only?.kind === 'interpolation'
      ? aliasOf(only.value)
      : ''
}

/** The provider block that a name leads to, through the `providers` of the module calls above. */
const providerAt = (module: Module, alias: string): { readonly module: Module; readonly block: Block } | undefined => {
  const own = module.config.providers.find(({ labels, body }) => {
    const named = body.attributes.get('alias')?.value
    const name = named?.kind === 'template' && named.parts[0]?.kind === 'literal' ? named.parts[0].text : ''
    return labels[0] === 'aws' && name === alias
  })
  if (own) return { module, block: own }
  if (!module.call) return undefined
  const passed = module.call.block.body.attributes.get('providers')?.value
  if (passed?.kind !== 'object') return alias === '' ? providerAt(module.call.module, '') : undefined
  const item = passed.items.find(({ key }) =>
    alias === '' ? key.kind === 'literal' && key.value === 'aws' : aliasOf(key) === alias,
  )
  if (item) return providerAt(module.call.module, aliasOf(item.value))
  return alias === '' ? providerAt(module.call.module, '') : undefined
}

const known = (module: Module, body: Body | undefined, name: string): string | undefined => {
  const expression = body?.attributes.get(name)?.value
  if (!expression) return undefined
  const value = evaluatePart(expression, module.scope)
  // where a key lives is printed
  if (value.kind !== 'string' || hasSensitive(value)) return undefined
  const text = asText(value)
  return isUnknown(text) ? undefined : text
}

const onlyAllowed = (module: Module, body: Body): string | undefined => {
  const expression = body.attributes.get('allowed_account_ids')?.value
  const value = expression && evaluatePart(expression, module.scope)
  if (value?.kind !== 'list' || value.items.length !== 1 || !value.items[0] || hasSensitive(value)) return undefined
  const text = asText(once(value.items[0]))
  return isUnknown(text) ? undefined : text
}

/** Where the resources of a block live. */
export const homeOf = (module: Module, body: Body, options: AdapterOptions): Home => {
  const provider = providerAt(module, aliasOf(body.attributes.get('provider')?.value))
  const role = provider && blocksOf(provider.block.body, 'assume_role').at(-1)
  const region =
    attested(options.region, 'option') ??
    attested(known(module, body, 'region'), 'provider') ??
    attested(provider && known(provider.module, provider.block.body, 'region'), 'provider')
  const account =
    attested(options.account, 'option') ??
    attested(
      provider &&
        (accountOf(known(provider.module, role?.body, 'role_arn')) ??
          onlyAllowed(provider.module, provider.block.body)),
      'provider',
    )
  return { account, region, partition: region && { value: partitionOf(region.value), by: region.by } }
}
