import type { Location } from '../model/location.js'
import { severities, type Severity } from '../model/report.js'
import type { Hole } from '../model/text.js'
import { all, isUnknown, not, type Truth } from '../model/truth.js'
import type { Expression, Scope } from './cel.js'
import type { Rule, Subject } from './rule.js'
import { scopeOf } from './scope.js'

/** What a rule says of a subject. `silent` is a rule that holds, or whose breach counts for nothing here. */
export type Answer =
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'silent' }
  | {
      readonly kind: 'broken'
      readonly severity: Severity
      readonly message: string
      /** Made when it is asked for, since several breaches may come to one finding. Throws where the rule or the vocabulary has a bug. */
      readonly fix: () => string
      readonly location: Location
    }
  | { readonly kind: 'undetermined'; readonly severity: Severity; readonly holes: readonly Hole[] }

const truthOf = (expression: Expression, scope: Scope): Truth => {
  const outcome = expression.evaluate(scope)
  return isUnknown(outcome) ? outcome : outcome === true
}

/** The severity of a breach: that of the first weakening that applies. One that only may apply never makes it lighter. */
const severityOf = (rule: Rule, scope: Scope): Severity | 'none' => {
  const possible = new Set<Severity | 'none'>()
  for (const { when, severity } of [...rule.weaken, { when: undefined, severity: rule.severity }]) {
    const applies = when === undefined || truthOf(when, scope)
    if (applies !== false) possible.add(severity)
    if (applies === true) break
  }
  return severities.find(severity => possible.has(severity)) ?? 'none'
}

const placeOf = (rule: Rule, subject: Subject, scope: Scope): Location => {
  if (rule.at === undefined) return subject.location
  const place = rule.at.evaluate(scope)
  return (isUnknown(place) ? undefined : rule.language.values.place(place)) ?? subject.location
}

/** The fix, and on lines of its own what the rule suggests, where that can be told. */
const fixOf = (rule: Rule, scope: Scope): string => {
  const suggestion = rule.suggest?.evaluate(scope)
  const lines = suggestion === undefined || isUnknown(suggestion) ? [] : rule.language.values.lines(suggestion)
  return [rule.fix.render(scope), ...lines].join('\n')
}

const notApplicable: Answer = { kind: 'not-applicable' }
const silent: Answer = { kind: 'silent' }

/**
 * Asks a rule of a subject, whose own scope is given. It is broken where `where` is true and `require` is not; whatever is unknown
 * leaves it undetermined, unless the rest decides. Throws where the rule or the vocabulary has a bug.
 */
export const ask = (rule: Rule, subject: Subject, subjectScope: Scope): Answer => {
  const scope = scopeOf(rule, subjectScope)
  const where = rule.where === undefined || truthOf(rule.where, scope)
  if (where === false) return notApplicable
  const holds = truthOf(rule.require, scope)
  if (holds === true) return silent
  const broken = all([where, not(holds)])
  const severity = severityOf(rule, scope)
  if (severity === 'none') return silent
  if (isUnknown(broken)) return { kind: 'undetermined', severity, holes: broken.holes }
  return {
    kind: 'broken',
    severity,
    message: rule.message.render(scope),
    fix: () => fixOf(rule, scope),
    location: placeOf(rule, subject, scope),
  }
}
