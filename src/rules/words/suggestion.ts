import type { Statement } from '../../model/statement.js'
import { text, type Text } from '../../model/text.js'
import { isUnknown, when, type Known } from '../../model/truth.js'
import { dialectOf } from '../suggestion/dialect.js'
import { draftOf, withPrincipals, type Draft } from '../suggestion/draft.js'
import { renderSuggestion } from '../suggestion/render.js'
import { uniqueSid } from '../suggestion/sid.js'
import type { Place, Suggestion } from '../suggestion/suggestion.js'
import type { VocabularyType } from '../rule.js'
import { areOneService } from './services-of.js'
import { untold, type KeyScope, type PermissionScope, type PolicyScope } from './scope.js'

export const suggestionType: VocabularyType<Suggestion> = {
  about:
    'Statements that mend what a rule found, for `suggest`: the finding shows them below its fix, in the language in which the policy is written.',
  fields: {},
  lines: renderSuggestion,
}

/** That no statement can be suggested. */
export const noSuggestion = untold('the statement that is meant')

/** Drafts of which each has a Sid of its own, different from those that are taken. */
const withOwnSids = (drafts: readonly Draft[], taken: readonly Text[]): readonly Draft[] => {
  const sids = [...taken]
  return drafts.map(draft => {
    if (draft.sid === undefined || draft.sid.length === 0) return draft
    const sid = uniqueSid(draft.sid, sids)
    sids.push(sid)
    return { ...draft, sid }
  })
}

/** A suggestion for the policy of a key. */
export const suggestionOf = (
  { key, document }: KeyScope & Partial<Pick<PolicyScope, 'document'>>,
  drafts: readonly Draft[],
  place: Place,
): Suggestion => {
  const others = (document?.statements ?? []).filter(({ index }) => place.kind !== 'replace' || index !== place.index)
  const taken = place.kind === 'policy' ? [] : others.flatMap(({ sid }) => (sid ? [sid] : []))
  return { drafts: withOwnSids(drafts, taken), place, dialect: dialectOf(key) }
}

/** What a statement is to become, by what it is. */
export type Change = (draft: Draft) => Known<readonly Draft[]>

/** Suggests what a statement is to become. */
export const rewritten = (
  scope: KeyScope & Partial<Pick<PolicyScope, 'document'>>,
  statement: Statement,
  change: Change,
): Known<Suggestion> =>
  when(when(draftOf(statement), change), drafts =>
    drafts.length === 0 ? noSuggestion : suggestionOf(scope, drafts, { kind: 'replace', index: statement.index }),
  )

/** Suggests what the statement of a permission is to become, for all its principals. */
export const rewrittenForAll = (scope: PermissionScope, change: Change): Known<Suggestion> => {
  const { statement } = scope.permission
  return statement ? rewritten(scope, statement, change) : noSuggestion
}

/** The same for the principal of the permission, and for other names of the same service: the others keep the statement as it is. */
export const rewrittenForOne = (scope: PermissionScope, change: Change): Known<Suggestion> => {
  const { principal } = scope.permission
  return rewrittenForAll(scope, draft => {
    const { items = [], negated = false } = draft.principals ?? {}
    if (negated || items.length === 0) return noSuggestion
    const isOwn = (one: (typeof items)[number]) =>
      (one.element === principal.element && one.text === principal.text) || areOneService(scope, one, principal)
    const others = items.filter(item => !isOwn(item))
    if (others.length === 0) return change(draft)
    const own = change(withPrincipals(draft, items.filter(isOwn)))
    return isUnknown(own) ? own : [withPrincipals(draft, others), ...own]
  })
}

/** The draft of a statement that is apart from another for a reason: its Sid says so. */
export const named = (draft: Draft, reason: string): Draft =>
  draft.sid === undefined || draft.sid.length === 0 ? draft : { ...draft, sid: text(...draft.sid, reason) }
