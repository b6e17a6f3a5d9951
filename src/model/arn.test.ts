import t from 'tap'
import { arnMatches, isAccountId, isFixed, parseArn } from './arn.js'
import { hole, sample } from './sample.js'
import { literal, print } from './text.js'
import { isUnknown } from './truth.js'

t.test('it takes an ARN apart at its first five colons', t => {
  t.same(parseArn(['arn:aws:logs:eu-west-1:111122223333:log-group:/a:*']), {
    partition: ['aws'],
    service: ['logs'],
    region: ['eu-west-1'],
    account: ['111122223333'],
    resource: ['log-group:/a:*'],
  })
  t.same(parseArn(sample('arn:«partition»:iam::«account»:role/«name»')), {
    partition: [hole('partition')],
    service: ['iam'],
    region: [],
    account: [hole('account')],
    resource: ['role/', hole('name')],
  })
  t.end()
})

t.test('it keeps a sensitive value hidden in the parts', t => {
  const arn = parseArn(sample('«secret=arn:aws:iam::111122223333»:role/«name=app:x»'))
  t.ok(arn && !isUnknown(arn))
  if (!arn || isUnknown(arn)) return t.end()
  t.same([arn.account, arn.region, arn.resource].map(print), ['(sensitive)', '', 'role/(sensitive)'])
  t.same([arn.account, arn.resource].map(literal), ['111122223333', 'role/app:x'])
  t.equal(isFixed(arn.region), false)
  t.end()
})

t.test('it knows what is no ARN', t => {
  for (const other of ['', '*', '111122223333', 'arn:aws:s3', 'urn:aws:iam::111122223333:root', 'urn«x»']) {
    t.equal(parseArn(sample(other)), undefined, other)
  }
  t.end()
})

t.test('it leaves open what holes may make an ARN', t => {
  for (const open of [
    '«x»',
    'arn:«x»',
    'ar«x»',
    '«x»:role/app',
    '«x»:aws:iam::111122223333:root',
    'arn:aws:iam::«x»',
  ]) {
    t.ok(isUnknown(parseArn(sample(open))), open)
  }
  t.end()
})

t.test('it compares ARNs part by part', t => {
  const cases: readonly (readonly [pattern: string, value: string, expected: boolean | 'unknown'])[] = [
    ['arn:aws:iam::111122223333:role/*', 'arn:aws:iam::111122223333:role/a/b', true],
    ['arn:aws:s3:::*', 'arn:aws:s3:::bucket', true],
    ['arn:aws:*:111122223333:x', 'arn:aws:logs:eu-west-1:111122223333:x', false],
    ['arn:*:*:*:*:*', 'arn:aws:logs:eu-west-1:111122223333:a:b', true],
    ['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::111122223333:role/A', false],
    ['arn:aws:iam::1111*:role/a', 'arn:aws:iam::111122223333:role/a', true],
    ['arn:aws:iam::«account»:role/a', 'arn:aws:iam::111122223333:role/a', 'unknown'],
    ['arn:aws:iam::«account»:role/a', 'arn:aws:iam::111122223333:role/b', false],
    ['arn:aws:iam::«account»:role/*', 'arn:aws:iam::«account»:role/b', true],
    ['«x»', 'arn:aws:iam::111122223333:role/b', 'unknown'],
    ['arn:aws:iam', 'arn:aws:iam::111122223333:role/b', false],
    ['arn:aws:iam::111122223333:role/b', 'not an arn', false],
  ]
  for (const [pattern, value, expected] of cases) {
    const truth = arnMatches(sample(pattern), sample(value))
    t.equal(isUnknown(truth) ? 'unknown' : truth, expected, `${pattern} against ${value}`)
  }
  t.end()
})

t.test('it knows an account id when it sees one', t => {
  for (const yes of ['111122223333', '012345678901', '«account»', '«id=111122223333»']) {
    t.equal(isAccountId(sample(yes)), true, yes)
  }
  for (const no of ['', '11112222333', '1111222233334', '1111*', 'aws', 'o-«x»', '«x»a']) {
    t.equal(isAccountId(sample(no)), false, no)
  }
  for (const open of ['«x»', '1111«x»', '«account»«x»']) t.ok(isUnknown(isAccountId(sample(open))), open)
  t.end()
})

t.test('it calls a part fixed that has a value and no wildcard', t => {
  t.equal(isFixed(['111122223333']), true)
  t.equal(isFixed(sample('«account»')), true, "the key's own account is one account")
  for (const no of ['', '*', '1111*', '?', '*«x»']) t.equal(isFixed(sample(no)), false, no)
  t.ok(isUnknown(isFixed(sample('«x»'))), 'a hole of a pattern may hold a wildcard')
  t.end()
})
