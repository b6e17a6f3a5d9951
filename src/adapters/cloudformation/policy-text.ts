import type { Policy } from '../../model/key.js'
import type { Location } from '../../model/location.js'
import type { Member, Node } from '../../model/node.js'
import { attempt } from '../../model/problem.js'
import { print, text, type Hole, type Text } from '../../model/text.js'
import { parseJson, type Locate } from '../json.js'
import type { Span } from './tree.js'

/** A stretch of the text, and where it stands in the source if it is written there as it is. */
export interface Stretch {
  readonly text: Text
  /** The position in the source of each position in the text. */
  readonly place?: (offset: number) => number
}

/** Says where a stretch of the source is. */
export type LocateSpan = (span: Span) => Location

/** Stands for hole number i in the text while it is parsed. Neither mark is a character that a policy may hold. */
const marked = (i: number): string => `\ue000${i}\ue001`
const marks = /\ue000(\d+)\ue001/

/** Whether the end of some JSON is inside a string. */
const inString = (json: string, before: boolean): boolean => {
  let inside = before
  for (let i = 0; i < json.length; i++) {
    if (inside && json[i] === '\\') i++
    else if (json[i] === '"') inside = !inside
  }
  return inside
}

interface Written {
  readonly json: string
  readonly holes: readonly Hole[]
  readonly locate: Locate
}

/** The text with a mark for each hole, in quotes where it stands for a whole value. */
const write = (stretches: readonly Stretch[], location: Location, locateSpan: LocateSpan): Written => {
  const holes: Hole[] = []
  const starts: { readonly at: number; readonly place: Stretch['place'] }[] = []
  let json = ''
  let inside = false
  for (const { text: parts, place } of stretches) {
    starts.push({ at: json.length, place })
    for (const part of parts) {
      if (typeof part === 'string') {
        const literal = part.replaceAll('\ue000', '\ufffd')
        json += literal
        inside = inString(literal, inside)
      } else {
        const mark = marked(holes.push(part) - 1)
        json += inside ? mark : `"${mark}"`
      }
    }
  }
  const positionOf = (offset: number): number | undefined => {
    const found = starts.findLast(({ at }) => at <= offset)
    return found?.place?.(offset - found.at)
  }
  const locate: Locate = (offset, length) => {
    const [start, end] = [positionOf(offset), positionOf(offset + length)]
    return start === undefined || end === undefined ? location : locateSpan({ start, end })
  }
  return { json, holes, locate }
}

const restore = (t: Text, holes: readonly Hole[]): Text =>
  text(
    ...print(t)
      .split(marks)
      .map((part, i) => (i % 2 === 0 ? part : (holes[Number(part)] ?? part))),
  )

const withHoles = (node: Node, holes: readonly Hole[]): Node => {
  switch (node.kind) {
    case 'object':
      return {
        ...node,
        members: node.members.map((m): Member => ({
          ...m,
          key: restore(m.key, holes),
          value: withHoles(m.value, holes),
        })),
      }
    case 'list':
      return { ...node, items: node.items.map(item => withHoles(item, holes)) }
    case 'text':
      return { ...node, text: restore(node.text, holes) }
    default:
      return node
  }
}

const holesIn = (t: Text): Text => t.filter(part => typeof part !== 'string')

/**
 * Reads a policy that is given as JSON text. Holes inside its strings stay there; a hole in place of a value is a value.
 * What is no JSON is malformed, and unknown where a hole may be the cause.
 */
export const policyOfText = (stretches: readonly Stretch[], location: Location, locateSpan: LocateSpan): Policy => {
  const { json, holes, locate } = write(stretches, location, locateSpan)
  const [hole] = holes
  const unknown = hole && ({ kind: 'unknown', hole, location } as const)
  if (unknown && stretches.every(({ text: parts }) => holesIn(parts).length === parts.length)) return unknown
  let failure = { message: 'a key policy is a JSON object, and this text holds something else', location }
  const document = attempt(
    () => parseJson(json, locate),
    problem => {
      // the place inside the text says little where the place in the template is known
      failure = { location, ...problem, message: problem.message.replace(/ at line \d+, column \d+/, '') }
    },
  )
  if (document?.kind === 'object')
    return { kind: 'document', variants: [{ document: withHoles(document, holes) }], location }
  return (!document && unknown) || { kind: 'malformed', message: failure.message, location: failure.location }
}
