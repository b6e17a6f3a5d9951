import { randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import { inspect } from 'node:util'
import { check, exitCodes } from './check.js'
import { defaultSettings } from './rules/default-settings.js'
import { InputError, problemOf } from './model/problem.js'
import type { Report } from './model/report.js'
import {
  accountId,
  accountIds,
  choice,
  failOns,
  presets,
  regionCode,
  terraformEnvironment,
  undeterminedModes,
  variable,
} from './options.js'
import { escapeData } from './reporters/github.js'
import { visible } from './reporters/escape.js'
import { repositoryPath } from './repository.js'
import { render, stepSummary } from './reporters/index.js'
import { run, type RunOptions } from './run.js'
import { writeAll, type Shell } from './shell.js'
import { openWorkspace, type Workspace } from './workspace.js'

/** Reads an input as the runner hands it over; an empty one is one that was not given. */
type Input = (name: string, fallback?: string) => string

const inputOf =
  ({ env }: Shell): Input =>
  (name, fallback = '') =>
    env[`INPUT_${name.toUpperCase()}`]?.trim() || fallback

const words = (list: string): readonly string[] => list.split(/\s+/).filter(word => word !== '')

const lines = (list: string): readonly string[] =>
  list
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')

const optionsOf = (input: Input, { env }: Pick<Shell, 'env'>): RunOptions => {
  const [account, region, parameters] = [input('account'), input('region'), input('parameters')]
  const [source, workspace] = [input('source'), input('workspace')]
  const files = words(input('var-files')).map(file => ({ file }))
  const values = lines(input('vars')).map(line => variable('the input vars', line))
  const readsEnvironment = choice('the input tf-env', input('tf-env', 'false'), ['true', 'false'] as const) === 'true'
  return {
    paths: input('paths', '.').split(/\s+/),
    rules: words(input('rules')),
    services: words(input('services')),
    preset: choice('the input preset', input('preset', 'recommended'), presets),
    failOn: choice('the input fail-on', input('fail-on', 'error'), failOns),
    undetermined: choice('the input undetermined', input('undetermined', 'fail'), undeterminedModes),
    trustedAccounts: accountIds('the input trusted-accounts', [input('trusted-accounts')]),
    ...(account !== '' && { account: accountId('the input account', account) }),
    ...(parameters !== '' && { parameters }),
    source: source === '' ? '.' : source,
    sourceOptional: source === '',
    variables: [...files, ...values],
    ...(readsEnvironment && terraformEnvironment(env)),
    ...(workspace !== '' && { workspace }),
    ...(region !== '' && { region: regionCode('the input region', region) }),
  }
}

const outputsOf = (report: Report, path: string): Readonly<Record<string, string | number>> => {
  const count = (severity: string) => report.findings.filter(finding => finding.severity === severity).length
  return {
    verdict: report.verdict,
    'exit-code': exitCodes[report.verdict],
    findings: report.findings.length,
    errors: count('error'),
    warnings: count('warning'),
    notices: count('notice'),
    undetermined: report.counts.undetermined,
    keys: report.counts.keys,
    problems: report.problems.length,
    report: path,
  }
}

/** One output for GITHUB_OUTPUT. The delimiter cannot be guessed, so that no value ends early and sets another output. */
const heredoc = ([name, value]: [string, string | number]): string => {
  const delimiter = `keyward_${randomUUID()}`
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`
}

/** Writes the annotations, the JSON report, the step summary and the outputs, each where the runner wants it. */
const publish = async (report: Report, shell: Shell, workspace: Workspace, path: string): Promise<void> => {
  const { GITHUB_WORKSPACE, GITHUB_STEP_SUMMARY, GITHUB_OUTPUT } = shell.env
  const namedByGitHub = repositoryPath(workspace.root, GITHUB_WORKSPACE)
  const context = { color: false, width: 120, repositoryPath: namedByGitHub }
  await writeAll(shell.stdout, render('github', report, context))
  await workspace.write(path, render('json', report, context))
  if (GITHUB_STEP_SUMMARY) await workspace.write(GITHUB_STEP_SUMMARY, stepSummary(report), true)
  const outputs = Object.entries(outputsOf(report, path)).map(heredoc).join('')
  if (GITHUB_OUTPUT) await workspace.write(GITHUB_OUTPUT, outputs, true)
}

/** A run that failed before it began is a report like any other. */
const failed = (error: InputError): Promise<Report> => {
  const settings = { ...defaultSettings, minimumDeletionWindow: 0 }
  return check([problemOf(error)], [], { failOn: 'error', undetermined: 'fail', settings })
}

const attemptRun = async (workspace: Workspace, shell: Shell): Promise<Report> => {
  try {
    return (await run(workspace, optionsOf(inputOf(shell), shell))).report
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return failed(error)
  }
}

/**
 * The GitHub Action: reads its inputs from the environment, checks, annotates, and gives the exit code. Works without
 * the variables of the runner. Nothing is thrown.
 */
export const action = async (shell: Shell): Promise<number> => {
  const { GITHUB_WORKSPACE, RUNNER_TEMP } = shell.env
  try {
    const input = inputOf(shell)
    const workspace = openWorkspace(resolve(GITHUB_WORKSPACE || shell.cwd(), input('working-directory')))
    const path = resolve(workspace.root, input('report', join(RUNNER_TEMP ?? '', 'keyward-report.json')))
    const report = await attemptRun(workspace, shell)
    await publish(report, shell, workspace, path)
    return exitCodes[report.verdict]
  } catch (error) {
    if (error instanceof InputError)
      shell.stdout.write(`::error title=${error.code}::${escapeData(visible(error.message))}\n`)
    else shell.stderr.write(`${inspect(error)}\n`)
    return 2
  }
}
