import { nearest } from '../model/nearest.js'
import { literal, text, type Text } from '../model/text.js'
import { notViaServices, viaServices } from './via-services.js'

/** What is wrong with a value of `kms:ViaService`. */
export interface ViaFlaw {
  readonly kind: 'form' | 'not-used' | 'region' | 'unknown'
  readonly message: string
}

const partsOf = /^([a-z0-9*?][a-z0-9.*?-]*)\.([a-z0-9*?-]+)\.amazonaws\.com$/

/** A value with what stands for a Region replaced by a Region that no other is like; undefined where more is hidden. */
const plain = (value: Text): string | undefined =>
  literal(text(...value.map(part => (typeof part === 'string' || part.stands !== 'region' ? part : 'xx-region-0'))))

const formFlaw = (value: string): string => {
  if (value === '') return 'is empty'
  if (/\.amazonaws\.com\.cn$/.test(value))
    return 'ends in .amazonaws.com.cn, and in every partition the value ends in .amazonaws.com'
  if (/^[\w-]+\.amazonaws\.com$/.test(value)) return 'lacks the Region: service.region.amazonaws.com'
  if (/[A-Z]/.test(value)) return 'has capitals, and the value is in lower case'
  return 'is not of the form service.region.amazonaws.com'
}

/**
 * What is wrong with a value of `kms:ViaService`; undefined where nothing is, or where holes hide it. `region` is that of the key.
 * `*` and `?` may stand in it, whether the operator knows them or not.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export const viaFlaw = (
  value: Text,
  region: string | undefined,
  documented: (prefix: string) => boolean,
): ViaFlaw | undefined => {
  const written = plain(value)
  if (written === undefined || /^[*?]+$/.test(written)) return undefined
  const [, service, of] = partsOf.exec(written) ?? []
  if (service === undefined || of === undefined) return { kind: 'form', message: formFlaw(written) }
  const other = Object.hasOwn(notViaServices, service) ? notViaServices[service] : undefined
  if (other !== undefined)
    return { kind: 'not-used', message: `names ${service}, which uses KMS as ${other}.${of}.amazonaws.com` }
  if (!/[*?]/.test(of) && of !== 'xx-region-0' && region !== undefined && of !== region)
    return { kind: 'region', message: `names ${of}, and the key is in ${region}` }
  if (/[*?]/.test(service) || viaServices.has(service) || documented(service)) return undefined
  const meant = service.length < 4 ? undefined : nearest(service, [...viaServices])
  const hint = meant === undefined ? '' : `; ${meant} may be meant`
  return { kind: 'unknown', message: `names ${service}, which is not among the services that KMS lists${hint}` }
}

/**
 * The service that is sure to be meant by a value with a flaw, as it stands before the Region: one that KMS lists, in small letters,
 * with another Region or domain or without. Undefined where that would be a guess.
 */
export const viaServiceMeant = (value: Text): string | undefined => {
  const written = plain(value)?.toLowerCase() ?? ''
  const [, service, of = 'xx-region-0'] =
    /^([a-z0-9-]+)(?:\.([a-z0-9-]+))?\.amazon(?:aws)?\.com(?:\.cn)?$/.exec(written) ?? []
  if (service === undefined || !/^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(of)) return undefined
  const called = Object.hasOwn(notViaServices, service) ? notViaServices[service] : service
  return called !== undefined && viaServices.has(called) ? called : undefined
}
