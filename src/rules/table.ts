import type { Severity } from '../model/report.js'
import { selectRules, type Preset } from './presets.js'
import type { Rule } from './rule.js'

/** One line about a rule. */
export interface RuleRow {
  readonly id: string
  readonly each: Rule['each']
  readonly title: string
  /** The severity under each preset, in their order; undefined where the preset leaves the rule out. */
  readonly severities: readonly (Severity | undefined)[]
}

/** What there is to say of the rules at a glance, in their order. */
export const ruleRows = (rules: readonly Rule[], presets: readonly Preset[]): readonly RuleRow[] => {
  const selections = presets.map(
    preset => new Map(selectRules(rules, preset).map(({ id, severity }) => [id, severity])),
  )
  return rules.map(({ id, each, title }) => ({
    id,
    each,
    title,
    severities: selections.map(selected => selected.get(id)),
  }))
}

/** A Markdown table. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')

const fence = (label: string, text: string): string => `${label}\n\n\`\`\`text\n${text.trim()}\n\`\`\``

const sectionOf = ({
  id,
  title,
  each,
  severity,
  weaken,
  why,
  message,
  fix,
  suggest,
  references,
  examples,
}: Rule): string =>
  [
    `## ${id}`,
    `**${title}.** Asked of each ${each}; ${severity}.`,
    why.trim(),
    fence('It says:', message.text),
    fence(suggest ? 'How to fix it, above the statements to paste:' : 'How to fix it:', fix.text),
    weaken
      .map(({ severity, when, because }) => `- ${severity} where ${because ?? `\`${when.text.trim()}\``}`)
      .join('\n'),
    examples.map(({ expect, name }) => `- ${expect}: ${name}`).join('\n'),
    references.map(url => `- <${url}>`).join('\n'),
  ]
    .filter(part => part !== '')
    .join('\n\n')

/** `policies/README.md`: a table of the rules, and what each of them says. */
export const rulesPage = (rules: readonly Rule[], presets: readonly Preset[]): string => {
  const head = ['rule', 'each', ...presets.map(({ id }) => id), 'what holds']
  const rows = ruleRows(rules, presets).map(({ id, each, severities, title }) => [
    `[${id}](#${id})`,
    each,
    ...severities.map(severity => severity ?? '-'),
    title,
  ])
  return [
    '<!-- Written by scripts/generate-docs.mjs from the rule files. -->',
    '# The rules',
    'How rules are written: [docs/rules.md](../docs/rules.md). What AWS services need, which the rules about services know: [docs/services.md](../docs/services.md).',
    presets.map(({ id, title }) => `- \`${id}\`: ${title}`).join('\n'),
    markdownTable(head, rows),
    ...rules.map(sectionOf),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}
