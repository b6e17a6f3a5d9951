import t from 'tap'
import { refusesNothing } from './always-true.js'
import { condition } from './condition.js'
import { here, sample } from './sample.js'

const why = (operator: string, ...values: readonly string[]) =>
  refusesNothing(
    condition(
      sample(operator),
      ['aws:PrincipalArn'],
      values.map(value => ({ text: sample(value), location: here })),
      [],
      here,
    ),
  )

t.test('it says why values refuse nothing', t => {
  t.equal(why('StringLike', '*'), 'StringLike "*" asks only that the key is there')
  t.equal(why('StringLike', 'a', '**'), 'StringLike "*" asks only that the key is there')
  t.equal(why('ArnLike', '*'), 'every ARN matches *')
  t.equal(why('ArnEquals', 'arn:aws:*:*:*:*'), 'every ARN matches arn:aws:*:*:*:*')
  t.equal(why('IpAddress', '0.0.0.0/0'), 'every address lies in the range')
  t.equal(why('IpAddress', '::/0'), 'every address lies in the range')
  t.equal(why('Bool', 'true', 'False'), 'true and false both match')
  t.equal(why('Null', 'true', 'false'), 'true and false both match')
  t.end()
})

t.test('it leaves alone what refuses something', t => {
  for (const [operator, ...values] of [
    ['StringEquals', '*'],
    ['StringLike', 'a*'],
    ['StringLike', '«x»'],
    ['StringNotLike', '*'],
    ['ArnLike', 'arn:aws:iam::111122223333:*'],
    ['ArnLike', 'arn:aws:iam::*:role/app'],
    ['ArnLike', 'arn:aws:iam::«account»:*'],
    ['ArnLike', '«arn»'],
    ['IpAddress', '10.0.0.0/8'],
    ['IpAddress', '«cidr»'],
    ['Bool', 'true'],
    ['Bool', 'true', '«x»'],
    ['Strange', '*'],
    ['String«x»', '*'],
  ] as const) {
    t.equal(why(operator, ...values), undefined, `${operator} ${values.join()}`)
  }
  t.end()
})
