import type { Location } from '../../model/location.js'
import type { TextNode } from '../../model/node.js'
import { literal, text, type Hole } from '../../model/text.js'
import type { Evaluate } from './call.js'
import type { Variable } from './choices.js'
import type { Env } from './scope.js'
import type { Parameter } from './template.js'
import { textOf } from './tree.js'
import { holeNode, scalarNode, textNode, type Value } from './value.js'

/** The most values of a parameter that each make a variant; one that may be more is a hole. */
const maxValues = 16

const isList = ({ type }: Parameter): boolean =>
  /^CommaDelimitedList$|^List<|^AWS::SSM::Parameter::Value<(List<|CommaDelimitedList)/.test(type)

/** Its value is the name of something that is looked up during deployment. */
const isLookedUp = ({ type }: Parameter): boolean => type.startsWith('AWS::SSM::Parameter::Value<')

/** The text of a parameter, or its list; a value that is not to be echoed is sensitive. */
const typed = (parameter: Parameter, hole: Hole, { text: value, misread, location }: TextNode): Value => {
  const node = (part: string): TextNode =>
    textNode(parameter.noEcho ? [{ ...hole, kind: 'sensitive', value: part }] : text(part), location, misread)
  const whole = literal(value)
  if (whole === undefined) return { kind: 'text', text: value, location }
  return isList(parameter)
    ? { kind: 'list', items: whole.split(',').map(part => node(part.trim())), location }
    : node(whole)
}

/** The value that a parameter is given, undefined where it is given none. */
const given = (parameter: Parameter, hole: Hole, location: Location, env: Env, evaluate: Evaluate): Value => {
  const value = env.scope.given.get(parameter.name)
  if (value?.kind === 'previous') return holeNode(hole, location, isList(parameter))
  if (value?.kind === 'text') return typed(parameter, hole, textNode(text(value.text), location))
  if (value?.kind !== 'expression') return undefined
  const { scope, symbols, tree } = value
  const node = evaluate(tree, { ...env, scope, symbols })
  return node?.kind === 'text' ? typed(parameter, hole, { ...node, location }) : node && { ...node, location }
}

/** What a parameter can be by choice: the only value that is left, or each of a few. */
const chosen = (parameter: Parameter, hole: Hole, variable: Variable, location: Location, env: Env): Value => {
  const { choices, labels } = env.run
  const left = choices.candidates(variable)
  if (!left || left.length > maxValues) return undefined
  if (env.isCondition && left.length > 1) return undefined
  const value =
    left[
      choices.pick(
        variable,
        left.map(one => [one]),
        false,
      )
    ]
  if (value === undefined) return undefined
  labels.parameters.add(variable.name)
  return typed(parameter, hole, textNode(text(value), location))
}

/** The default, which is written out: as a text, or for a list as one too. */
const defaultOf = (parameter: Parameter, hole: Hole, variable: Variable, location: Location, env: Env): Value => {
  const written = parameter.default
  if (!written || env.isCondition) return undefined
  if (written.kind === 'scalar') {
    const isLeft = env.run.choices.allows({ name: variable.name }, written.text)
    return isLeft ? typed(parameter, hole, scalarNode(written, location)) : undefined
  }
  const texts = isList(parameter) && written.kind === 'list' ? written.items.map(textOf) : [undefined]
  const isText = texts.every(one => one !== undefined)
  return isText ? typed(parameter, hole, textNode([texts.join(',')], location)) : undefined
}

/**
 * What a parameter stands for: the value it is given, what the choices leave, else its default. Inside a condition a
 * parameter that a deployment can still set is a hole, also where it has a default.
 */
export const parameterValue = (parameter: Parameter, location: Location, env: Env, evaluate: Evaluate): Value => {
  const name = env.scope.prefix + parameter.name
  const hole: Hole = { kind: 'parameter', name }
  if (isLookedUp(parameter)) return holeNode(hole, location, isList(parameter))
  const domain = isList(parameter) ? undefined : parameter.allowed
  const variable: Variable = { name, ...(domain && { domain }) }
  env.run.variables.set(name, variable)
  return (
    given(parameter, hole, location, env, evaluate) ??
    chosen(parameter, hole, variable, location, env) ??
    defaultOf(parameter, hole, variable, location, env) ??
    holeNode(hole, location, isList(parameter))
  )
}
