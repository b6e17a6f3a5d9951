import type { Key, KeySettings, Policy, Variant } from '../../model/key.js'
import type { Location } from '../../model/location.js'
import type { Node } from '../../model/node.js'
import { isUnknown } from '../../model/truth.js'
import { placedDocument } from './document.js'

/** A key of a plan on its source, and what could not be found there. */
export interface PlacedKey {
  readonly key: Key
  /** How many statements have no place of their own. */
  readonly strays: number
}

type Documents = Extract<Policy, { readonly kind: 'document' }>

const locationIn = (
  places: readonly { readonly address: string; readonly location: Location }[],
  address: string,
): Location | undefined => places.find(place => place.address === address)?.location

/** Of policies that overwrite each other, each is in the variant in which its resource comes last. */
const isOf = (variant: Variant, other: Variant): boolean =>
  variant.when === undefined || other.when === variant.when || other.when?.startsWith(`${variant.when} and `) === true

/** The documents of the source that a variant of the plan may be. */
const candidates = (variant: Variant, { variants }: Documents): readonly Node[] => {
  const same = variants.filter(other => isOf(variant, other))
  return (same.length > 0 ? same : variants).map(({ document }) => document)
}

const placedVariants = (
  plan: Documents,
  source: Policy | undefined,
  blockOf: (variant: Variant) => Location,
): { readonly policy: Documents; readonly strays: number } => {
  let strays = 0
  const variants = plan.variants.map(variant => {
    const documents = source?.kind === 'document' ? candidates(variant, source) : []
    const placed = placedDocument(variant.document, documents, blockOf(variant))
    strays += placed.strays
    return { ...variant, document: placed.document }
  })
  const [first] = variants
  return { policy: { ...plan, variants, location: first?.document.location ?? plan.location }, strays }
}

/** What the plan does not know of a key, as its source has it. */
const settingsOf = (plan: Key, source: Key): Partial<KeySettings> => ({
  ...(isUnknown(plan.enabled) && { enabled: source.enabled }),
  ...(isUnknown(plan.spec) && { spec: source.spec }),
  ...(isUnknown(plan.usage) && { usage: source.usage }),
  ...(isUnknown(plan.origin) && { origin: source.origin }),
  ...(isUnknown(plan.multiRegion) && { multiRegion: source.multiRegion }),
  ...(isUnknown(plan.rotation) && { rotation: source.rotation }),
  ...(isUnknown(plan.bypassLockoutCheck) && { bypassLockoutCheck: source.bypassLockoutCheck }),
  ...(isUnknown(plan.deletionWindow) && { deletionWindow: source.deletionWindow }),
})

/**
 * A key as the plan has it, at the places of its source. A policy of which the plan shows nothing is the one of the source,
 * `hide` taking out of it what the plan says is sensitive.
 */
export const placedKey = (plan: Key, source: Key, hide: (policy: Node) => Node): PlacedKey => {
  const blockOf = (address: string | undefined): Location =>
    (address === undefined ? undefined : locationIn(source.policySources, address)) ?? source.location
  const last = plan.policySources.at(-1)?.address
  const block = blockOf(last)
  const policyOf = (): { readonly policy: Key['policy']; readonly strays: number } => {
    if (plan.policy.kind === 'document')
      return placedVariants(plan.policy, source.policy.kind === 'managed' ? undefined : source.policy, variant =>
        blockOf(plan.policySources.find(({ address }) => variant.when?.startsWith(`${address} `))?.address ?? last),
      )
    if (plan.policy.kind === 'unknown' && source.policy.kind === 'document') {
      const variants = source.policy.variants.map(variant => ({ ...variant, document: hide(variant.document) }))
      return { policy: { ...source.policy, variants }, strays: 0 }
    }
    return { policy: { ...plan.policy, location: block }, strays: 0 }
  }
  const { policy, strays } = policyOf()
  return {
    key: {
      ...plan,
      ...settingsOf(plan, source),
      location: source.location,
      via: source.via,
      policy,
      policySources: plan.policySources.map(({ address }) => ({ address, location: blockOf(address) })),
      grants: plan.grants.map(grant => ({
        ...grant,
        location: locationIn(source.grants, grant.address) ?? source.location,
      })),
    },
    strays,
  }
}
