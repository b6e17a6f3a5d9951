import fc from 'fast-check'
import t from 'tap'
import { comparisons, condition, type Condition } from './condition.js'
import { hasVariable, holds, soleVariable, type Context } from './holds.js'
import { here, hole, sample } from './sample.js'
import { isUnknown } from './truth.js'

const make = (operator: string, key: string, values: readonly string[], more: readonly string[] = []): Condition =>
  condition(
    sample(operator),
    sample(key),
    values.map(value => ({ text: sample(value), location: here })),
    more.map(hole),
    here,
  )

const context = (entries: Readonly<Record<string, string | readonly string[]>>): Context =>
  new Map(Object.entries(entries).map(([key, values]) => [key, [values].flat()]))

type Outcome = boolean | 'unknown'
const outcome = (made: Condition, given: Context, version?: string): Outcome => {
  const truth = holds(made, given, version)
  return isUnknown(truth) ? 'unknown' : truth
}

t.test('it knows what a missing key means to every operator', t => {
  const none = context({})
  const cases: readonly (readonly [string, boolean])[] = [
    ['StringEquals', false],
    ['StringLike', false],
    ['ArnLike', false],
    ['StringNotEquals', true],
    ['ArnNotLike', true],
    ['NotIpAddress', true],
    ['StringEqualsIfExists', true],
    ['StringNotEqualsIfExists', true],
    ['ForAllValues:StringEquals', true],
    ['ForAllValues:StringNotEquals', true],
    ['ForAnyValue:StringEquals', false],
    ['ForAnyValue:StringNotEquals', false],
    ['ForAnyValue:StringEqualsIfExists', true],
  ]
  for (const [operator, expected] of cases) {
    t.equal(outcome(make(operator, 'aws:TagKeys', ['a']), none), expected, operator)
  }
  t.equal(outcome(make('Null', 'aws:TagKeys', ['true']), none), true)
  t.equal(outcome(make('Null', 'aws:TagKeys', ['false']), none), false)
  t.equal(outcome(make('Null', 'aws:TagKeys', ['false']), context({ 'aws:tagkeys': 'a' })), true)
  t.end()
})

t.test('it takes several values of a policy for one or the other, and for none under a negated operator', t => {
  const red = context({ 'aws:principaltag/team': 'red' })
  t.equal(outcome(make('StringEquals', 'aws:PrincipalTag/Team', ['blue', 'red']), red), true)
  t.equal(outcome(make('StringNotEquals', 'aws:PrincipalTag/Team', ['blue', 'red']), red), false)
  t.equal(outcome(make('StringNotEquals', 'aws:PrincipalTag/Team', ['blue', 'green']), red), true)
  t.equal(outcome(make('StringEquals', 'aws:PrincipalTag/Team', []), red), false)
  t.end()
})

t.test('it counts the values of a request as the qualifier says', t => {
  const two = context({ 'aws:tagkeys': ['a', 'b'] })
  const empty = context({ 'aws:tagkeys': [] })
  t.equal(outcome(make('ForAllValues:StringEquals', 'aws:TagKeys', ['a']), two), false)
  t.equal(outcome(make('ForAllValues:StringEquals', 'aws:TagKeys', ['a', 'b', 'c']), two), true)
  t.equal(outcome(make('ForAnyValue:StringEquals', 'aws:TagKeys', ['a']), two), true)
  t.equal(outcome(make('ForAnyValue:StringNotEquals', 'aws:TagKeys', ['a']), two), true)
  t.equal(outcome(make('ForAllValues:StringNotEquals', 'aws:TagKeys', ['a']), two), false)
  t.equal(outcome(make('ForAllValues:StringEquals', 'aws:TagKeys', ['a']), empty), true)
  t.equal(outcome(make('ForAnyValue:StringEquals', 'aws:TagKeys', ['a']), empty), false)
  t.end()
})

