import t from 'tap'
import type { Node } from '../../model/node.js'
import { keyIn, messages, plain, read } from './sample.js'

const withPolicy = (policy: string, sections = '') => `${sections}
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy: ${policy}
`

const policyIn = async (policy: string, sections = '') => keyIn(await read(withPolicy(policy, sections))).policy

const documentIn = async (policy: string, sections = ''): Promise<Node> => {
  const found = await policyIn(policy, sections)
  if (found.kind !== 'document' || !found.variants[0]) throw new Error(JSON.stringify(found))
  return found.variants[0].document
}

const member = (node: Node, ...path: readonly string[]): Node => {
  const [name, ...rest] = path
  if (name === undefined) return node
  const found = node.kind === 'object' ? node.members.find(({ key }) => key[0] === name)?.value : undefined
  if (!found) throw new Error(`no ${name}`)
  return member(found, ...rest)
}

/** The stretch of the template that a node says it stands at. */
const stretch = (text: string, { location: { line = 0, column = 0, endLine = 0, endColumn = 0 } }: Node): string => {
  const lines = text.split('\n')
  const offset = (l: number, c: number) => lines.slice(0, l - 1).reduce((sum, one) => sum + one.length + 1, 0) + c - 1
  return text.slice(offset(line, column), offset(endLine, endColumn))
}

t.test('it finds what stands in a policy that is JSON text', async t => {
  const policies = [
    `|\n        {"Version": "x",\n           "Statement": {"Sid": "a", "Resource":\n             "*"}}`,
    `|-\n        {"Version": "x",\n\n         "Statement": {"Sid": "a", "Resource": "*"}}`,
    `'{"Version": "x", "It''s": 1, "Statement": {"Sid": "a", "Resource": "*"}}'`,
    `'{"Statement": {"Sid": "a", "Resource": "*"}}'`,
  ]
  for (const policy of policies) {
    const document = await documentIn(policy)
    t.equal(stretch(withPolicy(policy), member(document, 'Statement', 'Sid')), '"a"', policy)
    t.equal(stretch(withPolicy(policy), member(document, 'Statement', 'Resource')), '"*"', policy)
  }
})

t.test('it finds what stands in a block with Windows line ends', async t => {
  const text = withPolicy(`|\n        {"Statement":\n          {"Sid": "a"}}`).replaceAll('\n', '\r\n')
  const { policy } = keyIn(await read(text))
  const [variant] = policy.kind === 'document' ? policy.variants : []
  t.match(variant && member(variant.document, 'Statement', 'Sid'), { location: { line: 8, column: 19, endColumn: 22 } })
})

t.test('it finds what stands behind escapes', async t => {
  const policy = String.raw`"{\"\u0041\": \"\x42\U0001F600\", \"Statement\": {\"Sid\": \"a\"}}"`
  const document = await documentIn(policy)
  t.equal(stretch(withPolicy(policy), member(document, 'Statement', 'Sid')), String.raw`\"a\"`)
})

