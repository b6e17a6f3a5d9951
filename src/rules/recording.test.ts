import t from 'tap'
import { Unknown } from '../model/truth.js'
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

t.test('record', t => {
  t.test('gives a value, also where something unknown was absorbed', t => {
    t.strictSame(
      record(false, () => {
        absorbed(() => raise(new Unknown([hole('x')])))
        return 7
      }),
      { value: 7 },
    )
    t.end()
  })

  t.test('names every hole that was read when the whole is unknown', t => {
    const [x, y] = [hole('x'), hole('y')]
    t.strictSame(
      record(false, () => {
        absorbed(() => guarded(() => raise(new Unknown([x]))))
        return raise(new Unknown([y]))
      }),
      { holes: [x, y] },
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
        record(false, () => {
          absorbed(broken)
        }),
      bug,
    )
    t.throws(() => record(false, broken), bug)
    t.throws(
      () =>
        record(false, () => {
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
      record(false, () => {
        absorbed(fail)
        return 7
      }),
      { value: 7 },
    )
    t.throws(() => record(false, fail), { message: 'index' })
    t.end()
  })

  t.test('keeps nested evaluations apart', t => {
    t.equal(isPrinting(), false)
    const outer = record(true, () => {
      const inner = record(false, () => isPrinting() || raise(new Unknown([hole('x')])))
      return [isPrinting(), 'holes' in inner]
    })
    t.strictSame(outer, { value: [true, true] })
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
