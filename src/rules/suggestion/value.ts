import { text, type Text } from '../../model/text.js'
import type { Draft, DraftPrincipal, Listed } from './draft.js'

/** A statement as the tree that JSON, YAML and HCL objects share. A text is a list of parts, so that lists and maps say what they are. */
export type Value =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [string, Value])[] }

const ofText = (t: Text): Value => ({ kind: 'text', text: t })

/** One value stands by itself, as people write it. */
const ofTexts = (texts: readonly Text[]): Value => {
  const [only] = texts
  return texts.length === 1 && only ? ofText(only) : { kind: 'list', items: texts.map(ofText) }
}

/** The items by a name of each, in the order of their first. */
export const groupByName = <T>(items: readonly T[], name: (item: T) => string): readonly (readonly [string, T[]])[] => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(name(item))
    if (group) group.push(item)
    else groups.set(name(item), [item])
  }
  return [...groups]
}

const principalsOf = (items: readonly DraftPrincipal[]): Value => {
  const [only] = items
  if (items.length === 1 && only?.element === '*') return ofText(only.text)
  const groups = groupByName(items, ({ element }) => element)
  return { kind: 'map', entries: groups.map(([element, of]) => [element, ofTexts(of.map(one => one.text))]) }
}

const conditionsOf = (conditions: Draft['conditions']): Value => ({
  kind: 'map',
  entries: groupByName(conditions, ({ operator }) => operator).map(([operator, of]) => [
    operator,
    { kind: 'map', entries: of.map(({ key, values }) => [key, ofTexts(values)]) },
  ]),
})

const element = <T>(
  name: string,
  listed: Listed<T> | undefined,
  of: (items: readonly T[]) => Value,
): (readonly [string, Value])[] => (listed ? [[`${listed.negated ? 'Not' : ''}${name}`, of(listed.items)]] : [])

/** The tree of a statement. */
export const valueOf = ({ sid, effect, principals, actions, resources, conditions }: Draft): Value => ({
  kind: 'map',
  entries: [
    ...(sid ? [['Sid', ofText(sid)] as const] : []),
    ['Effect', ofText(text(effect))],
    ...element('Principal', principals, principalsOf),
    ...element('Action', actions, ofTexts),
    ...element('Resource', resources, ofTexts),
    ...(conditions.length > 0 ? [['Condition', conditionsOf(conditions)] as const] : []),
  ],
})
