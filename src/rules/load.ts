import type { Problem } from '../model/problem.js'
import { makeLanguage, type Language } from './cel.js'
import { compileRule } from './compile.js'
import type { Rule, RuleDocument } from './rule.js'
import { vocabulary } from './vocabulary.js'

/** The language of the rules: made once, and costing nothing until a rule is read. */
export const language: Language = makeLanguage(vocabulary)

/** Reads rules, all of them together, since an id may stand for one rule only. A rule with a problem is not among the rules. */
export const loadRules = (
  documents: readonly RuleDocument[],
  inLanguage: Language = language,
): { readonly rules: readonly Rule[]; readonly problems: readonly Problem[] } => {
  const rules = new Map<string, Rule>()
  const problems: Problem[] = []
  for (const document of documents) {
    const { rule, problems: found } = compileRule(document, inLanguage)
    problems.push(...found)
    if (rule === undefined) continue
    const other = rules.get(rule.id)
    if (other === undefined) rules.set(rule.id, rule)
    else {
      const message = `id ${JSON.stringify(rule.id)} is taken by ${other.document.file}`
      problems.push({ code: 'rule-not-valid', severity: 'error', message, location: document.locate(['id']) })
    }
  }
  return { rules: [...rules.values()], problems }
}
