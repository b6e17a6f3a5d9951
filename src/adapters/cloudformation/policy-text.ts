import type { Policy } from '../../model/key.js'
import type { Location } from '../../model/location.js'
import type { Member, Node } from '../../model/node.js'
import { InputError } from '../../model/problem.js'
import { text, type Hole, type Text } from '../../model/text.js'
import { parseJson, type Locate } from '../json.js'

/** A stretch of the text, and where it stands in the source if it is written there as it is. */
export interface Stretch {
  readonly text: Text
  readonly place?: (offset: number, length: number) => Location
}

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
const write = (stretches: readonly Stretch[], location: Location): Written => {
  const holes: Hole[] = []
  const starts: { readonly at: number; readonly place: Stretch['place'] }[] = []
  let json = ''
  let inside = false
  for (const { text: parts, place } of stretches) {
    starts.push({ at: json.length, place })
    for (const part of parts) {
      if (typeof part === 'string') {
        json += part
        inside = inString(part, inside)
      } else {
        const mark = marked(holes.push(part) - 1)
        json += inside ? mark : `"${mark}"`
      }
    }
  }
  const locate: Locate = (offset, length) => {
    const start = starts.findLast(({ at }) => at <= offset)
    const end = starts.findLast(({ at }) => at <= offset + length)
    const from = start?.place?.(offset - start.at, 0)
    const to = end?.place?.(offset + length - end.at, 0)
    if (!from) return location
    const { line = 1, column = 1 } = to ?? from
    return { ...from, endLine: line, endColumn: column }
  }
  return { json, holes, locate }
}

const restore = (t: Text, holes: readonly Hole[]): Text =>
  text(
    ...t.flatMap(part =>
      typeof part === 'string' ? part.split(marks).map((s, i) => (i % 2 === 0 ? s : (holes[Number(s)] ?? s))) : [part],
    ),
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

/**
 * Reads a policy that is given as JSON text. Holes inside its strings stay there; a hole in place of a value is a value.
 * What is no JSON is malformed, and unknown where a hole may be the cause.
 */
export const policyOfText = (stretches: readonly Stretch[], location: Location): Policy => {
  const { json, holes, locate } = write(stretches, location)
  const [hole, ...others] = holes
  const whole = text(...stretches.flatMap(stretch => stretch.text))
  if (whole.length === 1 && hole && others.length === 0) return { kind: 'unknown', hole, location }
  try {
    const document = withHoles(parseJson(json, locate), holes)
    if (document.kind === 'object') return { kind: 'document', variants: [{ document }], location }
    return { kind: 'malformed', message: 'a key policy is a JSON object, and this text holds something else', location }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    if (hole) return { kind: 'unknown', hole, location }
    // the place inside the text says little where the place in the template is known
    const message = error.message.replace(/ at line \d+, column \d+/, '')
    return { kind: 'malformed', message, location: error.location ?? location }
  }
}
