import { readFileSync } from 'node:fs'
import t from 'tap'
import { change, existing, planOf, read, written } from './example-plan.js'

const home = ({ account, region, partition }: { account?: unknown; region?: unknown; partition?: unknown }) => {
  const show = (of: unknown) => {
    const attested = of as { value: string; by: string } | undefined // what the model calls an attested fact
    return attested && `${attested.value} ${attested.by}`
  }
  return [show(account), show(region), show(partition)]
}

t.test('it finds the account, Region and partition of each provider', async t => {
  const { keys } = await read(readFileSync('testdata/plans/aliases/plan.json'))
  t.same(Object.fromEntries(keys.map(k => [k.address, home(k)])), {
    'aws_kms_key.china': ['123456789012 provider', 'cn-north-1 provider', 'aws-cn provider'],
    'aws_kms_key.frankfurt': ['111122223333 provider', 'eu-central-1 provider', 'aws provider'],
    // its role comes from a sensitive variable
    'aws_kms_key.hidden': [undefined, 'eu-west-2 provider', 'aws provider'],
    'aws_kms_key.production': ['111122223333 caller-identity', 'eu-west-1 provider', 'aws provider'],
    'aws_kms_key.staging': ['444455556666 caller-identity', 'us-east-2 provider', 'aws provider'],
    'module.mine.aws_kms_key.this': ['444455556666 caller-identity', 'us-east-2 provider', 'aws provider'],
  })
})

t.test('it lets the user have the last word', async t => {
  const { keys } = await read(
    planOf({
      changes: [change({ address: 'aws_kms_key.a', after: { arn: 'arn:aws:kms:eu-west-1:111122223333:key/1' } })],
    }),
    { account: '999988887777', region: 'us-gov-west-1' },
  )
  t.same(keys.map(home), [['999988887777 option', 'us-gov-west-1 option', 'aws-us-gov option']])
})

const identity = (name: string, account: string) =>
  existing(`data.aws_caller_identity.${name}`, { account_id: account })
const role = (reference: string) => ({ expressions: { assume_role: [{ role_arn: { references: [reference] } }] } })

t.test('it takes the account that a provider with the same role was told, and no other', async t => {
  const plan = (other: unknown, state: readonly unknown[]) =>
    planOf({
      changes: [change({ address: 'aws_kms_key.a' })],
      state,
      configuration: {
        provider_config: { aws: role('local.role'), 'aws.other': other },
        root_module: {
          resources: [
            written('data.aws_caller_identity.me', {}),
            written('data.aws_caller_identity.again', {}),
            written('aws_kms_key.a', {}, { provider_config_key: 'aws.other' }),
          ],
        },
      },
    })
  const account = async (other: unknown, ...state: unknown[]) => home((await read(plan(other, state))).keys[0] ?? {})[0]
  t.equal(await account(role('local.role'), identity('me', '111122223333')), '111122223333 caller-identity')
  t.equal(await account(role('local.other'), identity('me', '111122223333')), undefined)
  t.equal(
    await account(role('local.role'), identity('me', '111122223333'), identity('again', '444455556666')),
    undefined,
  )
  t.equal(await account({}, existing('data.aws_caller_identity.me', {})), undefined)
})

t.test('it finds the Region on the resource, in a data source, or in a module of its own provider', async t => {
  const { keys } = await read(
    planOf({
      changes: [
        change({ address: 'aws_kms_key.own', after: { region: 'ap-south-1' } }),
        change({ address: 'aws_kms_key.data' }),
        change({ address: 'module.m.aws_kms_key.mine' }),
        change({ address: 'module.m.aws_kms_key.old' }),
        change({ address: 'aws_kms_key.nowhere' }),
      ],
      state: [existing('data.aws_region.here', { name: 'eu-north-1' }), existing('data.aws_region.odd', {})],
      configuration: {
        provider_config: {
          aws: {},
          'module.m:aws.x': { module_address: 'module.m', expressions: { region: { references: ['var.region'] } } },
        },
        root_module: {
          resources: [
            written('data.aws_region.here', {}),
            written('aws_kms_key.own', {}),
            written('aws_kms_key.data', {}),
          ],
          module_calls: {
            m: {
              expressions: { region: { constant_value: 'sa-east-1' } },
              module: {
                variables: { region: {} },
                resources: [
                  written('aws_kms_key.mine', {}, { provider_config_key: 'module.m:aws.x' }),
                  written('aws_kms_key.old', {}, { provider_config_key: 'module.m:aws' }),
                ],
              },
            },
          },
        },
      },
    }),
  )
  t.same(
    keys.map(k => home(k)[1]),
    ['ap-south-1 provider', 'eu-north-1 provider', 'sa-east-1 provider', 'eu-north-1 provider', undefined],
  )
})

t.test('it takes a single allowed account, from a constant or a variable', async t => {
  const account = async (expressions: unknown) =>
    home(
      (
        await read(
          planOf({
            changes: [change({ address: 'aws_kms_key.a' })],
            more: { variables: { ids: { value: ['444455556666'] } } },
            configuration: {
              provider_config: { aws: { expressions } },
              root_module: { resources: [written('aws_kms_key.a', {})] },
            },
          }),
        )
      ).keys[0] ?? {},
    )[0]
  t.equal(await account({ allowed_account_ids: { references: ['var.ids'] } }), '444455556666 provider')
  t.equal(await account({ allowed_account_ids: { constant_value: ['111122223333', '444455556666'] } }), undefined)
  t.equal(await account({ assume_role: [{ role_arn: { constant_value: 'x' } }] }), undefined)
})
