import type { Key } from '../model/key.js'
import type { Problem } from '../model/problem.js'
import type { Finding, Undetermined } from '../model/report.js'
import { ask } from './ask.js'
import type { Asked, Language } from './cel.js'
import { mergeFindings, type Breach } from './findings.js'
import type { Rule, Settings } from './rule.js'
import { mergeUndetermined, type Doubt } from './undetermined.js'

/** What the rules say of the keys. */
export interface Judgement {
  /** In the order of the keys, and in each of the statements. */
  readonly findings: readonly Finding[]
  readonly undetermined: readonly Undetermined[]
  /** Rules that failed, each named with the key: the other rules were asked all the same. */
  readonly problems: readonly Problem[]
  /** How often a rule was asked of something that it speaks of. */
  readonly evaluated: number
  readonly statements: number
}

const countStatements = (subjects: readonly Asked[]): number => {
  const perVariant = new Map<string | undefined, number>()
  for (const { subject } of subjects) {
    if (subject.statement) perVariant.set(subject.variant, (perVariant.get(subject.variant) ?? 0) + 1)
  }
  return Math.max(0, ...perVariant.values())
}

const bugOf = (rule: Rule, key: Key, error: unknown): Problem => {
  // The summary of an error of CEL's lacks the drawing of its place that the message has.
  const { summary, message } = Object(error) as { readonly summary?: unknown; readonly message?: unknown }
  return {
    code: 'rule-bug',
    severity: 'error',
    message: `rule ${rule.id} failed on ${key.address}: ${String(summary ?? message)}`,
    location: rule.document.locate([]),
  }
}

/** How many keys are opened at once: a rule is asked of all of them in a row, which is faster than turning to another for each. */
const atOnce = 20

/** A key that is opened, with its position among those that are judged. */
interface Opened {
  readonly key: Key
  readonly order: number
  readonly subjects: ReturnType<Language['subjects']>
}

/** Asks every rule of every key. All the rules are of one language, as `loadRules` makes them. */
export const judge = (keys: readonly Key[], rules: readonly Rule[], settings: Settings): Judgement => {
  const breaches: Breach[] = []
  const doubts: Doubt[] = []
  const problems: Problem[] = []
  let evaluated = 0
  let statements = 0
  const guarded = (fix: () => string, rule: Rule, key: Key) => (): string => {
    try {
      return fix()
    } catch (error) {
      problems.push(bugOf(rule, key, error))
      return ''
    }
  }
  const askAll = (rule: Rule, key: Key, order: number, subjects: readonly Asked[]): void => {
    for (const { subject, scope } of subjects) {
      const answer = ask(rule, subject, scope)
      if (answer.kind !== 'not-applicable') evaluated++
      if (answer.kind === 'broken')
        breaches.push({ rule, ...answer, fix: guarded(answer.fix, rule, key), key, order, subject })
      if (answer.kind === 'undetermined') doubts.push({ rule, ...answer, key, subject })
    }
  }
  const askAbout = (some: readonly Opened[]): void => {
    for (const { subjects } of some) statements += countStatements(subjects('statement'))
    for (const rule of rules) {
      for (const { key, order, subjects } of some) {
        try {
          askAll(rule, key, order, subjects(rule.each))
        } catch (error) {
          // A rule may be a user's own, and one that fails must not hide what the others say: it becomes a problem, which is never a pass.
          problems.push(bugOf(rule, key, error))
        }
      }
    }
  }
  const [first] = rules
  for (let start = 0; first && start < keys.length; start += atOnce) {
    const some = keys.slice(start, start + atOnce)
    askAbout(some.map((key, i) => ({ key, order: start + i, subjects: first.language.subjects(key, settings) })))
  }
  const findings = mergeFindings(breaches)
  return { findings, undetermined: mergeUndetermined(doubts), problems, evaluated, statements }
}
