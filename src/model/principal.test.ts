import t from 'tap'
import { readPrincipal, rootArn, sameAccount } from './principal.js'
import { here, hole, sample } from './sample.js'
import { literal } from './text.js'
import { isUnknown } from './truth.js'

const kindOf = (element: string, written: string) => {
  const { kind } = readPrincipal(element, sample(written), here)
  return isUnknown(kind) ? 'unknown' : kind
}

t.test('it classifies what can stand under AWS', t => {
  const cases: readonly (readonly [string, string])[] = [
    ['*', 'any'],
    ['111122223333', 'account-root'],
    ['arn:aws:iam::111122223333:root', 'account-root'],
    ['arn:aws-cn:iam::111122223333:root', 'account-root'],
    ['arn:aws-us-gov:iam::111122223333:role/app', 'role'],
    ['arn:aws:iam::111122223333:role/team/app', 'role'],
    [
      'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
      'service-linked-role',
    ],
    ['arn:aws:iam::111122223333:user/alice', 'user'],
    ['arn:aws:sts::111122223333:assumed-role/app/session', 'assumed-role'],
    ['arn:aws:sts::111122223333:federated-user/bob', 'federated-user'],
    ['AROAEXAMPLEID12345678', 'unique-id'],
    ['AIDAEXAMPLEID12345678', 'unique-id'],
    ['arn:aws:iam::111122223333:role/app-*', 'wildcard'],
    ['arn:aws:iam::*:root', 'wildcard'],
    ['1111*', 'wildcard'],
    ['arn:aws:iam::111122223333:group/admins', 'unsupported'],
    ['arn:aws:iam::111122223333:saml-provider/corp', 'unsupported'],
    ['arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com', 'unsupported'],
    ['', 'malformed'],
    ['app', 'malformed'],
    ['11112222333', 'malformed'],
    ['arn:aws::iam:111122223333:root', 'malformed'],
    ['arn:aws:iam:111122223333:role/app', 'malformed'],
    ['arn:aws:iam::account_id:role/app', 'malformed'],
    ['arn:aws:iam::111122223333:role/', 'malformed'],
    ['arn:aws:iam::111122223333:policy/p', 'malformed'],
    ['arn:aws:iam:eu-west-1:111122223333:root', 'malformed'],
    ['arn:amazon:iam::111122223333:root', 'malformed'],
    ['arn:aws:s3:::bucket', 'malformed'],
    ['arn:aws:lambda::111122223333:role/app', 'malformed'],
    ['arn:aws:sts::111122223333:assumed-role/app', 'malformed'],
    ['arn:aws:sts::111122223333:federated-user/', 'malformed'],
    ['arn:aws:sts::111122223333:role/app', 'malformed'],
  ]
  for (const [written, expected] of cases) t.equal(kindOf('AWS', written), expected, written || 'the empty string')
  t.end()
})

t.test('it classifies by the known part of a principal', t => {
  const cases: readonly (readonly [string, string])[] = [
    ['«account»', 'account-root'],
    ['arn:«partition»:iam::«account»:root', 'account-root'],
    ['arn:aws:iam::«var.partner»:root', 'account-root'],
    ['arn:aws:iam::«account»:role/«var.name»', 'role'],
    ['arn:aws:iam::«account»:user/«var.name»', 'user'],
    ['arn:aws:iam::«account»:user/a«var.name»', 'user'],
    ['arn:aws:sts::«account»:assumed-role/app/«var.session»', 'assumed-role'],
    ['arn:aws:sts::«account»:federated-user/«var.name»', 'federated-user'],
    ['arn:aws:iam::«id=111122223333»:role/app', 'role'],
    ['arn:aws:iam::«account»:role/a-*-«x»', 'wildcard'],
    ['arn:aws:iam::«account»:policy/«x»', 'malformed'],
    ['arn:aws:iam::«account»:rootless«x»', 'malformed'],
    ['arn:aws:sts::«account»:other/«x»', 'malformed'],
    ['name-«x»', 'malformed'],
    ['«aws_iam_role.app.arn»', 'unknown'],
    ['1111«rest»', 'unknown'],
    ['arn:aws:iam::«account»:«resource»', 'unknown'],
    ['arn:aws:«service»::«account»:role/app', 'unknown'],
    ['arn:aws:iam::«account»:role«path»app', 'unknown'],
    ['arn:aws:sts::«account»:«x»', 'unknown'],
  ]
  for (const [written, expected] of cases) t.equal(kindOf('AWS', written), expected, written)
  t.end()
})

t.test('it knows a service principal by its form', t => {
  const cases: readonly (readonly [string, string])[] = [
    ['cloudtrail.amazonaws.com', 'service'],
    ['logs.eu-west-1.amazonaws.com', 'service'],
    ['ec2.amazonaws.com.cn', 'service'],
    ['s3.amazonaws.eu', 'service'],
    ['s3.c2s.ic.gov', 'service'],
    ['eu-west-1.supportauthz.aws.internal', 'malformed'],
    ['s3.«region».example.com', 'malformed'],
    ['s3.«domain».com', 'unknown'],
    ['logs.«region».amazonaws.com', 'service'],
    ['«var.service»', 'unknown'],
    ['logs.«suffix»', 'unknown'],
    ['*', 'wildcard'],
    ['logs.*.amazonaws.com', 'wildcard'],
    ['*.«region».amazonaws.com', 'wildcard'],
    ['cloudtrail', 'malformed'],
    ['CloudTrail.amazonaws.com', 'malformed'],
    ['', 'malformed'],
  ]
  for (const [written, expected] of cases) t.equal(kindOf('Service', written), expected, written || 'the empty string')
  t.end()
})

t.test('it knows what a key policy does not take', t => {
  t.equal(kindOf('Federated', 'cognito-identity.amazonaws.com'), 'unsupported')
  t.equal(kindOf('CanonicalUser', '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be'), 'unsupported')
  t.equal(kindOf('Anyone', '*'), 'malformed')
  t.equal(kindOf('*', '*'), 'any')
  t.end()
})

t.test('it tells the account of a principal that has one', t => {
  const accountOf = (written: string) => readPrincipal('AWS', sample(written), here).account
  t.same(accountOf('111122223333'), ['111122223333'])
  t.same(accountOf('arn:aws:iam::111122223333:role/app'), ['111122223333'])
  t.same(accountOf('arn:aws:iam::«account»:root'), [hole('account')])
  t.equal(accountOf('*'), undefined)
  t.equal(readPrincipal('Service', ['s3.amazonaws.com'], here).account, undefined)
  t.end()
})

t.test('it compares accounts', t => {
  t.equal(sameAccount(['111122223333'], ['111122223333']), true)
  t.equal(sameAccount(['111122223333'], ['444455556666']), false)
  t.equal(sameAccount(sample('«account»'), [{ kind: 'expression', name: 'local.me', stands: 'account' }]), true)
  t.ok(isUnknown(sameAccount(sample('«account»'), ['111122223333'])))
  t.ok(isUnknown(sameAccount(sample('«var.a»'), sample('«var.b»'))))
  t.end()
})

t.test('it spells the root of an account', t => {
  t.equal(literal(rootArn(['111122223333'])), 'arn:aws:iam::111122223333:root')
  t.end()
})
