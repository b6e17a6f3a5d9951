import { suggestion } from './model/nearest.js'
import { InputError } from './model/problem.js'

const invalid = (message: string): InputError => new InputError('option-not-valid', message)

const listed = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' or $1')

/** The value of an option that takes one of a few words. `name` is how the user spells the option. Throws `InputError`. */
export const choice = <T extends string>(name: string, value: string, words: readonly T[]): T => {
  const found = words.find(word => word === value)
  if (found === undefined) throw invalid(`${name} takes ${listed(words)}, not "${value}"${suggestion(value, words)}`)
  return found
}

/** A twelve-digit account id, as it was written. Throws `InputError`. */
export const accountId = (name: string, value: string): string => {
  if (!/^\d{12}$/.test(value)) throw invalid(`${name} takes account ids of 12 digits, not "${value}"`)
  return value
}

/** Account ids separated by commas, spaces or line breaks. Throws `InputError`. */
export const accountIds = (name: string, values: readonly string[]): string[] =>
  values.flatMap(value => value.split(/[\s,]+/).filter(word => word !== '')).map(word => accountId(name, word))

/** The code of a Region such as `eu-central-1`, of any partition; whether it exists is not asked. Throws `InputError`. */
export const regionCode = (name: string, value: string): string => {
  if (!/^[a-z]{2,4}(-[a-z]+){1,2}-\d{1,2}$/.test(value)) {
    throw invalid(`${name} takes a Region code such as eu-central-1, not "${value}"`)
  }
  return value
}

/** The values that `--format`, `--preset`, `--fail-on` and `--undetermined` take, and the inputs of the Action alike. */
export const formats = ['text', 'github', 'json'] as const
export const presets = ['recommended', 'strict'] as const
export const failOns = ['error', 'warning', 'notice', 'never'] as const
export const undeterminedModes = ['fail', 'warn'] as const

/** A value for a variable of Terraform, as `NAME=VALUE`. Throws `InputError`. */
export const variable = (option: string, given: string): { readonly name: string; readonly value: string } => {
  const [, name, value] = /^([^=]*)=(.*)$/s.exec(given) ?? []
  if (name === undefined || value === undefined)
    throw invalid(
      `${option} takes a variable name and a value separated by an equals sign, as in "key=value", not "${given}"`,
    )
  if (!/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(name))
    throw invalid(`${option} takes NAME=VALUE, and "${name}" is no name of a variable`)
  return { name, value }
}

/** What the environment says of Terraform's variables and workspace. */
export const terraformEnvironment = (env: Readonly<Record<string, string | undefined>>) => {
  const values = Object.entries(env).flatMap(([name, value]) =>
    name.startsWith('TF_VAR_') && value !== undefined ? [[name.slice('TF_VAR_'.length), value] as const] : [],
  )
  const workspace = env['TF_WORKSPACE']
  return { environment: Object.fromEntries(values), ...(workspace && { workspace }) }
}
