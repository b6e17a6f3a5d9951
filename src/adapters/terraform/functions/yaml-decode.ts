import { Fault } from '../evaluate/fault.js'
import { booleanOf, listOf, nullOf, numberOf, objectOf, stringOf, unknownOf, type Value } from '../evaluate/value.js'
import type { Span } from '../syntax/span.js'
import { argument, strict, textArgument, unknownCall, type Call, type Function } from './define.js'
import { placeIn } from './place.js'
import { plainScalar } from './yaml-scalar.js'
import { parseYaml, type YamlNode } from './yaml.js'

/** Digits beyond what a number holds here would be made up. */
const numeric = (value: number, name: string, at: Span): Value =>
  Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value))
    ? numberOf(value, at)
    : unknownOf({ kind: 'expression', name }, at)

/** Thrown for a tag that is not read here. */
class OpenTag extends Error {
  override readonly name = 'OpenTag'
}

const decode = (root: YamlNode, place: (start: number, end: number) => Span, { at: callAt, scope }: Call): Value => {
  // what aliases stand for is made once and shared
  const made = new Map<YamlNode, Value>()
  const valueOf = (node: YamlNode): Value => {
    const known = made.get(node)
    if (known) return known
    scope.run.grow(1)
    const value = make(node)
    made.set(node, value)
    return value
  }
  const make = (node: YamlNode): Value => {
    const at = place(node.start, node.end)
    const { tag } = node
    const own = { scalar: 'str', map: 'map', list: 'seq' }[node.kind]
    if (tag !== undefined && tag !== `tag:yaml.org,2002:${own}`) throw new OpenTag()
    switch (node.kind) {
      case 'list':
        return listOf(node.items.map(valueOf), at)
      case 'map':
        return mapOf(node.members, at)
      case 'scalar': {
        const value = node.plain && tag === undefined ? plainScalar(node.text) : node.text
        if (typeof value === 'string') return stringOf(value.normalize(), at)
        if (Number.isNaN(value)) throw new Fault('Terraform has no such number', callAt)
        if (typeof value === 'number') return numeric(value, node.text, at)
        return value === undefined ? nullOf(at) : booleanOf(value, at)
      }
    }
  }
  const mapOf = (members: readonly (readonly [YamlNode, YamlNode])[], at: Span): Value => {
    const entries = new Map<string, Value>()
    for (const [key, node] of members) {
      const value = valueOf(node)
      const isMerge = key.kind === 'scalar' && key.text === '<<'
      if (isMerge) {
        if (value.kind !== 'object') throw new Fault('only a mapping can be merged', callAt)
        scope.run.grow(value.entries.size)
        for (const [name, entry] of value.entries) entries.set(name, entry.value)
        continue
      }
      const name = valueOf(key)
      if (name.kind !== 'string' && name.kind !== 'number' && name.kind !== 'boolean')
        throw new Fault('only strings are keys of a mapping', callAt)
      entries.set(textArgument([name], 0, { name: 'yamldecode', at: callAt, scope }), value)
    }
    return objectOf(entries, at)
  }
  return valueOf(root)
}

/** Reads YAML as Terraform does. Every value knows its place in the file that the text is of. */
export const yamldecode: Function = strict((args, call) => {
  const node = parseYaml(textArgument(args, 0, call))
  if (node === 'not valid') throw new Fault('this is not YAML', call.at)
  if (node === 'not read') return unknownCall(args, call)
  try {
    return decode(node, placeIn(argument(args, 0, call)), call)
  } catch (error) {
    if (error instanceof OpenTag) return unknownCall(args, call)
    throw error
  }
})
