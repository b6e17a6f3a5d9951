import { BlockList, isIP } from 'node:net'

const split = (cidr: string): { address: string; family: 4 | 6; prefix: number } | undefined => {
  const [address = '', bits, ...rest] = cidr.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return undefined
  const width = family === 4 ? 32 : 128
  const prefix = bits === undefined ? width : /^\d{1,3}$/.test(bits) ? Number(bits) : NaN
  return prefix <= width ? { address, family: family === 4 ? 4 : 6, prefix } : undefined
}

/** Whether the text is an IPv4 or IPv6 address or range in CIDR notation. */
export const isCidr = (value: string): boolean => split(value) !== undefined

/** The length of the prefix; 0 is every address. Undefined where the text is no range. */
export const prefixLength = (value: string): number | undefined => split(value)?.prefix

/** Whether the address lies in the range; no where either is malformed. */
export const cidrContains = (cidr: string, address: string): boolean => {
  const range = split(cidr)
  const single = split(address)
  if (range === undefined || single === undefined || range.family !== single.family) return false
  const family = range.family === 4 ? 'ipv4' : 'ipv6'
  const list = new BlockList()
  list.addSubnet(range.address, range.prefix, family)
  return list.check(single.address, family)
}
