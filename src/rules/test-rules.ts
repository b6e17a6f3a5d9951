import type { Location } from '../model/location.js'
import type { Problem } from '../model/problem.js'
import { severities } from '../model/report.js'
import { judge, type Judgement } from './judge.js'
import type { Example, Expectation, Rule } from './rule.js'

/** What one example came to. */
export interface ExampleResult {
  readonly rule: string
  readonly example: string
  readonly passed: boolean
  /** What the rule said, and what it should have said where that is something else. */
  readonly message: string
  readonly location: Location
}

const outcomeOf = ({ findings, undetermined }: Judgement): Expectation =>
  findings.length > 0 ? 'fail' : undetermined.length > 0 ? 'undetermined' : 'pass'

const said = ({ findings, undetermined, problems }: Judgement): string =>
  [
    ...problems.map(({ message }) => message),
    ...findings.map(({ severity, message }) => `${severity}: ${message}`),
    ...undetermined.map(({ reasons }) => `undetermined: ${reasons.map(({ message }) => message).join(', ')}`),
  ].join('; ')

/** Why the judgement is not what the example expects; undefined where it is. */
const complaint = (example: Example, judgement: Judgement): string | undefined => {
  const outcome = outcomeOf(judgement)
  const { findings, problems, undetermined } = judgement
  if (problems.length > 0) return 'failed'
  if (outcome !== example.expect) return `expected ${example.expect}, got ${outcome}`
  const severity = severities.find(one => [...findings, ...undetermined].some(finding => finding.severity === one))
  if (example.severity !== undefined && severity !== example.severity)
    return `expected severity ${example.severity}, got ${String(severity)}`
  const { message } = example
  if (message !== undefined && !findings.some(finding => finding.message.includes(message)))
    return `expected a message with ${JSON.stringify(message)}`
  return undefined
}

const runExample = (rule: Rule, example: Example): ExampleResult => {
  const judgement = judge([example.key], [rule], example.settings)
  const found = complaint(example, judgement)
  return {
    rule: rule.id,
    example: example.name,
    passed: found === undefined,
    message: [found, said(judgement)].filter(Boolean).join(': '),
    location: example.location,
  }
}

/** Asks each rule of its own examples, as `check` would ask it of a key. */
export const testRules = (rules: readonly Rule[]): readonly ExampleResult[] =>
  rules.flatMap(rule => rule.examples.map(example => runExample(rule, example)))

/** A problem for each rule without an example that passes or without one that fails. */
export const untested = (rules: readonly Rule[]): readonly Problem[] =>
  rules.flatMap(({ id, document, examples }) => {
    const missing = (['pass', 'fail'] as const).filter(expect => !examples.some(example => example.expect === expect))
    if (missing.length === 0) return []
    const message = `rule ${id} has no example that expects ${missing.join(' and none that expects ')}`
    return [{ code: 'rule-not-tested', severity: 'error', message, location: document.locate(['examples'], 'key') }]
  })
