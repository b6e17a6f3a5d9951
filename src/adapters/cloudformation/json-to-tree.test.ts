import fc from 'fast-check'
import t from 'tap'
import { at } from '../json.js'
import { jsonToTree } from './json-to-tree.js'
import { toTree } from './to-tree.js'
import { parseYaml } from './yaml.js'

const asYaml = (source: string) => {
  const [document] = parseYaml(source, at({ file: 'x.json' }))
  return toTree(document?.contents, source)
}

t.test('it makes of JSON what the reader of YAML makes of it', t => {
  const cases = [
    '{}',
    '\n { "a" : [ 1 , -2.5e3, true, null, "x", [], {} ] }\n',
    '{"a":1,"b":{"a":2},"a":{"c":[{"d":"e"}]}}',
    '{"Ref":"\\u0041\\n\\"\\/\\ud83d\\ude00, }{][:","<<":{"a":"{{resolve:x}}"},"":""}',
  ]
  for (const source of cases) t.same(jsonToTree(source), asYaml(source), source)
  const word = fc.constantFrom('a', 'Ref', 'Fn::Sub', '', 'é, "x"', '<<', '012', 'a: b', '\\')
  const { value } = fc.letrec<{ value: unknown }>(tie => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null)),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(word, tie('value'), { maxKeys: 4 }),
    ),
  }))
  fc.assert(
    fc.property(fc.dictionary(word, value), fc.constantFrom(undefined, 2), (written, indent) => {
      const source = JSON.stringify(written, undefined, indent)
      t.same(jsonToTree(source), asYaml(source))
    }),
    { numRuns: 300 },
  )
  t.end()
})

t.test('it leaves what is no JSON object, or is nested too deep, to the reader of YAML', t => {
  const deep = `{"a":${'['.repeat(700)}${']'.repeat(700)}}`
  for (const source of ['', 'a: 1', '[1]', '{a: 1}', '{"a": 1,}', '{"a": 1} {"b": 2}', '{"a": 1 # b\n}', deep])
    t.equal(jsonToTree(source), undefined, source.slice(0, 30))
  t.end()
})
