import type { Policy } from '../../model/key.js'
import type { Node } from '../../model/node.js'
import { InputError } from '../../model/problem.js'
import type { Text } from '../../model/text.js'

/** The largest policy that is judged, many times what KMS takes, which is 32 KiB. */
const maxCharacters = 1024 * 1024
const maxValues = 20_000

const lengthOf = (t: Text): number => t.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0)

/** Counts values, holes inside of texts included, and characters; stops as soon as there are too many. */
const isTooLarge = (root: Node): boolean => {
  let [values, characters] = [0, 0]
  const left: Node[] = [root]
  const read = (t: Text): void => {
    values += t.length
    characters += lengthOf(t)
  }
  for (let node = left.pop(); node; node = left.pop()) {
    values++
    if (node.kind === 'text' || node.kind === 'number') read(node.text)
    if (node.kind === 'list') for (const item of node.items) left.push(item)
    if (node.kind === 'object')
      for (const { key, value } of node.members) {
        read(key)
        left.push(value)
      }
    if (values + left.length > maxValues || characters > maxCharacters) return true
  }
  return false
}

/** The policy as it is; throws `InputError` for one that is far larger than a key can have. */
export const smallEnough = (policy: Policy): Policy => {
  if (policy.kind === 'document' && policy.variants.some(({ document }) => isTooLarge(document)))
    throw new InputError(
      'too-large',
      'the key policy is many times larger than the 32 KiB that KMS takes',
      policy.location,
    )
  return policy
}
