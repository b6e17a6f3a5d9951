import { documentValue } from '../document/document.js'
import { evaluate } from '../evaluate/evaluate.js'
import { holeString, stringOf, unknownOf, type Value } from '../evaluate/value.js'
import { rendered } from '../functions/files.js'
import { jsonString } from '../functions/json.js'
import { loose, written } from '../syntax/span.js'
import { attributeHole, homePiece, planned, type Surroundings } from './surroundings.js'
import type { Instance } from './instance.js'

/** Data sources that give what is written in the configuration: their statements have places. */
const isWritten = (type: string): boolean => ['aws_iam_policy_document', 'template_file', 'local_file'].includes(type)

/** The value of an attribute of a data source. */
export const dataAttribute = (instance: Instance, type: string, name: string, around: Surroundings): Value => {
  const at = loose(instance.block.at)
  const full = `${instance.address}.${name}`
  const fact = isWritten(type) ? undefined : planned(around.facts, instance.address, name, at)
  if (fact) return fact
  const given = (): Value | undefined => around.argument(instance, name)
  const home = (which: 'account' | 'region' | 'partition'): Value => ({
    kind: 'string',
    pieces: [homePiece(instance, which, full, around)],
    at,
  })
  switch (type) {
    case 'aws_caller_identity':
      return name === 'account_id' || name === 'id' ? home('account') : holeString({ kind: 'pseudo', name: full }, at)
    case 'aws_region':
      return name === 'name' || name === 'id' || name === 'region'
        ? (given() ?? home('region'))
        : holeString({ kind: 'pseudo', name: full }, at)
    case 'aws_partition':
      return name === 'partition' || name === 'id'
        ? home('partition')
        : name === 'dns_suffix'
          ? dnsSuffix(instance, full, around)
          : holeString({ kind: 'pseudo', name: full }, at)
    case 'aws_iam_policy_document':
      if (name === 'json' || name === 'minified_json') {
        return around.remembered.value(`${instance.address}.json`, at, () =>
          jsonString(documentValue(instance.block, instance.scope), at),
        )
      }
      break
    case 'template_file':
      if (name === 'rendered') return renderedTemplate(instance, full, around)
      break
    case 'local_file':
      if (name === 'content') return localFile(instance, full, around)
  }
  return given() ?? unknownOf(attributeHole(instance, name), at)
}

const dnsSuffix = (instance: Instance, full: string, { home }: Surroundings): Value => {
  const partition = home(instance).partition?.value
  const at = loose(instance.block.at)
  return partition === undefined
    ? holeString({ kind: 'pseudo', name: full }, at)
    : stringOf(partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com', at)
}

const renderedTemplate = (instance: Instance, full: string, { argument }: Surroundings): Value => {
  const at = loose(instance.block.at)
  const template = argument(instance, 'template')
  const vars = argument(instance, 'vars') ?? { kind: 'object', type: 'object', entries: new Map(), others: [], at }
  const [only, ...more] = template?.kind === 'string' ? template.pieces : []
  if (!only || more.length > 0 || typeof only.text !== 'string' || vars.kind !== 'object')
    return unknownOf({ kind: 'expression', name: full }, at)
  const { written: of } = only.at
  const isFile = only.exact === true && of.text === only.text
  return rendered(isFile ? of : written(of.file, only.text, only.at), vars, instance.scope, at)
}

const localFile = (instance: Instance, full: string, { argument }: Surroundings): Value => {
  const path = argument(instance, 'filename')
  const at = loose(instance.block.at)
  if (!path) return unknownOf({ kind: 'expression', name: full }, at)
  const call = {
    kind: 'call' as const,
    name: 'file',
    args: [{ kind: 'name' as const, name: 'path', at }],
    expand: false,
    at,
  }
  return evaluate(call, { ...instance.scope, names: { name: 'path', value: path, outer: undefined } })
}
