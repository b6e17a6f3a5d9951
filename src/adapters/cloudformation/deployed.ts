import type { Deployed, DeployedVariant, Wanted } from '../../model/deployed.js'
import type { Member, Node, ObjectNode } from '../../model/node.js'
import { attempt, type Problem } from '../../model/problem.js'
import type { Text } from '../../model/text.js'
import { evaluate } from './evaluate.js'
import { fewVariants } from './explore.js'
import { waysOf } from './keys.js'
import { propertiesOf, typeOf } from './resources.js'
import { sessionOf, type Element, type Env, type Scope, type Session } from './scope.js'
import { entryOf, memberOf, type Tree } from './tree.js'
import { labelled } from './variants.js'

/** The wanted properties of a resource on one way through the choices, each with all that it holds. */
const wantedOf = (tree: Tree, names: ReadonlySet<string>, env: Env): ObjectNode => {
  const { locate } = env.scope.template
  const place = memberOf(tree, 'Properties') ?? tree
  const properties = propertiesOf(tree, env, evaluate)
  const members: Member[] = []
  for (const name of names) {
    const written = properties(name)
    const value = written && evaluate(written, env)
    if (value) members.push({ key: [name], location: locate(entryOf(place, name)?.span ?? written.span), value })
  }
  return { kind: 'object', members, location: locate(place.span) }
}

const textsIn = (node: Node): readonly Text[] => {
  switch (node.kind) {
    case 'object':
      return node.members.flatMap(({ value }) => textsIn(value))
    case 'list':
      return node.items.flatMap(textsIn)
    case 'text':
    case 'number':
      return [node.text]
    case 'hole':
      return [[node.hole]]
    default:
      return []
  }
}

const kmsName = /^alias\/|:kms:/

/** Whether any value names a key or an alias, of this input or another. */
const namesKey = ({ properties }: DeployedVariant, ofKms: ReadonlySet<string>): boolean =>
  textsIn(properties).some(t =>
    t.some(part => (typeof part === 'string' ? kmsName.test(part) : part.from && ofKms.has(part.from.address))),
  )

/** The stacks of scopes, with all that are nested in them. */
const allOf = (scopes: readonly Scope[]): readonly Scope[] =>
  scopes.flatMap(scope => [scope, ...allOf([...scope.nested.values()])])

const addressesOfKms = (scopes: readonly Scope[]): ReadonlySet<string> =>
  new Set(
    scopes.flatMap(({ prefix, resources }) =>
      [...resources].flatMap(([id, { tree }]) => (typeOf(tree).startsWith('AWS::KMS::') ? [prefix + id] : [])),
    ),
  )

/** One resource, with whether it has more variants than are read. */
const readResource = (
  id: string,
  element: Element,
  names: ReadonlySet<string>,
  scope: Scope,
  session: Session,
): { readonly resource: Deployed; readonly bounded: boolean } => {
  const { account, region, via, prefix } = scope
  const { ways, bounded } = waysOf(element, scope, session, fewVariants, (tree, env) => wantedOf(tree, names, env))
  const resource: Deployed = {
    address: prefix + id,
    type: typeOf(element.tree),
    location: element.location,
    via,
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    variants: labelled(ways).map(({ world, content }) => ({ world, properties: content })),
  }
  return { resource, bounded }
}

/**
 * Reads the wanted resources of stacks and of those that are nested in them. What is wrong in them is not reported, since
 * no key depends on it; where there is too much to read, that is a problem, and what was read until then is given.
 */
export const resourcesOf = (
  scopes: readonly Scope[],
  wanted: Wanted,
  report: (problem: Problem) => void,
): readonly Deployed[] => {
  const session = sessionOf(() => undefined, 'resources')
  const stacks = allOf(scopes)
  const ofKms = addressesOfKms(stacks)
  const found: Deployed[] = []
  const read = (id: string, element: Element, scope: Scope): void => {
    const names = wanted.get(typeOf(element.tree))
    if (!names) return
    const { resource, bounded } = readResource(id, element, names, scope, session)
    found.push(resource)
    if (!bounded || !resource.variants.some(variant => namesKey(variant, ofKms))) return
    const { address, location } = resource
    const message = `${address} has more variants than the ${fewVariants} that are judged`
    report({ code: 'variants-bounded', severity: 'error', message, location })
  }
  attempt(() => {
    for (const scope of stacks) for (const [id, element] of scope.resources) read(id, element, scope)
  }, report)
  return found
}
