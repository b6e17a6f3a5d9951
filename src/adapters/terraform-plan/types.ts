/** The resource types that are KMS keys. */
export const keyTypes: readonly string[] = [
  'aws_kms_key',
  'aws_kms_replica_key',
  'aws_kms_external_key',
  'aws_kms_replica_external_key',
]

/** Gives a key its policy from outside the key resource. */
export const policyType = 'aws_kms_key_policy'

export const grantType = 'aws_kms_grant'

export const documentType = 'aws_iam_policy_document'
