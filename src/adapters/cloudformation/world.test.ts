import t from 'tap'
import type { DeployedVariant, World } from '../../model/deployed.js'
import type { Key } from '../../model/key.js'
import { from, many, parameters, resourceIn } from './sample-deployed.js'

const worldsOf = ({ policy }: Key): readonly (World | undefined)[] =>
  policy.kind === 'document' ? policy.variants.map(({ world }) => world) : []

/** What the worlds of a key and of a resource come to together, in the order of both. */
const together = async (keyProperties: string, topic: string): Promise<readonly string[]> => {
  const reading = await from(
    `  Key: { Type: AWS::KMS::Key, ${keyProperties} }\n  T: { Type: AWS::SNS::Topic, ${topic} }\n`,
  )
  const worlds = reading.keys.flatMap(worldsOf)
  return worlds.flatMap(one =>
    resourceIn(reading, 'T').variants.map(({ world }: DeployedVariant) => {
      const both = world && one?.and(world)
      return both ? (both.when ?? 'always') : 'never'
    }),
  )
}

const plainKey = 'Properties: { KeyPolicy: {} }'
const named = (expression: string) => `Properties: { TopicName: ${expression} }`
const policyOf = (expression: string) => `Properties: { KeyPolicy: { Value: ${expression} } }`

t.test('it says which variants of a key and of a resource can be there at once', async t => {
  t.strictSame(await together(plainKey, named('x')), ['always'])
  t.strictSame(await together(`Condition: IsProd, ${plainKey}`, `Condition: IsDev, ${named('x')}`), ['never'])
  t.strictSame(await together(`Condition: IsProd, ${plainKey}`, `Condition: IsProd, ${named('x')}`), ['always'])
  t.strictSame(await together(`Condition: IsProd, ${plainKey}`, named('!If [IsProd, a, b]')), [
    'IsProd is true',
    'never',
  ])
  t.strictSame(await together(policyOf('!If [IsProd, a, b]'), named('!If [IsProd, a, b]')), [
    'IsProd is true',
    'never',
    'never',
    'IsProd is false',
  ])
  t.strictSame(await together(policyOf('!If [IsProd, a, b]'), `Condition: IsDev, ${named('x')}`), [
    'never',
    'IsProd is false',
  ])
})

t.test('it tells contradictions by all values that a parameter can have', async t => {
  t.strictSame(
    await together(policyOf('!If [IsStageProd, a, b]'), named('!If [IsStageTest, a, !If [IsStageDev, b, c]]')),
    [
      'never',
      'never',
      'IsStageProd is true, IsStageTest is false, IsStageDev is false',
      'IsStageProd is false, IsStageTest is true',
      'IsStageProd is false, IsStageTest is false, IsStageDev is true',
      'never',
    ],
  )
})

t.test('it tells contradictions of comparisons that nobody can decide', async t => {
  t.strictSame(await together(`Condition: IsSame, ${plainKey}`, `Condition: Differs, ${named('x')}`), ['never'])
  t.strictSame(await together(`Condition: IsSame, ${plainKey}`, named('!If [Differs, a, b]')), [
    'Differs is false',
    'never',
  ])
})

t.test('it repeats nothing in the label of two at once, and puts conditions first', async t => {
  t.strictSame(await together(policyOf('!Ref Stage'), named('!Sub "x-${Stage}"')), [
    ...['Stage is dev', 'never', 'never'],
    ...['never', 'Stage is test', 'never'],
    ...['never', 'never', 'Stage is prod'],
  ])
  t.strictSame(await together(policyOf('!Ref Stage'), named('!If [IsProd, a, b]')), [
    'IsProd is true, Stage is dev',
    'IsProd is false, Stage is dev',
    'IsProd is true, Stage is test',
    'IsProd is false, Stage is test',
    'IsProd is true, Stage is prod',
    'IsProd is false, Stage is prod',
  ])
})

t.test('it keeps each of the ways in which a variant can come about', async t => {
  const either = (name: string) => `Condition: Either, ${name}`
  const sections = `${parameters}  Either: !Or [!Condition IsProd, !Equals [!Ref Other, x]]\n`
  const reading = await from(
    `  Key: { Type: AWS::KMS::Key, ${either(plainKey)} }
  T: { Type: AWS::SNS::Topic, Condition: IsDev, ${named('!If [Either, a, b]')} }
  U: { Type: AWS::SNS::Topic, Condition: Both, ${named('x')} }\n`,
    {},
    `${sections}  Both: !And [!Not [!Condition IsProd], !Not [!Equals [!Ref Other, x]]]\n`,
  )
  const [world] = reading.keys.flatMap(worldsOf)
  const meets = (address: string) =>
    resourceIn(reading, address).variants.map(variant => variant.world && world?.and(variant.world) !== undefined)
  t.strictSame(meets('T'), [true, false])
  t.strictSame(meets('U'), [false])
})

t.test('it brings more than two worlds together', async t => {
  const reading = await from(`  Key: { Type: AWS::KMS::Key, ${policyOf('!If [IsProd, a, b]')} }
  T: { Type: AWS::SNS::Topic, ${named('!Ref Stage')} }
  U: { Type: AWS::SNS::Topic, Condition: IsDev }\n`)
  const [prod, other] = reading.keys.flatMap(worldsOf)
  const [stage] = resourceIn(reading, 'T').variants
  const [dev] = resourceIn(reading, 'U').variants
  const both = stage?.world && dev?.world?.and(stage.world)
  t.equal(both?.when, 'Stage is dev')
  t.equal(both && prod?.and(both), undefined)
  t.equal(both && other?.and(both)?.when, 'IsProd is false, Stage is dev')
  t.equal(both?.and(both)?.when, 'Stage is dev')
})

t.test('it keeps of very many ways what is decided on all of them', async t => {
  const { sections } = many(21)
  const pairs = (start: number) =>
    [0, 2, 4, 6, 8].map(i => `!Or [!Condition C${start + i}, !Condition C${start + i + 1}]`).join(', ')
  const reading = await from(
    `  Key: { Type: AWS::KMS::Key, Condition: A, ${plainKey} }
  T: { Type: AWS::SNS::Topic, Condition: B }
  U: { Type: AWS::SNS::Topic, Condition: D }\n`,
    {},
    `${sections}\n  A: !And [!Condition C20, ${pairs(0)}]\n  B: !And [${pairs(10)}]\n  D: !Not [!Condition C20]`,
  )
  const [world] = reading.keys.flatMap(worldsOf)
  const [topic, excluded] = ['T', 'U'].map(address => resourceIn(reading, address).variants[0]?.world)
  const both = topic && world?.and(topic)
  t.ok(both)
  t.equal(excluded && world?.and(excluded), undefined)
  t.equal(excluded && both?.and(excluded), undefined)
})
