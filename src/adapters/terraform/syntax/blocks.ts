import type { Block, Body, Expression } from './tree.js'

const bodyOf = (value: Expression): Body | undefined => {
  if (value.kind !== 'object') return undefined
  const attributes = value.items.flatMap(({ key, value, at }) => {
    const name = nameOf(key)
    return name === undefined ? [] : [[name, { name, value, at }] as const]
  })
  return { attributes: new Map(attributes), blocks: [], at: value.at }
}

const nameOf = (key: Expression): string | undefined => {
  if (key.kind === 'literal') return key.value === undefined ? undefined : String(key.value)
  if (key.kind !== 'template') return undefined
  const [only, ...more] = key.parts
  return only?.kind === 'literal' && more.length === 0 ? only.text : undefined
}

const fromJson = (value: Expression, type: string, labels: readonly string[]): Block[] => {
  if (value.kind === 'list') return value.items.flatMap(item => fromJson(item, type, labels))
  const body = bodyOf(value)
  return body ? [{ type, labels, body, at: value.at }] : []
}

/**
 * The nested blocks of a type in the order they are written, `dynamic` ones among them, whether the body is written as blocks or
 * as JSON.
 */
export const blocksOf = (body: Body, type: string): readonly Block[] => {
  const blocks = body.blocks.filter(
    block => block.type === type || (block.type === 'dynamic' && block.labels[0] === type),
  )
  const argument = body.attributes.get(type)
  const dynamic = body.attributes.get('dynamic')
  return [
    ...blocks,
    ...(argument ? fromJson(argument.value, type, []) : []),
    ...(dynamic
      ? fromJson(dynamic.value, '', []).flatMap(({ body: types }) => {
          const wanted = types.attributes.get(type)
          return wanted ? fromJson(wanted.value, 'dynamic', [type]) : []
        })
      : []),
  ]
}
