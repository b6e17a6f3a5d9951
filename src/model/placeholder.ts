import { print, revealed, type Text } from './text.js'

/** Account ids that AWS's documentation and tutorials use as examples. */
const documentationAccounts =
  /(?<!\d)(?:111122223333|444455556666|777788889999|123456789012|012345678901|555555555555|999999999999|111111111111|222222222222|333333333333)(?!\d)/g

const anyOf = (patterns: readonly RegExp[], flags = ''): RegExp =>
  new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), flags)

const unfinished = anyOf([
  /\b0{12}\b/,
  /\b(TODO|FIXME|TBD)\b/,
  /EXAMPLE|\bYOUR[_-][A-Z]/,
  /<[^<>A-Za-z]*[A-Za-z][^<>]*>/,
  /__[A-Z][A-Z_]*__/,
  /\$\{AWS::\w+\}/,
  /\bACCOUNT[_-]?ID\b/,
  /\b0{8}-0{4}-0{4}-0{4}-0{12}\b/,
])
const unfinishedInAnyCase = anyOf([/(?<![a-z])(CHANGE|REPLACE)[_-]?(ME|IT|THIS)(?![a-z])/, /\bo-(x{4,}|example)/], 'i')

/**
 * What in a text looks like an example or like something still to be filled in, printable; undefined where nothing does.
 * `ownAccount` is an account that the input proves to be real.
 */
export const placeholderIn = (t: Text, ownAccount: string | undefined): string | undefined => {
  const isPlaceholder = (part: Text[number]): boolean =>
    typeof part === 'string' &&
    (unfinished.test(part) ||
      unfinishedInAnyCase.test(part) ||
      part.match(documentationAccounts)?.some(account => account !== ownAccount) === true)
  return revealed(t).some(isPlaceholder) ? print(t) : undefined
}
