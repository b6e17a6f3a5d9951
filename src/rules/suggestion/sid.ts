import { literal, text, type Text } from '../../model/text.js'

const longest = 64

const words = (written: string): string =>
  written
    .split(/[^A-Za-z0-9]+/)
    .map(word => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, longest)

/** The last name in an address: `audit` of `module.a["x"].aws_cloudtrail.audit[0]`. */
const nameIn = (address: string): string => address.replace(/\[[^\]]*\]$/, '').replace(/^.*\./, '')

/** A Sid of letters and digits for an integration and the resource that uses the key. */
export const sidFor = (service: string, address: string): string => words(`${service} ${nameIn(address)}`)

/** The Sid, numbered where it is among those that are taken. */
export const uniqueSid = (sid: Text, taken: readonly Text[]): Text => {
  const names = new Set(taken.map(literal))
  for (let n = 1; n <= taken.length + 1; n++) {
    const candidate = n === 1 ? sid : text(...sid, String(n))
    if (!names.has(literal(candidate))) return candidate
  }
  return sid
}
