import { Composer, Lexer, Parser, isAlias, isMap, isScalar, isSeq, type CST, type ParsedNode, type Scalar } from 'yaml'

/** A node of YAML as it is written: nothing is resolved but anchors. `start` and `end` are offsets. */
export type YamlNode = {
  readonly start: number
  readonly end: number
  readonly tag: string | undefined
} & (
  | { readonly kind: 'scalar'; readonly text: string; readonly plain: boolean }
  | { readonly kind: 'map'; readonly members: readonly (readonly [YamlNode, YamlNode])[] }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[] }
)

/** Why a text was not read: Terraform refuses it, or it is more than is read here. */
export type YamlRefusal = 'not valid' | 'not read'

/** The parser needs the more time the deeper it goes. */
const maxDepth = 200
const maxLength = 1024 * 1024

const tokens = function* (source: string): Generator<CST.Token, undefined> {
  const parser = new Parser()
  for (const lexeme of new Lexer().lex(source)) {
    yield* parser.next(lexeme)
    if (parser.stack.length > maxDepth) throw new RangeError('too deep')
  }
  yield* parser.end()
}

/** What an empty place in a mapping or a list stands for. */
const nothing = (at: number): YamlNode => ({
  kind: 'scalar',
  text: '',
  plain: true,
  tag: undefined,
  start: at,
  end: at,
})

/** A block at the end of a text that has no last line break has none either. */
const textOf = ({ source, type, range: [, end] }: Scalar.Parsed, isEnded: (offset: number) => boolean): string =>
  type?.startsWith('BLOCK') && !isEnded(end) ? source.replace(/\n$/, '') : source

/** Puts what an anchor names in the place of each alias. Undefined where one is used before it is complete. */
const resolve = (
  node: ParsedNode | null,
  before: number,
  anchors: Map<string, YamlNode>,
  isEnded: (offset: number) => boolean,
): YamlNode | undefined => {
  if (node === null) return nothing(before)
  if (isAlias(node)) return anchors.get(node.source)
  const [start, end] = node.range
  const common = { start, end, tag: node.tag }
  // an anchor may be named anew, but never means what it is part of
  if (node.anchor !== undefined) anchors.delete(node.anchor)
  let made: YamlNode
  if (isScalar(node)) {
    made = { ...common, kind: 'scalar', text: textOf(node, isEnded), plain: node.type === 'PLAIN' }
  } else if (isMap(node)) {
    const members: (readonly [YamlNode, YamlNode])[] = []
    for (const pair of node.items) {
      const key = isAlias(pair.key) ? undefined : resolve(pair.key, end, anchors, isEnded)
      const value = key && resolve(pair.value, key.end, anchors, isEnded)
      if (!value) return undefined
      members.push([key, value])
    }
    made = { ...common, kind: 'map', members }
  } else if (isSeq(node)) {
    const items: YamlNode[] = []
    for (const item of node.items) {
      const value = resolve(item, start, anchors, isEnded)
      if (!value) return undefined
      items.push(value)
    }
    made = { ...common, kind: 'list', items }
  } else return undefined
  if (node.anchor !== undefined) anchors.set(node.anchor, made)
  return made
}

/** Reads the only document of a text. What aliases stand for is shared, not copied. */
export const parseYaml = (source: string): YamlNode | YamlRefusal => {
  if (source.length > maxLength || source.startsWith('%')) return 'not read'
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false })
  try {
    const [document, ...more] = composer.compose(tokens(source))
    if (!document || more.length > 0) return 'not valid'
    const codes = document.errors.map(({ code }) => code)
    if (codes.length > 0) return codes.every(code => code === 'TAG_RESOLVE_FAILED') ? 'not read' : 'not valid'
    if (document.contents === null && !document.directives.docStart) return 'not valid'
    return (
      resolve(document.contents, 0, new Map(), offset => offset < source.length || source.endsWith('\n')) ?? 'not valid'
    )
  } catch (error) {
    if (error instanceof RangeError) return 'not read'
    throw error
  }
}
