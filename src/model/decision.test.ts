import t from 'tap'
import { told, whenOneOf, type Decision } from './decision.js'

const is = (name: string, ...among: readonly string[]): Decision => ({ name, among, without: [] })
const isNot = (name: string, ...without: readonly string[]): Decision => ({ name, without })

t.test('it tells what is decided', t => {
  t.equal(told(is('Env', 'prod')), 'Env is prod')
  t.equal(told(is('Env', 'prod', '')), 'Env is prod or ""')
  t.equal(told(isNot('Env', 'prod', 'dev')), 'Env is not prod or dev')
  t.equal(told(isNot('Env')), '')
  t.end()
})

t.test('it leaves out what does not tell the ways from the others', t => {
  const ways = ['RSA', 'ECC'].flatMap(spec => ['true', 'false'].map(open => [is('Spec', spec), is('IsOpen', open)]))
  const [a = [], b = [], c = [], d = []] = ways
  t.strictSame(whenOneOf([a, c], [b, d]), ['IsOpen is true'])
  t.strictSame(whenOneOf([a, b], [c, d]), ['Spec is RSA'])
  t.strictSame(whenOneOf([b], [a, c, d]), ['Spec is RSA, IsOpen is false'])
  t.strictSame(whenOneOf([a, d], [b, c]), ['Spec is RSA, IsOpen is true', 'Spec is ECC, IsOpen is false'])
  t.strictSame(whenOneOf(ways, []), [])
  t.strictSame(whenOneOf([a, c, d], [b]), ['IsOpen is true', 'Spec is ECC'])
  t.end()
})

t.test('a way on which something is open is not told from others by that', t => {
  const [open, prod, dev] = [
    [is('IsOpen', 'true')],
    [is('IsOpen', 'false'), is('Env', 'prod')],
    [is('IsOpen', 'false'), isNot('Env', 'prod')],
  ]
  t.strictSame(whenOneOf([prod], [open, dev]), ['IsOpen is false, Env is prod'], 'it may be prod where it is open too')
  t.strictSame(whenOneOf([dev], [open, prod]), ['IsOpen is false, Env is not prod'])
  t.strictSame(whenOneOf([open, prod], [dev]), ['IsOpen is true', 'Env is prod'])
  t.end()
})

t.test('values that overlap tell nothing apart', t => {
  const [few, one, none] = [
    [is('Env', 'a', 'b'), is('X', 'true')],
    [is('Env', 'b'), is('X', 'false')],
    [isNot('Env', 'a'), is('X', 'false')],
  ]
  t.strictSame(whenOneOf([few], [one]), ['X is true'])
  t.strictSame(whenOneOf([few], [none]), ['X is true'])
  t.end()
})
