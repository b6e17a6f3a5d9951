import { deflateRawSync, gzipSync } from 'node:zlib'
import t from 'tap'
import { sourceOf } from './example-plan.js'
import { terraformPlan } from './index.js'
import { recognise } from './recognise.js'

const kind = (text: string | Uint8Array) => recognise(typeof text === 'string' ? Buffer.from(text) : text)?.kind

t.test('it recognises a plan by its content, whatever stands around it or comes first', t => {
  const plans = [
    '{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"outputs',
    '{"format_version":"1.2","terraform_version":"1.11.4","variables":{"a":{"value":"',
    '{"format_version":"0.1","resource_changes":[]}',
    '{\n  "applyable": true,\n  "complete": true,\n  "configuration": {"provider_config": {"aws"',
    '[command]/usr/bin/terraform show -json p\r\n{"format_version":"1.2","planned_values":{}}',
    'Warning: {x\n\n{"format_version":"1.2","resource_drift":[]}\n',
    '{"format_version":"1.2","terraf',
    '{"format_version":"1.2","resource_changes":[] oops',
  ]
  for (const plan of plans) t.equal(kind(plan), 'plan', plan)
  t.end()
})

t.test('it says what is easily taken for a plan, and what to run instead', t => {
  const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('........tfplan'), deflateRawSync('x')])
  const cases: readonly (readonly [string | Uint8Array, RegExp])[] = [
    ['', /empty file.*terraform show -json PLANFILE/],
    [' \n', /empty file/],
    ['null\n', /`null`.*terraform show -json PLANFILE/],
    [gzipSync('{"format_version":"1.2"}'), /gzip.*gunzip/],
    [zip, /binary plan.*terraform show -json FILE/],
    [
      '{"@level":"info","@message":"Terraform 1.11.4"}\n{"@level":"info"}',
      /log of `terraform plan -json`.*terraform show -json PLANFILE/,
    ],
    [
      '\nTerraform used the selected providers to generate the following execution\nplan.',
      /for people.*terraform show -json PLANFILE/,
    ],
    ['No changes. Your infrastructure matches the configuration.', /for people/],
    ['OpenTofu will perform the following actions:', /for people/],
    [
      '{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{}}}',
      /Terraform state.*terraform show -json PLANFILE/,
    ],
    ['{"format_version":"1.0"}', /empty state.*terraform show -json PLANFILE/],
    [
      '{"version":4,"terraform_version":"1.11.4","serial":3,"lineage":"c8","outputs":{}}',
      /state file.*terraform show -json PLANFILE/,
    ],
    ['{"key_id":{"sensitive":false,"type":"string","value":"c3"}}', /terraform output -json/],
    ['{"format_version":"1.0","valid":true,"error_count":0,"diagnostics":[]}', /terraform validate -json/],
    ['{"terraform_version":"1.11.4","provider_selections":{}}', /terraform version -json/],
    ['{"format_version":"1.0","provider_schemas":{}}', /providers schema -json/],
  ]
  for (const [content, message] of cases) {
    t.match(
      recognise(typeof content === 'string' ? Buffer.from(content) : content),
      { kind: 'nearly', message },
      String(message),
    )
  }
  t.end()
})

t.test('it leaves everything else to others', t => {
  const others = [
    'resource "aws_kms_key" "a" {}',
    '{"name":"x","version":"1.0.0"}',
    '{}',
    '{"a":[1]}',
    'AWSTemplateFormatVersion: 2010-09-09',
    'PK\u0003\u0004 a jar',
    '{"Version":"2012-10-17","Statement":[]}',
    '[1,2]',
    // the head of a long template, and a template with code in it
    '{"Resources": {"Key": {"Type": "AWS::KMS::Key",',
    'Resources:\n  Handler:\n    ZipFile: |\n      x = [\n        {"a": b},\n      ]',
  ]
  for (const other of others) t.equal(kind(other), undefined, other)
  t.end()
})

t.test('it passes over what is only nearly a plan in a directory, and takes it when it is named', t => {
  const state = '{"format_version":"1.0","terraform_version":"1.11.4","values":{}}'
  t.equal(terraformPlan.accepts(sourceOf(state, true)), true)
  t.equal(terraformPlan.accepts(sourceOf(state, false)), false)
  t.equal(terraformPlan.accepts(sourceOf('{"resource_changes":[]}', false)), true)
  t.equal(terraformPlan.accepts(sourceOf('{"name":"x"}', true)), false)
  t.end()
})
