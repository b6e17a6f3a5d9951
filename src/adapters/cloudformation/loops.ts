import { literal } from '../../model/text.js'
import { report, type Evaluate } from './call.js'
import type { Env, Symbols } from './scope.js'
import { textOf, type Entry, type Tree } from './tree.js'
import { asText } from './value.js'

const prefix = 'Fn::ForEach::'

/** How many steps of evaluation it takes to write one value anew. */
const weight = 5

/** A member of a mapping after the loops. */
export interface Expanded extends Entry {
  /** The loop variables that are not known, where a loop adds one to those around the mapping. */
  readonly symbols?: Symbols
}

const isLoop = ({ key }: Entry): boolean => key.startsWith(prefix)

const fill = (text: string, name: string, value: string): string =>
  text.replaceAll(`\${${name}}`, () => value).replaceAll(`&{${name}}`, () => value.replace(/[^A-Za-z0-9]/g, ''))

/** What stands in the body of a loop in one turn: the variable is replaced in texts, and `Ref` of it is the value. */
const substitute = (tree: Tree, name: string, value: string): Tree => {
  switch (tree.kind) {
    case 'scalar':
      return { ...tree, text: fill(tree.text, name, value) }
    case 'list':
      return { ...tree, items: tree.items.map(item => substitute(item, name, value)) }
    case 'mapping': {
      const { entries, span } = tree
      const [only] = entries
      const isVariable = entries.length === 1 && only?.key === 'Ref' && textOf(only.value) === name
      if (isVariable) return { kind: 'scalar', text: value, style: 'double', span, size: 1 }
      return { ...tree, entries: substituteIn(entries, name, value) }
    }
    case 'broken':
      return tree
  }
}

const substituteIn = (entries: readonly Entry[], name: string, value: string): readonly Entry[] =>
  entries.map(entry => ({
    ...entry,
    key: fill(entry.key, name, value),
    value: substitute(entry.value, name, value),
  }))

/** The values that a loop runs over; undefined where they are not known. */
const valuesOf = (collection: Tree, env: Env, evaluate: Evaluate): readonly string[] | undefined => {
  const node = evaluate(collection, env)
  if (node?.kind !== 'list') return undefined
  const texts = node.items.map(item => {
    const t = asText(item)
    return t && literal(t)
  })
  return texts.every(value => value !== undefined) ? texts : undefined
}

const turns = ({ key, value: loop, keySpan }: Entry, env: Env, evaluate: Evaluate): readonly Expanded[] => {
  const [variable, collection, body, ...more] = loop.kind === 'list' ? loop.items : []
  const name = textOf(variable)
  if (name === undefined || collection === undefined || body?.kind !== 'mapping' || more.length > 0) {
    report(env, `${key} takes a variable, a list and a mapping`, env.scope.template.locate(keySpan))
    return []
  }
  const values = valuesOf(collection, env, evaluate)
  if (values === undefined) {
    const symbols = new Map(env.symbols).set(name, { kind: 'parameter', name })
    return expand(body.entries, { ...env, symbols }, evaluate).map(member => ({ symbols, ...member }))
  }
  return values.flatMap(value => {
    env.run.session.step(body.size * weight)
    return expand(substituteIn(body.entries, name, value), env, evaluate)
  })
}

/**
 * Writes out the loops among the members of a mapping. A loop over a list that is not known is one turn, with a hole for
 * its variable.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export const expand = (entries: readonly Entry[], env: Env, evaluate: Evaluate): readonly Expanded[] =>
  entries.some(isLoop) ? entries.flatMap(entry => (isLoop(entry) ? turns(entry, env, evaluate) : [entry])) : entries
