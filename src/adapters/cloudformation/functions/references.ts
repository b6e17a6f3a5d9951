import type { HoleNode } from '../../../model/node.js'
import { literal, print, type Text } from '../../../model/text.js'
import { literalOf, mistake, unknown, valueOf, type Call, type IntrinsicFunction } from '../call.js'
import { parameterValue } from '../parameters.js'
import { isPseudo, pseudo, pseudoNames } from '../pseudo.js'
import { attributeOf, generatedRoleArn, partOf, refOf, samRole } from '../resources.js'
import { memberOf } from '../tree.js'
import { asText, holeNode, type Value } from '../value.js'

const nothing = (call: Call, name: string): Value => {
  const { template, resources, prefix } = call.env.scope
  const isPseudoName = name.startsWith('AWS::')
  if (template.isGenerating && !isPseudoName)
    return holeNode({ kind: 'expression', name: prefix + name }, call.location)
  const [what, names] = isPseudoName
    ? ['pseudo parameter', pseudoNames]
    : ['parameter or resource', [...template.parameters.keys(), ...resources.keys()]]
  mistake(call, `refers to ${name}, and there is no such ${what}${call.env.run.session.suggest(name, names)}`)
  return unknown(call, name)
}

/** What a name stands for: a loop variable, a pseudo parameter, a parameter or a resource. */
export const reference = (call: Call, name: string): Value => {
  const { env, location } = call
  const { template, resources } = env.scope
  const symbol = env.symbols.get(name)
  if (symbol) return holeNode(symbol, location)
  if (isPseudo(name)) return pseudo(name, env.scope, location)
  const parameter = template.parameters.get(name)
  if (parameter) return parameterValue(parameter, location, env, call.evaluate)
  const resource = resources.get(name)
  return resource ? refOf(name, resource.tree, call) : nothing(call, name)
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html */
export const ref: IntrinsicFunction = call => {
  const name = literalOf(call, call.argument)
  return name === undefined ? mistake(call, 'takes the name of a parameter or a resource') : reference(call, name)
}

/** An output of a nested stack that could be read. */
const outputOf = (call: Call, id: string, name: string): Value => {
  const { run, scope: outer } = call.env
  const scope = outer.nested.get(id)
  const value = memberOf(memberOf(scope?.template.outputs, name), 'Value')
  if (!scope || !value) return undefined
  const open = `the output ${scope.prefix}${name}`
  if (run.open.includes(open)) return mistake(call, `refers to ${open}, which depends on itself`)
  run.open.push(open)
  const result = call.evaluate(value, { ...call.env, scope, symbols: new Map() })
  run.open.pop()
  return result
}

/** What an attribute of a resource stands for. */
export const attribute = (call: Call, id: string, path: string): Value => {
  const { env, location } = call
  const resource = env.scope.resources.get(id)
  if (env.scope.prefix + id === env.self && path === 'Arn')
    return holeNode(partOf({ kind: 'expression', name: `${id}.Arn`, stands: 'key-arn' }, id, path, env), location)
  if (!resource) {
    if (samRole(id, env) && path === 'Arn') return generatedRoleArn(id, call)
    return nothing(call, id)
  }
  const output = path.startsWith('Outputs.') ? outputOf(call, id, path.slice('Outputs.'.length)) : undefined
  if (output) return { ...output, location }
  return (
    attributeOf(id, path, resource.tree, call) ??
    holeNode(partOf({ kind: 'expression', name: `${env.scope.prefix}${id}.${path}` }, id, path, env), location)
  )
}

/** `Key.Arn`, or a list of the two. */
const parts = (call: Call): readonly [Text | undefined, Text | undefined] => {
  const value = valueOf(call, call.argument)
  if (value?.kind === 'list') {
    const [id, path, ...more] = value.items
    return more.length > 0 ? [undefined, undefined] : [asText(id), asText(path)]
  }
  const known = literal(asText(value) ?? [])
  const [, id, path] = /^([^.]+)\.(.+)$/s.exec(known ?? '') ?? []
  return [id === undefined ? undefined : [id], path === undefined ? undefined : [path]]
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html */
export const getAtt: IntrinsicFunction = call => {
  const [id, path] = parts(call)
  if (!id || !path) return mistake(call, 'takes a resource and an attribute')
  const [idName, pathName] = [literal(id), literal(path)]
  return idName === undefined || pathName === undefined
    ? unknown(call, `${print(id)}.${print(path)}`)
    : attribute(call, idName, pathName)
}

/** What another stack exports. */
export const importValue: IntrinsicFunction = call => {
  const name = asText(valueOf(call, call.argument))
  return name ? unknown(call, print(name)) : mistake(call, 'takes the name of an export')
}

/** What a macro makes of its arguments is known to the macro alone. */
export const transform = (call: Call): HoleNode => {
  const name = memberOf(call.argument, 'Name')
  return unknown(call, (name && literalOf(call, name)) ?? '')
}
