import type { Node } from './node.js'
import { print } from './text.js'

/** The most characters of a statement that a report shows. */
const limit = 4_000

const show = (node: Node): unknown => {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [print(key), show(value)]))
    case 'list':
      return node.items.map(show)
    case 'text':
      return print(node.text)
    case 'number':
      return print(node.text)
    case 'boolean':
      return node.value
    case 'null':
      return null
    case 'hole':
      return `\${${node.hole.name}}`
  }
}

/** A node as indented JSON that may be shown: holes by their name, sensitive values hidden, cut at 4,000 characters. */
export const showNode = (node: Node): string => {
  const json = JSON.stringify(show(node), undefined, 2)
  return json.length > limit ? `${json.slice(0, limit)}\n…` : json
}
