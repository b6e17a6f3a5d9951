import type { Location } from '../../model/location.js'
import type { HoleNode, Node, TextNode } from '../../model/node.js'
import { joined, print, text, type Hole, type Text } from '../../model/text.js'
import type { Scalar } from './tree.js'

/** What an expression comes to; undefined is `AWS::NoValue`. */
export type Value = Node | undefined

const reference = /\{\{resolve:[^{}]*\}\}/g

const mayRefer = (t: Text): boolean => t.some(part => typeof part === 'string' && part.includes('{{resolve:'))

/** Dynamic references as holes: what they stand for is looked up during deployment. */
const withReferences = (t: Text): Text => {
  if (!mayRefer(t) || t.some(part => typeof part === 'string' && part.includes('\ue000'))) return t
  const whole = t.map((part, i) => (typeof part === 'string' ? part : `\ue000${i}\ue001`)).join('')
  const restored = (source: string): (string | Hole)[] =>
    source
      .split(/\ue000(\d+)\ue001/)
      .map((part, i) => (i % 2 === 0 ? part : t[Number(part)]))
      .filter(part => part !== undefined)
  const out: (string | Hole)[] = []
  let end = 0
  for (const { 0: found, index } of whole.matchAll(reference)) {
    for (const part of restored(whole.slice(end, index))) out.push(part)
    out.push({ kind: 'expression', name: print(joined(restored(found))) })
    end = index + found.length
  }
  return joined([...out, ...restored(whole.slice(end))])
}

export const textNode = (t: Text, location: Location, misread?: string): TextNode => ({
  kind: 'text',
  text: withReferences(t),
  location,
  ...(misread !== undefined && { misread }),
})

/** An account id that begins with a zero, as YAML 1.1 reads it: an octal number where its digits allow, or without the zero. */
const misreading = ({ text: written, style }: Scalar): string | undefined => {
  if (style !== 'plain' || written.length !== 12 || !/^0\d{11}$/.test(written)) return undefined
  return String(/^[0-7]+$/.test(written) ? parseInt(written, 8) : Number(written))
}

/** The text of a scalar as it is written. */
export const scalarNode = (scalar: Scalar, location: Location): TextNode =>
  textNode(text(scalar.text), location, misreading(scalar))

export const holeNode = (hole: Hole, location: Location, many = false): HoleNode => ({
  kind: 'hole',
  hole,
  location,
  ...(many && { many }),
})

/** The text of a value, as a string function takes it: a hole may be any text. Undefined for lists, objects and null. */
export const asText = (value: Value): Text | undefined => {
  if (value?.kind === 'text' || value?.kind === 'number') return value.text
  if (value?.kind === 'hole') return value.many ? undefined : [value.hole]
  return undefined
}
