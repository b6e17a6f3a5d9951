import { lazy } from '../../model/lazy.js'
import { concat, text, type Hole, type Text } from '../../model/text.js'
import { arnFormatOf, roleFormat, type ArnFormat } from './arns.js'
import type { Call } from './call.js'
import { branchOf } from './functions/if.js'
import { pseudoText } from './pseudo.js'
import type { Env } from './scope.js'
import { entriesOf, isNull, memberOf, textOf, type Tree } from './tree.js'
import { asText, holeNode, textNode, type Value } from './value.js'

/** The type of a resource; empty where it has none. */
export const typeOf = (tree: Tree | undefined): string => textOf(memberOf(tree, 'Type')) ?? ''

/** What may hold more members than are written: a macro among them, or a call in place of all. */
const elsewhere = (tree: Tree): Tree | undefined => {
  if (tree.kind === 'broken') return tree
  const { span, size } = tree
  if (tree.kind === 'list' || (tree.kind === 'scalar' && !isNull(tree)))
    return { kind: 'broken', name: 'Properties', message: 'Properties is an object', span, size }
  const call = entriesOf(tree).find(({ key }) => key.startsWith('Fn::'))
  return call && { kind: 'mapping', entries: [call], span: call.span, size: call.value.size + 1 }
}

/**
 * The properties of a resource by name, whichever branch of `Fn::If` they stand in. Where one is not written and may come from
 * a macro, that macro is in its place.
 */
export const propertiesOf = (
  tree: Tree,
  env: Env,
  evaluate: Call['evaluate'],
): ((name: string) => Tree | undefined) => {
  const branch = lazy(() => {
    const properties = memberOf(tree, 'Properties')
    return properties && branchOf(properties, env, evaluate)
  })
  const unwritten = lazy(() => {
    const properties = branch()
    return (properties && elsewhere(properties)) ?? elsewhere(tree)
  })
  return name => memberOf(branch(), name) ?? unwritten()
}

/** One property of a resource, as `propertiesOf` gives it. */
export const propertyOf = (tree: Tree, name: string, env: Env, evaluate: Call['evaluate']): Tree | undefined =>
  propertiesOf(tree, env, evaluate)(name)

/** The text of a property that names a resource; properties that lead back to where they are read from are not followed. */
const propertyText = (id: string, tree: Tree, name: string | undefined, call: Call): Text | undefined => {
  const written = name === undefined ? undefined : propertyOf(tree, name, call.env, call.evaluate)
  const open = `the name of ${call.env.scope.prefix}${id}`
  if (!written || call.env.run.open.includes(open)) return undefined
  call.env.run.open.push(open)
  const t = asText(call.evaluate(written, call.env))
  call.env.run.open.pop()
  return t
}

/** A hole that stands for an attribute of a resource, or for a part of it. */
export const partOf = (hole: Hole, id: string, attribute: string, { scope }: Env): Hole => ({
  ...hole,
  from: { address: scope.prefix + id, attribute },
})

/** What a resource is called: by its property, else by a name that is made up during deployment. */
const nameOf = (id: string, tree: Tree, { named }: ArnFormat, call: Call): Text => {
  const hole: Hole = { kind: 'expression', name: call.env.scope.prefix + id, stands: 'name' }
  const t = propertyText(id, tree, named, call) ?? [hole]
  return t.map(part => (typeof part === 'string' ? part : partOf(part, id, named ?? 'Id', call.env)))
}

const pathOf = (id: string, tree: Tree, call: Call): Text => propertyText(id, tree, 'Path', call) ?? ['/']

/** The ARN of a resource that the same deployment makes, as far as it is known before. */
const arnOf = (id: string, tree: Tree, format: ArnFormat, call: Call): Text => {
  const { service, before = '', after = '', isBare, isGlobal } = format
  const place = isBare
    ? ['::']
    : [
        ...(isGlobal ? [] : pseudoText('AWS::Region', call.env.scope)),
        ':',
        ...pseudoText('AWS::AccountId', call.env.scope),
        ':',
      ]
  const path = isGlobal ? pathOf(id, tree, call) : []
  const name = nameOf(id, tree, format, call)
  return concat(['arn:'], pseudoText('AWS::Partition', call.env.scope), [`:${service}:`], place, [before], path, name, [
    after,
  ])
}

/** What `Ref` of a resource gives. */
export const refOf = (id: string, tree: Tree, call: Call): Value => {
  const format = arnFormatOf(typeOf(tree))
  const whole: Hole = { kind: 'expression', name: call.env.scope.prefix + id }
  if (!format) return holeNode(partOf(whole, id, 'Ref', call.env), call.location)
  return textNode(format.refIsArn ? arnOf(id, tree, format, call) : nameOf(id, tree, format, call), call.location)
}

/** The logical id that SAM gives to the role that it makes for a function or a state machine. */
export const samRole = (id: string, env: Env): boolean => {
  const owner = env.scope.resources.get(id.replace(/Role$/, ''))
  return id.endsWith('Role') && /^AWS::Serverless::(Function|StateMachine)$/.test(typeOf(owner?.tree))
}

const samRoleTree: Tree = { kind: 'mapping', entries: [], span: { start: 0, end: 0 }, size: 1 }

/** The ARN of a role that the same deployment makes and that is not written in the template. */
export const generatedRoleArn = (id: string, call: Call): Value =>
  textNode(arnOf(id, samRoleTree, roleFormat, call), call.location)

/** Types of which the ARN has no account in it. */
const withoutAccount = /^AWS::(ApiGateway|Route53|S3)/

/** What `Fn::GetAtt` gives; undefined where nothing is known of the attribute. */
export const attributeOf = (id: string, attribute: string, tree: Tree, call: Call): Value => {
  const type = typeOf(tree)
  const format = arnFormatOf(type)
  if (format && attribute === (format.attribute ?? 'Arn')) return textNode(arnOf(id, tree, format, call), call.location)
  if (attribute !== 'Arn' || format || !type.startsWith('AWS::') || withoutAccount.test(type)) return undefined
  // some resource of this account, whatever the service calls it
  const written: Hole = { kind: 'expression', name: `${call.env.scope.prefix}${id}.Arn` }
  const hole = partOf(written, id, attribute, call.env)
  const partition = pseudoText('AWS::Partition', call.env.scope)
  const account = pseudoText('AWS::AccountId', call.env.scope)
  return textNode(text('arn:', ...partition, ':', hole, ':', hole, ':', ...account, ':', hole), call.location)
}
