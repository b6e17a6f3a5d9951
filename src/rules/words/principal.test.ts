import t from 'tap'
import { here, sample, sampleKey } from '../../model/sample.js'
import { readPrincipal } from '../../model/principal.js'
import { principalType } from './principal.js'
import { read, settings } from './sample.js'

const field = (name: string, element: string, written: string, facts = {}) =>
  read(principalType, name, {
    key: sampleKey(facts),
    settings,
    principal: readPrincipal(element, sample(written), here),
  })

t.test('it tells what a principal is and whose', t => {
  const role = 'arn:aws:iam::111122223333:role/app'
  t.equal(field('kind', 'AWS', role), 'role')
  t.equal(field('kind', 'AWS', '«arn»'), 'unknown')
  t.equal(field('name', 'AWS', role), role)
  t.equal(field('isOwn', 'AWS', role), true)
  t.equal(field('isOwn', 'AWS', 'arn:aws:iam::444455556666:root'), false)
  t.equal(field('isOwn', 'AWS', '*'), false)
  t.equal(field('isOwn', 'AWS', role, { account: undefined }), 'unknown')
  t.equal(field('isForeign', 'AWS', 'arn:aws:iam::444455556666:root'), true)
  t.equal(field('isForeign', 'AWS', role), false)
  t.equal(field('isForeign', 'Service', 's3.amazonaws.com'), false)
  const scope = { key: sampleKey(), settings, principal: readPrincipal('AWS', sample('a«x»'), here) }
  t.same(principalType.print?.(scope), sample('a«x»'))
  t.equal(principalType.place?.(scope), here)
  t.end()
})

t.test('it says what is wrong with a principal that names nobody', t => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['CanonicalUser', 'abc', 'a canonical user belongs in a bucket policy'],
    ['Federated', 'cognito-identity.amazonaws.com', 'a federated provider belongs in the trust policy of a role'],
    ['AWS', 'arn:aws:iam::111122223333:group/a', 'a group is no principal: name a role'],
    ['AWS', 'arn:aws:iam::111122223333:saml-provider/a', 'a key policy does not take this kind of principal'],
    ['AWS', '', 'it is empty'],
    ['Service', 's3', 'a service principal looks like service.amazonaws.com'],
    ['aws', 'x', 'principals stand under AWS or Service, not under aws'],
    ['AWS', '11112222333', 'an account id has twelve digits'],
    [
      'AWS',
      'arn:aws:s3:::a',
      'the ARN is not that of an account root, a role, a user or a session (arn:aws:iam::ACCOUNT:role/NAME)',
    ],
    ['AWS', 'app', 'a principal is an ARN or an account id, not a name'],
    ['AWS', '*', ''],
    ['AWS', '«arn»', ''],
  ]
  for (const [element, written, flaw] of cases) t.equal(field('flaw', element, written), flaw, written)
  t.ok(field('flaw', 'AWS', 'app-«x»'), 'what is known is enough to say so')
  t.end()
})
