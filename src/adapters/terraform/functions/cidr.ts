import { isIPv6 } from 'node:net'

/** A range of IP addresses: `length` bits of `address` are fixed, the others are 0. */
export interface Cidr {
  readonly address: bigint
  readonly length: number
  /** How many bits an address has. */
  readonly width: 32 | 128
}

const groupsOf = (text: string): readonly string[] => (text === '' ? [] : text.split(':'))

const ofV6 = (text: string): bigint => {
  const [before = '', after] = text.split('::')
  const [head, tail] = [groupsOf(before), groupsOf(after ?? '')]
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length
  return [...head, ...Array<string>(zeros).fill('0'), ...tail].reduce(
    (sum, group) => (sum << 16n) | BigInt(`0x${group}`),
    0n,
  )
}

/** Terraform reads octets with leading zeros as decimal, unlike others. */
const ofV4 = (text: string): bigint | undefined => {
  const octets = text.split('.').map(octet => (/^\d{1,20}$/.test(octet) ? BigInt(octet) : 256n))
  return octets.length === 4 && octets.every(octet => octet < 256n)
    ? octets.reduce((sum, octet) => (sum << 8n) | octet, 0n)
    : undefined
}

/** An address as a range of one; undefined where the text is none. */
export const readAddress = (text: string): Cidr | undefined => {
  if (isIPv6(text) && !text.includes('%') && !text.includes('.'))
    return { address: ofV6(text), length: 128, width: 128 }
  const address = ofV4(text)
  return address === undefined ? undefined : { address, length: 32, width: 32 }
}

const maskOf = ({ length, width }: Pick<Cidr, 'length' | 'width'>): bigint =>
  ((1n << BigInt(length)) - 1n) << BigInt(width - length)

/** A range in CIDR notation, bits after the prefix ignored; undefined where the text is none. */
export const readCidr = (text: string): Cidr | undefined => {
  const [before = '', bits = '', ...rest] = text.split('/')
  const base = readAddress(before)
  if (!base || rest.length > 0 || !/^\d{1,9}$/.test(bits)) return undefined
  const range = { width: base.width, length: Number(bits) }
  return range.length <= base.width ? { ...range, address: base.address & maskOf(range) } : undefined
}

const showV6 = (address: bigint): string => {
  const groups = Array.from({ length: 8 }, (_, i) => ((address >> BigInt(112 - 16 * i)) & 0xffffn).toString(16))
  const runs = [...groups.join(':').matchAll(/\b0(?::0)+\b/g)].sort((a, b) => b[0].length - a[0].length)
  const [longest] = runs
  if (!longest) return groups.join(':')
  const text = groups.join(':')
  return `${text.slice(0, longest.index).replace(/:$/, '')}::${text.slice(longest.index + longest[0].length).replace(/^:/, '')}`
}

/** An address as Terraform writes it. */
export const showAddress = ({ address, width }: Pick<Cidr, 'address' | 'width'>): string =>
  width === 128 ? showV6(address) : [24n, 16n, 8n, 0n].map(shift => String((address >> shift) & 255n)).join('.')

export const showCidr = (range: Cidr): string => `${showAddress(range)}/${String(range.length)}`

export const netmask = ({ length, width }: Cidr): string => showAddress({ address: maskOf({ length, width }), width })

/** How many addresses, or ranges of `length` bits, there are in a range. */
export const sizeOf = (range: Cidr, length: number = range.width): bigint => 1n << BigInt(length - range.length)

export const isInside = (outer: Cidr, inner: Cidr): boolean =>
  inner.width === outer.width && inner.length >= outer.length && (inner.address & maskOf(outer)) === outer.address

/** An IPv4 address written as an IPv6 one, which Terraform takes for either, now so and now so. */
export const isMapped = (text: string): boolean =>
  text.includes(':') &&
  (text.includes('.') || (readCidr(text.replace(/\/.*$/, '/128'))?.address ?? 0n) >> 32n === 0xffffn)
