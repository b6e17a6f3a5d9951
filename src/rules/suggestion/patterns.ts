import { kms } from '../../knowledge/kms.js'
import { actionsMatching } from '../../model/action.js'
import type { ActionFacts } from '../../model/kms.js'
import { lazy } from '../../model/lazy.js'
import { holesOf, type Text } from '../../model/text.js'
import { Unknown, type Known } from '../../model/truth.js'
import type { Draft } from './draft.js'

/** The most actions that a pattern is written out into: more would be a list that nobody reads. */
const most = 20

const inKeyPolicy = lazy(() => kms.actions.filter(action => action.inKeyPolicy))

/** The actions of KMS that a pattern of a statement means. */
const meantBy = (pattern: Text): readonly ActionFacts[] =>
  actionsMatching({ text: pattern, location: { file: '' } }, inKeyPolicy())

/** The actions of a statement in two parts. */
export interface Parts {
  readonly yes: readonly Text[]
  readonly no: readonly Text[]
}

/**
 * Parts the actions of a statement; a pattern for actions of both parts is written out. Undefined where it cannot be: NotAction, or a
 * pattern for very many.
 */
export const partActions = (
  { actions }: Draft,
  belongs: (action: ActionFacts) => boolean,
): Known<Parts> | undefined => {
  if (!actions || actions.negated) return undefined
  const holes = actions.items.flatMap(holesOf)
  if (holes.length > 0) return new Unknown(holes)
  const yes: Text[] = []
  const no: Text[] = []
  for (const pattern of actions.items) {
    const meant = meantBy(pattern)
    const chosen = meant.filter(belongs)
    if (chosen.length === meant.length) yes.push(pattern)
    else if (chosen.length === 0) no.push(pattern)
    else if (meant.length > most) return undefined
    else for (const action of meant) (chosen.includes(action) ? yes : no).push([`kms:${action.name}`])
  }
  return { yes, no }
}
