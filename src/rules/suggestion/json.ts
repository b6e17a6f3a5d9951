import { write, type Written } from './interpolation.js'
import { quote } from './quote.js'
import { inCloudFormation, nowhere } from './references.js'
import { plainText, subText } from './sub.js'
import type { Value } from './value.js'

const longestLine = 90

/** Whether what is written stands well on one line after its name. */
const fits = (written: string, indent: string): boolean =>
  written.length <= longestLine - indent.length && !written.includes('\n')

const inLines = (items: readonly string[], [open, close]: readonly [string, string], indent: string): string =>
  `${open}\n${items.map(item => `${indent}  ${item}`).join(',\n')}\n${indent}${close}`

/** A list on one line where it fits. */
const listOf = (items: readonly string[], indent: string): string => {
  const short = `[${items.join(', ')}]`
  return fits(short, indent) ? short : inLines(items, ['[', ']'], indent)
}

/** An object on one line where it has one member and fits, as that of a principal mostly does. */
const objectOf = (members: readonly string[], indent: string): string => {
  const short = `{ ${members.join(', ')} }`
  return members.length === 1 && fits(short, indent) ? short : inLines(members, ['{', '}'], indent)
}

const json = (value: Value, text: (value: Value & { kind: 'text' }) => string, indent: string): string => {
  const inner = (one: Value): string => json(one, text, `${indent}  `)
  switch (value.kind) {
    case 'text':
      return text(value)
    case 'list':
      return listOf(value.items.map(inner), indent)
    case 'map':
      return objectOf(
        value.entries.map(([key, one]) => `${quote(key)}: ${inner(one)}`),
        indent,
      )
  }
}

const subJson = (parts: Written): string => {
  const sub = subText(parts)
  return sub === undefined ? quote(plainText(parts)) : `{ "Fn::Sub": ${quote(sub)} }`
}

/** A tree as indented JSON, with words in angle brackets for what is to be filled in. */
export const toJson = (value: Value): string => json(value, one => quote(plainText(write(one.text, nowhere))), '')

/** The same for a CloudFormation template. */
export const toCloudFormationJson = (value: Value): string =>
  json(value, one => subJson(write(one.text, inCloudFormation)), '')
