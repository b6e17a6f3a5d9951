import { typeOf } from './resources.js'
import { memberOf, textOf, type Tree } from './tree.js'

/** A resource that makes others that may be keys, as messages name it, with the reason why they cannot be seen. */
export interface Unread {
  readonly what: string
  readonly reason: string
}

/** Tells of a resource that makes others from a place that is not read; undefined for every other. */
export const unreadIn = (tree: Tree): Unread | undefined => {
  const type = typeOf(tree)
  if (type.endsWith('::MODULE')) return { what: 'module', reason: 'what it holds is in the registry of the account' }
  if (type !== 'AWS::CloudFormation::StackSet') return undefined
  const body = textOf(memberOf(memberOf(tree, 'Properties'), 'TemplateBody'))
  if (body !== undefined && !body.includes('AWS::KMS::')) return undefined
  return { what: 'stack set', reason: 'its template is for other accounts and Regions; check it by itself' }
}
