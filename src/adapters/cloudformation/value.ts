import type { Location } from '../../model/location.js'
import type { HoleNode, Node, TextNode } from '../../model/node.js'
import { print, text, type Hole, type Text } from '../../model/text.js'

/** What an expression comes to; undefined is `AWS::NoValue`. */
export type Value = Node | undefined

/** The longest text that is put together. */
export const maxText = 256 * 1024

const reference = /\{\{resolve:[^{}]*\}\}/g

/** Dynamic references as holes: what they stand for is looked up during deployment. */
const withReferences = (t: Text): Text => {
  const whole = t.map((part, i) => (typeof part === 'string' ? part : `\ue000${i}\ue001`)).join('')
  if (!whole.includes('{{resolve:')) return t
  const restored = (source: string): (string | Hole)[] =>
    source.split(/\ue000(\d+)\ue001/).map((part, i) => (i % 2 === 0 ? part : (t[Number(part)] ?? part)))
  const out: (string | Hole)[] = []
  let end = 0
  for (const { 0: found, index } of whole.matchAll(reference)) {
    out.push(...restored(whole.slice(end, index)), { kind: 'expression', name: print(text(...restored(found))) })
    end = index + found.length
  }
  return text(...out, ...restored(whole.slice(end)))
}

export const textNode = (t: Text, location: Location, misread?: string): TextNode => ({
  kind: 'text',
  text: withReferences(t),
  location,
  ...(misread !== undefined && { misread }),
})

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

/** How YAML 1.1 reads the text of a value, as text that may be shown. */
export const misreadOf = (value: Value): string | undefined => (value?.kind === 'text' ? value.misread : undefined)

/** Puts texts together, with the other reading where a part has one. */
export const joined = (values: readonly Value[], location: Location): TextNode => {
  const t = text(...values.flatMap(value => asText(value) ?? []))
  const misread = values.some(value => misreadOf(value) !== undefined)
    ? values.map(value => misreadOf(value) ?? print(asText(value) ?? [])).join('')
    : undefined
  return textNode(t, location, misread)
}
