import t from 'tap'
import { affirmed, comparisons, condition, isNegated, parseOperator } from './condition.js'
import { here, sample } from './sample.js'
import { isUnknown } from './truth.js'

t.test('it takes an operator apart', t => {
  t.same(parseOperator('StringEquals'), { comparison: 'StringEquals', qualifier: undefined, ifExists: false })
  t.same(parseOperator('forallvalues:stringlikeifexists'), {
    comparison: 'StringLike',
    qualifier: 'ForAllValues',
    ifExists: true,
  })
  t.same(parseOperator('ForAnyValue:ArnLike'), { comparison: 'ArnLike', qualifier: 'ForAnyValue', ifExists: false })
  t.end()
})

t.test('it knows what is no operator', t => {
  for (const other of [
    '',
    'Equals',
    ' ArnEquals',
    'NullIfExists',
    'ForSomeValues:StringLike',
    'StringEqualsIfExistsIfExists',
    'IfExists',
  ]) {
    t.equal(parseOperator(other), undefined, other)
  }
  t.end()
})

t.test('it pairs every negated comparison with the one it denies', t => {
  const negated = comparisons.filter(isNegated)
  t.same(negated.map(affirmed), [
    'StringEquals',
    'StringEqualsIgnoreCase',
    'StringLike',
    'NumericEquals',
    'DateEquals',
    'IpAddress',
    'ArnEquals',
    'ArnLike',
  ])
  for (const comparison of comparisons.filter(c => !isNegated(c))) t.equal(affirmed(comparison), comparison)
  t.end()
})

t.test('it keeps what was written and compares keys in lower case', t => {
  const made = condition(['stringequals'], ['AWS:SourceArn'], [], [], here)
  t.same(made.keyText, ['AWS:SourceArn'])
  t.equal(made.key, 'aws:sourcearn')
  t.match(made.operator, { comparison: 'StringEquals' })
  t.equal(condition(['Equals'], ['aws:SourceArn'], [], [], here).operator, undefined)
  t.end()
})

t.test('it leaves open an operator or a key behind a hole', t => {
  const made = condition(sample('String«x»'), sample('aws:PrincipalTag/«y»'), [], [], here)
  t.ok(isUnknown(made.operator))
  t.ok(isUnknown(made.key))
  t.end()
})
