import type { Policy } from '../../model/key.js'
import type { Location } from '../../model/location.js'
import { text, type Text } from '../../model/text.js'
import type { Call } from './call.js'
import { evaluate } from './evaluate.js'
import { branchOf } from './functions/if.js'
import { piecesOf } from './functions/sub.js'
import { policyOfText, type Stretch } from './policy-text.js'
import { positionsIn } from './positions.js'
import type { Env } from './scope.js'
import { callOf, isNull, type Scalar, type Tree } from './tree.js'
import type { Value } from './value.js'

const kinds = { list: 'a list', null: 'null', boolean: 'a boolean', number: 'a number' } as const

const malformed = (message: string, location: Location): Policy => ({ kind: 'malformed', message, location })

/** The positions in the template of the text of a scalar, counted from `from`. */
const placeIn = (scalar: Scalar, from: number, { scope: { template } }: Env): Stretch['place'] => {
  const position = positionsIn(scalar, template.source)
  return position && (offset => position(from + offset))
}

const stretch = (text: Text, place: Stretch['place']): Stretch => ({ text, ...(place && { place }) })

/** The text of a policy by the places that it comes from, where the template shows them. */
const stretchesOf = (tree: Tree, env: Env): readonly Stretch[] | undefined => {
  if (tree.kind === 'scalar') return isNull(tree) ? undefined : [stretch(text(tree.text), placeIn(tree, 0, env))]
  const found = callOf(tree)
  if (found?.name !== 'Fn::Sub') return undefined
  const call: Call = { location: env.scope.template.locate(tree.span), ...found, env, evaluate }
  const { template, pieces } = piecesOf(call) ?? {}
  return (
    template &&
    pieces?.map(({ node, at, isLiteral }) => stretch(node.text, isLiteral ? placeIn(template, at, env) : undefined))
  )
}

const policyOfValue = (value: Value, location: Location): Policy => {
  if (!value) return { kind: 'default', location }
  switch (value.kind) {
    case 'object':
      return { kind: 'document', variants: [{ document: value }], location: value.location }
    case 'hole':
      return { kind: 'unknown', hole: value.hole, location }
    case 'text':
      return policyOfText([{ text: value.text }], location, () => location)
    default:
      return malformed(`a key policy is an object or a text, this is ${kinds[value.kind]}`, location)
  }
}

/** The policy that `KeyPolicy` gives a key on one way through the choices. */
export const policyOf = (written: Tree, env: Env): Policy => {
  const tree = branchOf(written, env, evaluate)
  const location = env.scope.template.locate(tree.span)
  const call = callOf(tree)
  // as text it would be read back into what it was made from, without its places
  if (call?.name === 'Fn::ToJsonString') return policyOfValue(evaluate(call.argument, env), location)
  const stretches = stretchesOf(tree, env)
  return stretches
    ? policyOfText(stretches, location, env.scope.template.locate)
    : policyOfValue(evaluate(tree, env), location)
}
