import type { Grant, Key } from '../../model/key.js'
import type { Node } from '../../model/node.js'
import type { AdapterOptions, Reading, Source } from '../../model/source.js'
import { print } from '../../model/text.js'
import { isUnknown } from '../../model/truth.js'
import { readKeys } from './read-keys.js'

/** A source for tests, in chunks of `size` bytes. */
export const sourceOf = (content: string | Uint8Array, named = true, size = 1000): Source => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    file: 'plan.json',
    named,
    head: bytes.subarray(0, 65536),
    // eslint-disable-next-line @typescript-eslint/require-await -- a stream by its type
    chunks: async function* () {
      for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
    },
  }
}

export const read = (content: string | Uint8Array, options: AdapterOptions = {}): Promise<Reading> =>
  readKeys(sourceOf(content), options)

/** A node as plain JSON: holes by their name in angle brackets, with `*` for any number and what they stand for. */
export const plain = (node: Node): unknown => {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(m => [print(m.key), plain(m.value)]))
    case 'list':
      return node.items.map(plain)
    case 'text':
    case 'number':
      return print(node.text)
    case 'boolean':
      return node.value
    case 'null':
      return null
    case 'hole':
      return `<${node.hole.name}${node.many ? ' *' : ''}>`
  }
}

/** A policy in one word, or the document it is; several variants by their labels. */
export const policy = (of: Key['policy'] | undefined): unknown => {
  switch (of?.kind) {
    case undefined:
      return undefined
    case 'default':
      return 'default'
    case 'unknown':
      return `unknown: ${of.hole.name}`
    case 'malformed':
      return `malformed: ${of.message}`
    case 'managed':
      return 'managed'
    case 'document': {
      const [only, ...others] = of.variants
      if (only && others.length === 0 && only.when === undefined) return plain(only.document)
      return Object.fromEntries(of.variants.map(v => [v.when ?? '', plain(v.document)]))
    }
  }
}

export const statements = (key: Key | undefined): readonly Record<string, unknown>[] => {
  const document = policy(key?.policy)
  // tests compare the elements one by one
  return (document as { Statement: Record<string, unknown>[] }).Statement
}

/** A fact, or the names of the holes it stands behind. */
export const fact = (value: unknown): unknown =>
  isUnknown(value) ? `unknown: ${value.holes.map(h => h.name).join()}` : value

export const grant = ({ address, grantee, operations, constraints }: Grant): unknown => ({
  address,
  grantee: print(grantee),
  operations: fact(operations),
  constraints: constraints.map(({ kind, pairs }) => [
    kind,
    isUnknown(pairs) ? fact(pairs) : pairs.map(p => `${print(p.key)}=${print(p.value)}`).join(),
  ]),
})

interface Resource {
  readonly address: string
  readonly actions?: readonly string[]
  readonly before?: unknown
  readonly after?: unknown
  readonly unknown?: unknown
  readonly sensitive?: unknown
  readonly index?: string | number
}

const named = (address: string) => {
  const local = address.replace(/^(module\.\w+(\[[^\]]*\])?\.)*/, '').replace(/\[.*$/, '')
  const module = /^((module\.\w+(\[[^\]]*\])?\.)*)/.exec(address)?.[0].slice(0, -1)
  const [type = '', name = ''] = local.replace(/^data\./, '').split('.')
  const mode = local.startsWith('data.') ? 'data' : 'managed'
  return { address, ...(module ? { module_address: module } : {}), mode, type, name }
}

/** An element of `resource_changes`. */
export const change = ({
  address,
  actions = ['create'],
  before = null,
  after = {},
  unknown = {},
  sensitive = {},
  index,
}: Resource) => ({
  ...named(address),
  ...(index === undefined ? {} : { index }),
  change: { actions, before, after, after_unknown: unknown, before_sensitive: sensitive, after_sensitive: sensitive },
})

/** An element of a module's `resources` in the configuration. */
export const written = (address: string, expressions: unknown, more: Record<string, unknown> = {}) => ({
  ...named(address),
  provider_config_key: 'aws',
  expressions,
  ...more,
})

/** An element of `resources` in the prior state. */
export const existing = (address: string, values: unknown) => ({ ...named(address), values, sensitive_values: {} })

interface Parts {
  readonly changes?: readonly unknown[]
  readonly configuration?: unknown
  readonly resources?: readonly unknown[]
  readonly state?: readonly unknown[]
  readonly more?: Record<string, unknown>
}

/** The JSON of a plan with these parts. */
export const planOf = ({ changes = [], configuration, resources = [], state = [], more = {} }: Parts): string =>
  JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: {},
    resource_changes: changes,
    prior_state: { format_version: '1.0', values: { root_module: { resources: state } } },
    configuration: configuration ?? { root_module: { resources } },
    ...more,
  })
