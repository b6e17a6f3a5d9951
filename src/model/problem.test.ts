import t from 'tap'
import { attempt, InputError, problemOf, type Problem } from './problem.js'

t.test('it turns an input error into a problem', t => {
  const problems: Problem[] = []
  const location = { file: 'plan.json', line: 1 }
  const read = attempt(
    (): number => {
      throw new InputError('not-json', 'this is no JSON value', location)
    },
    problem => {
      problems.push(problem)
    },
  )
  t.equal(read, undefined)
  t.same(problems, [{ code: 'not-json', severity: 'error', message: 'this is no JSON value', location }])
  t.same(problemOf(new InputError('too-large', 'too large'), 'warning'), {
    code: 'too-large',
    severity: 'warning',
    message: 'too large',
  })
  t.end()
})

t.test('it gives what was read, and lets a bug through', t => {
  const unasked = () => {
    throw new Error('no problem was expected')
  }
  t.equal(
    attempt(() => 7, unasked),
    7,
  )
  const bug = () => {
    throw new TypeError('a bug')
  }
  t.throws(() => {
    attempt(bug, unasked)
  }, TypeError)
  t.end()
})
