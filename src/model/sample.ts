import type { Location } from './location.js'
import type { Key } from './key.js'
import type { HoleNode, Node } from './node.js'
import { text, type Hole, type Text } from './text.js'

/*
 * Policies, texts and keys in a short spelling, for tests. «name» in a string is a hole of that name,
 * «account», «region», «partition» and «key-arn» stand for those of the key, and «secret=value» is a sensitive value.
 */

export const here: Location = { file: 'policy.json', line: 1, column: 1, endLine: 1, endColumn: 2 }

const standing = ['account', 'region', 'partition', 'key-arn'] as const

export const hole = (spelling: string): Hole => {
  const [name = '', value] = spelling.split('=')
  if (value !== undefined) return { kind: 'sensitive', name, value }
  const stands = standing.find(what => what === name)
  return stands ? { kind: 'pseudo', name, stands } : { kind: 'after-apply', name }
}

/** `a«b»c` as a text. */
export const sample = (written: string): Text =>
  text(...written.split(/[«»]/).map((part, i) => (i % 2 === 1 ? hole(part) : part)))

/** Any number of entries of a list. */
export const many = (name: string): HoleNode => ({ kind: 'hole', hole: hole(name), many: true, location: here })

/** Something of any shape. */
export const anything = (name: string): HoleNode => ({ kind: 'hole', hole: hole(name), location: here })

const isNode = (value: object): value is Node => 'kind' in value && 'location' in value

/** A plain value as a node; nodes may stand in it, and what is undefined is not there. */
export const node = (value: unknown): Node => {
  if (typeof value === 'string') return { kind: 'text', text: sample(value), location: here }
  if (typeof value === 'number') return { kind: 'number', text: [String(value)], location: here }
  if (typeof value === 'boolean') return { kind: 'boolean', value, location: here }
  if (Array.isArray(value)) return { kind: 'list', items: value.map(node), location: here }
  if (typeof value !== 'object' || value === null) return { kind: 'null', location: here }
  if (isNode(value)) return value
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  const members = entries.map(([key, member]: [string, unknown]) => ({
    key: sample(key),
    location: here,
    value: node(member),
  }))
  return { kind: 'object', members, location: here }
}

/** A key of account 111122223333 in eu-west-1 as Terraform would create it, but for what is given. */
export const sampleKey = (facts: Partial<Key> = {}): Key => ({
  address: 'aws_kms_key.main',
  type: 'aws_kms_key',
  location: { file: 'main.tf', line: 1 },
  via: [],
  spec: 'SYMMETRIC_DEFAULT',
  usage: 'ENCRYPT_DECRYPT',
  origin: 'AWS_KMS',
  multiRegion: false,
  replica: false,
  rotation: true,
  enabled: true,
  bypassLockoutCheck: false,
  deletionWindow: undefined,
  account: { value: '111122223333', by: 'option' },
  region: { value: 'eu-west-1', by: 'option' },
  partition: { value: 'aws', by: 'option' },
  arns: [],
  policy: { kind: 'default', location: { file: 'main.tf', line: 1 } },
  policySources: [],
  grants: [],
  ...facts,
})
