import t from 'tap'
import { isUnknown, Unknown } from '../model/truth.js'
import { guarded, isPrinting, raise, record } from './recording.js'
import { UnknownError } from './rule.js'

const hole = (name: string) => ({ kind: 'after-apply', name }) as const
const absorbed = (f: () => unknown): void => {
  try {
    f()
  } catch {
    // As CEL's `||` does when its other side is true.
  }
}

const recorded = (evaluate: () => unknown, printing = false): unknown => record(printing, evaluate, undefined)

t.test('record', t => {
  t.test('gives a value, also where something unknown was absorbed', t => {
    t.strictSame(
      recorded(() => {
        absorbed(() => raise(new Unknown([hole('x')])))
        return 7
      }),
      7,
    )
    t.end()
  })

  t.test('names every hole that was read when the whole is unknown', t => {
    const [x, y] = [hole('x'), hole('y')]
    t.strictSame(
      recorded(() => {
        absorbed(() => guarded(() => raise(new Unknown([x]))))
        return raise(new Unknown([y]))
      }),
      new Unknown([x, y]),
    )
    t.end()
  })

  t.test('throws a bug even where it was absorbed', t => {
    const bug = new TypeError('bug')
    const broken = () =>
      guarded(() => {
        throw bug
      })
    t.throws(
      () =>
        recorded(() => {
          absorbed(broken)
        }),
      bug,
    )
    t.throws(() => recorded(broken), bug)
    t.throws(
      () =>
        recorded(() => {
          absorbed(broken)
          return raise(new Unknown([hole('x')]))
        }),
      bug,
      'rather than calling it unknown',
    )
    t.end()
  })

  t.test('lets an error of CEL be absorbed, and throws it otherwise', t => {
    const fail = () =>
      guarded(() => {
        throw Object.assign(new Error('index'), { name: 'EvaluationError' })
      })
    t.strictSame(
      recorded(() => {
        absorbed(fail)
        return 7
      }),
      7,
    )
    t.throws(() => recorded(fail), { message: 'index' })
    t.end()
  })

  t.test('keeps nested evaluations apart', t => {
    t.equal(isPrinting(), false)
    const outer = recorded(() => {
      const inner = recorded(() => isPrinting() || raise(new Unknown([hole('x')])))
      return [isPrinting(), isUnknown(inner)]
    }, true)
    t.strictSame(outer, [true, true])
    t.throws(
      () => guarded(() => raise(new Unknown([hole('x')]))),
      UnknownError,
      'outside an evaluation nothing is noted',
    )
    t.throws(
      () =>
        guarded(() => {
          throw new TypeError('bug')
        }),
      { message: 'bug' },
    )
    t.end()
  })
  t.end()
})
