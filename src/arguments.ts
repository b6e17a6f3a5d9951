import type { CheckCommand } from './commands.js'
import { InputError } from './model/problem.js'
import {
  accountId,
  accountIds,
  choice,
  failOns,
  formats,
  presets,
  regionCode,
  terraformEnvironment,
  undeterminedModes,
  variable,
} from './options.js'
import type { RuleChoice } from './rule-set.js'
import type { VariableChoice } from './run.js'
import { wantsColor, type Shell } from './shell.js'

const text = { type: 'string', requiresArg: true } as const
const texts = { type: 'string', array: true, nargs: 1 } as const

/** The options that choose rules, as yargs takes them. */
export const ruleOptions = {
  rules: { ...texts, describe: 'A rule file or a folder of them, besides the rules of keyward' },
  services: { ...texts, describe: 'A file or a folder of AWS services, besides those of keyward' },
  preset: { ...text, describe: 'Which rules of keyward run: recommended, strict', default: 'recommended' },
} as const

/** The options of `keyward check`. */
export const checkOptions = {
  format: { ...text, describe: 'How to write the report: text, github, json', default: 'text' },
  output: { ...text, describe: 'Write the report to this file' },
  ...ruleOptions,
  'fail-on': { ...text, describe: 'Lightest severity that fails: error, warning, notice, never', default: 'error' },
  undetermined: { ...text, describe: 'What an error rule that cannot be decided does: fail, warn', default: 'fail' },
  'trusted-accounts': { ...texts, describe: 'Accounts that may be given access, separated by commas' },
  account: { ...text, describe: 'The account of the keys, where the input does not tell' },
  region: { ...text, describe: 'The Region of the keys, where the input does not tell' },
  parameters: { ...text, describe: 'A file of values for the parameters of templates' },
  source: { ...text, describe: 'Where the Terraform source of plans is; default: their folder, the working directory' },
  var: { ...texts, describe: 'A value for a variable of Terraform source: NAME=VALUE' },
  'var-file': { ...texts, describe: 'A file of values for variables of Terraform source' },
  'tf-env': { type: 'boolean', describe: 'Read TF_VAR_ variables and TF_WORKSPACE of the environment' },
  workspace: { ...text, describe: 'The workspace of Terraform source' },
  'no-color': { type: 'boolean', describe: 'No colours (NO_COLOR does the same, FORCE_COLOR the opposite)' },
} as const

/** What yargs read: options by name, and in `_` the command and what follows it. A text that is repeated gives a list. */
export type Given = Readonly<Record<string, unknown>>

/** All values of an option, in the order in which they were given. */
export const list = (given: Given, name: string): string[] => [given[name] ?? []].flat().map(String)
const last = (given: Given, name: string): string => list(given, name).slice(-1).join('')
/** What follows the command and is no option. */
export const operands = (given: Given): string[] => list(given, '_')

/** The rules that the options choose. Throws `InputError` where a value is not one of those that there are. */
export const ruleChoice = (given: Given): RuleChoice => ({
  rules: list(given, 'rules'),
  services: list(given, 'services'),
  preset: choice('--preset', last(given, 'preset'), presets),
})

/** Values and files of values in the order in which they were given, which yargs tells for each of the two alone. */
const variableChoices = (
  values: readonly string[],
  files: readonly string[],
  argv: readonly string[],
): readonly VariableChoice[] => {
  const [value, file] = [values[Symbol.iterator](), files[Symbol.iterator]()]
  return argv.flatMap((word): readonly VariableChoice[] => {
    const [, option] = /^--(var|var-file)(?:=|$)/.exec(word) ?? []
    const next = option === 'var' ? value.next() : option === 'var-file' ? file.next() : undefined
    if (!next || next.done === true) return []
    return [option === 'var' ? variable('--var', next.value) : { file: next.value }]
  })
}

/** All that `keyward check` is asked for. Throws `InputError` where a value is not valid. */
export const checkChoice = (given: Given, shell: Shell): CheckCommand => ({
  ...ruleChoice(given),
  paths: operands(given).length > 0 ? operands(given) : ['.'],
  format: choice('--format', last(given, 'format'), formats),
  failOn: choice('--fail-on', last(given, 'fail-on'), failOns),
  undetermined: choice('--undetermined', last(given, 'undetermined'), undeterminedModes),
  trustedAccounts: accountIds('--trusted-accounts', list(given, 'trusted-accounts')),
  ...('account' in given && { account: accountId('--account', last(given, 'account')) }),
  ...('region' in given && { region: regionCode('--region', last(given, 'region')) }),
  ...('parameters' in given && { parameters: last(given, 'parameters') }),
  ...('source' in given && { source: last(given, 'source') }),
  variables: variableChoices(list(given, 'var'), list(given, 'var-file'), shell.argv),
  ...(given['tf-env'] === true && terraformEnvironment(shell.env)),
  ...('workspace' in given && { workspace: last(given, 'workspace') }),
  ...('output' in given && { output: last(given, 'output') }),
  color: wantsColor(shell, given['no-color'] === true),
})

/** Something that the user got wrong on the command line. */
export const usage = (message: string): InputError => new InputError('option-not-valid', message)

/** The operands of a command that takes exactly these. Throws `InputError` for more and for fewer. */
export const exactly = (given: Given, wanted: readonly string[]): string[] => {
  const values = operands(given)
  if (values.length < wanted.length) throw usage(`this command needs ${wanted.join(' and ')}`)
  const extra = values[wanted.length]
  if (extra !== undefined) throw usage(`there is nothing that "${extra}" could mean here`)
  return values
}
