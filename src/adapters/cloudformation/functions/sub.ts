import { argumentsOf, mistake, unknown, valueOf, type Call, type IntrinsicFunction } from '../call.js'
import { memberOf, type Scalar, type Tree } from '../tree.js'
import { asText, joined, maxText, textNode, type Value } from '../value.js'
import { attribute, reference } from './references.js'

/** A stretch of the text that `Fn::Sub` makes, with the place in the written text that it comes from. */
export interface Piece {
  readonly value: Value
  readonly at: number
  /** Taken over as it is written, so that places inside it can be told. */
  readonly isLiteral: boolean
}

const variable = /\$\{([^{}]*)\}/g

const looked = (call: Call, name: string, given: Tree | undefined): Value => {
  const own = memberOf(given, name)
  if (own) return valueOf(call, own)
  if (!/^[A-Za-z0-9_.:]+$/.test(name))
    return mistake(call, 'takes names of letters, digits, dots and colons inside ${}')
  const [, resource, path] = /^([^.]+)\.(.+)$/.exec(name) ?? []
  return resource !== undefined && path !== undefined ? attribute(call, resource, path) : reference(call, name)
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
  const pieces: Piece[] = []
  const literally = (literal: string, at: number): void => {
    pieces.push({ value: textNode([literal], call.location), at, isLiteral: true })
  }
  let end = 0
  for (const { 0: found, 1: name = '', index } of template.text.matchAll(variable)) {
    if (index > end) literally(template.text.slice(end, index), end)
    if (name.startsWith('!')) literally(`\${${name.slice(1)}}`, index)
    else pieces.push({ value: looked(call, name, given), at: index, isLiteral: false })
    end = index + found.length
  }
  if (end < template.text.length) literally(template.text.slice(end), end)
  return { template, pieces }
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html */
export const sub: IntrinsicFunction = call => {
  const values = piecesOf(call)?.pieces.map(({ value }) => value)
  if (!values) return unknown(call)
  const texts = values.map(value => (value?.kind === 'hole' ? textNode([value.hole], call.location) : value))
  return texts.every(value => asText(value))
    ? concatenated(call, texts)
    : mistake(call, 'puts a value that is no text into a text')
}

/** Puts texts together, as long as the result stays a reasonable text. */
export const concatenated = (call: Call, values: readonly Value[]): Value => {
  let length = 0
  for (const value of values)
    for (const part of asText(value) ?? []) length += typeof part === 'string' ? part.length : 1
  return length > maxText
    ? mistake(call, `makes a text of more than ${maxText} characters`)
    : joined(values, call.location)
}
