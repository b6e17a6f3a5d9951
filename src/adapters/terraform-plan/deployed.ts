import type { Deployed, Wanted } from '../../model/deployed.js'
import { lazyBy } from '../../model/lazy.js'
import type { AdapterOptions } from '../../model/source.js'
import type { Text } from '../../model/text.js'
import { isName } from './glance.js'
import { resources } from './keys.js'
import type { Change, Plan } from './plan.js'
import type { Context } from './policy.js'
import { propertiesReader } from './properties.js'
import { homes } from './provider.js'
import { asString, dig } from './shape.js'

/** Whether a resource says more of the wanted properties than how it is called. */
const tells = ({ variants }: Deployed, names: ReadonlySet<string>): boolean =>
  variants.some(
    ({ properties }) =>
      properties.kind === 'object' &&
      properties.members.some(({ key: [name] }) => typeof name === 'string' && names.has(name) && !isName(name)),
  )

/** A plan tells nothing of the places of module calls. */
const via: Deployed['via'] = []

/**
 * Reads the wanted resources of a plan, but for those that say no more than a name and that none of the others refers to: they
 * have nothing to do with a key, and there may be very many.
 */
export const deployedOf = (
  plan: Plan,
  context: Context,
  hideText: (t: Text) => Text,
  options: AdapterOptions & { readonly wanted: Wanted },
): readonly Deployed[] => {
  const { location, resolver } = context
  const homeOf = homes(plan, resolver, options)
  const namesOf = lazyBy((type: string): ReadonlySet<string> => new Set(options.wanted.get(type)?.next.keys()))
  const isWritten = plan.wanted.isWritten()
  const referred = new Set<string>()
  const refer = (address: string): void => {
    referred.add(address)
  }
  const read = (change: Change): Deployed => {
    const { account, region } = homeOf(change, change.after, asString(dig(change.after, 'arn')))
    const propertiesOf = propertiesReader(change, context, { hideText, refer, isWritten })
    return {
      address: change.address,
      type: change.type,
      location,
      via,
      ...(account && { account: account.value }),
      ...(region && { region: region.value }),
      variants: [{ properties: propertiesOf(namesOf(change.type)) }],
    }
  }
  const isReferred = ({ address }: { readonly address: string }): boolean => referred.has(address)
  const found = resources({ ...plan.wanted, hasChanges: plan.hasChanges }).present.map(read)
  return [
    ...found.filter(resource => isReferred(resource) || tells(resource, namesOf(resource.type))),
    ...plan.wanted.named.filter(isReferred).map(read),
  ]
}
