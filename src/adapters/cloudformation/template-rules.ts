import { literal } from '../../model/text.js'
import type { Evaluate } from './call.js'
import { holds } from './conditions.js'
import { isPseudo, pseudo } from './pseudo.js'
import type { Env, Run, Scope } from './scope.js'
import { asText } from './value.js'

/**
 * Whether what is decided keeps to the rules of the template: a deployment that breaks one is refused. A rule counts when all
 * that it speaks of was asked for or is given, so that none brings in choices that do not matter.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 */
export const keepsRules = (scope: Scope, run: Run, evaluate: Evaluate): boolean => {
  const env: Env = { scope, run, symbols: new Map(), isCondition: true }
  const isSettled = (name: string): boolean => {
    if (!isPseudo(name)) return run.variables.has(scope.prefix + name) || scope.given.get(name)?.kind === 'text'
    const value = pseudo(name, scope, scope.template.locate(scope.template.tree.span))
    return literal(asText(value) ?? []) !== undefined
  }
  return scope.template
    .limits()
    .filter(({ names }) => names.every(isSettled))
    .every(({ when, assert }) => (when !== undefined && !holds(when, env, evaluate)) || holds(assert, env, evaluate))
}
