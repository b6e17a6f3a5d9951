import fc from 'fast-check'
import t from 'tap'
import { skip, scan, type Visit } from './scan.js'

const limits = { element: 1 << 20, depth: 200 }

const cut = (bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] => {
  const at = [...new Set(cuts.map(c => c % (bytes.length + 1)))].sort((a, b) => a - b)
  return [0, ...at].map((from, i) => bytes.slice(from, at[i] ?? bytes.length))
}
const walk = (source: string | Uint8Array, root: (key: string) => Visit, cuts: readonly number[] = []) => {
  const large: string[] = []
  const scanner = scan(root, limits, head => large.push(head))
  for (const chunk of cut(typeof source === 'string' ? Buffer.from(source) : source, cuts)) scanner.push(chunk)
  return { ...scanner.end(), large }
}
/** Takes every member of the root. */
const members = (source: string, cuts: readonly number[] = []) => {
  const taken: Record<string, unknown> = {}
  const result = walk(source, key => ({ kind: 'take', take: value => (taken[key] = value) }), cuts)
  return { ...result, taken }
}
const cuts = fc.array(fc.nat(), { maxLength: 12 })
const space = fc.constantFrom(undefined, 2, '\t')

t.test('it takes what JSON.parse reads, wherever the chunks are cut', t => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string({ minLength: 1 }).filter(k => k !== '__proto__'),
        fc.jsonValue(),
      ),
      space,
      cuts,
      (object, indent, where) => {
        const source = JSON.stringify(object, undefined, indent)
        const { taken, document } = members(source, where)
        t.same(taken, JSON.parse(source))
        t.equal(document, 'whole')
      },
    ),
    { numRuns: 500 },
  )
  t.end()
})

t.test('it walks lists and picks elements by a member, wherever the chunks are cut', t => {
  const element = fc.record({
    before: fc.jsonValue(),
    type: fc.constantFrom('a', 'b', 7),
    after: fc.jsonValue(),
    address: fc.string(),
  })
  fc.assert(
    fc.property(fc.array(element), fc.jsonValue(), space, cuts, (list, other, indent, where) => {
      const source = JSON.stringify({ first: other, list, last: other }, undefined, indent)
      const taken: unknown[] = []
      walk(
        source,
        key =>
          key === 'list'
            ? {
                kind: 'items',
                item: { kind: 'take', take: v => taken.push(v), only: { name: 'type', test: v => v === 'a' } },
              }
            : skip,
        where,
      )
      t.same(taken, JSON.parse(JSON.stringify(list.filter(e => e.type === 'a'))))
    }),
    { numRuns: 500 },
  )
  t.end()
})

t.test('it passes over values of another shape than the visit expects', t => {
  const taken: unknown[] = []
  const item: Visit = { kind: 'take', take: v => taken.push(v) }
  for (const value of ['null', '7', '"x"', '{"a":[1]}', '[[1]]']) {
    const { document } = walk(`{"v":${value},"w":[2]}`, key =>
      key === 'v' ? { kind: 'members', member: () => ({ kind: 'items', item }) } : { kind: 'items', item },
    )
    t.equal(document, 'whole')
  }
  t.same(taken, [2, 2, 2, 1, 2, 2])
  t.end()
})

t.test('it passes over lines before and after the document and counts them', t => {
  const source =
    '\ufeff[command]/usr/bin/terraform show -json p\r\nWarning {not json}\n  {no}\n\n{"a": {"b": 1}}\r\n::debug::stdout: {"a": 2}\n\n::set-output name=x::{}\n'
  fc.assert(
    fc.property(cuts, where => {
      const { document, strayLines, taken } = members(source, where)
      t.same({ document, strayLines, taken }, { document: 'whole', strayLines: 5, taken: { a: { b: 1 } } })
    }),
  )
  t.end()
})

t.test('it tells a document that is missing, cut off or followed by another', t => {
  t.equal(members('no json here\n').document, 'none')
  t.equal(members('').document, 'none')
  t.equal(members('{').document, 'none')
  for (const source of ['{"a"', '{"a":', '{"a":1', '{"a":[1,', '{"a":"x', '{"a":1}'.slice(0, -1)])
    t.equal(members(source).document, 'cut', source)
  for (const source of ['{"a":1}{"a":2}', '{"a":1}\n{"a":2}', '{"a":1}\n{}'])
    t.equal(members(source).document, 'several', source)
  t.equal(members('{}').document, 'whole')
  t.end()
})

