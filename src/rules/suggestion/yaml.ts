import { write } from './interpolation.js'
import { quote } from './quote.js'
import { inCloudFormation } from './references.js'
import { plainText, subText } from './sub.js'
import type { Value } from './value.js'

/** Names that YAML takes for nothing but texts. */
const plainKey = /^(Sid|Effect|(Not)?(Principal|Action|Resource)|Condition|AWS|Service|[A-Z][a-z]+[A-Z][A-Za-z]*)$/

const keyOf = (key: string): string => (plainKey.test(key) ? key : quote(key))

const scalar = (value: Value & { kind: 'text' }): string => {
  const parts = write(value.text, inCloudFormation)
  const sub = subText(parts)
  return sub === undefined ? quote(plainText(parts)) : `!Sub ${quote(sub)}`
}

const lines = (value: Value, indent: string): string => {
  switch (value.kind) {
    case 'text':
      return ` ${scalar(value)}`
    case 'list':
      return value.items.length === 0
        ? ' []'
        : value.items.map(item => `\n${indent}-${lines(item, `${indent}  `)}`).join('')
    case 'map':
      return value.entries.length === 0
        ? ' {}'
        : value.entries.map(([key, one]) => `\n${indent}${keyOf(key)}:${lines(one, `${indent}  `)}`).join('')
  }
}

/** A tree as an item of a YAML list, for a CloudFormation template. */
export const toYaml = (value: Value): string => `- ${lines(value, '  ').trimStart()}`
