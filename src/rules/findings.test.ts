import t from 'tap'
import type { Key } from '../model/key.js'
import { defaultSettings } from './default-settings.js'
import { judge } from './judge.js'
import { exampleKey, toyKey, toyRule } from './toy.js'

const findingsOf = (keys: readonly Key[], ...rules: readonly string[]) =>
  judge(keys, rules.map(toyRule), defaultSettings).findings
const sids = (...names: readonly string[]): Key =>
  exampleKey({ statements: names.map(Sid => ({ Sid, Action: ['a', 'b'] })), only: true })

t.test('mergeFindings', t => {
  t.test('merges the instances of a resource, and nothing else', t => {
    const key = toyKey(['a'])
    const addresses = [
      'aws_kms_key.a[0]',
      'aws_kms_key.a[1]',
      'module.m["x.y"].aws_kms_key.a',
      'module.m["]"].aws_kms_key.a',
      'aws_kms_key.b',
    ]
    const findings = findingsOf(
      addresses.map(address => ({ ...key, address })),
      "require: false\nmessage: '{{key.address}} is broken'",
    )
    t.strictSame(
      findings.map(({ address, addresses, message }) => ({ address, addresses, message })),
      [
        {
          address: 'aws_kms_key.a[0]',
          addresses: ['aws_kms_key.a[0]', 'aws_kms_key.a[1]'],
          message: 'aws_kms_key.a[0] is broken',
        },
        {
          address: 'module.m["x.y"].aws_kms_key.a',
          addresses: ['module.m["x.y"].aws_kms_key.a', 'module.m["]"].aws_kms_key.a'],
          message: 'module.m["x.y"].aws_kms_key.a is broken',
        },
        { address: 'aws_kms_key.b', addresses: ['aws_kms_key.b'], message: 'aws_kms_key.b is broken' },
      ],
    )
    t.equal(new Set(findings.map(({ fingerprint }) => fingerprint)).size, 3)
    t.end()
  })

  t.test('does not merge instances that differ in what is said', t => {
    const keys = ['x', 'y'].map((word, index) => ({ ...toyKey([word]), address: `aws_kms_key.a[${index}]` }))
    t.equal(findingsOf(keys, "require: false\nmessage: '{{sentence.names}}'").length, 2)
    t.end()
  })

  t.test('merges the principals of one statement where the message is the same', t => {
    const rule = 'each: permission\nrequire: false\nmessage: '
    t.equal(findingsOf([toyKey(['a', 'b'])], `${rule}broken`).length, 1)
    const two = findingsOf([toyKey(['a', 'b'])], `${rule}'{{word}} is broken'`)
    t.strictSame(
      two.map(({ message }) => message),
      ['a is broken', 'b is broken'],
    )
    t.not(two[0]?.fingerprint, two[1]?.fingerprint)
    t.equal(findingsOf([toyKey(['a'], ['b'])], `${rule}broken`).length, 2, 'but not of two statements')
    t.end()
  })

  t.test('keeps the conditions of a statement apart', t => {
    t.equal(findingsOf([toyKey(['a', 'b'])], 'each: condition\nrequire: false').length, 2)
    t.end()
  })

  t.test('keeps statements apart that share a place and a Sid', t => {
    const location = { file: 'plan.json' }
    const key = sids('Same', 'Same')
    if (key.policy.kind !== 'document') throw new Error('no document')
    const text = JSON.stringify(key.policy.variants).replace(/\{"file":"[^"]*"\}/g, JSON.stringify(location))
    const policy = { ...key.policy, variants: JSON.parse(text) as typeof key.policy.variants }
    const findings = findingsOf([{ ...key, policy, location }], 'require: false')
    t.strictSame(
      findings.map(({ statement }) => statement?.index),
      [0, 1],
    )
    t.not(findings[0]?.fingerprint, findings[1]?.fingerprint)
    t.end()
  })

  t.test('names the variants of a finding unless it is in all of them', t => {
    const variant = (when: string, ...words: readonly string[]) => {
      const { policy } = toyKey(words)
      return policy.kind === 'document' ? policy.variants.map(({ document }) => ({ when, document })) : []
    }
    const key = toyKey()
    const variants = [...variant('x is true', 'a'), ...variant('x is false', 'b')]
    const both = { ...key, policy: { kind: 'document', variants, location: key.location } } as const
    t.strictSame(
      findingsOf([both], 'require: false\nmessage: broken').map(({ variants }) => variants),
      [[]],
    )
    t.strictSame(
      findingsOf([both], 'require: sentence.has("b")').map(({ variants }) => variants),
      [['x is true']],
    )
    t.end()
  })

  t.test('orders by key, statement and severity', t => {
    const keys = [
      { ...toyKey(['a'], ['b']), address: 'one' },
      { ...toyKey(['a']), address: 'two' },
    ]
    const findings = findingsOf(
      keys,
      'id: light\nseverity: notice\nrequire: false',
      'id: grave\nrequire: false',
      'id: whole\nseverity: notice\neach: key\nrequire: false',
    )
    t.strictSame(
      findings.map(({ address, statement, rule }) => `${address} ${String(statement?.index)} ${rule}`),
      [
        'one undefined whole',
        'one 0 grave',
        'one 0 light',
        'one 1 grave',
        'one 1 light',
        'two undefined whole',
        'two 0 grave',
        'two 0 light',
      ],
    )
    t.end()
  })

  t.test('keeps the fingerprint when statements and instances come and go', t => {
    const print = (key: Key, index = 0) => findingsOf([key], 'require: false')[index]?.fingerprint
    t.match(print(sids('A')), /^[0-9a-f]{16}$/)
    t.equal(print(sids('A')), print(sids('B', 'A'), 1), 'of a statement with a Sid')
    t.equal(print(toyKey(['a'])), print(toyKey(['b'], ['a']), 1), 'of one without')
    t.equal(print({ ...sids('A'), address: 'aws_kms_key.a[0]' }), print({ ...sids('A'), address: 'aws_kms_key.a[7]' }))
    t.not(print(sids('A')), print(sids('B')))
    t.not(print(toyKey([], []), 0), print(toyKey([], []), 1), 'of statements of which nothing can be shown')
    t.end()
  })
  t.end()
})
