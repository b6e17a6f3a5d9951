import fc from 'fast-check'
import t from 'tap'
import { hole } from './sample.js'
import { all, any, isUnknown, not, Unknown, when, type Truth } from './truth.js'

const [x, y] = [hole('x'), hole('y')]
const unknown = new Unknown([x])

const aTruth: fc.Arbitrary<Truth> = fc.constantFrom<Truth>(true, false, unknown, new Unknown([y]))

/** No is 0, unknown is 1, yes is 2: Kleene's `all` is the least of them, `any` the greatest. */
const rank = (truth: Truth): number => (truth === true ? 2 : truth === false ? 0 : 1)

t.test("it follows Kleene's logic", t => {
  fc.assert(
    fc.property(fc.array(aTruth), truths => {
      const [least, greatest] = [Math.min(2, ...truths.map(rank)), Math.max(0, ...truths.map(rank))]
      return rank(all(truths)) === least && rank(any(truths)) === greatest
    }),
  )
  fc.assert(fc.property(fc.array(aTruth), truths => rank(not(all(truths))) === rank(any(truths.map(not)))))
  fc.assert(fc.property(aTruth, truth => not(not(truth)) === truth))
  t.end()
})

t.test('it names every hole that could decide, once', t => {
  const truth = all([true, unknown, new Unknown([y, x])])
  t.same(isUnknown(truth) && truth.holes, [x, y])
  const either = any([false, unknown, new Unknown([y])])
  t.same(isUnknown(either) && either.holes, [x, y])
  t.end()
})

t.test('it asks nothing of a fact that is not known', t => {
  t.equal(
    when<number, boolean>(unknown, () => t.fail('asked')),
    unknown,
  )
  t.equal(
    when(2, n => n > 1),
    true,
  )
  t.end()
})
