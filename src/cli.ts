import { inspect } from 'node:util'
import yargs, { type Argv } from 'yargs'
import { tool } from './check.js'
import { checkCommand, explainCommand, rulesCommand, testCommand } from './commands.js'
import { InputError } from './model/problem.js'
import { accountId, accountIds, choice, regionCode, suggestion } from './options.js'
import { failOns, formats, presets, undeterminedModes } from './options.js'
import { visible } from './reporters/escape.js'
import { tolerateClosedPipe, wantsColor, type Shell } from './shell.js'

const text = { type: 'string', requiresArg: true } as const
const texts = { type: 'string', array: true, nargs: 1 } as const

const ruleOptions = {
  rules: { ...texts, describe: 'A rule file or a folder of them, besides the rules of keyward' },
  preset: { ...text, describe: 'Which rules of keyward run: recommended, strict', default: 'recommended' },
} as const

const checkOptions = {
  format: { ...text, describe: 'How to write the report: text, github, json', default: 'text' },
  output: { ...text, describe: 'Write the report to this file' },
  ...ruleOptions,
  'fail-on': { ...text, describe: 'Lightest severity that fails: error, warning, notice, never', default: 'error' },
  undetermined: { ...text, describe: 'What an error rule that cannot be decided does: fail, warn', default: 'fail' },
  'trusted-accounts': { ...texts, describe: 'Accounts that may be given access, separated by commas' },
  account: { ...text, describe: 'The account of the keys, where the input does not tell' },
  region: { ...text, describe: 'The Region of the keys, where the input does not tell' },
  'no-color': { type: 'boolean', describe: 'No colours (NO_COLOR does the same, FORCE_COLOR the opposite)' },
} as const

const exitCodes = `Exit codes:
  0  every key was judged and none fails
  1  findings at or above --fail-on
  2  the run could not be done: usage, a rule, an input that cannot be read
  3  an error rule could not be decided (--undetermined=warn allows it)`

/** What yargs read: options by name, and in `_` the command and what follows it. A text that is repeated gives a list. */
type Given = Readonly<Record<string, unknown>>

const list = (given: Given, name: string): string[] => [given[name] ?? []].flat().map(String)
const last = (given: Given, name: string): string => list(given, name).at(-1) ?? ''
const operands = (given: Given): string[] => list(given, '_')

const ruleChoice = (given: Given) => ({
  rules: list(given, 'rules'),
  preset: choice('--preset', last(given, 'preset'), presets),
})

const checkChoice = (given: Given, shell: Shell) => ({
  ...ruleChoice(given),
  paths: operands(given).length > 0 ? operands(given) : ['.'],
  format: choice('--format', last(given, 'format'), formats),
  failOn: choice('--fail-on', last(given, 'fail-on'), failOns),
  undetermined: choice('--undetermined', last(given, 'undetermined'), undeterminedModes),
  trustedAccounts: accountIds('--trusted-accounts', list(given, 'trusted-accounts')),
  ...('account' in given && { account: accountId('--account', last(given, 'account')) }),
  ...('region' in given && { region: regionCode('--region', last(given, 'region')) }),
  ...('output' in given && { output: last(given, 'output') }),
  color: wantsColor(shell, given['no-color'] === true),
})

const usage = (message: string): InputError => new InputError('option-not-valid', message)

/** The operands of a command that takes exactly these. Throws `InputError` for more and for fewer. */
const exactly = (given: Given, wanted: readonly string[]): string[] => {
  const values = operands(given)
  if (values.length < wanted.length) throw usage(`this command needs ${wanted.join(' and ')}`)
  const extra = values[wanted.length]
  if (extra !== undefined) throw usage(`there is nothing that "${extra}" could mean here`)
  return values
}

type Run = () => Promise<number>

/** One command: how it reads its arguments, and what they make it do. */
interface Command {
  readonly describe: string
  readonly options: (parser: Argv) => Argv
  readonly run: (shell: Shell, given: Given) => Promise<number>
}

