import { fileURLToPath } from 'node:url'
import { exitCodes } from './check.js'
import { explainService, servicesNamed } from './explain-service.js'
import { InputError, type Problem } from './model/problem.js'
import { suggestion } from './model/nearest.js'
import { render, type Format } from './reporters/index.js'
import { inert, visible } from './reporters/escape.js'
import { count, place, problemText } from './reporters/layout.js'
import { repositoryPath } from './repository.js'
import { loadRuleSet, readDocuments, type RuleChoice } from './rule-set.js'
import { loadRules } from './rules/load.js'
import type { Rule } from './rules/rule.js'
import { testRules, untested } from './rules/test-rules.js'
import { run, type RunOptions } from './run.js'
import { writeAll, type Shell } from './shell.js'
import { openWorkspace, type Workspace } from './workspace.js'

/** What `keyward check` is asked for. */
export interface CheckCommand extends RunOptions {
  readonly format: Format
  readonly output?: string
  readonly color: boolean
}

const workspaceOf = (shell: Shell): Workspace => openWorkspace(shell.cwd(), () => shell.stdin)

/** Checks, and writes the report to standard output or to a file. Gives the exit code of the verdict. */
export const checkCommand = async (shell: Shell, options: CheckCommand): Promise<number> => {
  const workspace = workspaceOf(shell)
  const { report, linesOf } = await run(workspace, options)
  const text = render(options.format, report, {
    color: options.color && options.output === undefined,
    width: shell.stdout.columns ?? 100,
    linesOf,
    repositoryPath: repositoryPath(workspace.root, shell.env['GITHUB_WORKSPACE']),
  })
  if (options.output !== undefined) await workspace.write(options.output, text)
  else await writeAll(shell.stdout, text)
  return exitCodes[report.verdict]
}

const complain = (shell: Shell, problems: readonly Problem[]): void => {
  for (const problem of problems) shell.stderr.write(`${problem.severity} ${problemText(problem)}\n`)
}

/** Where the rules of keyward lie, beside both `src/` and `dist/`. */
const ownRules = fileURLToPath(new URL('../policies/rules', import.meta.url))

/** Runs the examples inside rule files. Gives 1 where one does not come out as it says, 2 where a rule does not load. */
export const testCommand = async (shell: Shell, paths: readonly string[]): Promise<number> => {
  const own = await readDocuments(workspaceOf(shell), paths.length > 0 ? paths : [ownRules], 'rule')
  const { rules, problems } = loadRules(own.documents)
  const results = testRules(rules)
  const failures = results.filter(({ passed }) => !passed)
  for (const { rule, example, message, location } of failures) {
    shell.stdout.write(inert(`failed ${visible(`${rule}: ${example}`)}\n  ${place(location)}: ${visible(message)}\n`))
  }
  const passed = `${results.length - failures.length} passed, ${failures.length} failed`
  shell.stdout.write(`${count(rules.length, 'rule')}, ${count(results.length, 'example')}: ${passed}\n`)
  const wrong = [...own.problems, ...problems, ...untested(rules)]
  complain(shell, wrong)
  return wrong.length > 0 ? 2 : failures.length > 0 ? 1 : 0
}

/** Lists the rules that a run with the same options would have. */
export const rulesCommand = async (shell: Shell, choice: RuleChoice): Promise<number> => {
  const { rules, problems } = await loadRuleSet(workspaceOf(shell), choice)
  const width = Math.max(0, ...rules.map(({ id }) => id.length))
  for (const { id, severity, title } of rules) {
    shell.stdout.write(`${severity.padEnd(7)}  ${id.padEnd(width)}  ${visible(title)}\n`)
  }
  complain(shell, problems)
  return problems.length > 0 ? 2 : 0
}

const explainRule = (rule: Rule): string => {
  // the fields that a rule must have as text were checked when it was read
  const written = rule.document.data as { readonly where?: string; readonly require: string; readonly fix: string }
  const indented = (text: string) => text.trim().replace(/^/gm, '  ')
  const where = written.where === undefined ? '' : `, where\n${indented(written.where)}`
  return [
    `${rule.id} (${rule.severity})\n${rule.title}`,
    rule.why.trim(),
    `asked of each ${rule.each}${where}\nit requires\n${indented(written.require)}`,
    `fix\n${indented(written.fix)}`,
    rule.references.join('\n'),
  ].join('\n\n')
}

/**
 * Explains one rule, or what a service needs, by the id of an integration, a service principal or the name of a service; those of the
 * user's files too. Throws `InputError` where there is neither.
 */
export const explainCommand = async (
  shell: Shell,
  word: string,
  paths: Pick<RuleChoice, 'rules' | 'services'>,
): Promise<number> => {
  const { rules, services, problems } = await loadRuleSet(workspaceOf(shell), { ...paths, preset: 'strict' })
  const rule = rules.find(({ id }) => id === word)
  const integrations = rule ? [] : servicesNamed(word, services)
  complain(shell, problems)
  if (!rule && integrations.length === 0) {
    const ids = [...rules, ...services.services].map(({ id }) => id)
    const words = [...ids, ...services.principals, ...services.principals.map(name => name.replace(/\..*/, ''))]
    throw new InputError(
      'rule-not-found',
      `there is no rule or service "${word}"${suggestion(word, words)}; keyward rules lists the rules`,
    )
  }
  const explained = rule ? explainRule(rule) : integrations.map(explainService).join('\n\n\n')
  shell.stdout.write(`${explained.split('\n').map(visible).join('\n')}\n`)
  return problems.length > 0 ? 2 : 0
}
