import { Fault } from '../evaluate/fault.js'
import { piecesOf } from '../evaluate/convert.js'
import { objectOf, stringOf } from '../evaluate/value.js'
import { argument, ofText, strict, string, textArgument, type Call, type Function } from './define.js'

const partsOf = (arn: string, { at }: Call): readonly [string, string, string, string, string] => {
  const [prefix, partition, service, region, account, ...resource] = arn.split(':')
  if (prefix !== 'arn' || account === undefined || resource.length === 0) throw new Fault('this is no ARN', at)
  return [partition ?? '', service ?? '', region ?? '', account, resource.join(':')]
}

const parse: Function = strict((args, call) => {
  const { at } = argument(args, 0, call)
  const [partition, service, region, account, resource] = partsOf(textArgument(args, 0, call), call)
  return objectOf(
    Object.entries({ partition, service, region, account_id: account, resource }).map(([name, part]) => [
      name,
      stringOf(part, at),
    ]),
    at,
  )
})

const build: Function = (args, call) =>
  string([{ text: 'arn', at: call.at }, ...args.flatMap(part => [{ text: ':', at: call.at }, ...piecesOf(part)])], call)

const trimRolePath = (arn: string, call: Call): string => {
  const [partition, service, region, account, resource] = partsOf(arn, call)
  const [kind, ...path] = resource.split('/')
  if (service !== 'iam' || region !== '' || kind !== 'role' || path.length === 0)
    throw new Fault('this is no ARN of a role', call.at)
  return `arn:${partition}:${service}:${region}:${account}:role/${path.at(-1) ?? ''}`
}

/**
 * The functions of the AWS provider.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/functions/arn_parse
 */
export const provider: Readonly<Record<string, Function>> = {
  'provider::aws::arn_parse': parse,
  'provider::aws::arn_build': build,
  'provider::aws::trim_iam_role_path': ofText((arn, _args, call) => trimRolePath(arn, call)),
}
