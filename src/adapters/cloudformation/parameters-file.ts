import type { Location } from '../../model/location.js'
import { InputError } from '../../model/problem.js'
import type { AdapterOptions } from '../../model/source.js'
import { inFile } from '../json.js'
import type { Given } from './scope.js'
import { toTree } from './to-tree.js'
import { memberOf, textOf, type Tree } from './tree.js'
import { parseYaml } from './yaml.js'

/** A list is written as CloudFormation takes it: with commas. */
const valueOf = (tree: Tree | undefined): Given | undefined => {
  const items = tree?.kind === 'list' ? tree.items : [tree]
  const texts = items.map(textOf)
  return texts.every(text => text !== undefined) ? { kind: 'text', text: texts.join(',') } : undefined
}

/** `{"ParameterKey": "Env", "ParameterValue": "prod"}`, or `"Env=prod"`. */
const itemOf = (item: Tree): readonly [string | undefined, Given | undefined] => {
  const pair = textOf(item)
  if (pair !== undefined) {
    const [, name, text = ''] = /^([^=]+)=(.*)$/s.exec(pair) ?? []
    return [name, { kind: 'text', text }]
  }
  const isPrevious = textOf(memberOf(item, 'UsePreviousValue')) === 'true'
  return [
    textOf(memberOf(item, 'ParameterKey')),
    isPrevious ? { kind: 'previous' } : valueOf(memberOf(item, 'ParameterValue')),
  ]
}

/**
 * Reads a parameters file as `create-stack` (`[{"ParameterKey": ..., "ParameterValue": ...}]`), `deploy` (`["Key=Value"]`) and
 * CodePipeline (`{"Parameters": {...}}`) take it, or a plain mapping. Throws `InputError`.
 */
export const readParameters = ({
  file,
  text,
}: NonNullable<AdapterOptions['parameters']>): ReadonlyMap<string, Given> => {
  const locate = inFile(file, text)
  const fail = (message: string, location: Location): never => {
    throw new InputError('option-not-valid', `${file} is no parameters file: ${message}`, location)
  }
  const [document] = parseYaml(text, locate)
  const { tree } = toTree(document?.contents, text)
  const place = (at: Tree): Location => locate(at.span.start, at.span.end - at.span.start)
  const map = memberOf(tree, 'Parameters') ?? tree
  const found =
    map.kind === 'list'
      ? map.items.map(item => ({ item, entry: itemOf(item) }))
      : map.kind === 'mapping'
        ? map.entries.map(({ key, value }) => ({ item: value, entry: [key, valueOf(value)] as const }))
        : fail('it is neither a list nor an object', { file })
  return new Map(
    found.map(({ item, entry: [name, value] }) =>
      name === undefined || value === undefined
        ? fail(
            'a parameter is written as {"ParameterKey": ..., "ParameterValue": ...}, as "Key=Value" or as a member',
            place(item),
          )
        : [name, value],
    ),
  )
}
