import { inspect } from 'node:util'
import yargs, { type Argv, type Options } from 'yargs'
import {
  checkChoice,
  checkOptions,
  exactly,
  list,
  operands,
  ruleChoice,
  ruleOptions,
  usage,
  type Given,
} from './arguments.js'
import { tool } from './check.js'
import { checkCommand, explainCommand, rulesCommand, testCommand } from './commands.js'
import { InputError } from './model/problem.js'
import { suggestion } from './model/nearest.js'
import { visible } from './reporters/escape.js'
import { tolerateClosedPipe, type Shell } from './shell.js'

const exitCodes = `Exit codes:
  0  every key was judged and none fails
  1  findings at or above --fail-on
  2  the run could not be done: usage, a rule, an input that cannot be read
  3  an error rule could not be decided (--undetermined=warn allows it)`

type Run = () => Promise<number>

/** One command: what it takes, and what it does. */
interface Command {
  readonly describe: string
  readonly usage: string
  readonly options: Readonly<Record<string, Options>>
  readonly examples: readonly (readonly [string, string])[]
  readonly epilogue?: string
  readonly run: (shell: Shell, given: Given) => Promise<number>
}

const commands: Readonly<Record<string, Command>> = {
  check: {
    describe: 'Check the key policies in plans, templates and policy files',
    usage: 'keyward check [paths..|-]\n\nChecks files, folders (default: .) or standard input (-).',
    options: checkOptions,
    examples: [
      ['keyward check plan.json', 'what `terraform show -json PLANFILE` printed'],
      ['terraform show -json PLANFILE | keyward check -', 'the same without a file'],
      ['keyward check infra/', 'Terraform source, before there is a plan'],
      ['keyward check template.yaml --parameters prod.json', 'a template with the values it is deployed with'],
      ['keyward check policy.json --account 111122223333', 'a policy from `aws kms get-key-policy`'],
      ['keyward check --format json --output report.json .', 'a report for other programs'],
    ],
    epilogue: exitCodes,
    run: (shell, given) => checkCommand(shell, checkChoice(given, shell)),
  },
  test: {
    describe: 'Run the examples inside rule files',
    usage: 'keyward test [paths..]\n\nRuns the examples of rule files and folders (default: the rules of keyward).',
    options: {},
    examples: [['keyward test rules/', 'test all rules of a folder']],
    run: (shell, given) => testCommand(shell, operands(given)),
  },
  rules: {
    describe: 'List the rules',
    usage: 'keyward rules\n\nLists the rules that a check with the same options would run.',
    options: ruleOptions,
    examples: [['keyward rules --preset strict', 'all rules of keyward']],
    run: (shell, given) => {
      exactly(given, [])
      return rulesCommand(shell, ruleChoice(given))
    },
  },
  explain: {
    describe: 'Explain a rule, or what an AWS service needs from a key policy',
    usage:
      'keyward explain <rule|service>\n\nExplains a rule: why it exists and how to fix what it finds; or a service: the statement that it needs.',
    options: { rules: ruleOptions.rules, services: ruleOptions.services },
    examples: [
      ['keyward explain service-principal-source', 'what that rule asks'],
      ['keyward explain cloudtrail', 'what each integration of CloudTrail needs'],
    ],
    run: (shell, given) =>
      explainCommand(shell, exactly(given, ['the id of a rule or the name of a service']).join(), {
        rules: list(given, 'rules'),
        services: list(given, 'services'),
      }),
  },
}

const names = Object.keys(commands)

/** The complaint of yargs as one of ours; `options` are those that there are. */
const inOurWords = (message: string, options: readonly string[]): InputError => {
  const [, unknown] = /^Unknown arguments?: ([^,]*)/.exec(message) ?? []
  if (unknown !== undefined) {
    const name = `${unknown.length > 1 ? '--' : '-'}${unknown}`
    return usage(`there is no option ${name}${suggestion(name, options)}`)
  }
  return usage(message.replace(/^Not enough arguments following: (.*)/, '--$1 needs a value'))
}

const parserFor = (shell: Shell, options: Readonly<Record<string, Options>>): Argv =>
  yargs()
    .scriptName('keyward')
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .options(options)
    .strictOptions()
    .version(tool.version)
    .help()
    .locale('en')
    .wrap(Math.min(100, shell.stdout.columns ?? 100))
    .exitProcess(false)
    .showHelpOnFail(false)
    .fail((message: string) => {
      const known = [...Object.keys(options), 'help', 'version'].map(name => `--${name}`)
      throw inOurWords(message, known)
    })

const parserOf = (command: Command, shell: Shell): Argv =>
  command.examples
    .reduce((parser, [line, about]) => parser.example(line, about), parserFor(shell, command.options))
    .usage(command.usage)
    .epilogue(command.epilogue ?? '')

/** What all of keyward can do, for `--help` before any command. */
const overview = (shell: Shell): Argv =>
  Object.entries(commands)
    .reduce((parser, [name, { describe }]) => parser.command(name, describe), parserFor(shell, {}))
    .usage('keyward <command>\n\nLeast privilege for AWS KMS keys, checked before deploy.')
    .epilogue('keyward <command> --help says more.')

/** What the arguments ask to be run or printed. Throws `InputError`. */
const read = async (args: readonly string[], shell: Shell): Promise<Run> => {
  const [word = '', ...rest] = args
  const command = names.includes(word) ? commands[word] : undefined
  const parser = command ? parserOf(command, shell) : overview(shell)
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
