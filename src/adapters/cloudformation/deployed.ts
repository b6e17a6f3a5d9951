import type { Deployed, DeployedVariant, Steps, Wanted } from '../../model/deployed.js'
import { lazyBy } from '../../model/lazy.js'
import type { Member, Node, ObjectNode } from '../../model/node.js'
import { attempt, type Problem } from '../../model/problem.js'
import type { Text } from '../../model/text.js'
import { evaluate } from './evaluate.js'
import { fewVariants } from './explore.js'
import { waysOf } from './keys.js'
import { propertiesOf, typeOf } from './resources.js'
import { sessionOf, type Element, type Env, type Scope, type Session } from './scope.js'
import { entryOf, isCall, memberOf, transformIn, type Tree } from './tree.js'
import { labelled } from './variants.js'

/** A tree without what no path leads to: what is not looked at decides nothing. A call or a macro may make anything. */
const along = (tree: Tree, steps: Steps): Tree => {
  if (steps.next.size === 0) return tree
  if (tree.kind === 'list') return { ...tree, items: tree.items.map(item => along(item, steps)) }
  if (tree.kind !== 'mapping' || isCall(tree) || transformIn(tree)) return tree
  const entries = tree.entries.flatMap(entry => {
    const rest = steps.next.get(entry.key)
    if (rest) return [{ ...entry, value: along(entry.value, rest) }]
    return entry.key.startsWith('Fn::') ? [entry] : []
  })
  return { ...tree, entries }
}

/** The wanted properties of a resource on one way through the choices, each as far as paths lead. */
const wantedOf = (tree: Tree, wanted: ReadonlyMap<string, (tree: Tree) => Tree>, env: Env): ObjectNode => {
  const { locate } = env.scope.template
  const place = memberOf(tree, 'Properties') ?? tree
  const properties = propertiesOf(tree, env, evaluate)
  const members: Member[] = []
  for (const [name, pruned] of wanted) {
    const written = properties(name)
    const value = written && evaluate(pruned(written), env)
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
  steps: Steps,
  scope: Scope,
  session: Session,
): { readonly resource: Deployed; readonly bounded: boolean } => {
  const { account, region, via, prefix } = scope
  // what is evaluated is remembered by its tree, so that each is pruned once
  const wanted = new Map(Array.from(steps.next, ([name, rest]) => [name, lazyBy((tree: Tree) => along(tree, rest))]))
  const { ways, bounded } = waysOf(element, scope, session, fewVariants, (tree, env) => wantedOf(tree, wanted, env))
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
    const steps = wanted.get(typeOf(element.tree))
    if (!steps) return
    const { resource, bounded } = readResource(id, element, steps, scope, session)
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
