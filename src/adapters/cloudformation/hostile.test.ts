import fc from 'fast-check'
import t from 'tap'
import { InputError } from '../../model/problem.js'
import { readPolicy } from '../../model/read-policy.js'
import { keyIn, messages, read } from './sample.js'

/* Templates that are made to cost too much, or that were changed at random. */

type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))
const named = (count: number, make: (i: number) => readonly [string, Json]): Record<string, Json> =>
  Object.fromEntries(many(count, make))

const statement = (principal: Json): Json => ({
  Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'kms:Decrypt', Resource: '*' }],
})
const key = (policy: Json): Json => ({ Type: 'AWS::KMS::Key', Properties: { KeyPolicy: policy } })
const ofKey = (policy: Json, resources: Record<string, Json> = {}, sections: Record<string, Json> = {}): string =>
  JSON.stringify({ ...sections, Resources: { ...resources, Key: key(policy) } })

const told = async (template: string): Promise<readonly string[]> =>
  messages(await read(template)).map(message => message.replace(/^\d+: /, ''))

t.test('it reads a text of very many parts as not known', async t => {
  const parts = 'puts together more than 10000 parts'
  const variables = { 'Fn::Sub': '${AWS::Region}'.repeat(100_000) }
  t.strictSame(await told(ofKey(statement(variables))), [`Fn::Sub ${parts}`])
  t.strictSame(await told(ofKey(variables)), [`Fn::Sub ${parts}`])
  const own = [many(100_000, i => `\${v${i}}`).join(''), named(100_000, i => [`v${i}`, 'a'])]
  t.strictSame(await told(ofKey(statement({ 'Fn::Sub': own }))), [`Fn::Sub ${parts}`])
  const regions = { 'Fn::Join': ['-', many(20_000, () => ({ Ref: 'AWS::Region' }))] }
  t.strictSame(await told(ofKey(statement(regions))), [`Fn::Join ${parts}`])
  t.strictSame(await told(ofKey(statement({ 'Fn::Join': [',', many(200_000, () => 'abc')] }))), [
    'Fn::Join makes a text of more than 262144 characters',
  ])
})

t.test('it does not judge a policy that is far too large for a key', async t => {
  const tooLarge = ['the key policy is many times larger than the 32 KiB that KMS takes']
  const list = many(150_000, () => 'a')
  for (const policy of [
    statement(list),
    statement({ 'Fn::Split': [',', list.join(',')] }),
    { 'Fn::ToJsonString': statement(list) },
    statement('{{resolve:a}}'.repeat(200_000)),
    { Statement: [{ Sid: 'x'.repeat(2_000_000) }] },
  ])
    t.strictSame(await told(ofKey(policy)), tooLarge)
})

t.test('it follows no chain of references for ever', async t => {
  const deep = ['expressions lead deeper than 400 levels']
  const last = { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'x'] }
  for (const next of [
    (name: string) => ({ Condition: name }),
    (name: string) => ({ 'Fn::Not': [{ Condition: name }] }),
  ]) {
    const conditions = { ...named(20_000, i => [`C${i}`, next(`C${i + 1}`)]), C20000: last }
    t.strictSame(await told(ofKey({ 'Fn::If': ['C0', statement('*'), '{}'] }, {}, { Conditions: conditions })), deep)
  }
  const roles = named(20_000, i => [
    `R${i}`,
    { Type: 'AWS::IAM::Role', Properties: { RoleName: { Ref: `R${i + 1}` } } },
  ])
  t.strictSame(await told(ofKey(statement({ 'Fn::GetAtt': ['R0', 'Arn'] }), roles)), deep)
  const round = { A: { Type: 'AWS::IAM::Role', Properties: { RoleName: { Ref: 'A' } } } }
  t.strictSame(await told(ofKey(statement({ Ref: 'A' }), round)), [])
})

