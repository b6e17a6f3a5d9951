import fc from 'fast-check'
import t from 'tap'
import { hole, sample } from './sample.js'
import { literal, text, type Hole, type Text } from './text.js'
import { isUnknown } from './truth.js'
import { canOverlap, hasWildcard, includes, isAnything, matches } from './wildcard.js'

const wild = { wildcards: true } as const

const compiled = (pattern: string, flags = 's'): RegExp =>
  new RegExp(
    `^${[...pattern].map(c => (c === '*' ? '.*' : c === '?' ? '.' : c.replace(/[\\^$.|+()[\]{}]/, '\\$&'))).join('')}$`,
    `u${flags}`,
  )

const letters = ['a', 'b', 'A', '.']
const someString = fc.string({ unit: fc.constantFrom(...letters, '*'), maxLength: 6 })
const aPattern = fc.string({ unit: fc.constantFrom(...letters, '*', '?'), maxLength: 6 })

t.test('it matches as the same pattern written as a regular expression', t => {
  fc.assert(
    fc.property(aPattern, someString, (pattern, value) => {
      const caseless = { wildcards: true, ignoreCase: true }
      return (
        matches([pattern], [value], wild) === compiled(pattern).test(value) &&
        matches([pattern], [value], caseless) === compiled(pattern, 'si').test(value) &&
        matches([pattern], [value]) === (pattern === value)
      )
    }),
    { numRuns: 2000 },
  )
  t.end()
})

t.test('it takes a character beyond the basic plane for one', t => {
  t.equal(matches(['a?b'], ['a😀b'], wild), true)
  t.end()
})

/** All strings over a small alphabet, up to a length that decides for patterns of the lengths used here. */
const strings = (alphabet: readonly string[], length: number): string[] =>
  length === 0
    ? ['']
    : [
        '',
        ...strings(alphabet, length - 1)
          .filter(s => s.length === length - 1)
          .flatMap(s => alphabet.map(c => s + c)),
        ...strings(alphabet, length - 1).slice(1),
      ]

const every = strings(['a', 'b', 'c'], 6)
const shortPattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 3 })

t.test('it knows whether two patterns can match one string', t => {
  fc.assert(
    fc.property(shortPattern, shortPattern, (a, b) => {
      const [ra, rb] = [compiled(a), compiled(b)]
      return canOverlap([a], wild, [b], wild) === every.some(s => ra.test(s) && rb.test(s))
    }),
    { numRuns: 300 },
  )
  t.end()
})

t.test('it says that a pattern includes another only where it does', t => {
  fc.assert(
    fc.property(shortPattern, shortPattern, (a, b) => {
      const [ra, rb] = [compiled(a), compiled(b)]
      return !includes([a], [b]) || every.every(s => !rb.test(s) || ra.test(s))
    }),
    { numRuns: 300 },
  )
  for (const [pattern, other] of [
    ['*', 'a*b?'],
    ['a*', 'ab*'],
    ['kms:*', 'kms:Decrypt'],
    ['?b*', '?b?'],
  ] as const) {
    t.equal(includes([pattern], [other]), true, `${pattern} includes ${other}`)
  }
  t.equal(includes(['KMS:*'], ['kms:decrypt'], true), true)
  t.equal(includes(['KMS:*'], ['kms:decrypt']), false)
  t.equal(includes(['?'], ['*']), false)
  t.end()
})

const holes = [hole('x'), hole('y')]
const aText = (literals: fc.Arbitrary<string>): fc.Arbitrary<Text> =>
  fc.array(fc.oneof(literals, fc.constantFrom(...holes)), { maxLength: 3 }).map(parts => text(...parts))
const substituted = (t: Text, values: ReadonlyMap<Hole, string>): string =>
  t.map(part => (typeof part === 'string' ? part : (values.get(part) ?? ''))).join('')

const fillings = ['', 'a', 'b', 'ab', 'ba', 'aab'].flatMap(x =>
  ['', 'a', 'b', 'ab', 'bb'].map(
    y =>
      new Map([
        [holes[0]!, x],
        [holes[1]!, y],
      ]),
  ),
)

t.test('it says yes or no only where every content of the holes agrees', t => {
  const literals = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 3 })
  fc.assert(
    fc.property(aText(literals), aText(literals), (pattern, value) => {
      const truth = matches(pattern, value, wild)
      if (isUnknown(truth)) return truth.holes.length > 0
      return fillings.every(values => compiled(substituted(pattern, values)).test(substituted(value, values)) === truth)
    }),
    { numRuns: 2000 },
  )
  t.end()
})

t.test('it decides by the known half of a text', t => {
  const arn = sample('arn:aws:cloudtrail:eu-west-1:«account»:trail/finance')
  t.equal(matches(['arn:aws:cloudtrail:*'], arn, wild), true)
  t.equal(matches(['arn:aws:s3:*'], arn, wild), false)
  t.ok(isUnknown(matches(['arn:aws:cloudtrail:*:111122223333:*'], arn, wild)))
  t.equal(matches(arn, arn), true, 'the same hole holds the same value')
  t.ok(isUnknown(matches(sample('«x»'), sample('«y»'))), 'other holes may not')
  t.end()
})

t.test('it judges a sensitive value by what it is', t => {
  t.equal(matches(['secret'], sample('«password=secret»')), true)
  t.equal(hasWildcard(sample('«password=se*»')), true)
  t.equal(literal(sample('«password=se*»')), 'se*')
  t.end()
})

t.test('it finds wildcards where a text has them', t => {
  t.equal(hasWildcard(['a?']), true)
  t.equal(hasWildcard(sample('a«x»')), false)
  t.equal(isAnything(['*']), true)
  t.equal(isAnything(['**']), true)
  for (const other of ['', '*?', 'a*', '*«x»', '«x»']) t.equal(isAnything(sample(other)), false, other)
  t.end()
})

t.test('it leaves open what would take minutes to compare', t => {
  const [pattern, value] = [[`*${'a'.repeat(9_999)}b`], ['a'.repeat(9_999)]]
  const truth = matches(pattern, value, wild)
  t.match(isUnknown(truth) && truth.holes, [{ name: 'a text too long to compare' }])
  t.equal(canOverlap(pattern, wild, value, {}), true)
  t.equal(canOverlap(value, {}, pattern, wild), true)
  t.equal(includes(pattern, value), false)
  t.equal(matches(value, value), true, 'texts without wildcards of any length are compared')
  t.end()
})
