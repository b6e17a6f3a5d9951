import type { TextNode } from '../../../model/node.js'
import { argumentsOf, mistake, unknown, valueOf, type Call, type IntrinsicFunction } from '../call.js'
import { memberOf, type Scalar, type Tree } from '../tree.js'
import { concatenated, maxParts } from './concatenated.js'
import { textNode, type Value } from '../value.js'
import { attribute, reference } from './references.js'

/** A stretch of the text that `Fn::Sub` makes, with the place in the written text that it comes from. */
export interface Piece {
  readonly node: TextNode
  readonly at: number
  /** Taken over as it is written, so that places inside it can be told. */
  readonly isLiteral: boolean
}

const looked = (call: Call, name: string, given: Tree | undefined): Value => {
  const own = memberOf(given, name)
  if (own) return valueOf(call, own)
  if (!/^[A-Za-z0-9_.:]+$/.test(name))
    return mistake(call, 'takes names of letters, digits, dots and colons inside ${}')
  const [, resource, path] = /^([^.]+)\.(.+)$/.exec(name) ?? []
  return resource !== undefined && path !== undefined ? attribute(call, resource, path) : reference(call, name)
}

/** A value as a part of a text. Whatever is no text is reported, and a hole stands in its place. */
const asPart = (call: Call, value: Value): TextNode => {
  if (value?.kind === 'text') return value
  const { hole } = value?.kind === 'hole' ? value : mistake(call, 'puts a value that is no text into a text')
  return textNode([hole], call.location)
}

/** The parts of the written text; undefined, and reported, where the arguments are wrong. */
const written = (call: Call): { readonly template: Scalar; readonly given: Tree | undefined } | undefined => {
  const [template, given] = call.argument.kind === 'list' ? (argumentsOf(call, 2) ?? []) : [call.argument]
  if (template?.kind === 'scalar' && (given?.kind ?? 'mapping') === 'mapping') return { template, given }
  if (template) mistake(call, 'takes a text, or a text and a mapping')
  return undefined
}

/** The text that is written, and what it is made of. `${!Name}` stays `${Name}`. */
export const piecesOf = (call: Call): { readonly template: Scalar; readonly pieces: readonly Piece[] } | undefined => {
  const { template, given } = written(call) ?? {}
  if (!template) return undefined
  const [before = '', ...segments] = template.text.split('${')
  if (segments.length >= maxParts) {
    mistake(call, `puts together more than ${maxParts} parts`)
    return undefined
  }
  const pieces: Piece[] = []
  const literally = (literal: string, at: number): void => {
    pieces.push({ node: textNode([literal], call.location), at, isLiteral: true })
  }
  let [at, end] = [before.length, 0]
  for (const segment of segments) {
    const close = segment.search(/[{}]/)
    if (segment[close] === '}') {
      const name = segment.slice(0, close)
      if (at > end) literally(template.text.slice(end, at), end)
      if (name.startsWith('!')) literally(`\${${name.slice(1)}}`, at)
      else pieces.push({ node: asPart(call, looked(call, name, given)), at, isLiteral: false })
      end = at + '${'.length + close + 1
    }
    at += '${'.length + segment.length
  }
  if (end < template.text.length) literally(template.text.slice(end), end)
  return { template, pieces }
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html */
export const sub: IntrinsicFunction = call => {
  const { pieces } = piecesOf(call) ?? {}
  return pieces
    ? concatenated(
        call,
        pieces.map(({ node }) => node),
      )
    : unknown(call)
}