const child = JSON.stringify({
  Parameters: { A: { Type: 'String' }, Env: { Type: 'String' } },
  Resources: { Key: key(statement([{ Ref: 'A' }, { Ref: 'Env' }])) },
  Outputs: { O: { Value: { Ref: 'Env' } }, One: { Value: { Ref: 'A' } }, Two: { Value: { 'Fn::Sub': '${A}${A}' } } },
})

t.test('it follows no circle of stacks', async t => {
  const stack = (value: Json): Json => ({
    Type: 'AWS::CloudFormation::Stack',
    Properties: { TemplateURL: 'child.json', Parameters: { A: value } },
  })
  const output = (of: string, name: string): Json => ({ 'Fn::GetAtt': [of, `Outputs.${name}`] })
  const readStacks = async (resources: Record<string, Json>) =>
    messages(await read(JSON.stringify({ Resources: resources }), { readText: () => Promise.resolve(child) }))
  t.strictSame(await readStacks({ S: stack(output('S', 'One')) }), [
    '1: Fn::GetAtt refers to the output S.One, which depends on itself',
  ])
  t.equal((await readStacks({ S: stack(output('T', 'One')), T: stack(output('S', 'One')) })).length, 2)
  const doubling = await readStacks({
    ...named(40, i => [`S${i}`, stack(output(`S${i + 1}`, 'Two'))]),
    S40: stack('zz'),
  })
  t.match(doubling[0], /makes a text of more than 262144 characters/)
})

t.test('it writes out no loop without end', async t => {
  const loop = (inner: Json): Json => ['X', many(1000, String), inner]
  const nested = { 'Fn::ForEach::A': loop({ 'Fn::ForEach::B': ['Y', many(1000, String), { 'K${X}${Y}': key('{}') }] }) }
  t.strictSame(await told(JSON.stringify({ Resources: nested })), ['reading the keys takes more than 3000000 steps'])
  const inPolicy = { 'Fn::ForEach::A': loop({ 'S${X}': many(2000, String) }) }
  t.strictSame(await told(ofKey(inPolicy)), ['reading the keys takes more than 3000000 steps'])
})

t.test('it compares a wrong name with few others, and only a few wrong names', async t => {
  const wrong = many(5000, i => ({ Ref: `Rexource${i}` }))
  const resources = named(900, i => [`Resource${i}`, { Type: 'AWS::S3::Bucket' }])
  const all = await told(ofKey(statement(wrong), resources))
  t.equal(all.filter(message => message.includes('did you mean')).length, 50)
  t.equal(all.length, 5000)
})

t.test('it finds a key behind a mapping that is larger than the first bytes', async t => {
  const mappings = { M: named(3000, i => [`k${i}`, { v: `arn:aws:iam::111122223333:role/r${i}` }]) }
  const parameters = { P: { Type: 'String' } }
  const found = await read(
    ofKey(statement({ 'Fn::FindInMap': ['M', { Ref: 'P' }, 'v'] }), {}, { Mappings: mappings, Parameters: parameters }),
  )
  t.match(keyIn(found).policy, { kind: 'document', variants: [{ document: { kind: 'object' } }] })
})

