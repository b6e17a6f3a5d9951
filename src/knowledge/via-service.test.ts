import t from 'tap'
import { sample } from '../model/sample.js'
import { viaFlaw } from './via-service.js'

const flaw = (value: string, region: string | undefined = 'eu-west-1') =>
  viaFlaw(sample(value), region, prefix => prefix === 'documented')

t.test('it takes services in the Region of the key, and patterns', t => {
  for (const value of [
    's3.eu-west-1.amazonaws.com',
    's3.«region».amazonaws.com',
    's3.*.amazonaws.com',
    '*.eu-west-1.amazonaws.com',
    'documented.eu-west-1.amazonaws.com',
    '*',
    '«var.service»',
  ])
    t.equal(flaw(value), undefined, value)
  t.equal(
    viaFlaw(sample('s3.us-east-1.amazonaws.com'), undefined, () => false),
    undefined,
    'no Region is known',
  )
  t.end()
})

t.test('it says what is wrong with the form', t => {
  for (const [value, message] of [
    ['', 'is empty'],
    ['s3.amazonaws.com', 'lacks the Region'],
    ['S3.eu-west-1.amazonaws.com', 'has capitals'],
    ['s3.cn-north-1.amazonaws.com.cn', 'in every partition'],
    ['s3.eu-west-1.amazon.com', 'is not of the form'],
  ] as const)
    t.match(flaw(value), { kind: 'form', message: new RegExp(message) }, value)
  t.end()
})

t.test('it knows services that use KMS under another name, other Regions and unknown services', t => {
  t.match(flaw('ebs.eu-west-1.amazonaws.com'), { kind: 'not-used', message: /ec2\.eu-west-1/ })
  t.match(flaw('s3.us-east-1.amazonaws.com'), {
    kind: 'region',
    message: /names us-east-1, and the key is in eu-west-1/,
  })
  t.match(flaw('dynamodbb.eu-west-1.amazonaws.com'), { kind: 'unknown', message: /dynamodb may be meant/ })
  t.match(flaw('qqqqqqqqq.eu-west-1.amazonaws.com'), { kind: 'unknown', message: /KMS lists$/ })
  t.end()
})
