import t from 'tap'
import { inert, visible } from './escape.js'

t.test('it shows what cannot be seen and keeps what can', t => {
  t.equal(visible('a\nb\r\tc\u001b[31m\u0085\u202e\ufeff'), 'a\\nb\\r\\tc\\u001b[31m\\u0085\\u202e\\ufeff')
  t.equal(visible('\u{e0041}\ud800'), '\\u{e0041}\\ud800')
  t.equal(visible('naïve 漢字 🔑 %0A'), 'naïve 漢字 🔑 %0A')
  t.end()
})

t.test('it leaves no line that the runner would read as a command', t => {
  t.equal(inert('::error::x'), '\\u003a:error::x')
  t.equal(inert('a\n  ::error::x'), 'a\n  \\u003a:error::x')
  t.equal(inert('see ##[add-mask]x'), 'see #\\u0023[add-mask]x')
  t.equal(inert('####[x]'), '###\\u0023[x]')
  t.equal(inert('arn:aws:iam::111122223333:root'), 'arn:aws:iam::111122223333:root')
  t.end()
})
