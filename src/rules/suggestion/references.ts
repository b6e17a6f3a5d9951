import type { Reference } from './interpolation.js'

const index = String.raw`\[(\d+|\*|"[\w .:/-]*")\]`
/** A reference as Terraform takes it in an interpolation: `var.name`, `aws_sns_topic.alarms[0].arn`. */
const traversal = new RegExp(String.raw`^[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*|\.\d+|${index})+$`)
/** A module instance before what stands in it, which is named without it there. */
const module = new RegExp(String.raw`^(module\.[\w-]+(${index})?\.)+(?=(aws_\w+|data|var|local|each)\.)`)

const data = {
  account: 'data.aws_caller_identity.current.account_id',
  region: 'data.aws_region.current.name',
  partition: 'data.aws_partition.current.partition',
} as const

/** What Terraform calls what stands in a hole. */
export const inTerraform: Reference = ({ kind, name, stands }) => {
  const own = name.replace(module, '')
  if (kind !== 'untold' && traversal.test(own)) return own
  return stands === 'account' || stands === 'region' || stands === 'partition' ? data[stands] : undefined
}

const pseudo = { account: 'AWS::AccountId', region: 'AWS::Region', partition: 'AWS::Partition' } as const

/** What `Fn::Sub` calls what stands in a hole. */
export const inCloudFormation: Reference = ({ kind, name, stands }) => {
  if (stands === 'account' || stands === 'region' || stands === 'partition') return pseudo[stands]
  return kind !== 'untold' && /^(AWS::\w+|[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9.]+)?)$/.test(name) ? name : undefined
}

/** A bare policy has no references. */
export const nowhere: Reference = () => undefined
