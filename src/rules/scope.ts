import { isUnknown } from '../model/truth.js'
import type { Scope } from './cel.js'
import { isPrinting, raise, Remembering } from './recording.js'
import type { Rule } from './rule.js'

/** What a variable comes to: in terms of what its scope is made of, and of the other variables of the scope. */
export type Reader<S> = (source: S, scope: Scope) => unknown

/**
 * Says how to make scopes with these variables. CEL reads a variable as a property, so that they are getters of one class: a scope then
 * costs next to nothing, and a variable is read when it is first asked for.
 */
export const scopesWith = <S>(readers: ReadonlyMap<string, Reader<S>>): ((source: S) => Scope) => {
  class Variables extends Remembering {
    readonly #source: S
    constructor(source: S) {
      super()
      this.#source = source
    }
    static source(scope: Variables): S {
      return scope.#source
    }
  }
  // Its properties are those that are defined here.
  const asScope = (scope: Variables) => scope as unknown as Scope
  for (const [index, [name, reader]] of [...readers].entries()) {
    const read = (scope: Variables) => reader(Variables.source(scope), asScope(scope))
    Object.defineProperty(Variables.prototype, name, {
      get(this: Variables) {
        return Remembering.read(this, index, read)
      },
    })
  }
  return source => asScope(new Variables(source))
}

const withLet = ({ let: expressions, each, language }: Rule): ((subject: Scope) => Scope) => {
  const readers = new Map<string, Reader<Scope>>()
  for (const name of Object.keys(language.vocabulary.variables[each])) readers.set(name, subject => subject[name])
  for (const [name, expression] of expressions)
    readers.set(name, (_, scope) => {
      const outcome = expression.evaluate(scope, isPrinting())
      return isUnknown(outcome) ? raise(outcome) : outcome
    })
  return scopesWith(readers)
}

const made = new WeakMap<Rule, (subject: Scope) => Scope>()

/** The scope of a rule: that of the subject, and what the rule's `let` names, evaluated when it is first read. */
export const scopeOf = (rule: Rule, subject: Scope): Scope => {
  if (rule.let.size === 0) return subject
  const scope = made.get(rule) ?? withLet(rule)
  made.set(rule, scope)
  return scope(subject)
}
