import fc from 'fast-check'
import t from 'tap'
import type { Node } from '../../model/node.js'
import { literal, print, text, type Text } from '../../model/text.js'
import { at, parseJson } from '../json.js'
import { plain } from './example-plan.js'
import { hideAll, hideIn, hideValues, leavesOf } from './sensitive.js'

const parse = (value: unknown): Node => parseJson(JSON.stringify(value), at({ file: 'p' }))

const document = {
  Version: '2012-10-17',
  Id: 'secret-id',
  Secret: 'secret-element',
  Statement: [
    {
      Sid: 'SecretSid',
      Effect: 'Allow',
      Principal: { AWS: ['secret-principal', '*'], SecretType: 'x' },
      Action: ['kms:Decrypt', 'secret action', '*'],
      Resource: 'secret-resource',
      Condition: {
        StringEquals: {
          'kms:EncryptionContext:secret-name': 'secret-value',
          'aws:PrincipalTag/secret': ['secret'],
          'aws:SourceArn': 'secret',
        },
        'secret operator': { 'secret key': { secret: 7 } },
        Bool: { 'kms:GrantIsForAWSResource': true },
      },
    },
    { Effect: 'secret-effect', NotPrincipal: 'secret', NotAction: 'kms:*', Condition: null },
  ],
}

t.test('it leaves only the words of the policy language of a sensitive policy', t => {
  const s = '(sensitive)'
  t.same(plain(hideAll(parse(document))), {
    Version: '2012-10-17',
    Id: s,
    [s]: s,
    Statement: [
      {
        Sid: s,
        Effect: 'Allow',
        Principal: { AWS: [s, s], [s]: s },
        Action: ['kms:Decrypt', s, '*'],
        Resource: s,
        Condition: {
          StringEquals: { [`kms:EncryptionContext:${s}`]: s, [`aws:PrincipalTag/${s}`]: [s], 'aws:SourceArn': s },
          [s]: { [s]: { [s]: s } },
          Bool: { 'kms:GrantIsForAWSResource': true },
        },
      },
      { Effect: s, NotPrincipal: s, NotAction: 'kms:*', Condition: null },
    ],
  })
  t.end()
})

t.test('it judges a hidden text like the text itself', t => {
  const texts = (node: Node): Text[] =>
    node.kind === 'object'
      ? node.members.flatMap(m => [m.key, ...texts(m.value)])
      : node.kind === 'list'
        ? node.items.flatMap(texts)
        : node.kind === 'text'
          ? [node.text]
          : []
  t.same(texts(hideAll(parse(document))).map(literal), texts(parse(document)).map(literal))
  t.end()
})

t.test('it hides a value wherever it occurs, a short one only where it is the whole', t => {
  const hide = hideIn(new Set(['444455556666', '4444', 'xy']))
  t.equal(print(hide(text('arn:aws:iam::444455556666:root'))), 'arn:aws:iam::(sensitive):root')
  t.equal(print(hide(text('4444-444455556666'))), '(sensitive)-(sensitive)')
  t.equal(print(hide(text('axyb'))), 'axyb')
  t.equal(print(hide(text('xy'))), '(sensitive)')
  t.equal(print(hide(text(''))), '')
  const hole = { kind: 'after-apply', name: 'aws_x.y.arn' } as const
  t.equal(print(hide(text('4444', hole))), '(sensitive)${aws_x.y.arn}')
  t.end()
})

t.test('it never lets a value through and never changes what a text says', t => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 4, maxLength: 6, unit: fc.constantFrom('a', 'b') }), { minLength: 1 }),
      fc.string({ maxLength: 40, unit: fc.constantFrom('a', 'b', 'c') }),
      (values, source) => {
        const hidden = hideIn(new Set(values))(text(source))
        const shown = hidden.filter(part => typeof part === 'string')
        return literal(hidden) === source && shown.every(part => values.every(value => !part.includes(value)))
      },
    ),
  )
  t.end()
})

t.test('it keeps the names of elements when a value is among them', t => {
  const hide = hideValues(new Set(['Statement', 'Decrypt', 'Effect', '77777']))
  t.same(plain(hide(parse({ Statement: [{ Effect: 'Allow', Action: 'kms:Decrypt', Sid: 'Statement', X: 77777 }] }))), {
    Statement: [{ Effect: 'Allow', Action: 'kms:(sensitive)', Sid: '(sensitive)', X: '(sensitive)' }],
  })
  const node = parse(document)
  t.equal(hideValues(new Set())(node), node)
  t.end()
})

t.test('it collects the strings and numbers of a value', t => {
  t.same(leavesOf({ a: ['x', 7, true, null, ''], b: { c: 'y' } }), ['x', '7', 'y'])
  t.end()
})
