/** A stretch of the source in UTF-16 code units; the end is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

interface Sized {
  readonly span: Span
  /** How many values it stands for with all aliases written out. */
  readonly size: number
}

/** A scalar as the text that was written, whatever YAML would make of it. */
export interface Scalar extends Sized {
  readonly kind: 'scalar'
  readonly text: string
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded'
}

export interface List extends Sized {
  readonly kind: 'list'
  readonly items: readonly Tree[]
}

/** One member of a mapping; `span` reaches from its key to the end of its value. */
export interface Entry {
  readonly key: string
  readonly keySpan: Span
  readonly value: Tree
  readonly span: Span
}

/** A mapping with its merge keys resolved. Duplicates are kept: it is for the reader to judge. */
export interface Mapping extends Sized {
  readonly kind: 'mapping'
  readonly entries: readonly Entry[]
}

/** Something that cannot be read, with the reason. */
export interface Broken extends Sized {
  readonly kind: 'broken'
  /** What is written there: a tag or an alias. */
  readonly name: string
  readonly message: string
}

/**
 * A template as it is written, the same for YAML and JSON: short functions are in their long form, aliases share the tree
 * that they stand for.
 */
export type Tree = Scalar | List | Mapping | Broken

const isCallName = (key: string): boolean =>
  key === 'Ref' || (key.startsWith('Fn::') && !key.startsWith('Fn::ForEach::'))

const transform = 'Fn::Transform'

/** The macro that stands among the members of a mapping and changes it: `AWS::Include` adds members. */
export const transformIn = ({ entries }: Mapping): Entry | undefined =>
  entries.length > 1 ? entries.find(({ key }) => key === transform) : undefined

/** Whether a mapping is a function call, or looks as if several were meant. */
export const isCall = (mapping: Mapping): boolean => {
  let calls = 0
  for (const { key } of mapping.entries) if (isCallName(key)) calls++
  return calls > 1 || (calls === 1 && !transformIn(mapping))
}

/** The function and its argument, where the mapping holds one call and nothing else. */
export const callOf = (tree: Tree): { readonly name: string; readonly argument: Tree } | undefined => {
  if (tree.kind !== 'mapping' || tree.entries.length !== 1) return undefined
  const [entry] = tree.entries
  return entry && isCallName(entry.key) ? { name: entry.key, argument: entry.value } : undefined
}

/** The members of a mapping; none for everything else. */
export const entriesOf = (tree: Tree | undefined): readonly Entry[] => (tree?.kind === 'mapping' ? tree.entries : [])

const indexes = new WeakMap<readonly Entry[], ReadonlyMap<string, Entry>>()

/** For mappings that are too large to be searched again and again. */
const indexOf = (entries: readonly Entry[]): ReadonlyMap<string, Entry> => {
  const index = indexes.get(entries) ?? new Map(entries.map(entry => [entry.key, entry]))
  indexes.set(entries, index)
  return index
}

/** The last member of that name, which is the one that CloudFormation takes. */
export const entryOf = (tree: Tree | undefined, key: string): Entry | undefined => {
  const entries = entriesOf(tree)
  if (entries.length > 50) return indexOf(entries).get(key)
  for (let i = entries.length - 1; i >= 0; i--) if (entries[i]?.key === key) return entries[i]
  return undefined
}

export const memberOf = (tree: Tree | undefined, key: string): Tree | undefined => entryOf(tree, key)?.value

/** Whether the macro that stands in a mapping only adds to it. */
export const isIncluding = (mapping: Mapping): boolean =>
  textOf(memberOf(transformIn(mapping)?.value, 'Name')) === 'AWS::Include'

/** The text of a scalar that is written out; undefined for everything else. */
export const textOf = (tree: Tree | undefined): string | undefined => (tree?.kind === 'scalar' ? tree.text : undefined)

const nulls = new Set(['', '~', 'null', 'Null', 'NULL'])

/** Whether the scalar is a null of YAML's or JSON's. */
export const isNull = ({ style, text }: Scalar): boolean => style === 'plain' && nulls.has(text)
