import { evaluatePart } from '../evaluate/evaluate.js'
import { elements } from '../evaluate/loop.js'
import { withNames, type Scope } from '../evaluate/scope.js'
import { objectOf, once } from '../evaluate/value.js'
import { blocksOf } from '../syntax/blocks.js'
import type { Span } from '../syntax/span.js'
import type { Body } from '../syntax/tree.js'

/** One nested block, with the names that a `dynamic` around it brings in. */
export interface Nested {
  readonly body: Body
  readonly scope: Scope
  readonly at: Span
  /** Stands for any number of blocks, since what it is repeated for is not known. */
  readonly many: boolean
}

/** The nested blocks of a type, `dynamic` ones once for each of their elements. */
export const nestedBlocks = (body: Body, type: string, scope: Scope): readonly Nested[] =>
  blocksOf(body, type).flatMap((block): readonly Nested[] => {
    if (block.type !== 'dynamic') return [{ body: block.body, scope, at: block.at, many: false }]
    const forEach = block.body.attributes.get('for_each')
    const [content] = blocksOf(block.body, 'content')
    if (!forEach || !content) return []
    const iterator = block.body.attributes.get('iterator')?.value
    const name = iterator?.kind === 'name' ? iterator.name : type
    const collection = evaluatePart(forEach.value, scope)
    if (collection.kind === 'null') return []
    return elements(collection, forEach.at).map(({ key, value }) => {
      scope.run.step()
      scope.run.grow(1)
      const element = objectOf(
        [
          ['key', key],
          ['value', once(value)],
        ],
        forEach.at,
      )
      return { body: content.body, scope: withNames(scope, [[name, element]]), at: block.at, many: value.many === true }
    })
  })
