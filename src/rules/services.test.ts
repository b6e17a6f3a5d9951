import t from 'tap'
import { readRuleFiles } from './rule-file.js'
import { loadServices } from './services.js'
import { servicesPage } from './service-table.js'
import { shippedServiceFiles } from './shipped.js'

const valid = `
id: archive
name: An archive
confidence: verified
principal: { kind: service, names: [archive.example.com] }
actions:
  required: [kms:Decrypt]
  optional: [{ actions: [kms:Encrypt], why: it rains }]
context: [{ key: 'aws:archive:arn', values: ['arn:\${Partition}:archive:::\${Name}'] }]
source: { arn: documented, account: undocumented, arns: ['arn:aws:archive:::\${Name}'] }
uses:
  - { key: aws_archive.kms_key_id, name: name, only: { kind: [cold] } }
  - { into: topic, from: [AWS::Archive::Vault.Notify.Topic] }
failure: { phase: both, effect: nothing is kept }
sources: [https://example.com]
`
const load = (text: string, file = 'my/archive.yaml') => {
  const { documents } = readRuleFiles([{ file, text }])
  return loadServices(documents)
}
const problemsOf = (text: string) =>
  load(text).problems.map(({ message, location }) => `${location?.line ?? '?'}: ${message}`)

t.test('it reads an entry', t => {
  const { services, problems } = load(valid)
  t.same(problems, [])
  t.match(services, [
    {
      id: 'archive',
      caller: 'service',
      principals: ['archive.example.com'],
      contextInStatement: true,
      uses: [
        { property: { type: 'aws_archive', path: ['kms_key_id'] }, only: [{ path: ['kind'], among: ['cold'] }] },
        { property: { type: 'AWS::Archive::Vault', path: ['Notify', 'Topic'] }, into: 'topic' },
      ],
    },
  ])
  t.end()
})

t.test('it says by line what an entry may not hold', t => {
  t.match(problemsOf(valid.replace('kms:Decrypt', 's3:GetObject')).join(), /^7: "s3:GetObject" is not an action of KMS/)
  t.match(problemsOf(valid.replace('verified', 'certain')).join(), /^4: confidence is "certain", not one of/)
  t.match(
    problemsOf(valid.replace('aws_archive.kms', 'archive')).join(),
    /^12: "archive_key_id" is not a resource type/,
  )
  t.match(problemsOf(valid.replace('into: topic, ', '')).join(), /^13: has either key, or into and from/)
  t.match(problemsOf(valid.replace('name: An archive\n', '')).join(), /lacks name/)
  t.match(problemsOf(valid.replace('id: archive', 'id: Archive')).join(), /kebab-case/)
  t.match(problemsOf(`${valid}colour: red\n`).join(), /has no field "colour"/)
  t.end()
})

t.test('all entries of keyward load, and each has a row', t => {
  const { services, problems } = loadServices(shippedServiceFiles())
  t.same(problems, [])
  const page = servicesPage(services)
  for (const { id } of services) t.ok(page.includes(`<a id="${id}"></a>`), id)
  t.end()
})
