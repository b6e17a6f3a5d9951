import t from 'tap'
import type { Finding } from '../../model/report.js'
import { ask } from '../ask.js'
import { judge } from '../judge.js'
import { language, loadRules } from '../load.js'
import type { Example, Rule } from '../rule.js'
import { scopeOf } from '../scope.js'
import { shippedRules } from '../shipped.js'
import { Wrapped } from '../values.js'
import { applied } from './sample.js'
import { renderSuggestion } from './render.js'
import type { Suggestion } from './suggestion.js'

const { rules } = loadRules(shippedRules())
const recommended = rules.filter(({ preset }) => preset === 'recommended')

/** What a rule suggests for the first that breaks it in an example. */
const suggestionFor = (rule: Rule, { key, settings }: Example): Suggestion | undefined => {
  for (const { subject, scope } of language.subjects(key, settings)(rule.each)) {
    if (ask(rule, subject, scope).kind !== 'broken') continue
    const outcome = rule.suggest?.evaluate(scopeOf(rule, scope))
    // the types of the rule files were checked: `suggest` gives a Suggestion
    return outcome instanceof Wrapped ? (Wrapped.self(outcome) as Suggestion) : undefined
  }
  return undefined
}

const weighty = (findings: readonly Finding[]) =>
  new Set(findings.filter(({ severity }) => severity !== 'notice').map(({ rule, severity }) => `${rule} ${severity}`))

t.test('what a rule suggests mends what it found, and breaks no other rule', t => {
  for (const rule of rules.filter(({ suggest }) => suggest)) {
    const failing = rule.examples.filter(({ expect }) => expect === 'fail')
    const suggested = failing.flatMap(example => {
      const suggestion = suggestionFor(rule, example)
      return suggestion ? [{ example, suggestion }] : []
    })
    t.ok(suggested.length > 0, `${rule.id} has an example with a suggestion`)
    for (const { example, suggestion } of suggested) {
      const name = `${rule.id}: ${example.name}`
      const before = judge([example.key], recommended, example.settings).findings
      const mended = applied(example.key, suggestion)
      const after = judge([mended], recommended, example.settings).findings
      const rendered = renderSuggestion(suggestion).join('\n')
      const own = (findings: readonly Finding[]) => findings.filter(finding => finding.rule === rule.id).length
      t.ok(own(after) < own(before), `${name}: the finding is gone`, { rendered })
      const known = weighty(before)
      t.same(
        [...weighty(after)].filter(one => !known.has(one)),
        [],
        `${name}: no other appears`,
        { rendered, after },
      )
    }
  }
  t.end()
})
