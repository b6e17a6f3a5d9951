/**
 * Writes plans like those of `terraform show -json`: every resource in `planned_values`, `resource_changes`, `prior_state` and
 * `configuration`, in Terraform's order. Nothing of a plan is held but the piece being written.
 */

const account = '111122223333'
const provider = 'registry.terraform.io/hashicorp/aws'

const others = [
  i => ({
    type: 'aws_security_group_rule',
    values: {
      cidr_blocks: [`10.${i % 256}.0.0/16`],
      description: `Allow service ${i} to reach the "internal" load balancer`,
      from_port: 443,
      ipv6_cidr_blocks: null,
      prefix_list_ids: null,
      protocol: 'tcp',
      self: false,
      source_security_group_id: null,
      timeouts: null,
      to_port: 443,
      type: 'ingress',
    },
  }),
  i => ({
    type: 'aws_iam_role',
    values: {
      assume_role_policy: JSON.stringify({
        Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } }],
        Version: '2012-10-17',
      }),
      description: `Role of function ${i}`,
      force_detach_policies: false,
      max_session_duration: 3600,
      name: `function-${i}`,
      path: '/service/',
      permissions_boundary: null,
      tags: { team: `team-${i % 40}`, stage: 'production' },
    },
  }),
  i => ({
    type: 'aws_lambda_function',
    values: {
      architectures: ['arm64'],
      environment: [{ variables: { LOG_LEVEL: 'info', QUEUE: `queue-${i}`, TABLE: `table-${i}` } }],
      function_name: `function-${i}`,
      handler: 'index.handler',
      layers: [],
      memory_size: 256,
      role: `arn:aws:iam::${account}:role/service/function-${i}`,
      runtime: 'nodejs20.x',
      timeout: 30,
      vpc_config: [{ security_group_ids: [], subnet_ids: [`subnet-${i}a`, `subnet-${i}b`] }],
    },
  }),
  i => ({
    type: 'aws_route53_record',
    values: {
      alias: [],
      name: `service-${i}.example.com`,
      records: [`10.0.${i % 256}.1`, `10.0.${i % 256}.2`],
      ttl: 60,
      type: 'A',
      zone_id: 'Z0123456789ABCDEFGHIJ',
    },
  }),
]

/** What the provider adds to nearly every resource. */
const tagsAll = i => ({
  tags_all: {
    'cost-center': `cc-${i % 90}`,
    environment: 'production',
    owner: `team-${i % 40}`,
    repository: 'platform',
  },
})

const keyPolicy = i =>
  JSON.stringify({
    Statement: [
      {
        Action: 'kms:*',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Resource: '*',
        Sid: 'Administration',
      },
      {
        Action: ['kms:GenerateDataKey*', 'kms:Decrypt'],
        Condition: { StringEquals: { 'aws:SourceArn': `arn:aws:cloudtrail:eu-west-1:${account}:trail/trail-${i}` } },
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Resource: '*',
        Sid: 'Trail',
      },
    ],
    Version: '2012-10-17',
  })

const key = i => ({
  type: 'aws_kms_key',
  values: {
    bypass_policy_lockout_safety_check: false,
    custom_key_store_id: null,
    customer_master_key_spec: 'SYMMETRIC_DEFAULT',
    deletion_window_in_days: 30,
    description: `Key ${i}`,
    enable_key_rotation: true,
    is_enabled: true,
    key_usage: 'ENCRYPT_DECRYPT',
    policy: keyPolicy(i),
    tags: null,
    xks_key_id: null,
  },
})

/** The i-th resource of a plan with `keys` keys spread evenly among `count` resources. */
const resource = (i, count, keys) => {
  const isKey = Math.floor((i * keys) / count) !== Math.floor(((i + 1) * keys) / count)
  const { type, values } = isKey ? key(i) : others[i % others.length](i)
  const all = { ...values, ...tagsAll(i) }
  return { address: `${type}.r${i}`, mode: 'managed', type, name: `r${i}`, provider_name: provider, values: all }
}

const planned = ({ values, ...rest }) => ({ ...rest, schema_version: 0, values, sensitive_values: {} })

const change = ({ values, ...rest }, i) => ({
  ...rest,
  change:
    i % 3 === 0
      ? {
          actions: ['create'],
          before: null,
          after: values,
          after_unknown: { arn: true, id: true },
          before_sensitive: false,
          after_sensitive: {},
        }
      : {
          actions: ['no-op'],
          before: values,
          after: values,
          after_unknown: {},
          before_sensitive: {},
          after_sensitive: {},
        },
})

const written = ({ address, mode, type, name, values }) => ({
  address,
  mode,
  type,
  name,
  provider_config_key: 'aws',
  expressions: Object.fromEntries(
    Object.keys(values).map((attribute, i) => [
      attribute,
      i % 4 === 0
        ? { references: ['local.settings', `aws_vpc.main.${attribute}`, 'aws_vpc.main'] }
        : { constant_value: '…' },
    ]),
  ),
  schema_version: 0,
})

/** The pieces of a plan, in order, as text. */
export const planPieces = function* ({ resources, keys }) {
  const list = function* (shape, from = 0, step = 1) {
    for (let i = from; i < resources; i += step) {
      yield (i === from ? '' : ',') + JSON.stringify(shape(resource(i, resources, keys), i))
    }
  }
  yield '{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"resources":['
  yield* list(planned)
  yield ']}},"resource_changes":['
  yield* list(change)
  yield ']'
  yield ',"prior_state":{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{"resources":['
  const identity = { account_id: account, arn: `arn:aws:sts::${account}:assumed-role/deploy/ci`, id: account }
  const data = { address: 'data.aws_caller_identity.me', mode: 'data', type: 'aws_caller_identity', name: 'me' }
  yield JSON.stringify({ ...data, provider_name: provider, schema_version: 0, values: identity })
  for (let i = 1; i < resources; i += 3) yield `,${JSON.stringify(planned(resource(i, resources, keys)))}`
  yield ']}}},"configuration":{"provider_config":{"aws":{"name":"aws","expressions":{"region":{"constant_value":"eu-west-1"}}}},'
  yield '"root_module":{"resources":['
  yield* list(written)
  yield ']}},"relevant_attributes":[],"timestamp":"2026-01-01T00:00:00Z","applyable":true,"complete":true,"errored":false}\n'
}

/** The pieces of a plan joined to chunks of about 64 KiB. */
export const planChunks = function* (shape) {
  let text = ''
  for (const piece of planPieces(shape)) {
    text += piece
    if (text.length < 65536) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}
