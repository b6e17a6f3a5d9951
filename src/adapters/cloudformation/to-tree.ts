import { isAlias, isMap, isScalar, isSeq, type Alias, type Pair, type Scalar as YamlScalar, type YAMLMap } from 'yaml'
import { suggestion } from '../../model/nearest.js'
import type { Span, Broken, Entry, Mapping, Scalar, Tree } from './tree.js'
import { longForm, tagNames } from './tags.js'

/** The most values that one alias may stand for. */
const maxAliased = 10_000

/** The most members that the merge keys of one document bring in. */
const maxMerged = 100_000

const styles: Readonly<Record<string, Scalar['style']>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
}

/** A mapping that has a key twice, by the place of the later one. */
export interface Duplicate {
  readonly key: string
  readonly span: Span
}

/** What `<<` merges in; undefined where it is not a mapping or a list of them, so that `<<` is a key like any other. */
const mergedBy = (value: Tree): readonly Mapping[] | undefined => {
  const sources = value.kind === 'list' ? value.items : [value]
  return sources.every(source => source.kind === 'mapping') ? sources : undefined
}

/** A document as it is written. */
export interface Written {
  readonly tree: Tree
  readonly duplicates: readonly Duplicate[]
}

/**
 * Turns a document of `yaml` into a tree. Explicit members win over merged ones wherever they stand, earlier merges over
 * later ones. An alias that stands for itself, for nothing or for too much is broken.
 */
export const toTree = (root: unknown, source: string): Written => {
  const anchors = new Map<string, Tree | 'open'>()
  const duplicates: Duplicate[] = []
  let mergedMembers = 0

  const broken = (name: string, message: string, span: Span, size = 1): Broken => ({
    kind: 'broken',
    name,
    message: `${name} ${message}`,
    span,
    size,
  })

  const alias = ({ source: name }: Alias, span: Span): Tree => {
    const target = anchors.get(name)
    if (target === undefined) return broken(`*${name}`, 'is an alias for an anchor that is not there', span)
    if (target === 'open') return broken(`*${name}`, 'is an alias for something that it is a part of', span)
    if (target.size <= maxAliased) return target
    return broken(`*${name}`, `is an alias for more than ${maxAliased} values`, span, target.size)
  }

  const keyOf = (key: unknown, span: Span): string =>
    isScalar(key) ? (key as YamlScalar<string>).value : source.slice(span.start, span.end) // failsafe: every scalar is a string

  const entry = ({ key, value }: Pair, fallback: Span): Entry => {
    const keySpan = spanOf(key, fallback)
    const { start, end } = keySpan
    const valueSpan = spanOf(value, { start: end, end })
    return {
      key: keyOf(key, keySpan),
      keySpan,
      value: convert(value, valueSpan),
      span: { start, end: Math.max(valueSpan.end, end) },
    }
  }

  const entriesOf = (map: YAMLMap, span: Span): readonly Entry[] => {
    const own: Entry[] = []
    const merged: Entry[] = []
    const seen = new Set<string>()
    for (const pair of map.items) {
      const made = entry(pair, span)
      const isMerge = made.key === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN'
      const sources = isMerge ? mergedBy(made.value) : undefined
      if (sources) {
        mergedMembers += sources.reduce((sum, { entries }) => sum + entries.length, 0)
        if (mergedMembers <= maxMerged) for (const { entries } of sources) for (const one of entries) merged.push(one)
        else own.push({ ...made, value: broken('<<', `brings in more than ${maxMerged} members`, made.span) })
        continue
      }
      if (seen.has(made.key)) duplicates.push({ key: made.key, span: made.keySpan })
      seen.add(made.key)
      own.push(made)
    }
    for (const one of merged) {
      if (seen.has(one.key)) continue
      seen.add(one.key)
      own.push(one)
    }
    return own
  }

  const untagged = (node: unknown, span: Span): Tree => {
    if (isMap(node)) {
      const entries = entriesOf(node, span)
      let size = 1
      for (const { value } of entries) size += value.size
      return { kind: 'mapping', entries, span, size }
    }
    if (isSeq(node)) {
      const items = node.items.map(item => convert(item, spanOf(item, span)))
      let size = 1
      for (const item of items) size += item.size
      return { kind: 'list', items, span, size }
    }
    if (!isScalar(node)) return { kind: 'scalar', text: '', style: 'plain', span, size: 1 }
    const { value, type = '' } = node as YamlScalar<string> // failsafe: every scalar is a string
    return { kind: 'scalar', text: value, style: styles[type] ?? 'plain', span, size: 1 }
  }

  const tagged = (node: unknown, tag: string | undefined, span: Span): Tree => {
    const value = untagged(node, span)
    if (tag === undefined || !/^![^!]/.test(tag)) return value
    const key = longForm(tag)
    if (key === undefined) {
      return broken(tag, `is no function of CloudFormation's${suggestion(tag, tagNames)}`, span, value.size)
    }
    return { kind: 'mapping', entries: [{ key, keySpan: span, value, span }], span, size: value.size + 1 }
  }

  const convert = (node: unknown, span: Span): Tree => {
    if (isAlias(node)) return alias(node, span)
    const { anchor, tag } = (node ?? {}) as { anchor?: string; tag?: string } // all nodes but aliases may have them
    if (anchor !== undefined) anchors.set(anchor, 'open')
    const tree = tagged(node, tag, span)
    if (anchor !== undefined) anchors.set(anchor, tree)
    return tree
  }

  const rangeOf = (node: unknown): readonly [number, number, number] | undefined =>
    (node as { range?: [number, number, number] | null } | null)?.range ?? undefined // every parsed node has one

  /** Where a node stands, without the space after it. */
  const spanOf = (node: unknown, fallback: Span): Span => {
    const range = rangeOf(node)
    if (!range) return fallback
    const [start] = range
    let [, end] = range
    while (end > start && /\s/.test(source.charAt(end - 1))) end--
    return { start, end }
  }

  const tree = convert(root, spanOf(root, { start: 0, end: 0 }))
  return { tree, duplicates }
}
