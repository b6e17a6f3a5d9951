import type { Dialect, Key } from '../../model/key.js'

/** In which language the policy of a key is written. */
export const dialectOf = ({ type, policy, location }: Key): Dialect => {
  const { file } = policy.location
  if (policy.kind === 'document' && policy.dialect !== undefined) return policy.dialect
  if (type.startsWith('aws_')) return 'hcl-object'
  if (type.startsWith('AWS::')) return /\.json$/i.test(file || location.file) ? 'cloudformation-json' : 'yaml'
  return 'json'
}
