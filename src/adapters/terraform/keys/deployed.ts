import type { Deployed, DeployedVariant, Wanted } from '../../../model/deployed.js'
import type { Location } from '../../../model/location.js'
import type { Member, Node, ObjectNode } from '../../../model/node.js'
import { InputError, type Problem } from '../../../model/problem.js'
import { nestedBlocks } from '../document/dynamic.js'
import { nodeOf } from '../document/node.js'
import { evaluatePart, wordsOf } from '../evaluate/evaluate.js'
import { holeNamed } from '../evaluate/convert.js'
import { Fault, Needed } from '../evaluate/fault.js'
import type { Scope } from '../evaluate/scope.js'
import { knownText, unknownOf, type Value } from '../evaluate/value.js'
import type { Instance, Module, World } from '../module/instance.js'
import { blocksOf } from '../syntax/blocks.js'
import { locationOf, type Span } from '../syntax/span.js'
import type { Body, Expression } from '../syntax/tree.js'
import { viaOf } from './keys.js'
import { worldOf } from './worlds.js'

/** How many ways of a resource are told apart, and how many resources are read. */
const maxVariants = 16
const maxResources = 20_000

/** Null is not given, as is the empty string, which the provider takes for that. */
const isGiven = (value: Value): boolean =>
  value.kind !== 'null' && !(value.kind === 'string' && knownText(value.pieces) === '')

/** What Terraform would refuse is not known. */
const unlessRefused = (read: () => Node | undefined, at: Span): Node | undefined => {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return nodeOf(unknownOf(holeNamed(wordsOf(at)), at), hole => hole)
  }
}

const isInside = (place: Location, around: Location): boolean =>
  place.file === around.file &&
  (place.line ?? 0) >= (around.line ?? 0) &&
  (place.endLine ?? place.line ?? 0) <= (around.endLine ?? around.line ?? Infinity)

/** A value at the place of its argument, but for the parts that are written there: what is asked for is who names a key. */
const placedIn = (node: Node, around: Location): Node => {
  const location = isInside(node.location, around) ? node.location : around
  switch (node.kind) {
    case 'object': {
      const placed = (member: Member): Member => ({
        ...member,
        location: isInside(member.location, around) ? member.location : around,
        value: placedIn(member.value, around),
      })
      return { ...node, members: node.members.map(placed), location }
    }
    case 'list':
      return { ...node, items: node.items.map(item => placedIn(item, around)), location }
    default:
      return { ...node, location }
  }
}

const valueNode = (value: Value | undefined, { at }: Expression): Node | undefined =>
  value && isGiven(value)
    ? placedIn(
        nodeOf(value, hole => hole),
        locationOf(at),
      )
    : undefined

const member = (name: string, value: Node | undefined): readonly Member[] =>
  value ? [{ key: [name], location: value.location, value }] : []

const typesIn = (body: Body): readonly string[] => [
  ...new Set(body.blocks.flatMap(({ type, labels }) => (type === 'dynamic' ? (labels[0] ?? []) : type))),
]

/** The blocks of a type in a body, each with all that it holds; undefined where there are none. */
const blocksNode = (body: Body, type: string, scope: Scope): Node | undefined => {
  const [first] = blocksOf(body, type)
  if (!first) return undefined
  return unlessRefused(() => {
    const items = nestedBlocks(body, type, scope).map(nested => bodyNode(nested.body, nested.scope, nested.at))
    return items.length > 0 ? { kind: 'list', items, location: locationOf(first.at) } : undefined
  }, first.at)
}

const bodyNode = (body: Body, scope: Scope, at: Span): ObjectNode => ({
  kind: 'object',
  members: [
    ...[...body.attributes.values()].flatMap(({ name, value }) =>
      name === 'dynamic' ? [] : member(name, valueNode(evaluatePart(value, scope), value)),
    ),
    ...typesIn(body).flatMap(type =>
      member(
        type,
        scope.run.deeper(() => blocksNode(body, type, scope)),
      ),
    ),
  ],
  location: locationOf(at),
})

const propertiesOf = (instance: Instance, names: ReadonlySet<string>, world: World): ObjectNode => {
  const { body, at } = instance.block
  return {
    kind: 'object',
    members: [...names].flatMap(name => {
      const attribute = body.attributes.get(name)
      return member(
        name,
        attribute ? valueNode(world.argument(instance, name), attribute.value) : blocksNode(body, name, instance.scope),
      )
    }),
    location: locationOf(at),
  }
}

const variantsOf = (instance: Instance, names: ReadonlySet<string>, world: World): readonly DeployedVariant[] =>
  world.run
    .explore(() => propertiesOf(instance, names, world), maxVariants, instance.assume)
    .map(({ decisions, result }) => {
      const all = new Map([...instance.assume, ...decisions])
      return { ...(all.size > 0 && { world: worldOf(all) }), properties: result }
    })

/** The resources that may use a key, and the files to read before the next attempt. */
export interface Resources {
  readonly resources: readonly Deployed[]
  readonly problems: readonly Problem[]
  readonly needed: ReadonlySet<string | undefined>
}

/**
 * Reads the resources that may use a key. What is wrong in them is not told, since no key depends on it; where there is too much
 * to read, that is a warning, and what was read until then is given.
 */
export const resourcesOf = (world: World, wanted: Wanted): Resources => {
  const needed = new Set<string | undefined>()
  const problems: Problem[] = []
  const found: Deployed[] = []
  const read = (instance: Instance, type: string, names: ReadonlySet<string>): void => {
    const { account, region } = world.home(instance)
    const location = locationOf(instance.block.at)
    found.push({
      address: instance.address,
      type,
      location,
      via: viaOf(instance.module),
      ...(account && { account: account.value }),
      ...(region && { region: region.value }),
      variants: variantsOf(instance, names, world),
    })
  }
  const tooMany = (location: Location): InputError =>
    new InputError('too-large', `there are more than ${String(maxResources)} resources that may use a key`, location)
  const tried = (reading: () => void): void => {
    try {
      reading()
    } catch (error) {
      if (error instanceof Needed) needed.add(error.path)
      else if (error instanceof InputError ? error.code === 'too-large' : !(error instanceof Fault)) throw error
    }
  }
  const inModule = (module: Module): void => {
    for (const [local, block] of module.config.resources) {
      const [type = ''] = block.labels
      const steps = block.type === 'resource' ? wanted.get(type) : undefined
      if (!steps) continue
      const names = new Set(steps.next.keys())
      tried(() => {
        for (const instance of world.instances(module, local)) {
          if (found.length >= maxResources) throw tooMany(locationOf(block.at))
          tried(() => {
            read(instance, type, names)
          })
        }
      })
    }
  }
  try {
    if (wanted.size > 0) world.modules().forEach(inModule)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const { code, message, location } = error
    const told = `not all resources that may use a key are read: ${message}`
    problems.push({ code, severity: 'warning', message: told, ...(location && { location }) })
  }
  return { resources: found, problems, needed }
}
