import t from 'tap'
import type { Node } from '../../model/node.js'
import type { Source } from '../../model/source.js'
import { isUnknown } from '../../model/truth.js'
import { literal } from '../../model/text.js'
import { keyPolicy } from './index.js'

const sourceOf = (content: string | Uint8Array, named = true, file = 'keys/policy.json'): Source => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    file,
    named,
    head: bytes.subarray(0, 65536),
    // eslint-disable-next-line @typescript-eslint/require-await -- a stream by its type
    chunks: async function* () {
      for (let i = 0; i < bytes.length; i += 100_000) yield bytes.subarray(i, i + 100_000)
    },
  }
}
const read = async (content: string | Uint8Array, options = {}) => {
  const { keys } = await keyPolicy.read(sourceOf(content), options)
  const [key] = keys
  if (!key) throw new Error('no key')
  return key
}
const documentOf = (key: Awaited<ReturnType<typeof read>>): Node => {
  if (key.policy.kind !== 'document') throw new Error(key.policy.kind)
  const [variant] = key.policy.variants
  if (!variant) throw new Error('no variant')
  return variant.document
}

const policy = `{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": "Röot", "Effect": "Allow",
     "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
     "Action": "kms:*", "Resource": "*"}
  ]
}`
/** Every text of a node with its line and columns. */
const places = (node: Node): string[] => {
  if (node.kind === 'object') return node.members.flatMap(m => places(m.value))
  if (node.kind === 'list') return node.items.flatMap(places)
  const { line, column, endColumn } = node.location
  return [`${(node.kind === 'text' && literal(node.text)) || node.kind} ${line}:${column}-${endColumn}`]
}
const expected = [
  '2012-10-17 2:14-26',
  'Röot 4:13-19',
  'Allow 4:31-38',
  'arn:aws:iam::111122223333:root 5:27-59',
  'kms:* 6:16-23',
  '* 6:37-40',
]

t.test('it reads a bare policy, every node with its line and column', async t => {
  const key = await read(policy, { account: '111122223333', region: 'cn-north-1' })
  t.same(places(documentOf(key)), expected)
  t.match(key, {
    address: 'keys/policy.json',
    type: 'key-policy',
    location: { file: 'keys/policy.json', line: 1, column: 1 },
    policySources: [{ address: 'keys/policy.json' }],
    account: { value: '111122223333', by: 'option' },
    region: { value: 'cn-north-1', by: 'option' },
    partition: { value: 'aws-cn', by: 'option' },
  })
  t.match(isUnknown(key.spec) && key.spec.holes, [{ kind: 'untold', name: "the key's spec" }])
})

t.test('it reads UTF-16 and byte order marks', async t => {
  for (const content of [
    `\ufeff${policy}`,
    Buffer.from(`\ufeff${policy}`, 'utf16le'),
    Buffer.from(policy, 'utf16le').swap16(),
  ]) {
    const key = await read(content)
    t.same(places(documentOf(key)), expected)
    t.match(key, { account: undefined, region: undefined, partition: undefined })
  }
})

t.test('it reads what get-key-policy prints, in the places of the outer file', async t => {
  const inner = '{"Statement":[{"Sid":"\\u0041\\"b","Principal":"*"}],"Version":7}'
  const outer = `{\n  "Policy": ${JSON.stringify(inner)},\n  "PolicyName": "default"\n}`
  const line = outer.split('\n')[1] ?? ''
  const at = (part: string) => line.indexOf(part) + 1
  t.equal(keyPolicy.accepts(sourceOf(outer, false)), true)
  t.same(places(documentOf(await read(outer))), [
    `A"b 2:${at('\\"\\\\u0041')}-${at(',\\"Principal')}`,
    `* 2:${at('\\"*\\"')}-${at('\\"*\\"') + 5}`,
    `number 2:${at('7}')}-${at('7}') + 1}`,
  ])
  const unicode = outer.replace('Principal', '\\u0050rincipal')
  t.match(documentOf(await read(unicode)), { kind: 'object' })
  const [, second] = places(documentOf(await read(unicode)))
  t.equal(second, `* 2:${at('\\"*\\"') + 5}-${at('\\"*\\"') + 10}`)
})

t.test('it refuses a named file that is nearly a policy, with the reason and the place', async t => {
  const cases: readonly (readonly [string, object])[] = [
    [
      '{"Version":"2012-10-17"}',
      { code: 'key-not-read', message: /`Statement`, this file has none/, location: { line: 1 } },
    ],
    ['{"Effect":"Allow","Action":"kms:*","Principal":"*"}', { code: 'key-not-read', message: /holds a statement/ }],
    ['{\n"Statement": [\n}', { code: 'not-json', location: { file: 'keys/policy.json', line: 3, column: 1 } }],
    ['{"Policy":"{","PolicyName":"default"}', { code: 'not-json', location: { line: 1 } }],
    [`{"Statement":[],"Id":"${'x'.repeat(1 << 20)}"}`, { code: 'too-large', location: { file: 'keys/policy.json' } }],
  ]
  for (const [content, error] of cases) {
    t.equal(keyPolicy.accepts(sourceOf(content)), true, content.slice(0, 40))
    const refused = await keyPolicy.read(sourceOf(content), {}).catch((e: unknown) => e)
    t.match(refused, { name: 'InputError', ...error })
  }
})

t.test('it takes from a directory only policies that say who may do what with a key', t => {
  const cases: readonly (readonly [string, boolean, boolean])[] = [
    // content, in a directory, named
    [policy, true, true],
    ['{"Statement":{"Effect":"Deny","NotPrincipal":"*"}}', true, true],
    ['{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}', false, true],
    [
      '{"Statement":[{"Effect":"Allow","Principal":"*","Action":["s3:GetObject","KMS:Decrypt"],"Resource":"*"}]}',
      true,
      true,
    ],
    ['{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}', true, true],
    ['{"Statement":[{"Effect":"Allow","Principal":"*","Action":"?ms:Decrypt","Resource":"*"}]}', true, true],
    ['{"Statement":[{"Effect":"Allow","Principal":"*","NotAction":"s3:*","Resource":"*"}]}', true, true],
    ['{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"arn:aws:s3:::logs/*"}]}', false, true],
    [
      '{"Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}',
      false,
      true,
    ],
    ['{"Statement":[]}', false, true],
    ['{"Version":"2012-10-17"}', false, true],
    ['{"Policy":"{}"}', false, false],
    ['{"name":"package"}', false, false],
    ['{}', false, false],
    ['[]', false, false],
    ['Statement:', false, false],
    ['{"Resources":{"A":{"Statement":[}', false, false],
    ['{"Statement":[', false, true],
    ['{"a":', false, false],
  ]
  for (const [content, found, named] of cases) {
    t.equal(keyPolicy.accepts(sourceOf(content, false)), found, `in a directory: ${content}`)
    t.equal(keyPolicy.accepts(sourceOf(content, true)), named, `named: ${content}`)
  }
  t.end()
})

t.test('it lets a bug through', async t => {
  const broken = {
    ...sourceOf(policy),
    chunks: () => {
      throw new TypeError('bug')
    },
  }
  await t.rejects(keyPolicy.read(broken, {}), TypeError)
})
