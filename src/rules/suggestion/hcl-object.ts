import { fits, hclArguments, hclText, listOf, type Argument } from './hcl.js'
import type { Value } from './value.js'

/** Names that are no keywords of HCL, which are in small letters. */
const keyOf = (key: string): string => (/^[A-Z][A-Za-z]*$/.test(key) ? key : hclText([key]))

/** An object on one line where it has one member and fits, as that of a principal mostly does. */
const objectOf = (args: readonly Argument[], indent: string): string => {
  const short = `{ ${args.map(([name, value]) => `${name} = ${value}`).join()} }`
  if (args.length === 1 && fits(short, indent)) return short
  return args.length === 0 ? '{}' : ['{', ...hclArguments(args, `${indent}  `), `${indent}}`].join('\n')
}

const object = (value: Value, indent: string): string => {
  switch (value.kind) {
    case 'text':
      return hclText(value.text)
    case 'list':
      return listOf(
        value.items.map(item => object(item, `${indent}  `)),
        indent,
      )
    case 'map': {
      const args = value.entries.map(([key, one]) => [keyOf(key), object(one, `${indent}  `)] as const)
      return objectOf(args, indent)
    }
  }
}

/** A tree as an object of HCL, an element of the list of statements inside `jsonencode`. */
export const toHclObject = (value: Value): string => `${object(value, '')},`
