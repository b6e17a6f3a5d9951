import { argumentsOf, literalOf, mistake, unknown, valueOf, type IntrinsicFunction } from '../call.js'
import { asText, textNode } from '../value.js'

const toNumber = (address: string): number => address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)

const toAddress = (value: number): string => [24, 16, 8, 0].map(bits => (value >>> bits) & 255).join('.')

const block = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/

/**
 * The first blocks of an IPv4 range; of what is not known or IPv6, a hole.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html
 */
export const cidr: IntrinsicFunction = call => {
  const [range, count, bits] = argumentsOf(call, 2, 3) ?? []
  if (!range || !count) return unknown(call)
  const asked = literalOf(call, range)
  const number = Number(literalOf(call, count))
  const size = bits ? Number(literalOf(call, bits)) : 8
  const [, address, prefix] = block.exec(asked ?? '') ?? []
  if (address === undefined || !(size >= 0 && size <= 32)) return unknown(call, 'of a range', true)
  if (!(number >= 1 && number <= 256) || 32 - size < Number(prefix))
    return mistake(call, 'takes a range and at most 256 blocks of it')
  const items = Array.from({ length: number }, (_, i) =>
    textNode([`${toAddress(toNumber(address) + i * 2 ** size)}/${32 - size}`], call.location),
  )
  return { kind: 'list', items, location: call.location }
}

/** The Availability Zones of a Region: how many and which ones depends on the account. */
export const getAzs: IntrinsicFunction = call =>
  asText(valueOf(call, call.argument)) ? unknown(call, '', true) : mistake(call, 'takes a Region')
