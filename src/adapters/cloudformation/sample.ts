import type { Key } from '../../model/key.js'
import type { Node } from '../../model/node.js'
import type { AdapterOptions, Reading, Source } from '../../model/source.js'
import { print } from '../../model/text.js'
import { cloudformation } from './index.js'

/* Templates in a short spelling, for tests. */

export const sourceOf = (content: string | Uint8Array, named = true, file = 'template.yaml'): Source => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    file,
    named,
    head: bytes.subarray(0, 64 * 1024),
    chunks: async function* () {
      yield await Promise.resolve(bytes)
    },
  }
}

/** What the adapter reads from a template. Its keys are those of templates. */
export const read = (content: string | Uint8Array, options: AdapterOptions = {}): Promise<Reading> =>
  cloudformation.read(sourceOf(content), options)

/** A node as a plain value: holes as `${name}`, those that may be any number of elements as `...${name}`. */
export const plain = (node: Node): unknown => {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [print(key), plain(value)]))
    case 'list':
      return node.items.map(plain)
    case 'text':
    case 'number':
      return print(node.text)
    case 'hole':
      return `${node.many ? '...' : ''}\${${node.hole.name}}`
    default:
      return null
  }
}

/** The messages of problems, each with its line. */
export const messages = ({ problems }: Reading): readonly string[] =>
  problems.map(({ message, location }) => `${location?.line ?? 0}: ${message}`)

export const keyIn = ({ keys }: Reading): Key => {
  const [key] = keys
  /* c8 ignore next - a test that expects a key fails here without one */
  if (!key) throw new Error('there is no key')
  return key
}

/** The documents of the first key, by the label of their variant; `always` where there is one. None if it has no document. */
export const documentsIn = (reading: Reading): Readonly<Record<string, unknown>> => {
  const { policy } = keyIn(reading)
  const variants = policy.kind === 'document' ? policy.variants : []
  return Object.fromEntries(variants.map(({ when = 'always', document }) => [when, plain(document)]))
}

/** A template with one key, whose policy holds the expression as `Value`; `sections` stands before its resources. */
export const template = (expression: string, sections = '', resources = ''): string => `${sections}
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Value: ${expression}
${resources}`

/** What an expression comes to inside a policy, by variant, and what is wrong with it. */
export const evaluated = async (
  expression: string,
  sections = '',
  options: AdapterOptions = {},
  resources = '',
): Promise<{ readonly values: Readonly<Record<string, unknown>>; readonly problems: readonly string[] }> => {
  const reading = await read(template(expression, sections, resources), options)
  const values = Object.entries(documentsIn(reading)).map(([when, document]) => [
    when,
    (document as { Value?: unknown }).Value, // the document that `template` makes
  ])
  return {
    values: Object.fromEntries(values) as Record<string, unknown>,
    problems: reading.problems.map(p => p.message),
  }
}