const commands: Readonly<Record<string, Command>> = {
  check: {
    describe: 'Check the key policies in plans and policy files',
    options: parser =>
      parser
        .usage('keyward check [paths..|-]\n\nChecks files, folders (default: .) or standard input (-).')
        .options(checkOptions)
        .example('keyward check plan.json', 'what `terraform show -json PLANFILE` printed')
        .example('terraform show -json PLANFILE | keyward check -', 'the same without a file')
        .example('keyward check policy.json --account 111122223333', 'a policy from `aws kms get-key-policy`')
        .example('keyward check --format json --output report.json .', 'a report for other programs')
        .epilogue(exitCodes),
    run: (shell, given) => checkCommand(shell, checkChoice(given, shell)),
  },
  test: {
    describe: 'Run the examples inside rule files',
    options: parser =>
      parser
        .usage('keyward test [paths..]\n\nRuns the examples of rule files and folders (default: the rules of keyward).')
        .example('keyward test rules/', 'test all rules of a folder'),
    run: (shell, given) => testCommand(shell, operands(given)),
  },
  rules: {
    describe: 'List the rules',
    options: parser =>
      parser
        .usage('keyward rules\n\nLists the rules that a check with the same options would run.')
        .options(ruleOptions)
        .example('keyward rules --preset strict', 'all rules of keyward'),
    run: (shell, given) => rulesCommand(shell, (exactly(given, []), ruleChoice(given))),
  },
  explain: {
    describe: 'Explain a rule: why it exists and how to fix what it finds',
    options: parser =>
      parser
        .usage('keyward explain <rule>\n\nExplains a rule: why it exists and how to fix what it finds.')
        .options({ rules: ruleOptions.rules })
        .example('keyward explain service-principal-source', 'what that rule asks'),
    run: (shell, given) => explainCommand(shell, exactly(given, ['the id of a rule']).join(), list(given, 'rules')),
  },
}

const names = Object.keys(commands)
const options = [...Object.keys(checkOptions), 'help', 'version'].map(name => `--${name}`)

/** The complaint of yargs as one of ours. */
const inOurWords = (message: string): InputError => {
  const [, unknown] = /^Unknown arguments?: ([^,]*)/.exec(message) ?? []
  if (unknown !== undefined) {
    const name = `${unknown.length > 1 ? '--' : '-'}${unknown}`
    return usage(`there is no option ${name}${suggestion(name, options)}`)
  }
  const [, lacking] = /^Not enough arguments following: (.*)/.exec(message) ?? []
  return usage(lacking === undefined ? message : `--${lacking} needs a value`)
}

const parserFor = (shell: Shell): Argv =>
  yargs()
    .scriptName('keyward')
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .strictOptions()
    .version(tool.version)
    .help()
    .locale('en')
    .wrap(Math.min(100, shell.stdout.columns ?? 100))
    .exitProcess(false)
    .showHelpOnFail(false)
    .fail((message: string | undefined, error: Error | undefined) => {
      if (error && error.name !== 'YError') throw error
      throw inOurWords(message ?? error?.message ?? '')
    })

/** What all of keyward can do, for `--help` before any command. */
const overview = (parser: Argv): Argv =>
  names
    .reduce((all, name) => all.command(name, commands[name]?.describe ?? ''), parser)
    .usage('keyward <command>\n\nLeast privilege for AWS KMS keys, checked before deploy.')
    .epilogue('keyward <command> --help says more.')

/** What the arguments ask to be run or printed. Throws `InputError`. */
const read = async (args: readonly string[], shell: Shell): Promise<Run> => {
  const [word = '', ...rest] = args
  const command = names.includes(word) ? commands[word] : undefined
  const parser = command ? command.options(parserFor(shell)) : overview(parserFor(shell))
  let printed = ''
  const given = await parser.parseAsync(command ? rest : [...args], {}, (_error, _given, output) => {
    printed = output
  })
  if (printed !== '') {
    return () => {
      shell.stdout.write(`${printed}\n`)
      return Promise.resolve(0)
    }
  }
  if (command) return () => command.run(shell, given)
  if (word === '') throw usage(`say what to do: ${names.join(', ')}`)
  throw usage(`there is no command "${word}"${suggestion(word, names) || `; did you mean keyward check ${word}?`}`)
}

/**
 * The command line tool: reads arguments, runs one command and gives the exit code. Nothing is thrown: what the user
 * got wrong is one line on standard error, what we got wrong is a stack there; both give 2.
 */
export const cli = async (shell: Shell): Promise<number> => {
  tolerateClosedPipe(shell.stdout)
  try {
    const run = await read(shell.argv.slice(2), shell)
    return await run()
  } catch (error) {
    const isInput = error instanceof InputError
    const hint = isInput && error.code === 'option-not-valid' ? '\nkeyward --help says more' : ''
    shell.stderr.write(isInput ? `keyward: ${visible(error.message)}${hint}\n` : `${inspect(error)}\n`)
    return 2
  }
}