const base: Json = {
  Parameters: {
    Env: { Type: 'String', AllowedValues: ['dev', 'prod'], Default: 'dev' },
    Names: { Type: 'CommaDelimitedList', Default: 'a,b' },
    Open: { Type: 'String' },
  },
  Rules: {
    R: {
      RuleCondition: { 'Fn::Equals': [{ Ref: 'Env' }, 'prod'] },
      Assertions: [{ Assert: { 'Fn::Contains': [['x', 'y'], { Ref: 'Open' }] } }],
    },
  },
  Mappings: { M: { dev: { v: '*' }, prod: { v: ['a', 'b'] } } },
  Conditions: {
    A: { 'Fn::Equals': [{ Ref: 'Env' }, 'prod'] },
    B: { 'Fn::And': [{ Condition: 'A' }, { 'Fn::Not': [{ Condition: 'C' }] }] },
    C: { 'Fn::Or': [{ 'Fn::Equals': [{ Ref: 'Open' }, 'x'] }, { Condition: 'A' }] },
  },
  Resources: {
    'Fn::ForEach::L': ['T', { Ref: 'Names' }, { 'K${T}': key('{"Statement": "${T}"}') }],
    Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: { Ref: 'Open' }, Path: '/a/' } },
    Stack: {
      Type: 'AWS::CloudFormation::Stack',
      Condition: 'C',
      Properties: {
        TemplateURL: 'child.json',
        Parameters: { Env: { Ref: 'Env' }, Open: { 'Fn::GetAtt': 'Stack.Outputs.O' } },
      },
    },
    Key: {
      Type: 'AWS::KMS::Key',
      Condition: 'B',
      Properties: {
        EnableKeyRotation: { 'Fn::If': ['A', true, { Ref: 'AWS::NoValue' }] },
        'Fn::Transform': { Name: 'AWS::Include' },
        KeyPolicy: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: { 'Fn::Join': ['', ['a', { 'Fn::Select': [0, { Ref: 'Names' }] }]] },
              Effect: { 'Fn::If': ['C', 'Allow', 'Deny'] },
              Principal: { AWS: [{ 'Fn::GetAtt': ['Role', 'Arn'] }, { 'Fn::FindInMap': ['M', { Ref: 'Env' }, 'v'] }] },
              Action: { 'Fn::Split': [',', 'kms:Decrypt,kms:Encrypt'] },
              Resource: { 'Fn::Sub': ['${Key.Arn}${X}', { X: { 'Fn::GetAtt': 'Stack.Outputs.O' } }] },
              'Fn::Transform': { Name: 'AWS::Include' },
            },
          ],
        },
      },
    },
  },
  Outputs: { O: { Value: { 'Fn::If': ['A', { Ref: 'Open' }, { 'Fn::GetAtt': 'Key.Arn' }] } } },
}

/** Every place in a tree, by the steps that lead there. */
const placesIn = (tree: Json): readonly (readonly (string | number)[])[] =>
  typeof tree === 'object' && tree !== null
    ? [[], ...Object.entries(tree).flatMap(([name, value]) => placesIn(value).map(place => [name, ...place]))]
    : [[]]

const places = placesIn(base)

/** The tree with another value in one place, or without what stands there. */
const changed = (
  tree: Json,
  [step, ...rest]: readonly (string | number)[],
  value: Json | undefined,
): Json | undefined => {
  if (step === undefined || typeof tree !== 'object' || tree === null) return value
  const entries = Object.entries(tree).flatMap(([name, member]): (readonly [string, Json])[] => {
    if (name !== String(step)) return [[name, member]]
    const made = changed(member, rest, value)
    return made === undefined ? [] : [[name, made]]
  })
  return Array.isArray(tree) ? entries.map(([, member]) => member) : Object.fromEntries(entries)
}

const at = (place: readonly (string | number)[]): Json =>
  place.reduce<Json>((tree, step) => (tree as Record<string | number, Json>)[step] ?? null, base) // a place of the tree

/** Nothing, a value of another type, or what stands somewhere else. */
const replacement = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<Json>(
    null,
    true,
    7,
    '',
    '*',
    'Key',
    'Stack',
    'A',
    [],
    {},
    [[]],
    'AWS::NoValue',
    { Ref: 'Key' },
    { Condition: 'B' },
  ),
  fc.constantFrom(...places).map(at),
)

t.test('it answers whatever stands in the place of a part of a template', async t => {
  const mutation = fc.tuple(fc.constantFrom(...places), replacement)
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async mutations => {
      const tree = mutations.reduce<Json>((all, [place, value]) => changed(all, place, value) ?? {}, base)
      const reading = await read(JSON.stringify(tree), { readText: () => Promise.resolve(child) }).catch(
        (error: unknown) => {
          if (!(error instanceof InputError)) throw error
          return undefined
        },
      )
      for (const { policy } of reading?.keys ?? [])
        if (policy.kind === 'document') for (const { document } of policy.variants) readPolicy(document)
    }),
    { numRuns: 200, interruptAfterTimeLimit: 30_000 },
  )
  t.pass()
})
