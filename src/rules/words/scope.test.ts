import t from 'tap'
import { here, hole, sample, sampleKey } from '../../model/sample.js'
import { readPrincipal } from '../../model/principal.js'
import { isUnknown, Unknown } from '../../model/truth.js'
import { allow, scopeOfPolicy, settings } from './sample.js'
import { callerOf, classOf, identityOf, isOwnAccount } from './scope.js'

const scope = { key: sampleKey(), settings }
const kinds = (element: string, written: string) => callerOf(scope, readPrincipal(element, sample(written), here)).kinds

t.test('it knows who may stand behind a principal', t => {
  t.same(kinds('AWS', '*'), ['principal', 'service'])
  t.same(kinds('AWS', '«x»'), ['principal', 'service'])
  t.same(kinds('Service', 's3.amazonaws.com'), ['service'])
  t.same(kinds('AWS', '111122223333'), ['principal'])
  t.same(identityOf(scope, readPrincipal('AWS', ['*'], here)).kinds, ['principal'])
  t.equal(callerOf(scope, readPrincipal('Service', ['logs.eu-west-1.amazonaws.com'], here)).service, 'logs')
  t.equal(callerOf(scope, readPrincipal('Service', sample('«x».amazonaws.com'), here)).service, undefined)
  t.end()
})

t.test("it knows the key's own account, be it a hole", t => {
  t.equal(isOwnAccount(scope, ['111122223333']), true)
  t.equal(isOwnAccount(scope, ['444455556666']), false)
  t.equal(isOwnAccount({ key: sampleKey({ account: undefined }) }, sample('«account»')), true)
  t.ok(isUnknown(isOwnAccount(scope, sample('«var.account»'))))
  t.equal(classOf(scope), 'symmetric')
  t.equal(classOf({ key: sampleKey({ spec: new Unknown([hole('s')]) }) }), undefined)
  t.end()
})

t.test('it lists no permission that gives nothing', t => {
  t.equal(scopeOfPolicy({ Statement: [allow('*', 's3:*'), allow('*')] }).permissions.length, 1)
  t.end()
})
