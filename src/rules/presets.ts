import type { Problem } from '../model/problem.js'
import { severities, type Severity } from '../model/report.js'
import { readData } from './data.js'
import type { Rule, RuleDocument } from './rule.js'

/** Which of the shipped rules run, and at which severity. */
export interface Preset {
  readonly id: string
  readonly title: string
  /** All the rules, or those that do not ask for `preset: strict`. */
  readonly rules: 'recommended' | 'all'
  /** The rules whose severity it changes; `off` leaves one out. */
  readonly severity: ReadonlyMap<string, Severity | 'off'>
}

/** Reads presets; `rules` are those that they may name. */
export const loadPresets = (
  documents: readonly RuleDocument[],
  rules: readonly Rule[],
): { readonly presets: readonly Preset[]; readonly problems: readonly Problem[] } => {
  const ids = rules.map(({ id }) => id)
  const problems: Problem[] = []
  const presets = documents.flatMap((document): Preset[] => {
    const data = readData(document)
    const fields = data.fields(document.data ?? null, [], ['id', 'title', 'rules'], ['severity'])
    const id = data.text(fields, 'id')
    const title = data.text(fields, 'title')
    const which = data.oneOf(fields, 'rules', ['recommended', 'all'])
    const changes = data.fields(fields?.values['severity'], ['severity'], [], ids)
    const severity = new Map(
      ids.flatMap(id => {
        const changed = data.oneOf(changes, id, [...severities, 'off'])
        return changed ? [[id, changed] as const] : []
      }),
    )
    problems.push(...data.problems)
    return id && title && which ? [{ id, title, rules: which, severity }] : []
  })
  return { presets, problems }
}

/** The rules that run under a preset, each at its severity there. A user's own rules always run, at their own. */
export const selectRules = (rules: readonly Rule[], preset: Preset): readonly Rule[] =>
  rules.flatMap(rule => {
    if (!rule.document.shipped) return [rule]
    const severity = preset.severity.get(rule.id) ?? rule.severity
    const runs = severity !== 'off' && (preset.rules === 'all' || rule.preset === 'recommended')
    return runs ? [{ ...rule, severity }] : []
  })
