import t from 'tap'
import { cidrContains, isCidr, prefixLength } from './ip.js'

t.test('it knows an address or a range when it sees one', t => {
  for (const yes of ['203.0.113.7', '203.0.113.0/24', '0.0.0.0/0', '::/0', '2001:db8::1', '2001:db8::/32']) {
    t.equal(isCidr(yes), true, yes)
  }
  for (const no of [
    '',
    '*',
    '203.0.113',
    '203.0.113.0/33',
    '203.0.113.0/',
    '1.2.3.4/8/8',
    '::/129',
    'a/8',
    '1.2.3.4/-1',
  ]) {
    t.equal(isCidr(no), false, no)
  }
  t.end()
})

t.test('it measures a prefix', t => {
  t.equal(prefixLength('0.0.0.0/0'), 0)
  t.equal(prefixLength('203.0.113.7'), 32)
  t.equal(prefixLength('2001:db8::1'), 128)
  t.equal(prefixLength('somewhere'), undefined)
  t.end()
})

t.test('it knows which addresses lie in a range', t => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['203.0.113.0/24', '203.0.113.255', true],
    ['203.0.113.0/24', '203.0.114.0', false],
    ['203.0.113.7', '203.0.113.7', true],
    ['203.0.113.99/24', '203.0.113.1', true],
    ['0.0.0.0/0', '198.51.100.1', true],
    ['2001:db8::/32', '2001:db8:ffff::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['::/0', '198.51.100.1', false],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['anything', '198.51.100.1', false],
    ['0.0.0.0/0', 'anything', false],
  ]
  for (const [range, address, expected] of cases)
    t.equal(cidrContains(range, address), expected, `${address} in ${range}`)
  t.end()
})