t.test('it fills in policy variables', t => {
  const given = context({ 'aws:username': 'alice', 'aws:principaltag/team': 'alice', 'aws:tagkeys': ['a', 'b'] })
  const cases: readonly (readonly [string, string, Outcome])[] = [
    ['StringEquals', '${aws:username}', true],
    ['StringEquals', '${AWS:UserName}', true],
    ['StringEquals', 'a${aws:username}', false],
    ['StringLike', '${aws:userName}*', true],
    ['StringEquals', '${aws:absent}', false],
    ['StringNotEquals', '${aws:absent}', true],
    ['StringEquals', "${aws:absent, 'alice'}", true],
    ['StringEquals', '${aws:TagKeys}', false],
    ['StringEquals', '${$}', false],
    ['StringEquals', '${*}', false],
    ['StringLike', '${*}', 'unknown'],
    ['StringEquals', '${aws:«which»}', 'unknown'],
    ['StringEquals', '«x»${aws:absent}', false],
    ['StringEquals', '«x»${aws:username}', 'unknown'],
  ]
  for (const [operator, value, expected] of cases) {
    t.equal(outcome(make(operator, 'aws:PrincipalTag/Team', [value]), given), expected, `${operator} ${value}`)
  }
  const literal = context({ 'aws:principaltag/team': '${aws:username}', 'aws:username': 'alice' })
  const made = make('StringEquals', 'aws:PrincipalTag/Team', ['${aws:username}'])
  t.equal(outcome(made, literal, '2008-10-17'), true, 'an old version has no variables')
  t.equal(outcome(made, literal), false)
  t.equal(outcome(make('StringEquals', 'a', ['${*}${$}']), context({ a: '*$' })), true)
  t.end()
})

t.test('it leaves open what holes decide, and nothing else', t => {
  const given = context({ 'aws:sourceaccount': '111122223333' })
  t.equal(outcome(make('StringEquals', 'aws:SourceAccount', ['«x»']), given), 'unknown')
  t.equal(outcome(make('StringEquals', 'aws:SourceAccount', ['«x»', '111122223333']), given), true)
  t.equal(outcome(make('StringEquals', 'aws:SourceAccount', ['4444«x»']), given), false)
  t.equal(outcome(make('StringNotEquals', 'aws:SourceAccount', ['«x»']), given), 'unknown')
  t.equal(outcome(make('StringEquals', 'aws:SourceAccount', ['«x»']), context({})), false)
  t.equal(outcome(make('String«x»', 'aws:SourceAccount', ['a']), given), 'unknown')
  t.equal(outcome(make('StringEquals', '«key»', ['a']), given), 'unknown')
  t.equal(outcome(make('StringEquals', 'aws:SourceAccount', ['4'], ['more']), given), 'unknown')
  t.equal(outcome(make('Null', 'aws:SourceAccount', [], ['more']), given), 'unknown')
  t.equal(outcome(make('Equals', 'aws:SourceAccount', ['a']), given), false)
  t.end()
})

const someValue = fc.constantFrom('a', 'b', 'ab', 'a*', '*', '?', '', 'true', '5', '10.0.0.0/8', '${k}', '${other}')
const aValue = fc.constantFrom('a', 'ab', 'b', 'true', '5', '10.0.0.1', 'arn:aws:s3:::a', '*')
const aCondition = fc.record({
  comparison: fc.constantFrom(...comparisons),
  qualifier: fc.constantFrom('', '', 'ForAnyValue:', 'ForAllValues:'),
  ifExists: fc.constantFrom('', 'IfExists'),
  values: fc.array(fc.tuple(someValue, fc.nat(4)), { maxLength: 3 }),
})
const aContext = fc.record(
  { k: fc.array(aValue, { maxLength: 3 }), other: fc.array(aValue, { maxLength: 2 }) },
  { requiredKeys: [] },
)

t.test('it gives the same answer or none when a known value is hidden', t => {
  fc.assert(
    fc.property(aCondition, aContext, fc.boolean(), ({ comparison, qualifier, ifExists, values }, entries, more) => {
      const operator = qualifier + comparison + (comparison === 'Null' ? '' : ifExists)
      const given = context(entries)
      const known = make(
        operator,
        'k',
        values.map(([value]) => value),
      )
      const hidden = values.map(([value, hide]) =>
        hide === 0 ? '«x»' : hide === 1 && !value.startsWith('$') ? `${value.slice(0, 1)}«x»` : value,
      )
      const cut = more ? hidden.slice(1) : hidden
      const seen = outcome(make(operator, 'k', cut, more && hidden.length > 0 ? ['rest'] : []), given)
      return seen === 'unknown' || seen === outcome(known, given)
    }),
    { numRuns: 5000 },
  )
  t.end()
})

t.test('it finds policy variables, those of which a hole hides a part too', t => {
  for (const yes of ['${aws:username}', 'a${aws:x}b', '${aws:PrincipalTag/«tag»}'])
    t.equal(hasVariable(sample(yes)), true, yes)
  for (const no of ['a', '${', '$aws', '«x»', '${'.repeat(100_000)])
    t.equal(hasVariable(sample(no)), false, no.slice(0, 9))
  t.equal(soleVariable(['${aws:ResourceAccount}']), 'aws:resourceaccount')
  for (const no of ['a${aws:x}', "${aws:x, 'y'}", '«x»']) t.equal(soleVariable(sample(no)), undefined, no)
  t.end()
})
