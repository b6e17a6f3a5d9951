import t from 'tap'
import { cloudformation } from './index.js'
import { keyIn, messages, read, sourceOf, template } from './sample.js'

const accepts = (text: string | Uint8Array) => cloudformation.accepts(sourceOf(text))

t.test('it recognises templates by what they hold', t => {
  const templates = [
    'AWSTemplateFormatVersion: 2010-09-09\nDescription: x',
    '# a comment\n\n---\n"AWSTemplateFormatVersion": "2010-09-09"',
    '%YAML 1.1\n---\nResources:\n  A:\n    Type: AWS::S3::Bucket',
    '{"Resources": {"A": {"Type": "Custom::Thing"}}}',
    '{\n  // a comment\n  "Description": "x", "Resources": {"A": {"Type":"AWS::S3::Bucket"}}}',
    '// a comment\n{ /* another */ "Resources": {"A": {"Type":"AWS::S3::Bucket"}}}',
    '{\n  "Description": "x",\n  "Resources": {"A": {"Type":"AWS::S3::Bucket"}}}',
    "Transform: 'AWS::Serverless-2016-10-31'\nResources: {}",
    '\ufeffResources:\r\n  A:\r\n    Type: AWS::S3::Bucket\r\n',
    Buffer.from('\ufeffResources:\n  A: { Type: AWS::S3::Bucket }', 'utf16le'),
  ]
  for (const text of templates) t.ok(accepts(text), String(text))
  const others = [
    '',
    '\n\n',
    '# only a comment',
    'apiVersion: apps/v1\nkind: Deployment',
    'resources:\n  Resources:\n    A: { Type: AWS::S3::Bucket }',
    '{"resources": {"note": "Type: AWS::S3::Bucket"}}',
    'Resources: none',
    'Conditions: of use',
    '# Templates\n\nResources have a type:\n\n    Type: AWS::S3::Bucket',
    'import x\nconst a = `Resources:\n  A:\n    Type: AWS::S3::Bucket`',
  ]
  for (const text of others) t.notOk(accepts(text), text)
  t.end()
})

t.test('it says what is missing of a file that is no template', async t => {
  await t.rejects(read('Resources: none'), {
    name: 'InputError',
    code: 'not-recognised',
    message: 'template.yaml is no template: it has no Resources with a Type',
  })
  await t.rejects(read(''), { name: 'InputError' })
  const scanned = (text: string) => cloudformation.read(sourceOf(text, false), {})
  t.strictSame(await scanned('Resources: none'), { keys: [], problems: [], skipped: [] })
  await t.rejects(scanned('AWSTemplateFormatVersion: 2010-09-09\nOutputs: {}'), { code: 'not-recognised' })
})

t.test('it reads templates without keys', async t => {
  t.strictSame(await read('Resources: { A: { Type: AWS::S3::Bucket } }'), { keys: [], problems: [], skipped: [] })
})

t.test('it reads every encoding and line end', async t => {
  const text = template('a')
  for (const content of [`\ufeff${text}`, text.replaceAll('\n', '\r\n'), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
    const reading = await read(content)
    t.strictSame(messages(reading), [])
    t.match(keyIn(reading), { location: { line: 3, column: 3 }, policy: { location: { line: 7, column: 9 } } })
  }
})

t.test('it reads every document of a file and says that there may be but one', async t => {
  const reading = await read(`${template('a')}---\nnothing: here\n---\n${template('b').replace('Key:', 'Other:')}`)
  t.strictSame(
    reading.keys.map(({ address }) => address),
    ['Key', 'Other'],
  )
  t.strictSame(
    reading.problems.map(({ message, location }) => [message, location?.line]),
    [['a file holds one template: CloudFormation takes no second document', 12]],
  )
})

t.test('it refuses a file that is larger than a template can be', async t => {
  await t.rejects(read(Buffer.alloc(6 * 1024 * 1024, 32)), { name: 'InputError', code: 'too-large' })
})

t.test('it tells of macros that may change the template', async t => {
  const macro = (transform: string, text = template('a')) => read(`Transform: ${transform}\n${text}`)
  t.strictSame(messages(await macro('[AWS::LanguageExtensions, Mine, {Name: AWS::Include}]')), [
    '1: the macro Mine may change what this template says before it is deployed',
    '1: the macro AWS::Include may change what this template says before it is deployed',
  ])
  t.strictSame(messages(await macro('AWS::Serverless-2016-10-31')), [])
  t.strictSame(messages(await macro('Mine', 'Resources: { A: { Type: AWS::S3::Bucket } }')), [])
  t.strictSame(messages(await macro('[{}]')), [])
  const included = 'Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://b/k}}'
  t.strictSame(messages(await read(`Resources:\n  ${included}\n  A: { Type: AWS::S3::Bucket }`)), [
    '2: the resources that AWS::Include adds here are not read',
  ])
  t.strictSame(messages(await read(`${included}\n${template('a')}`)), [
    '1: the macro AWS::Include may change what this template says before it is deployed',
  ])
})

t.test('it reads the other keys where one cannot be read', async t => {
  const items = Array.from({ length: 9_900 }, () => 'x').join(', ')
  const aliases = Array.from({ length: 400 }, () => '*a').join(', ')
  const reading = await read(`
Metadata:
  A: &a [${items}]
Resources:
  Good: { Type: AWS::KMS::Key }
  Bad: { Type: AWS::KMS::Key, Properties: { KeyPolicy: { Statement: [${aliases}] } } }
`)
  t.strictSame(
    reading.keys.map(({ address }) => address),
    ['Good'],
  )
  t.strictSame(messages(reading), ['6: reading the keys takes more than 3000000 steps'])
})

t.test('it is the same for YAML and JSON, for short and long functions', async t => {
  const strip = (value: unknown) =>
    JSON.stringify(value, (key, member: unknown) => (key === 'location' ? undefined : member))
  const forms = [
    '{Sid: !Sub "${AWS::Region}", Principal: {AWS: !Join [":", [a, !Ref AWS::AccountId]]}, N: 7, B: true, Z: }',
    '{Sid: {Fn::Sub: "${AWS::Region}"}, Principal: {AWS: {Fn::Join: [":", [a, {Ref: AWS::AccountId}]]}}, N: 7, B: true, Z: null}',
    '{"Sid": {"Fn::Sub": "${AWS::Region}"}, "Principal": {"AWS": {"Fn::Join": [":", ["a", {"Ref": "AWS::AccountId"}]]}}, "N": 7, "B": true, "Z": null}',
  ]
  const [first, ...others] = await Promise.all(forms.map(async form => strip((await read(template(form))).keys)))
  for (const other of others) t.equal(other, first)
})
