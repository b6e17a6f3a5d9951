import { type Written } from './interpolation.js'

/** The text that `Fn::Sub` takes, with what only looks like a reference marked as such; undefined where there is none in it. */
export const subText = (parts: Written): string | undefined =>
  parts.some(part => 'reference' in part)
    ? parts.map(part => ('literal' in part ? part.literal.replaceAll('${', '${!') : `\${${part.reference}}`)).join('')
    : undefined

/** The text of parts that are all literal. */
export const plainText = (parts: Written): string =>
  parts.map(part => ('literal' in part ? part.literal : part.reference)).join('')
