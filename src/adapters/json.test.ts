import fc from 'fast-check'
import t from 'tap'
import type { Node } from '../model/node.js'
import { InputError } from '../model/problem.js'
import { literal } from '../model/text.js'
import { at, inFile, parseJson } from './json.js'

const here = at({ file: 'p.json' })

const plain = (node: Node): unknown => {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(m => [literal(m.key), plain(m.value)]))
    case 'list':
      return node.items.map(plain)
    case 'text':
      return literal(node.text)
    case 'number':
      return Number(literal(node.text))
    case 'boolean':
      return node.value
    default:
      return null
  }
}
const accepts = (source: string): boolean => {
  try {
    parseJson(source, here)
    return true
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}

t.test('it reads what JSON.parse reads', t => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), source => {
      t.same(plain(parseJson(source, here)), JSON.parse(source))
    }),
  )
  t.end()
})

t.test('it accepts exactly what JSON.parse accepts', t => {
  const broken = fc
    .tuple(
      fc.json({ maxDepth: 3 }),
      fc.nat(),
      fc.constantFrom('', '"', ',', '}', '[', '/', '0', '\\', ' ', '\n', '\u0001', '//', 'x'),
    )
    .map(([source, where, what]) => {
      const i = where % (source.length + 1)
      return source.slice(0, i) + what + source.slice(i + (what === '' ? 1 : 0))
    })
  fc.assert(
    fc.property(broken, source => {
      let valid = true
      try {
        JSON.parse(source)
      } catch {
        valid = false
      }
      return accepts(source) === valid
    }),
    { numRuns: 2000 },
  )
  t.end()
})

t.test('it keeps duplicate keys, in order', t => {
  const node = parseJson('{"a":1,"b":2,"a":3}', here)
  t.same(node.kind === 'object' && node.members.map(m => literal(m.key)), ['a', 'b', 'a'])
  t.end()
})

t.test('it keeps a number as it was written', t => {
  t.match(parseJson('1.50e2', here), { kind: 'number', text: ['1.50e2'] })
  t.end()
})

t.test('it gives every node its line and column', t => {
  const source = '{\r\n  "Statement": [\n    {"Sid": "A"}\n  ]\n}'
  const root = parseJson(source, inFile('p.json', source))
  t.same(root.location, { file: 'p.json', line: 1, column: 1, endLine: 5, endColumn: 2 })
  t.match(root, {
    members: [
      {
        location: { line: 2, column: 3 },
        value: { items: [{ location: { line: 3, column: 5, endLine: 3, endColumn: 17 } }] },
      },
    ],
  })
  t.end()
})

t.test('it says where the text stops being JSON', t => {
  const reason = (source: string) => {
    try {
      parseJson(source, inFile('p.json', source))
      return undefined
    } catch (error) {
      return error
    }
  }
  t.match(reason('{\n  "a": 1,\n}'), {
    code: 'not-json',
    message: 'not valid JSON at line 3, column 1: a name in double quotes is expected',
    location: { file: 'p.json', line: 3, column: 1 },
  })
  t.match(reason('// hello\n{}'), { message: /comments are not JSON/ })
  t.match(reason(''), { message: 'not valid JSON at line 1, column 1: a value is expected' })
  t.match(reason('{"a"}'), { message: /a colon is expected/ })
  t.end()
})

t.test('it bounds depth and length before it reads', t => {
  t.ok(accepts('['.repeat(100) + ']'.repeat(100)))
  t.throws(() => parseJson('['.repeat(100_000), here), { code: 'not-json', message: /nested deeper than 100 levels/ })
  t.ok(accepts(JSON.stringify(['"{['.repeat(200)])), 'brackets in strings do not count')
  t.throws(() => parseJson('"aaaa"', here, { depth: 100, length: 5 }), { code: 'too-large' })
  t.end()
})
