import t from 'tap'
import { messages, read } from './sample.js'

t.test('it says where a text is neither YAML nor JSON, and why', async t => {
  const cases: Readonly<Record<string, string>> = {
    'Resources:\n\tKey: x\n':
      'neither YAML nor JSON at line 2, column 1: a tab indents this line, and YAML takes spaces only',
    '{"Resources": {"Key": {"Type':
      'neither YAML nor JSON at line 1, column 29: a quote, a bracket or a comma is missing',
    'Resources: [a, b': 'neither YAML nor JSON at line 1, column 17: bad indent',
  }
  for (const [text, message] of Object.entries(cases)) {
    await t.rejects(read(text), { name: 'InputError', code: 'not-yaml', message }, text)
  }
})

t.test('it refuses what is nested beyond all measure, in no time', async t => {
  for (const text of ['['.repeat(200_000), '{"a":'.repeat(200_000), '- '.repeat(200_000)]) {
    const start = performance.now()
    await t.rejects(read(text), { name: 'InputError', code: 'too-large', message: /nested deeper than 600 levels/ })
    t.ok(performance.now() - start < 2_000)
  }
})

t.test('it reads Fn::If two hundred deep', async t => {
  const deep = `${'{"Fn::If": ["Odd", '.repeat(200)}"x"${', "y"]}'.repeat(200)}`
  const reading = await read(
    `{"Conditions": {"Odd": {"Fn::Equals": [{"Ref": "AWS::StackName"}, "a"]}}, "Resources": {"Key": {"Type": "AWS::KMS::Key", "Properties": {"KeyPolicy": {"Value": ${deep}}}}}}`,
  )
  t.strictSame(messages(reading), [])
  t.equal(reading.keys[0]?.policy.kind === 'document' && reading.keys[0].policy.variants.length, 2)
})

t.test('it reads JSON that is indented with tabs', async t => {
  t.equal((await read('{\n\t"Resources": {\n\t\t"Key": { "Type": "AWS::KMS::Key" }\n\t}\n}')).keys.length, 1)
})
