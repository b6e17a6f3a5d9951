import type { Grant, Key } from '../model/key.js'
import { severities } from '../model/report.js'
import { holesOf, literal, type Text } from '../model/text.js'
import { Unknown, type Known } from '../model/truth.js'
import type { Data, Fields } from './data.js'
import { documentOf, textOf } from './example-policy.js'
import { readUse } from './example-use.js'
import { defaultSettings } from './default-settings.js'
import { expectations, type Example, type Locate, type Path } from './rule.js'

/** The account that examples speak of, unless they name another. */
const exampleAccount = '111122223333'

const settingNames = ['trustedAccounts', 'trustedOrganizations', 'minimumDeletionWindow']
const keyNames = [
  'type',
  'account',
  'region',
  'partition',
  'enabled',
  'spec',
  'usage',
  'origin',
  'multiRegion',
  'replica',
  'rotation',
  'bypassLockoutCheck',
  'deletionWindow',
  'arns',
  'policy',
  'policySources',
  'grants',
  'uses',
]

const known = (written: Text): Known<string> => literal(written) ?? new Unknown(holesOf(written))

/** A value that an example may hide behind `${hole:name}`. */
const knownOr = <T>(
  fields: Fields | undefined,
  key: string,
  read: (fields: Fields | undefined, key: string) => T | undefined,
): Known<T> | undefined => {
  const value = fields?.values[key]
  const hidden = typeof value === 'string' ? known(textOf(value)) : undefined
  return hidden instanceof Unknown ? hidden : read(fields, key)
}

const readConstraint = (data: Data, value: unknown, path: Path): Grant['constraints'][number] | undefined => {
  const fields = data.fields(value, path, ['kind', 'pairs'])
  const kind = data.oneOf(fields, 'kind', ['EncryptionContextEquals', 'EncryptionContextSubset'])
  const pairs = knownOr(fields, 'pairs', (fields, key) => {
    const map = data.map(fields, key)
    return (
      map && Object.keys(map.values).map(name => ({ key: textOf(name), value: textOf(data.text(map, name) ?? '') }))
    )
  })
  return kind && pairs && { kind, pairs }
}

const readGrant = (data: Data, value: unknown, path: Path, locate: Locate): Grant | undefined => {
  const fields = data.fields(value, path, ['grantee', 'operations'], ['constraints'])
  const grantee = data.text(fields, 'grantee')
  const operations = knownOr(fields, 'operations', data.texts)
  const constraints = data.list(fields, 'constraints').flatMap(one => readConstraint(data, one.value, one.path) ?? [])
  if (!grantee || !operations) return undefined
  return { address: 'aws_kms_grant.example', grantee: textOf(grantee), operations, constraints, location: locate(path) }
}

const readPolicy = (
  data: Data,
  example: Fields,
  key: Fields | undefined,
  account: string,
  locate: Locate,
): Key['policy'] => {
  const location = locate(example.path)
  switch (data.oneOf(key, 'policy', ['default', 'unknown', 'malformed', 'managed'])) {
    case 'default':
      return { kind: 'default', location }
    case 'unknown':
      return { kind: 'unknown', hole: { kind: 'after-apply', name: 'policy' }, location }
    case 'managed':
      return { kind: 'managed', location }
    case 'malformed':
      return { kind: 'malformed', message: 'is not JSON', location }
    default:
      return { kind: 'document', variants: [{ document: documentOf(example, account, locate) }], location }
  }
}

const readKey = (data: Data, example: Fields, fields: Fields | undefined, locate: Locate): Key => {
  const location = locate(example.path)
  const type = data.text(fields, 'type') ?? 'aws_kms_key'
  const address = `${type}.example`
  // An empty value says that this is not known, and how: `account:`.
  const attested = (key: string, standard: string) =>
    fields?.values[key] === null ? undefined : ({ value: data.text(fields, key) ?? standard, by: 'option' } as const)
  const account = attested('account', exampleAccount)
  const region = attested('region', 'us-east-1')
  const partition = attested('partition', 'aws')
  const place = Object.fromEntries(
    Object.entries({ Account: account, Region: region, Partition: partition }).flatMap(([name, known]) =>
      known ? [[name, [known.value]] as const] : [],
    ),
  )
  return {
    address,
    type,
    location,
    via: [],
    enabled: knownOr(fields, 'enabled', data.boolean) ?? true,
    spec: knownOr(fields, 'spec', data.text) ?? 'SYMMETRIC_DEFAULT',
    usage: knownOr(fields, 'usage', data.text) ?? 'ENCRYPT_DECRYPT',
    origin: knownOr(fields, 'origin', data.text) ?? 'AWS_KMS',
    multiRegion: knownOr(fields, 'multiRegion', data.boolean) ?? false,
    replica: data.boolean(fields, 'replica') ?? false,
    rotation: knownOr(fields, 'rotation', data.boolean) ?? true,
    bypassLockoutCheck: knownOr(fields, 'bypassLockoutCheck', data.boolean) ?? false,
    deletionWindow: knownOr(fields, 'deletionWindow', data.number),
    account,
    region,
    partition,
    arns: data.texts(fields, 'arns') ?? [],
    policy: readPolicy(data, example, fields, account?.value ?? exampleAccount, locate),
    policySources: (data.texts(fields, 'policySources') ?? [address]).map(source => ({ address: source, location })),
    grants: data.list(fields, 'grants').flatMap(one => readGrant(data, one.value, one.path, locate) ?? []),
    uses: data.list(fields, 'uses').flatMap(one => readUse(data, one.value, one.path, locate, place) ?? []),
  }
}

/** Reads one example of a rule. A key is symmetric, rotates, and has AWS's default policy where the example says nothing else. */
export const readExample = (data: Data, value: unknown, path: Path, locate: Locate): Example | undefined => {
  const fields = data.fields(
    value,
    path,
    ['name', 'expect'],
    ['severity', 'message', 'key', 'statement', 'statements', 'policy', 'only'],
  )
  const name = data.text(fields, 'name')
  const expect = data.oneOf(fields, 'expect', expectations)
  if (fields === undefined || name === undefined || expect === undefined) return undefined
  const key = data.fields(fields.values['key'], [...path, 'key'], [], [...keyNames, ...settingNames])
  data.list(fields, 'statements')
  data.boolean(fields, 'only')
  return {
    name,
    expect,
    severity: data.oneOf(fields, 'severity', severities),
    message: data.text(fields, 'message'),
    key: readKey(data, fields, key, locate),
    settings: {
      trustedAccounts: data.texts(key, 'trustedAccounts') ?? defaultSettings.trustedAccounts,
      trustedOrganizations: data.texts(key, 'trustedOrganizations') ?? defaultSettings.trustedOrganizations,
      minimumDeletionWindow: data.number(key, 'minimumDeletionWindow') ?? defaultSettings.minimumDeletionWindow,
      services: defaultSettings.services,
    },
    location: locate(path),
  }
}