t.test('it says where the text stops being JSON', t => {
  const root = (): Visit => ({ kind: 'items', item: { kind: 'take', take: () => undefined } })
  t.throws(() => walk('{"a":1 "b":2}', root), { code: 'not-json', message: 'not valid JSON at byte 7' })
  t.throws(() => walk('{"a" 1}', root), { code: 'not-json' })
  t.throws(() => walk('{"a":1,}', root), { code: 'not-json' })
  t.throws(() => walk('{"a":}', root), { code: 'not-json' })
  t.throws(() => walk('{"a":1,b:2}', root), { code: 'not-json' })
  t.throws(() => walk('{"a":[nul]}', root), { code: 'not-json', message: 'not valid JSON at byte 6' })
  t.throws(() => walk('{"a":["\\x"]}', root), { code: 'not-json' })
  t.end()
})

t.test('it gives up one element that is too large or too deep and goes on', t => {
  const big = JSON.stringify({
    list: [
      { address: 'small', type: 'a' },
      { address: 'big', type: 'a', text: 'x'.repeat(limits.element) },
      { address: 'deep', type: 'a', x: JSON.parse('['.repeat(300) + ']'.repeat(300)) as unknown },
      { address: 'last', type: 'a' },
      { type: 'a', text: 'x'.repeat(limits.element) },
    ],
  })
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 8 }), where => {
      const taken: unknown[] = []
      const { large } = walk(
        big,
        () => ({ kind: 'items', item: { kind: 'take', take: v => taken.push((v as { address: string }).address) } }),
        where,
      )
      t.same(
        [taken, large],
        [
          ['small', 'last'],
          ['big', 'deep', ''],
        ],
      )
    }),
    { numRuns: 30 },
  )
  t.end()
})

t.test('it holds nothing of an element that is not wanted', t => {
  const chunk = Buffer.from('x'.repeat(1 << 20))
  const scanner = scan(
    () => ({ kind: 'take', take: () => undefined, only: { name: 'type', test: () => false } }),
    limits,
    () => t.fail('held'),
  )
  scanner.push(Buffer.from('{"a":{"type":"other","text":"'))
  for (let i = 0; i < 8; i++) scanner.push(chunk)
  scanner.push(Buffer.from('"}}'))
  t.equal(scanner.end().document, 'whole')
  t.end()
})

t.test('it takes an element whose type comes late, in whatever pieces', t => {
  const taken: string[] = []
  const held: string[] = []
  const scanner = scan(
    () => ({
      kind: 'items',
      item: {
        kind: 'take',
        take: v => taken.push((v as { n: string }).n),
        only: { name: 'type', test: v => v === 'a' },
      },
    }),
    limits,
    head => held.push(head),
  )
  const element = (n: string, type: string) => `{"n":"${n}","text":"${'x'.repeat(900)}","type":"${type}","end":[1]}`
  const source = `{"list":[${[element('1', 'a'), element('2', 'b'), element('3', 'a')].join()}]}`
  for (let i = 0; i < source.length; i += 100) scanner.push(Buffer.from(source.slice(i, i + 100)))
  t.same([taken, held, scanner.end().document], [['1', '3'], [], 'whole'])
  t.end()
})

t.test('it finds a key that is written with escapes', t => {
  const taken: unknown[] = []
  const only = { name: 'type', test: (v: string) => v === 'aé' }
  const source =
    '{"a":{"\\u0074ype":"a\\u00e9"},"b":{"\\u0074yp":"x","type":"aé"},"c":{"type":"\\x"},"d":{"type":7},"e":{"typo":"aé"},"f":[]}'
  walk(source.replaceAll('\\\\', '\\'), () => ({ kind: 'take', take: v => taken.push(v), only }))
  t.equal(taken.length, 2)
  t.end()
})

t.test('it bounds its own walk and its keys', t => {
  const nested: Visit = { kind: 'members', member: () => nested }
  t.throws(() => walk('{"a":'.repeat(300), () => nested), {
    code: 'too-large',
    message: 'nested deeper than 200 levels',
  })
  t.throws(() => walk(`{"${'k'.repeat(limits.element + 10)}`, () => skip), { code: 'too-large' })
  t.end()
})

t.test('it never crashes on bytes', t => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), cuts, (bytes, where) => {
      try {
        walk(
          Buffer.concat([Buffer.from('{"a":'), bytes]),
          () => ({ kind: 'members', member: () => ({ kind: 'take', take: () => undefined }) }),
          where,
        )
        return true
      } catch (error) {
        return (error as { code?: string }).code === 'not-json'
      }
    }),
    { numRuns: 1000 },
  )
  t.end()
})
