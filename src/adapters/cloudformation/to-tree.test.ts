import t from 'tap'
import { documentsIn, messages, read, template } from './sample.js'

const value = async (expression: string, sections = '') => {
  const reading = await read(template(expression, sections))
  return { value: (documentsIn(reading)['always'] as { Value?: unknown }).Value, problems: messages(reading) }
}

t.test('it takes scalars as the text that was written', async t => {
  const written = '[2012-10-17, 012345678901, 0x1F, 1e3, yes, true, 12:30:45, ~, null, "~", 1_000, !!int "7"]'
  t.strictSame(await value(written), {
    value: ['2012-10-17', '012345678901', '0x1F', '1e3', 'yes', 'true', '12:30:45', null, null, '~', '1_000', '7'],
    problems: [],
  })
  t.strictSame((await value('[!!binary aGk=, !!timestamp 2001-01-01, !!set [x], !!merge <<]')).value, [
    'aGk=',
    '2001-01-01',
    ['x'],
    '<<',
  ])
})

t.test('it follows aliases', async t => {
  t.strictSame(await value('[&a {x: !Ref AWS::Region}, *a]'), {
    value: [{ x: '${AWS::Region}' }, { x: '${AWS::Region}' }],
    problems: [],
  })
  t.strictSame((await value('[&a x, *a, &a y, *a]')).value, ['x', 'x', 'y', 'y'])
})

t.test('it merges, and members of the mapping itself win over merged ones', async t => {
  const sections = 'Metadata:\n  A: &a {x: 1, y: 1, z: 1}\n  B: &b {z: 2, w: 2}'
  t.strictSame((await value('{y: 0, <<: *a}', sections)).value, { y: '0', x: '1', z: '1' })
  t.strictSame((await value('{<<: [*b, *a], y: 0}', sections)).value, { y: '0', z: '2', w: '2', x: '1' })
  t.strictSame((await value('{<<: {q: 3}, r: 4}', sections)).value, { r: '4', q: '3' })
  t.strictSame((await value('{"<<": *a}', sections)).value, { '<<': { x: '1', y: '1', z: '1' } })
  t.strictSame((await value('{<<: x}')).value, { '<<': 'x' })
})

t.test('it reports aliases that cannot be followed', async t => {
  t.strictSame(await value('*nothing'), {
    value: '${*nothing}',
    problems: ['7: *nothing is an alias for an anchor that is not there'],
  })
  t.strictSame(await value('&a [*a]'), {
    value: ['${*a}'],
    problems: ['7: *a is an alias for something that it is a part of'],
  })
})

const bomb = (inner: string, outer: (name: string) => string, depth: number): string =>
  Array.from({ length: depth }, (_, i) => `  a${i}: &a${i} ${i === 0 ? inner : outer(`*a${i - 1}`)}`).join('\n')

t.test('it loses no more than the statement that an alias blows up', async t => {
  const levels = bomb('[x, x, x]', name => `[${Array(9).fill(name).join(', ')}]`, 12)
  t.strictSame(await value('[*a11, y]', `Metadata:\n${levels}`), {
    value: ['${*a11}', 'y'],
    problems: ['19: *a11 is an alias for more than 10000 values'],
  })
})

t.test('it merges no more than a document can hold', async t => {
  const members = Array.from({ length: 4_000 }, (_, i) => `m${i}: 1`).join(', ')
  const merges = Array.from({ length: 30 }, () => '{<<: *a}').join(', ')
  const { problems } = await value(`{x: {<<: *a}}`, `Metadata:\n  A: &a {${members}}\n  B: [${merges}]`)
  t.strictSame(problems, ['9: << brings in more than 100000 members'])
})

t.test('it reads mappings with keys that are no text', async t => {
  t.strictSame((await value('{[a, b]: c, ? d}')).value, { '[a, b]': 'c', d: null })
})

t.test('it tells where a mapping has a key twice, outside of policies', async t => {
  const reading = await read(`
Parameters:
  A: { Type: String, Type: String }
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy: { Version: a, Version: b }
  Key:
    Type: AWS::KMS::Key
`)
  t.strictSame(messages(reading), [
    '3: Type stands twice in one mapping; CloudFormation takes the last',
    '9: Key stands twice in one mapping; CloudFormation takes the last',
  ])
  t.strictSame(
    reading.problems.map(({ severity }) => severity),
    ['warning', 'warning'],
  )
  t.equal(reading.keys.length, 1)
})

t.test('it keeps both members of a name that stands twice in a policy', async t => {
  const reading = await read(template('{x: 1, x: 2}'))
  const [key] = reading.keys
  const variant = key?.policy.kind === 'document' ? key.policy.variants[0] : undefined
  const document = variant?.document
  const [member] = document?.kind === 'object' ? document.members : []
  t.equal(member?.value.kind === 'object' && member.value.members.length, 2)
  t.strictSame(messages(reading), [])
})
