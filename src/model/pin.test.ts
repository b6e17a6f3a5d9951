import t from 'tap'
import { condition } from './condition.js'
import { arnIsFixed, namesResource, pins, pinsTo } from './pin.js'
import { here, hole, sample } from './sample.js'
import { isUnknown, type Truth } from './truth.js'

type Expected = boolean | 'unknown'
type Written = readonly [operator: string, key: string, values: string | readonly string[], more?: readonly string[]]

const outcome = (truth: Truth): Expected => (isUnknown(truth) ? 'unknown' : truth)

const guarding = ([operator, key, values, more = []]: Written, denied = false) => ({
  denied,
  condition: condition(
    sample(operator),
    sample(key),
    [values].flat().map(value => ({ text: sample(value), location: here })),
    more.map(hole),
    here,
  ),
})

const never = () => false
const always = () => true

const sources = new Set(['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths', 'aws:userid'])
const pinned = (written: Written, denied = false, carries = never): Expected =>
  outcome(pins(guarding(written, denied), sources, carries))

t.test('it takes a fixed value that every request must have for a pin', t => {
  const yes: readonly Written[] = [
    ['StringEquals', 'aws:SourceAccount', '111122223333'],
    ['StringEquals', 'AWS:sourceaccount', ['111122223333', '444455556666']],
    ['StringEquals', 'aws:SourceAccount', '«var.account»'],
    ['StringEquals', 'aws:SourceAccount', '111122223333', ['more']],
    ['StringEquals', 'aws:SourceAccount', '${aws:ResourceAccount}'],
    ['StringLike', 'aws:SourceAccount', '111122223333'],
    ['StringLike', 'aws:SourceAccount', '«account»'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:cloudtrail:*:111122223333:trail/*'],
    ['ArnEquals', 'aws:SourceArn', 'arn:aws:sns:eu-west-1:«account»:*'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:s3:::bucket'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:s3:::bucket/*'],
    ['StringLike', 'aws:SourceOrgID', 'o-a1b2c3d4e5'],
    ['ForAnyValue:StringLike', 'aws:SourceOrgPaths', 'o-a1b2c3d4e5/*'],
    ['StringLike', 'aws:userid', 'AROAEXAMPLEID12345678:*'],
    ['ForAnyValue:StringEquals', 'aws:SourceOrgPaths', 'o-a1b2c3d4e5/r-1/'],
  ]
  for (const written of yes) t.equal(pinned(written), true, written.join(' '))
  t.end()
})

t.test('it takes nothing else for a pin', t => {
  const no: readonly Written[] = [
    ['StringEquals', 'kms:ViaService', 's3.eu-west-1.amazonaws.com'],
    ['StringNotEquals', 'aws:SourceAccount', '111122223333'],
    ['StringEqualsIfExists', 'aws:SourceAccount', '111122223333'],
    ['ForAllValues:StringEquals', 'aws:SourceOrgPaths', 'o-a1b2c3d4e5/r-1/'],
    ['Null', 'aws:SourceAccount', 'false'],
    ['Equals', 'aws:SourceAccount', '111122223333'],
    ['StringLike', 'aws:SourceAccount', '*'],
    ['StringLike', 'aws:SourceAccount', '1111*'],
    ['StringLike', 'aws:SourceAccount', ['111122223333', '*']],
    ['StringEquals', 'aws:SourceAccount', '${aws:PrincipalAccount}'],
    ['StringEquals', 'aws:SourceAccount', '${aws:PrincipalTag/«x»}'],
    ['StringEquals', 'aws:SourceAccount', 'a${aws:username}'],
    ['ArnLike', 'aws:SourceArn', '*'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:s3:::*'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:*:topic'],
    ['ArnLike', 'aws:SourceArn', 'trail'],
    ['StringLike', 'aws:SourceOrgID', 'o-*'],
    ['ForAnyValue:StringLike', 'aws:SourceOrgPaths', 'o-*/r-1/*'],
    ['StringLike', 'aws:userid', '*:alice'],
  ]
  for (const written of no) t.equal(pinned(written), false, written.join(' '))
  t.end()
})

t.test('it leaves open what holes of a pattern decide', t => {
  const open: readonly Written[] = [
    ['StringLike', 'aws:SourceAccount', '«var.account»'],
    ['ArnLike', 'aws:SourceArn', '«aws_cloudtrail.main.arn»'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:eu-west-1:«var.account»:*'],
    ['StringLike', 'aws:SourceAccount', '111122223333', ['more']],
    ['String«x»', 'aws:SourceAccount', '111122223333'],
    ['StringEquals', '«key»', '111122223333'],
  ]
  for (const written of open) t.equal(pinned(written), 'unknown', written.join(' '))
  t.end()
})

t.test('it takes IfExists on a key that is surely there for a demand', t => {
  t.equal(pinned(['StringEqualsIfExists', 'aws:SourceAccount', '111122223333'], false, always), true)
  t.equal(pinned(['ForAllValues:StringEquals', 'aws:SourceOrgPaths', 'o-a/'], false, always), true)
  t.equal(pinned(['StringNotEquals', 'aws:SourceAccount', '111122223333'], false, always), false)
  t.end()
})

t.test('it reads a Deny the other way round', t => {
  t.equal(pinned(['StringNotEquals', 'aws:SourceAccount', '111122223333'], true), true)
  t.equal(pinned(['StringNotEqualsIfExists', 'aws:SourceAccount', '111122223333'], true), true)
  t.equal(pinned(['ArnNotLike', 'aws:SourceArn', 'arn:aws:s3:::*'], true), false)
  t.equal(pinned(['StringEquals', 'aws:SourceAccount', '111122223333'], true), false)
  t.equal(pinned(['ForAnyValue:StringNotEquals', 'aws:SourceOrgPaths', 'o-a/'], true), false)
  t.equal(pinned(['ForAllValues:StringNotEquals', 'aws:SourceOrgPaths', 'o-a/'], true), true)
  t.end()
})

t.test('it knows exactly which value is demanded', t => {
  const key = 'kms:grantisforawsresource'
  const to = (written: Written, denied = false, carries = never): Expected =>
    outcome(pinsTo(guarding(written, denied), key, 'true', carries))
  const name = 'kms:GrantIsForAWSResource'
  t.equal(to(['Bool', name, 'true']), true)
  t.equal(to(['Bool', name, 'True']), true)
  t.equal(to(['Bool', name, ['true', 'false']]), false)
  t.equal(to(['Bool', name, '«x»']), 'unknown')
  t.equal(to(['BoolIfExists', name, 'true']), false)
  t.equal(to(['BoolIfExists', name, 'true'], false, always), true)
  t.equal(to(['BoolIfExists', name, 'false'], true), true, 'a Deny where it is false or missing')
  t.equal(to(['Bool', name, 'false'], true), false, 'a Deny where it is false lets a missing one pass')
  t.equal(to(['Bool', name, 'false'], true, always), true)
  t.equal(to(['BoolIfExists', name, 'true'], true), false)
  t.equal(to(['BoolIfExists', name, 'maybe'], true), false, 'a Deny that never applies demands nothing')
  t.equal(to(['BoolIfExists', name, '«x»'], true), 'unknown')
  t.end()
})

t.test('it sees an encryption context that names an account or a resource', t => {
  const names = (...written: Written): Expected => outcome(namesResource(guarding(written), never))
  const key = 'kms:EncryptionContext:aws:logs:arn'
  t.equal(names('ArnLike', key, 'arn:aws:logs:eu-west-1:111122223333:*'), true)
  t.equal(names('StringEquals', 'kms:EncryptionContext:account', '111122223333'), true)
  t.equal(names('StringEquals', key, '«aws_cloudwatch_log_group.main.arn»'), true)
  t.equal(names('StringEquals', key, '${aws:ResourceAccount}'), true)
  t.equal(names('StringEquals', key, '${aws:PrincipalAccount}'), false)
  t.equal(names('StringLike', key, '«arn»'), 'unknown')
  t.equal(names('StringLike', key, 'arn:aws:logs:*:*:*'), false)
  t.equal(names('StringEquals', 'kms:EncryptionContext:team', 'blue'), false)
  t.equal(names('StringEquals', key, 'arn:aws:logs:*:*:*'), true, 'a literal star is one value, and no other')
  t.equal(names('StringEquals', 'kms:EncryptionContextKeys', '111122223333'), false)
  t.end()
})

t.test('it takes any text beside wildcards for a value of a key that names no account', t => {
  const open = (value: string) =>
    outcome(pins(guarding(['StringLike', 'kms:ViaService', value]), new Set(['kms:viaservice']), never))
  t.equal(open('s3.*.amazonaws.com'), true)
  t.equal(open('*'), false)
  t.equal(open('*«x»'), 'unknown')
  t.end()
})

t.test('it calls an ARN fixed that names something of one account', t => {
  t.equal(outcome(arnIsFixed(['arn:aws:s3:::bucket'])), true)
  t.equal(outcome(arnIsFixed(['arn:aws:s3:::b*'])), false)
  t.equal(outcome(arnIsFixed(sample('arn:aws:s3:::«bucket»/*'))), 'unknown')
  t.equal(outcome(arnIsFixed(['bucket'])), false)
  t.equal(outcome(arnIsFixed(sample('«arn»'))), 'unknown')
  t.end()
})
