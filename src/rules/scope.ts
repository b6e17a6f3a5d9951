import type { Scope } from './cel.js'
import { Unknown } from '../model/truth.js'
import { guarded, isPrinting, raise, type Outcome } from './recording.js'
import type { Rule } from './rule.js'

/** The scope of a rule: that of the subject, and what the rule's `let` names, evaluated when it is first read. */
export const scopeOf = (rule: Rule, subject: Scope): Scope => {
  if (rule.let.size === 0) return subject
  // CEL reads variables as properties, inherited ones too.
  const scope = Object.create(subject) as Scope
  for (const [name, expression] of rule.let) {
    const judged: { known?: Outcome } = {}
    const printed: { known?: Outcome } = {}
    Object.defineProperty(scope, name, {
      get: () =>
        guarded(() => {
          const outcome = ((isPrinting() ? printed : judged).known ??= expression.evaluate(scope, isPrinting()))
          return 'holes' in outcome ? raise(new Unknown(outcome.holes)) : outcome.value
        }),
    })
  }
  return scope
}
