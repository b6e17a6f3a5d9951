import { print, revealed, type Text } from './text.js'

/** Account ids that AWS's documentation and tutorials use as examples. */
const documentationAccounts = new Set([
  '111122223333',
  '444455556666',
  '777788889999',
  '123456789012',
  '012345678901',
  '555555555555',
  '999999999999',
  '111111111111',
  '222222222222',
  '333333333333',
])

const accounts = /(?<!\d)\d{12}(?!\d)/g

const unfinished = [
  /\b0{12}\b/,
  /(?<![a-z])(CHANGE|REPLACE)[_-]?(ME|IT|THIS)(?![a-z])/i,
  /\b(TODO|FIXME|TBD)\b/,
  /EXAMPLE|\bYOUR[_-][A-Z]/,
  /<[^<>A-Za-z]*[A-Za-z][^<>]*>/,
  /__[A-Z][A-Z_]*__/,
  /\$\{AWS::\w+\}/,
  /\bACCOUNT[_-]?ID\b/,
  /\bo-(x{4,}|example)/i,
  /\b0{8}-0{4}-0{4}-0{4}-0{12}\b/,
]

/**
 * What in a text looks like an example or like something still to be filled in, printable; undefined where nothing does.
 * `ownAccount` is an account that the input proves to be real.
 */
export const placeholderIn = (t: Text, ownAccount: string | undefined): string | undefined => {
  const isExample = (account: string): boolean => account !== ownAccount && documentationAccounts.has(account)
  const isPlaceholder = revealed(t).some(
    part =>
      typeof part === 'string' &&
      (unfinished.some(pattern => pattern.test(part)) || part.match(accounts)?.some(isExample)),
  )
  return isPlaceholder ? print(t) : undefined
}
