import t from 'tap'
import { hole, sample } from './sample.js'
import { concat, holesOf, isSensitive, literal, print, revealed, text } from './text.js'

t.test('it joins neighbouring literals and drops empty ones', t => {
  t.same(text('a', '', 'b', hole('x'), '', 'c'), ['ab', hole('x'), 'c'])
  t.same(text(''), [])
  t.same(concat(['a'], [], ['b', hole('x')]), ['ab', hole('x')])
  t.end()
})

t.test('it gives a whole value only where no hole hides any of it', t => {
  t.equal(literal(['abc']), 'abc')
  t.equal(literal([]), '')
  t.equal(literal(sample('a«x»b')), undefined)
  t.equal(literal(sample('a«password=secret»b')), 'asecretb', 'a sensitive value is judged')
  t.end()
})

t.test('it never prints a sensitive value', t => {
  const sensitive = sample('key-«password=secret»-«other»')
  t.equal(print(sensitive), 'key-(sensitive)-${other}')
  t.equal(isSensitive(sensitive), true)
  t.equal(isSensitive(sample('key-«other»')), false)
  t.end()
})

t.test('it counts a sensitive value as known and other holes as hidden', t => {
  const both = sample('«password=s»«other»')
  t.same(holesOf(both), [hole('other')])
  t.same(revealed(both), ['s', hole('other')])
  t.end()
})
