import { attempt, InputError, type Problem } from '../../../model/problem.js'
import type { Assignment, Configured } from '../../../model/source.js'
import { evaluatePart } from '../evaluate/evaluate.js'
import type { Run } from '../evaluate/run.js'
import type { Scope } from '../evaluate/scope.js'
import { stringOf, type Value } from '../evaluate/value.js'
import type { Reader } from '../files.js'
import { parseBody, parseExpression } from '../syntax/body.js'
import { parseJsonValues } from '../syntax/json.js'
import { loose, span, written } from '../syntax/span.js'
import type { Body } from '../syntax/tree.js'
import type { Config } from './config.js'
import { ownOf } from '../../../model/own.js'

/** The value that something gives a variable of the root module; undefined where it gives none. */
export type Inputs = (name: string) => Value | undefined

/** Reads a file of values. Throws `InputError` with its place. */
export const parseValues = (file: string, text: string): Body =>
  file.endsWith('.json') ? parseJsonValues(written(file, text)) : parseBody(written(file, text))

const isAutomatic = (name: string): boolean => /\.auto\.tfvars(\.json)?$/.test(name)

/** The files that Terraform reads by itself, in the order in which they count. */
const automatic = async (dir: string, reader: Reader): Promise<readonly string[]> => {
  const all = await reader.inFolder(dir)
  const base = (file: string): string => file.slice(file.lastIndexOf('/') + 1)
  const main = ['terraform.tfvars', 'terraform.tfvars.json'].flatMap(name => all.filter(file => base(file) === name))
  return [...main, ...all.filter(file => isAutomatic(base(file))).sort()]
}

/** Whether a variable takes its value as text, whatever it looks like. */
const isText = (config: Config, name: string): boolean => {
  const type = config.variables.get(name)?.body.attributes.get('type')?.value
  return (
    type === undefined ||
    (type.kind === 'name' && (type.name === 'string' || type.name === 'number' || type.name === 'bool'))
  )
}

/**
 * Collects the values of the root module's variables, in the order in which they count: the environment, `.tfvars` files that
 * Terraform reads by itself, what the user names. Throws `InputError` for a single value that is no expression.
 */
export const readInputs = async (
  config: Config,
  reader: Reader,
  { environment = {}, assignments = [] }: Configured,
  run: Run,
  report: (problem: Problem) => void,
): Promise<Inputs> => {
  const scope: Scope = { run, names: undefined, root: () => undefined, file: () => undefined }
  const ofFile = (file: string, text: string): Inputs => {
    const body = attempt(() => parseValues(file, text), report)
    return name => {
      const attribute = body?.attributes.get(name)
      return attribute && evaluatePart(attribute.value, scope)
    }
  }
  /** A value that stands in no file is said to stand at its variable. */
  const single = (option: string, name: string, text: string): Value => {
    const of = written(option, text, config.variables.get(name)?.at)
    if (isText(config, name)) return stringOf(text, loose(span(of, 0, text.length)))
    const expression = attempt(
      () => parseExpression(of),
      ({ message }) => {
        throw new InputError('option-not-valid', `the value of ${option} is no expression: ${message}`)
      },
    )
    return evaluatePart(expression ?? { kind: 'literal', value: undefined, at: span(of, 0, 0) }, scope)
  }
  const assigned = (assignment: Assignment): Inputs =>
    'file' in assignment
      ? ofFile(assignment.file, assignment.text)
      : name => (name === assignment.name ? single(`--var ${name}`, name, assignment.value) : undefined)
  const fromEnvironment: Inputs = name => {
    const text = ownOf(environment, name)
    return text === undefined ? undefined : single(`TF_VAR_${name}`, name, text)
  }

  const files: Inputs[] = []
  for (const file of await automatic(config.dir, reader)) files.push(ofFile(file, await reader.read(file)))
  const all = [fromEnvironment, ...files, ...assignments.map(assigned)].reverse()
  const known = new Map<string, Value | undefined>()
  return name => {
    if (!known.has(name))
      known.set(
        name,
        all.map(of => of(name)).find(value => value !== undefined),
      )
    return known.get(name)
  }
}
