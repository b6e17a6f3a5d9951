import type { Location } from '../../model/location.js'
import { literal, print, revealed, type Text } from '../../model/text.js'
import { matches } from '../../model/wildcard.js'
import { report, type Evaluate } from './call.js'
import type { Env } from './scope.js'
import { textOf, type Tree } from './tree.js'
import { asText, type Value } from './value.js'

const shown = (value: Value): string => print(asText(value) ?? []) || '""'

/** What the one hole of a text must be for the text to equal a literal that it matches; undefined where there are several. */
const solve = (t: Text, value: string): { readonly name: string; readonly value: string } | undefined => {
  const parts = revealed(t)
  const [hole, second] = parts.filter(part => typeof part !== 'string')
  const at = parts.findIndex(part => part === hole)
  const [before, after] = [parts.slice(0, at), parts.slice(at + 1)].map(around => print(around).length)
  return second ? undefined : hole && { name: hole.name, value: value.slice(before, value.length - Number(after)) }
}

/** Something that a deployment decides in a way that cannot be told from the template. */
const either = (name: string, env: Env): boolean => env.run.choices.isEqual({ name, domain: ['true', 'false'] }, 'true')

const areEqual = (a: Value, b: Value, env: Env): boolean => {
  const [ta, tb] = [asText(a), asText(b)]
  if (!ta || !tb) return either(`${shown(a)} = ${shown(b)}`, env)
  const truth = matches(ta, tb)
  if (typeof truth === 'boolean') return truth
  const [la, lb] = [literal(ta), literal(tb)]
  const solved = lb !== undefined ? solve(ta, lb) : la !== undefined ? solve(tb, la) : undefined
  if (!solved) return either([print(ta), print(tb)].sort().join(' = '), env)
  return env.run.choices.isEqual(env.run.variables.get(solved.name) ?? { name: solved.name }, solved.value)
}

const operands = (argument: Tree | undefined): readonly Tree[] =>
  argument?.kind === 'list' ? argument.items : argument ? [argument] : []

const holdsAnew = (tree: Tree, env: Env, evaluate: Evaluate): boolean => {
  const location = env.scope.template.locate(tree.span)
  const only = tree.kind === 'mapping' && tree.entries.length === 1 ? tree.entries[0] : undefined
  const refused = (message: string): boolean => {
    report(env, message, location)
    return either(`the condition at line ${String(location.line)}`, env)
  }
  const items = operands(only?.value)
  const count = items.length
  switch (only?.key) {
    case 'Condition': {
      const name = textOf(only.value)
      return name === undefined
        ? refused('Condition takes the name of a condition')
        : isNamedTrue(name, location, env, evaluate)
    }
    case 'Fn::And':
      return items.every(item => holds(item, env, evaluate))
    case 'Fn::Or':
      return items.some(item => holds(item, env, evaluate))
    case 'Fn::Not': {
      const [first] = items
      return first && count === 1 ? !holds(first, env, evaluate) : refused(`Fn::Not takes one condition, not ${count}`)
    }
    case 'Fn::Equals': {
      const [a, b] = items
      if (!a || !b || count !== 2) return refused(`Fn::Equals takes 2 arguments, not ${count}`)
      return areEqual(evaluate(a, env), evaluate(b, env), env)
    }
    default:
      return refused('a condition is Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition')
  }
}

/** Evaluates a condition, an undecided one by a choice. */
export const holds = (tree: Tree, env: Env, evaluate: Evaluate): boolean => {
  const { session, depth } = env.run
  depth.enter()
  session.step()
  const truth = holdsAnew(tree, env, evaluate)
  depth.leave()
  return truth
}

/** What the condition of that name comes to, in the stack of `env`. */
export const isNamedTrue = (name: string, location: Location, env: Env, evaluate: Evaluate): boolean => {
  const id = env.scope.prefix + name
  const { conditions, open } = env.run
  const known = conditions.get(id)
  if (known !== undefined) return known
  const condition = env.scope.conditions.get(name)
  if (!condition) {
    const near = env.run.session.suggest(name, [...env.scope.conditions.keys()])
    report(env, `there is no condition ${name}${near}`, location)
  }
  const circle = open.indexOf(id)
  if (circle >= 0 && !env.run.session.circles.has(id)) {
    const names = [...open.slice(circle), id]
    for (const one of names) env.run.session.circles.add(one)
    report(env, `conditions refer to each other: ${names.join(' → ')}`, location)
  }
  if (!condition || circle >= 0) return either(id, env)
  open.push(id)
  const truth = holds(condition.tree, { ...env, symbols: condition.symbols, isCondition: true }, evaluate)
  open.pop()
  conditions.set(id, truth)
  return truth
}
