import { literal, print, type Text } from '../../../model/text.js'
import type { Location } from '../../../model/location.js'
import type { Node } from '../../../model/node.js'
import { argumentsOf, mistake, unknown, valueOf, type Call, type IntrinsicFunction } from '../call.js'
import type { Variable } from '../choices.js'
import { entryOf, memberOf, type Entry, type Mapping, type Tree } from '../tree.js'
import { asText, type Value } from '../value.js'

/** The most values that a choice is made among, far more than variants that are judged. */
const maxGroups = 1000

/** The variable that a key is, where it is nothing else. */
const variableOf = (key: Text, { env }: Call): Variable | undefined => {
  const [only] = key
  if (key.length !== 1 || typeof only !== 'object') return undefined
  return env.run.variables.get(only.name) ?? { name: only.name }
}

/** Entries that come to the same need no choice between them. */
const grouped = (entries: readonly Entry[], identity: (entry: Entry) => unknown): readonly (readonly Entry[])[] => {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const id = JSON.stringify(identity(entry))
    groups.set(id, [...(groups.get(id) ?? []), entry])
  }
  return [...groups.values()]
}

/** What tells values apart, wherever they are written. */
const contentOf = (tree: Tree): unknown => {
  switch (tree.kind) {
    case 'scalar':
      return tree.text
    case 'list':
      return tree.items.map(contentOf)
    case 'mapping':
      return tree.entries.map(({ key, value }) => [key, contentOf(value)])
    case 'broken':
      return tree.name
  }
}

/** The entry that a key stands for, by a choice where the key is a variable; `unknown` where it cannot be told. */
const look = (
  map: Mapping,
  key: Text,
  call: Call,
  orElse: boolean,
  identity: (entry: Entry) => unknown,
): Entry | 'unknown' | undefined => {
  const known = literal(key)
  if (known !== undefined) return entryOf(map, known)
  const variable = variableOf(key, call)
  if (!variable) return 'unknown'
  // a deployment with a key that leads nowhere fails, unless there is a default value
  const groups = grouped(
    map.entries.filter(entry => identity(entry) !== undefined),
    identity,
  )
  if (groups.length > maxGroups) return 'unknown'
  const names = groups.map(group => group.map(entry => entry.key))
  const index = call.env.run.choices.pick(variable, names, orElse)
  const group = groups[index]
  call.env.run.labels.parameters.add(variable.name)
  return group?.[0]
}

const mapOf = (tree: Tree | undefined): Mapping | undefined => (tree?.kind === 'mapping' ? tree : undefined)

const found = (
  call: Call,
  [name, top, second]: readonly (Text | undefined)[],
  orElse: boolean,
): Node | 'missing' | 'unknown' => {
  const mapName = name && literal(name)
  if (mapName === undefined || !top || !second) return 'unknown'
  const map = mapOf(memberOf(call.env.scope.template.mappings, mapName))
  if (!map) return 'missing'
  const secondName = literal(second)
  const outer = look(map, top, call, orElse, ({ value, key }) => {
    if (secondName === undefined) return key
    const inner = memberOf(value, secondName)
    return inner && contentOf(inner)
  })
  if (outer === 'unknown') return outer
  const inner = outer && mapOf(outer.value)
  if (!inner) return 'missing'
  const entry = look(inner, second, call, orElse, ({ value }) => contentOf(value))
  if (entry === 'unknown') return entry
  return (entry && valueOf(call, entry.value)) ?? 'missing'
}

/** A value of the mappings, in the place of the call that finds it. */
const placed = (node: Node, location: Location): Node =>
  node.kind === 'list'
    ? { ...node, items: node.items.map(item => ({ ...item, location })), location }
    : { ...node, location }

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html */
export const findInMap: IntrinsicFunction = (call): Value => {
  const [map, top, second, options] = argumentsOf(call, 3, 4) ?? []
  if (!map || !top || !second) return unknown(call)
  const orElse = memberOf(options, 'DefaultValue')
  const keys = [map, top, second].map(key => asText(valueOf(call, key)))
  const shown = keys.map(key => print(key ?? [])).join('.')
  const value = found(call, keys, orElse !== undefined)
  if (value === 'unknown') return unknown(call, shown)
  if (value !== 'missing') return placed(value, call.location)
  return orElse ? valueOf(call, orElse) : mistake(call, `finds no ${shown} in the mappings`)
}
