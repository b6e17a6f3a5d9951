import t from 'tap'
import { placeholderIn } from './placeholder.js'
import { sample } from './sample.js'

t.test('it finds what is still to be filled in', t => {
  for (const unfinished of [
    'arn:aws:iam::000000000000:root',
    'arn:aws:iam::210987654321:role/CHANGE_ME',
    'change-me',
    'CHANGEIT',
    'replace_this',
    'REPLACE-ME-LATER',
    'TODO',
    'arn:aws:iam::<account>:root',
    '<your account id>',
    '__ACCOUNT__',
    'YOUR_BUCKET',
    'AKIAIOSFODNN7EXAMPLE',
    'arn:aws:iam::${AWS::AccountId}:root',
    'arn:aws:iam::ACCOUNT_ID:root',
    'o-xxxxxxxxxx',
    'o-exampleorgid',
    'arn:aws:kms:eu-west-1:210987654321:key/00000000-0000-0000-0000-000000000000',
  ]) {
    t.equal(placeholderIn([unfinished], undefined), unfinished, unfinished)
  }
  t.end()
})

t.test("it knows the accounts of AWS's documentation, but for the one that is proven real", t => {
  t.equal(placeholderIn(['arn:aws:iam::123456789012:root'], '111122223333'), 'arn:aws:iam::123456789012:root')
  t.equal(placeholderIn(['arn:aws:iam::111122223333:root'], '111122223333'), undefined)
  t.equal(placeholderIn(['9123456789012'], undefined), undefined, 'a longer number is another')
  t.end()
})

t.test('it leaves real names alone', t => {
  for (const real of [
    '*',
    'arn:aws:iam::210987654321:role/exchange-messages',
    'arn:aws:sqs:eu-west-1:210987654321:ExchangeItems',
    'arn:aws:iam::210987654321:role/todo-app',
    'arn:aws:iam::210987654321:role/web.shop.example.com',
    'arn:aws:iam::210987654321:role/changement',
    '${aws:PrincipalTag/Team}',
    'o-a1b2c3d4e5',
    'a < b',
  ]) {
    t.equal(placeholderIn([real], undefined), undefined, real)
  }
  t.end()
})

t.test('it looks at a sensitive value without showing it', t => {
  t.equal(placeholderIn(sample('arn:aws:iam::«id=123456789012»:root'), undefined), 'arn:aws:iam::(sensitive):root')
  t.equal(placeholderIn(sample('arn:aws:iam::«var.CHANGE_ME»:root'), undefined), undefined)
  t.end()
})

t.test('it takes no longer for a text made to slow it down', t => {
  const started = Date.now()
  for (const start of ['<', '__A', '${AWS::', 'CHANGE', 'o-']) placeholderIn([start + 'A'.repeat(200_000)], undefined)
  placeholderIn(['<'.repeat(200_000)], undefined)
  t.ok(Date.now() - started < 2_000)
  t.end()
})
