import type { Location } from '../../model/location.js'
import type { Member, Node } from '../../model/node.js'
import { literal, text, type Hole } from '../../model/text.js'

/** One statement on its way through a merge. */
export interface Entry {
  /** Undefined where there is none. */
  readonly sid: string | undefined
  /** Its sid is not known, so it may be that of any other statement. */
  readonly anySid?: true
  readonly node: Node
}

/** A document on its way through a merge. */
export interface Layer {
  readonly version: string | undefined
  readonly id: string | undefined
  readonly entries: readonly Entry[]
}

const memberOf = (node: Node, name: string): Node | undefined =>
  // where a key is given twice the last one counts, as for the provider's JSON reader
  node.kind === 'object' ? node.members.findLast(m => literal(m.key) === name)?.value : undefined

const stringMember = (node: Node, name: string): string | undefined => {
  const value = memberOf(node, name)
  return value?.kind === 'text' ? literal(value.text) : undefined
}

/** Reads a document that is given as JSON into a layer of a merge. */
export const layerOf = (document: Node): Layer => {
  const statement = memberOf(document, 'Statement')
  const statements = statement === undefined ? [] : statement.kind === 'list' ? statement.items : [statement]
  return {
    version: stringMember(document, 'Version'),
    id: stringMember(document, 'Id'),
    entries: statements.map(node => {
      const sid = stringMember(node, 'Sid')
      return { sid: sid === '' ? undefined : sid, node }
    }),
  }
}

/** A layer of which nothing is known: any number of statements, with any sids. */
export const unknownLayer = (hole: Hole, location: Location): Layer => ({
  version: undefined,
  id: undefined,
  entries: [{ sid: undefined, anySid: true, node: { kind: 'hole', hole, many: true, location } }],
})

const holeOf = ({ node }: Entry): Hole =>
  node.kind === 'hole' ? node.hole : { kind: 'after-apply', name: 'the sid of a statement' }

/**
 * Lays one document over another as the provider does: a statement replaces the one with the same sid where it stands, all others
 * are appended. A statement whose sid is unknown may replace any that has one, so these are not known to stay.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export const merge = (below: Layer, above: Layer): Layer => {
  const entries = [...below.entries]
  for (const entry of above.entries) {
    const same = entry.sid === undefined ? -1 : entries.findIndex(e => e.sid === entry.sid)
    if (same !== -1) entries[same] = entry
    else {
      if (entry.anySid) {
        entries.forEach((e, i) => {
          if (e.sid !== undefined)
            entries[i] = {
              sid: undefined,
              anySid: true,
              node: { kind: 'hole', hole: holeOf(entry), location: e.node.location },
            }
        })
      }
      entries.push(entry)
    }
  }
  // versions are dates, so that the later one is the greater string
  const [older, newer] = [below.version ?? '', above.version ?? '']
  return { version: newer > older ? newer : older, id: above.id ?? below.id, entries }
}

/** Appends without replacing: sources must not share sids, or the provider refuses them. */
export const append = (below: Layer, above: Layer): Layer => ({
  ...merge(below, { ...above, entries: [] }),
  entries: [...below.entries, ...above.entries],
})

/** The policy document that a merge comes to. */
export const documentOf = ({ version, id, entries }: Layer, location: Location): Node => {
  const string = (key: string, value: string | undefined): Member[] =>
    value === undefined || value === ''
      ? []
      : [{ key: text(key), location, value: { kind: 'text', text: text(value), location } }]
  const statement: Node = { kind: 'list', items: entries.map(e => e.node), location }
  return {
    kind: 'object',
    members: [
      ...string('Version', version),
      ...string('Id', id),
      { key: text('Statement'), location, value: statement },
    ],
    location,
  }
}