t.test('it finds what stands around the variables of Fn::Sub', async t => {
  const policy = `!Sub |
        {"Version": "\${AWS::Region}\${!x}", "Statement": [
          {"Sid": "a", "Principal": {"AWS": "arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root"}, "Resource": "*"}]}`
  const document = await documentIn(policy)
  const statements = member(document, 'Statement')
  const [statement] = statements.kind === 'list' ? statements.items : []
  t.strictSame(plain(document), {
    Version: '${AWS::Region}${x}',
    Statement: [{ Sid: 'a', Principal: { AWS: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' }, Resource: '*' }],
  })
  t.ok(statement)
  if (!statement) return
  t.equal(stretch(withPolicy(policy), member(statement, 'Sid')), '"a"')
  t.match(stretch(withPolicy(policy), member(statement, 'Principal', 'AWS')), /^"arn:\$\{AWS::Partition.*:root"$/)
  t.equal(stretch(withPolicy(policy), member(statement, 'Resource')), '"*"')
})

t.test('it takes no character of a policy for a hole of its own', async t => {
  t.strictSame(plain(await documentIn(`!Sub '{"Sid": "\\ue0009\\ue001", "\${AWS::Region}": "\ue0000\ue001"}'`)), {
    Sid: '\ue0009\ue001'.replace(/\ue000(\d)\ue001/, '$1'),
    '${AWS::Region}': '\ufffd0\ue001',
  })
})

t.test('it says no more than where the text is, where its lines were joined', async t => {
  for (const policy of [
    '>\n        {"Sid":\n        "a"}',
    '"{\\"Sid\\":\n        \\"a\\"}"',
    '!Join ["", [\'{"Sid":\', \'"a"}\']]',
  ]) {
    const document = await documentIn(policy)
    t.equal(member(document, 'Sid').location.line, 6, policy)
    t.strictSame(member(document, 'Sid').location, document.location)
  }
  t.equal((await documentIn('{Sid: a}')).location.line, 6)
})

t.test('it takes holes for values where they stand for values', async t => {
  const sections = 'Parameters: { Sid: { Type: String }, Rest: { Type: String }, Zones: { Type: CommaDelimitedList } }'
  const document = await documentIn(
    `!Sub '{"Sid": \${Sid}, "\${Sid}": ["a\\"\${Sid}"], "List": [\${Zones}]}'`,
    sections,
  )
  t.strictSame(plain(document), { Sid: '${Sid}', '${Sid}': ['a"${Sid}'], List: ['${Zones}'] })
  t.match(await policyIn(`!Sub '{"Sid": "a"}\${Rest}'`, sections), { kind: 'unknown', hole: { name: 'Rest' } })
  t.match(await policyIn('!Ref Rest', sections), { kind: 'unknown', hole: { name: 'Rest' } })
  t.match(await policyIn('!Sub "${Rest}"', sections), { kind: 'unknown', hole: { name: 'Rest' } })
  t.match(await policyIn(`!Sub '["\${Rest}"]'`, sections), { kind: 'malformed' })
  t.match(await policyIn(`!Join ["", ['{"Sid": "', !Ref Rest, '"}']]`, sections), { kind: 'document' })
})

t.test('it takes what is no JSON object for malformed', async t => {
  const cases: Readonly<Record<string, string>> = {
    [`'{"Sid": "a",}'`]: 'not valid JSON: a name in double quotes is expected',
    [`'[1]'`]: 'a key policy is a JSON object, and this text holds something else',
    [`'{"a": [1, true, null]}x'`]: 'not valid JSON: this is no JSON value',
    'just text': 'not valid JSON: this is no JSON value',
    '!Sub ""': 'not valid JSON: a value is expected',
    '[a]': 'a key policy is an object or a text, this is a list',
    null: 'a key policy is an object or a text, this is null',
    '~': 'a key policy is an object or a text, this is null',
  }
  for (const [policy, message] of Object.entries(cases))
    t.match(await policyIn(policy), { kind: 'malformed', message }, policy)
  t.match(await policyIn(`'{"Sid": "a",}'`), { location: { line: 6, column: 31 } })
})

t.test('it reads what Fn::ToJsonString would write', async t => {
  const document = await documentIn('{Fn::ToJsonString: {Sid: !Ref AWS::Region}}')
  t.strictSame(plain(document), { Sid: '${AWS::Region}' })
  t.match(await policyIn('!ToJsonString {"Fn::Transform": {Name: x}}'), { kind: 'unknown' })
})

t.test('it reports Fn::Sub that it cannot read, and does not know the policy', async t => {
  const reading = await read(withPolicy('!Sub [x]'))
  t.strictSame(messages(reading), ['6: Fn::Sub takes 2 arguments, not 1'])
  t.match(keyIn(reading).policy, { kind: 'unknown' })
})

t.test('it keeps values that are no text apart from a text with a hole in it', async t => {
  const reading = await read(withPolicy(`!Sub ['{"Sid": "\${X}"}', {X: !Ref AWS::NoValue}]`))
  t.equal(keyIn(reading).policy.kind, 'document')
})
