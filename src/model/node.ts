import type { Location } from './location.js'
import { text, type Hole, type Text } from './text.js'

/** One member of an object. A duplicate key is kept: it is for the reader to judge. */
export interface Member {
  readonly key: Text
  readonly location: Location
  readonly value: Node
}

export interface ObjectNode {
  readonly kind: 'object'
  readonly members: readonly Member[]
  readonly location: Location
}
export interface ListNode {
  readonly kind: 'list'
  readonly items: readonly Node[]
  readonly location: Location
}
export interface TextNode {
  readonly kind: 'text'
  readonly text: Text
  /** What other readers of YAML take an unquoted text for, where that is another one: `1412623385` for `012345678901`. */
  readonly misread?: string
  readonly location: Location
}
/** A number keeps the text it was written as. */
export interface NumberNode {
  readonly kind: 'number'
  readonly text: Text
  readonly location: Location
}
export interface BooleanNode {
  readonly kind: 'boolean'
  readonly value: boolean
  readonly location: Location
}
export interface NullNode {
  readonly kind: 'null'
  readonly location: Location
}
/** A value of any shape that is not known. In a list, `many` says that it stands for any number of elements, none included. */
export interface HoleNode {
  readonly kind: 'hole'
  readonly hole: Hole
  readonly many?: true
  readonly location: Location
}

/** A policy as every adapter hands it over: a JSON-like tree in which every node knows its place. */
export type Node = ObjectNode | ListNode | TextNode | NumberNode | BooleanNode | NullNode | HoleNode

/** The text of a scalar, as IAM reads it in a condition (`true` and `7` count as strings); undefined for other nodes. */
export const scalarText = (node: Node): Text | undefined => {
  switch (node.kind) {
    case 'text':
    case 'number':
      return node.text
    case 'boolean':
      return [String(node.value)]
    case 'hole':
      return node.many ? undefined : text(node.hole)
    default:
      return undefined
  }
}
