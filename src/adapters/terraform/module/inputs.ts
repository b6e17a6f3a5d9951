import { attempt, InputError, type Problem } from '../../../model/problem.js'
import { evaluatePart } from '../evaluate/evaluate.js'
import type { Run } from '../evaluate/run.js'
import type { Scope } from '../evaluate/scope.js'
import { stringOf, type Value } from '../evaluate/value.js'
import type { Reader } from '../files.js'
import { normal } from '../functions/files.js'
import { parseBody, parseExpression } from '../syntax/body.js'
import { parseJsonValues } from '../syntax/json.js'
import { span, written } from '../syntax/span.js'
import type { Body } from '../syntax/tree.js'
import type { Config } from './config.js'

/** What the user says of the root module's variables. */
export interface Given {
  /** Files of values, the last one counts; paths relative to the root of what may be read. */
  readonly varFiles?: readonly string[]
  /** Values as `--var name=value` gives them. */
  readonly vars?: Readonly<Record<string, string>>
}

const parse = (file: string, text: string): Body =>
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

/** Collects the values of the root module's variables: `.tfvars` files, then those the user names, then single values. */
export const readInputs = async (
  config: Config,
  reader: Reader,
  given: Given,
  run: Run,
  report: (problem: Problem) => void,
): Promise<(name: string) => Value | undefined> => {
  const scope: Scope = { run, names: undefined, root: () => undefined, file: () => undefined }
  const bodies: Body[] = []
  for (const file of [...(await automatic(config.dir, reader)), ...(given.varFiles ?? []).map(normal)]) {
    const text = await reader.read(file)
    const body = attempt(() => parse(file, text), report)
    if (body) bodies.push(body)
  }
  const values = new Map<string, Value>()
  for (const [name, text] of Object.entries(given.vars ?? {})) {
    const of = written(`--var ${name}`, text)
    if (isText(config, name)) values.set(name, stringOf(text, span(of, 0, text.length)))
    else {
      const expression = attempt(() => parseExpression(of), report)
      if (!expression) throw new InputError('option-not-valid', `the value of --var ${name} is no expression`)
      values.set(name, evaluatePart(expression, scope))
    }
  }
  return name => {
    const known = values.get(name)
    if (known) return known
    const attribute = bodies.findLast(body => body.attributes.has(name))?.attributes.get(name)
    const value = attribute && evaluatePart(attribute.value, scope)
    if (value) values.set(name, value)
    return value
  }
}
