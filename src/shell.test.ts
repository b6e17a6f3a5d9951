import t from 'tap'
import { tolerateClosedPipe, wantsColor, writeAll, type Output, type Shell } from './shell.js'

const shell = (env: Shell['env'], stdout: Partial<Output>): Shell => ({
  argv: [],
  env,
  cwd: () => '/',
  stdin: (async function* () {})(),
  stdout: { write: () => true, ...stdout },
  stderr: { write: () => true },
})

t.test('it colours a terminal, and nothing else unless asked', t => {
  t.equal(wantsColor(shell({}, { isTTY: true }), false), true)
  t.equal(wantsColor(shell({}, {}), false), false)
  t.equal(wantsColor(shell({ TERM: 'dumb' }, { isTTY: true }), false), false)
  t.equal(wantsColor(shell({ FORCE_COLOR: '1' }, {}), false), true)
  t.equal(wantsColor(shell({ FORCE_COLOR: '0' }, { isTTY: true }), false), false)
  t.end()
})

t.test('it lets a refusal win over everything else', t => {
  t.equal(wantsColor(shell({ NO_COLOR: '1', FORCE_COLOR: '1' }, { isTTY: true }), false), false)
  t.equal(wantsColor(shell({ NO_COLOR: '' }, { isTTY: true }), false), true)
  t.equal(wantsColor(shell({ FORCE_COLOR: '1' }, { isTTY: true }), true), false)
  t.end()
})

t.test('it bears with a reader that goes away, and with no other error', t => {
  let failed: (error: Error & { code?: string }) => void = () => t.fail('nobody listens')
  tolerateClosedPipe({ write: () => true, on: (_event, listener) => (failed = listener) })
  t.doesNotThrow(() => {
    failed(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
  })
  t.throws(() => {
    failed(Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' }))
  }, /ENOSPC/)
  t.doesNotThrow(() => {
    tolerateClosedPipe({ write: () => true })
  })
  t.end()
})

t.test('it writes a piece when the one before was taken', async t => {
  const events: string[] = []
  const pieces = function* () {
    for (const piece of ['a', 'b']) {
      events.push(`made ${piece}`)
      yield piece
    }
  }
  const write: Output['write'] = (text, written) => {
    setImmediate(() => {
      events.push(`took ${text}`)
      written?.()
    })
  }
  await writeAll({ write }, pieces())
  t.same(events, ['made a', 'took a', 'made b', 'took b'])
})
