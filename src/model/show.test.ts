import t from 'tap'
import { anything, node } from './sample.js'
import { showNode } from './show.js'

t.test('it shows a statement as JSON, holes by name and sensitive values hidden', t => {
  const shown = showNode(
    node({
      Sid: 'One',
      Principal: { AWS: 'arn:aws:iam::«account»:root' },
      Action: ['kms:«password=Decrypt»', anything('var.more')],
      Condition: { NumericEquals: { 'kms:RotationPeriodInDays': 90 }, Bool: { 'aws:SecureTransport': true } },
      Other: null,
    }),
  )
  t.same(JSON.parse(shown), {
    Sid: 'One',
    Principal: { AWS: 'arn:aws:iam::${account}:root' },
    Action: ['kms:(sensitive)', '${var.more}'],
    Condition: { NumericEquals: { 'kms:RotationPeriodInDays': '90' }, Bool: { 'aws:SecureTransport': true } },
    Other: null,
  })
  t.end()
})

t.test('it cuts what is too long to show', t => {
  const shown = showNode(node('a'.repeat(5_000)))
  t.equal(shown.length, 4_002)
  t.ok(shown.endsWith('\n…'))
  t.end()
})
