import { Fault } from '../evaluate/fault.js'
import { booleanOf, stringOf, type Value } from '../evaluate/value.js'
import { isInside, isMapped, netmask, readAddress, readCidr, showAddress, showCidr, sizeOf, type Cidr } from './cidr.js'
import { list, wholeArgument, strict, textArgument, unknownCall, type Call, type Function } from './define.js'

/** A function of a range, and of what follows it. IPv4 addresses that are written as IPv6 ones are left open. */
const ofRange = (of: (range: Cidr, args: readonly Value[], call: Call) => Value): Function =>
  strict((args, call) => {
    const text = textArgument(args, 0, call)
    if (isMapped(text)) return unknownCall(args, call)
    const range = readCidr(text)
    if (!range) throw new Fault('this is no range of addresses in CIDR notation', call.at)
    return of(range, args, call)
  })

const cidrhost = ofRange((range, args, call) => {
  const host = BigInt(wholeArgument(args, 1, call))
  const size = sizeOf(range)
  const offset = host < 0n ? size + host : host
  if (offset < 0n || offset >= size) throw new Fault('the range has no such host', call.at)
  return stringOf(showAddress({ ...range, address: range.address | offset }), call.at)
})

const cidrsubnet = ofRange((range, args, call) => {
  const bits = wholeArgument(args, 1, call)
  const subnet = BigInt(wholeArgument(args, 2, call))
  const length = range.length + bits
  if (length > range.width) throw new Fault('the prefix would be longer than an address', call.at)
  // Terraform makes something of these, but nothing that one could mean
  if (bits < 0 || subnet < 0n) return unknownCall(args, call)
  if (subnet >= 1n << BigInt(bits)) throw new Fault('the range has no such subnet', call.at)
  const address = range.address | (subnet << BigInt(range.width - length))
  return stringOf(showCidr({ ...range, length, address }), call.at)
})

const maxNewBits = 32

const cidrsubnets = ofRange((range, args, call) => {
  // Terraform begins one before, and there is none
  if (range.address === 0n && args.length > 1) throw new Fault('there is no address before the range', call.at)
  let next = range.address
  const end = range.address + sizeOf(range)
  const subnets = args.slice(1).map((_, i) => {
    const bits = wholeArgument(args, i + 1, call)
    const length = range.length + bits
    if (bits < 1 || bits > maxNewBits || length > range.width)
      throw new Fault('the prefix cannot be made longer by so many bits', call.at)
    const size = sizeOf({ ...range, length })
    // each begins where its own size allows
    const address = ((next + size - 1n) / size) * size
    if (address + size > end) throw new Fault('there is no address left', call.at)
    next = address + size
    return stringOf(showCidr({ ...range, length, address }), call.at)
  })
  return list(subnets, call)
})

const cidrcontains = ofRange((range, args, call) => {
  const text = textArgument(args, 1, call)
  if (isMapped(text)) return unknownCall(args, call)
  const inner = readAddress(text) ?? readCidr(text)
  if (inner?.width !== range.width) throw new Fault('this is no address or range of the same family', call.at)
  return booleanOf(isInside(range, inner), call.at)
})

/** Functions of IP addresses. */
export const network: Readonly<Record<string, Function>> = {
  cidrhost,
  cidrsubnet,
  cidrsubnets,
  cidrcontains,
  cidrnetmask: ofRange((range, _args, call) => {
    if (range.width === 128) throw new Fault('IPv6 addresses have no netmask', call.at)
    return stringOf(netmask(range), call.at)
  }),
}
