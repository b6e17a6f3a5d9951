import type { Key } from '../../model/key.js'
import type { Node } from '../../model/node.js'
import { here } from '../../model/sample.js'
import { literal } from '../../model/text.js'
import type { Suggestion } from './suggestion.js'
import { valueOf, type Value } from './value.js'

/* Suggestions applied to policies, for tests. */

const nodeOf = (value: Value): Node => {
  switch (value.kind) {
    case 'text':
      return { kind: 'text', text: value.text, location: here }
    case 'list':
      return { kind: 'list', items: value.items.map(nodeOf), location: here }
    case 'map':
      return {
        kind: 'object',
        members: value.entries.map(([key, one]) => ({ key: [key], value: nodeOf(one), location: here })),
        location: here,
      }
  }
}

const placed = (own: readonly Node[], added: readonly Node[], { place }: Suggestion): readonly Node[] => {
  switch (place.kind) {
    case 'add':
      return [...own, ...added]
    case 'policy':
      return added
    case 'replace':
      return own.flatMap((node, i) => (i === place.index ? added : [node]))
  }
}

const statementsOf = (document: Node | undefined): readonly Node[] => {
  const value =
    document?.kind === 'object' ? document.members.find(({ key }) => literal(key) === 'Statement')?.value : undefined
  return value?.kind === 'list' ? value.items : value ? [value] : []
}

/** The key with the suggestion put into its policy. */
export const applied = (key: Key, suggestion: Suggestion): Key => {
  const { policy } = key
  const own = policy.kind === 'document' ? statementsOf(policy.variants[0]?.document) : []
  const statements = placed(
    own,
    suggestion.drafts.map(draft => nodeOf(valueOf(draft))),
    suggestion,
  )
  const document: Node = {
    kind: 'object',
    members: [
      { key: ['Version'], value: { kind: 'text', text: ['2012-10-17'], location: here }, location: here },
      { key: ['Statement'], value: { kind: 'list', items: statements, location: here }, location: here },
    ],
    location: here,
  }
  return { ...key, policy: { kind: 'document', variants: [{ document }], location: here } }
}
