import type { Text } from '../../model/text.js'
import { write } from './interpolation.js'
import { inQuotes } from './quote.js'
import { inTerraform } from './references.js'

const numbered = (signs: string): string => signs.replaceAll('$', '\\u0024').replaceAll('%', '\\u0025')

/** What begins an interpolation or a directive, with `$` or `%` doubled; of several, all but the last as a number. */
const escapeOpenings = (literal: string): string =>
  literal.replace(/([$%]+)\{/g, (_all, signs: string) => {
    const last = signs.at(-1) ?? ''
    return `${numbered(signs.slice(0, -1))}${last}${last}{`
  })

/** A `$` just before an interpolation would take its meaning from it. */
const escapeEnd = (literal: string): string => literal.replace(/[$%]+$/, numbered)

/** A text as a quoted template, or as the reference that it is. */
export const hclText = (t: Text): string => {
  const parts = write(t, inTerraform)
  const [only] = parts
  if (only && parts.length === 1 && 'reference' in only) return only.reference
  const written = parts.map((part, i) => {
    if ('reference' in part) return `\${${part.reference}}`
    const literal = escapeOpenings(inQuotes(part.literal))
    return i < parts.length - 1 ? escapeEnd(literal) : literal
  })
  return `"${written.join('')}"`
}

const longestLine = 90

/** Whether what is written stands well on one line after its name. */
export const fits = (written: string, indent: string): boolean =>
  written.length <= longestLine - indent.length && !written.includes('\n')

/** A list on one line where it fits. */
export const listOf = (items: readonly string[], indent: string): string => {
  const short = `[${items.join(', ')}]`
  if (fits(short, indent)) return short
  return ['[', ...items.map(item => `${indent}  ${item},`), `${indent}]`].join('\n')
}

/** One argument: its name as it is written, and its value, which may have several lines. */
export type Argument = readonly [name: string, value: string]

/** Arguments with their equals signs under each other where they stand on neighbouring lines, as `terraform fmt` sets them. */
export const hclArguments = (args: readonly Argument[], indent: string): readonly string[] => {
  const isLong = ([, value]: Argument): boolean => value.includes('\n')
  const widthOf = (i: number): number => {
    const run = (step: number): number => {
      let width = 0
      for (let j = i; args[j] !== undefined && !isLong(args[j] as Argument); j += step) {
        width = Math.max(width, args[j]?.[0].length ?? 0)
      }
      return width
    }
    return Math.max(run(-1), run(1))
  }
  return args.map((arg, i) => `${indent}${isLong(arg) ? arg[0] : arg[0].padEnd(widthOf(i))} = ${arg[1]}`)
}
