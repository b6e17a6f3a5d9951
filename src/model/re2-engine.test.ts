import fc from 'fast-check'
import { RE2JS } from 're2js'
import t from 'tap'
import { readRe2 } from './re2-engine.js'
import { sizeOf } from './re2-size.js'

const tested = (pattern: string, text: string): boolean | string => {
  const read = readRe2(pattern)
  return 'flaw' in read ? read.flaw : read.test(text)
}

const found = (pattern: string, text: string, from = 0) => {
  const read = readRe2(pattern)
  return 'flaw' in read ? read : read.searchIn(text)(from)
}

t.test('it matches what RE2 matches', t => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['', '', true],
    ['^arn:aws[a-z-]*:iam::\\d{12}:role/.*-admin$', 'arn:aws-cn:iam::111122223333:role/key-admin', true],
    ['^arn:aws[a-z-]*:iam::\\d{12}:role/.*-admin$', 'arn:aws:iam::11112222333:role/key-admin', false],
    ['^(?P<name>a|bc)(?<other>d)$', 'bcd', true],
    ['^a{1,2}$', 'aaa', false],
    ['a{x}', 'a{x}', true],
    ['^[]a-c\\]\\d-]+$', 'b]-7', true],
    ['^.$', '\n', false],
    ['^.$', '😀', true],
    ['\\Badmin', 'key-admin', false],
    ['(?i)^ADMIN[[:alpha:]]$', 'adminb', true],
  ]
  for (const [pattern, text, expected] of cases) t.equal(tested(pattern, text), expected, pattern)
  t.end()
})

t.test('it finds the first match, its groups, and what stands before it', t => {
  t.strictSame(found('(?P<x>b)|(c)', 'abc'), { from: 1, to: 2, texts: ['b', 'b', undefined] })
  t.strictSame(found('(?P<x>b)|(c)', 'abc', 2), { from: 2, to: 3, texts: ['c', undefined, 'c'] })
  t.strictSame(found('^b|\\bc', 'bbc', 1), undefined)
  const read = readRe2('(a)(?P<x>b)')
  t.strictSame('names' in read && read.names, [undefined, 'x'])
  t.end()
})

t.test('it says what RE2 refuses, and what is not read here', t => {
  const refused = {
    '(a': 'missing closing )',
    '(?=a)': 'invalid or unsupported Perl syntax',
    'a{2,1}': 'invalid repeat count',
  }
  for (const [pattern, flaw] of Object.entries(refused)) {
    const read = readRe2(pattern)
    t.ok('flaw' in read && read.flaw.startsWith(flaw) && !read.isOpen, pattern)
  }
  const open = ['a'.repeat(1001), 'a{1000}'.repeat(140), '(((a{100}){100}){100})', '(?P<n>a)(?P<n>b)']
  for (const pattern of open) t.match(readRe2(pattern), { isOpen: true }, pattern.slice(0, 40))
  t.end()
})

t.test('it takes no more time than the text is long, and no text that is too long', t => {
  const start = performance.now()
  t.equal(tested('^(a+)+!$', 'a'.repeat(30_000)), false)
  t.equal(tested('(a|aa|b*)*[cd]$', `${'a'.repeat(30_000)}ce`), false)
  t.equal(found('((a*)*)*!$', `${'a'.repeat(30_000)}!b`), undefined)
  t.ok(performance.now() - start < 10_000)
  t.throws(() => tested('a', 'b'.repeat(4_000_000)), RangeError)
  t.end()
})

t.test('it knows from above how large a program becomes', t => {
  const leaf = fc.constantFrom(
    'a',
    '.',
    '[(]',
    '[)a]',
    '[^]]',
    '\\(',
    '\\pL',
    '\\x{1000}',
    '\\Q(\\E',
    '[[:alpha:](]',
    '^',
    '',
  )
  const times = fc.constantFrom('*', '+', '?', '{2}', '{0,20}', '{10,}', '{0,5}?', '{0}')
  const { pattern } = fc.letrec<{ pattern: string }>(tie => ({
    pattern: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.tuple(tie('pattern'), tie('pattern')).map(parts => parts.join('')),
      fc.tuple(tie('pattern'), tie('pattern')).map(parts => `(${parts.join('|')})`),
      fc.tuple(tie('pattern'), times).map(([part, often]) => `(?:${part})${often}`),
    ),
  }))
  fc.assert(
    fc.property(pattern, written => {
      let size = 0
      try {
        size = RE2JS.compile(written).programSize()
      } catch {
        // RE2 refuses it, so that it never becomes a program
      }
      return size <= sizeOf(written)
    }),
    { numRuns: 1000 },
  )
  t.pass()
  t.end()
})
