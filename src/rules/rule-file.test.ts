import t from 'tap'
import { align, readRuleFile, readRuleFiles } from './rule-file.js'
import { documentOf } from './toy.js'

const problemsOf = (text: string) => {
  const read = readRuleFile({ file: 'a.yaml', text })
  return 'problems' in read
    ? read.problems.map(({ message, location }) => `${String(location?.line)}:${String(location?.column)} ${message}`)
    : []
}

t.test('readRuleFile', t => {
  t.test('says where values and keys stand', t => {
    const { locate } = documentOf('a: x\nb:\n  - c: 1\n    d: [2, 33]\n')
    t.strictSame(locate(['a']), { file: 'rules/toy.yaml', line: 1, column: 4, endLine: 1, endColumn: 5 })
    t.match(locate(['b', 0, 'd', 1]), { line: 4, column: 12, endColumn: 14 })
    t.match(locate(['b', 0, 'd'], 'key'), { line: 4, column: 5, endColumn: 6 })
    t.match(locate(['a'], 'key'), { line: 1, column: 1 })
    t.match(
      locate(['b', 0, 'c', 'nothing', 'here']),
      { line: 3, column: 8 },
      'what is not there stands where its parent does',
    )
    t.match(locate(['b', 0, 'nothing'], 'key'), { line: 3, column: 5 })
    t.match(locate(['b', 0], 'key'), { line: 3, column: 5 }, 'an item of a list has no key')
    t.match(locate([]), { line: 1, column: 1 })
    t.match(locate(['b', 0, 'c'], 3), { line: 3, column: 8 }, 'a number has no characters')
    t.strictSame(documentOf('').locate([]), { file: 'rules/toy.yaml' })
    t.end()
  })

  t.test('finds a character of a text however it is written', t => {
    const { data, locate } = documentOf(
      [
        'plain: a + WRONG',
        "single: 'it''s + WRONG'",
        'double: "a \\"b\\" + WRONG"',
        'folded: >-',
        '  a +',
        '  b +',
        '',
        '  WRONG + c',
        'literal: |',
        '  a',
        '    + WRONG',
        'long: a +',
        '  b + WRONG',
      ].join('\n'),
    )
    const places = Object.entries(data as Record<string, string>).map(([key, value]) => {
      const { line, column } = locate([key], value.indexOf('WRONG'))
      return `${key} ${String(line)}:${String(column)}`
    })
    t.strictSame(places, ['plain 1:12', 'single 2:18', 'double 3:20', 'folded 8:3', 'literal 11:7', 'long 13:7'])
    t.end()
  })

  t.test('reports what is not YAML, with its place', t => {
    t.strictSame(problemsOf('a: 1\na: 2'), ['2:1 is not valid YAML: Map keys must be unique'])
    t.strictSame(problemsOf('a: "\\q"'), ['1:5 is not valid YAML: Invalid escape sequence \\q'])
    t.strictSame(problemsOf('a: !secret x'), ['1:4 is not valid YAML: Unresolved tag: !secret'])
    t.match(problemsOf('a: 1\n---\nb: 2'), [/^2:1 is not valid YAML: Source contains multiple documents/])
    t.end()
  })

  t.test('reads no aliases, which could grow without bound', t => {
    t.strictSame(problemsOf('a: &a [1]\nb: *a'), [
      '2:4 *a is an alias, which rule files do not have: write the value out',
    ])
    t.strictSame(problemsOf('a: *a'), ['1:4 *a is an alias, which rule files do not have: write the value out'])
    t.end()
  })

  t.test('refuses nesting that its reader would not survive', t => {
    for (const text of ['['.repeat(1e5), '- '.repeat(1e5), '{a: '.repeat(1e4), '? '.repeat(1e4), `${' '.repeat(300)}a`])
      t.strictSame(problemsOf(text), ['undefined:undefined is nested too deeply'])
    t.strictSame(problemsOf(`a: ${'['.repeat(90)}${']'.repeat(90)}\nb: ${'[]'.repeat(0)}`), [])
    t.end()
  })
  t.end()
})

t.test('readRuleFiles', t => {
  t.test('keeps what it can read beside what it cannot', t => {
    const { documents, problems } = readRuleFiles([
      { file: 'a.yaml', text: 'a: 1' },
      { file: 'b.yaml', text: 'a: [' },
    ])
    t.match(documents, [{ file: 'a.yaml', data: { a: 1 }, shipped: false, checked: false }])
    t.match(problems, [{ code: 'rule-not-valid', severity: 'error', location: { file: 'b.yaml', line: 1 } }])
    t.end()
  })
  t.end()
})

t.test('align', t => {
  t.test('never leaves the source', t => {
    t.equal(align('abc', 'xyz', 2), 0)
    t.equal(align('', '', 5), 0)
    t.end()
  })
  t.end()
})
