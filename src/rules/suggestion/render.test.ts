import fc from 'fast-check'
import t from 'tap'
import { parse as parseYaml, type ScalarTag } from 'yaml'
import { readTerraform } from '../../adapters/terraform/index.js'
import type { Dialect } from '../../model/key.js'
import { sample, sampleKey } from '../../model/sample.js'
import { showNode } from '../../model/show.js'
import type { Files } from '../../model/source.js'
import { print } from '../../model/text.js'
import { dialectOf } from './dialect.js'
import { renderDrafts, renderSuggestion } from './render.js'
import type { Draft } from './draft.js'
import { valueOf, type Value } from './value.js'

const draft = (given: Partial<Draft> = {}): Draft => ({
  sid: ['Trail'],
  effect: 'Allow',
  principals: { negated: false, items: [{ element: 'Service', text: ['cloudtrail.amazonaws.com'] }] },
  actions: { negated: false, items: [['kms:GenerateDataKey*'], ['kms:Decrypt']] },
  resources: { negated: false, items: [['*']] },
  conditions: [],
  ...given,
})

const pinned = (value: string): Draft =>
  draft({ conditions: [{ operator: 'StringEquals', key: 'aws:SourceArn', values: [sample(value)] }] })

/** The statement as data, its holes by name. */
const plain = (value: Value): unknown => {
  switch (value.kind) {
    case 'text':
      return print(value.text)
    case 'list':
      return value.items.map(plain)
    case 'map':
      return Object.fromEntries(value.entries.map(([key, one]) => [key, plain(one)]))
  }
}

const sub: ScalarTag = { tag: '!Sub', resolve: written => ({ sub: written }) }
const fromYaml = (written: string): unknown => parseYaml(written, { customTags: [sub] })

/** The statements of the policy that Terraform source gives a key. */
const fromTerraform = async (policy: string, more = ''): Promise<unknown> => {
  const source = `${more}\nresource "aws_kms_key" "k" {\n  policy = ${policy}\n}\n`
  const files: Files = {
    list: () => Promise.resolve(['main.tf']),
    inFolder: () => Promise.resolve(['main.tf']),
    readText: () => Promise.resolve(source),
  }
  const { keys, problems } = await readTerraform(files, '.')
  t.same(problems, [], source)
  const found = keys[0]?.policy
  const document = found?.kind === 'document' ? found.variants[0]?.document : undefined
  return document && (JSON.parse(showNode(document)) as { readonly Statement: unknown }).Statement
}
const fromObjects = (written: string): Promise<unknown> => fromTerraform(`jsonencode({ Statement = [\n${written}\n] })`)
const fromBlocks = (written: string): Promise<unknown> =>
  fromTerraform('data.aws_iam_policy_document.d.json', `data "aws_iam_policy_document" "d" {\n${written}\n}`)

const hostile = [
  '"quoted" and \'single\'',
  'a\nb\r\n::error::no\u2028x\u0085y',
  '${var.secret} %{if true}$${x}%%{y}$$${z}',
  'ends in $',
  'back\\slash \\" \\n \\u0041',
  '# not a comment',
  '- &a *b !c {d: [e]} ? |',
  '\u202egnp.exe\u0000\b\f\t',
  '##[error]\u{e0001}',
  '',
  'null',
]

t.test('a statement is the same when it is read back', async t => {
  const any = draft({
    sid: ['It is "here"'],
    effect: 'Deny',
    principals: {
      negated: true,
      items: [
        { element: 'AWS', text: ['arn:aws:iam::111122223333:root'] },
        { element: 'AWS', text: ['123456789012'] },
      ],
    },
    actions: { negated: true, items: [['kms:Decrypt']] },
    conditions: [
      {
        operator: 'ForAnyValue:StringLike',
        key: 'kms:EncryptionContext:a b',
        values: hostile.map(one => [one.replace('\u{e0001}', '')]),
      },
      { operator: 'Null', key: 'aws:SourceArn', values: [['true']] },
      { operator: 'Null', key: 'for', values: [['true']] },
    ],
  })
  for (const one of [draft(), draft({ principals: { negated: false, items: [{ element: '*', text: ['*'] }] } }), any]) {
    const wanted = plain(valueOf(one))
    for (const dialect of ['json', 'cloudformation-json'] as const)
      t.same(JSON.parse(renderDrafts([one], dialect)), wanted, dialect)
    t.same(fromYaml(renderDrafts([one], 'yaml')), [wanted])
    t.same(await fromObjects(renderDrafts([one], 'hcl-object')), [wanted])
  }
  t.same(await fromBlocks(renderDrafts([draft(), draft({ sid: ['Two'] })], 'hcl-block')), [
    plain(valueOf(draft())),
    plain(valueOf(draft({ sid: ['Two'] }))),
  ])
})

t.test('hostile text stays between its quotes', async t => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc
      .array(fc.constantFrom('$', '{', '}', '%', '"', "'", '\\', '\n', 'n', '!', '::error', '#', '[', '~'), {
        maxLength: 8,
      })
      .map(parts => parts.join('')),
    fc.constantFrom(...hostile),
  )
  await fc.assert(
    fc.asyncProperty(text, text, async (a, b) => {
      // half a character is none
      const [sid, value] = [a, b].map(one => one.replace(/\p{Cs}|(?=\p{Cf})[\u{10000}-\u{10ffff}]/gu, '\ufffd'))
      const one = draft({
        sid: [`s${sid ?? ''}`],
        conditions: [{ operator: 'StringEquals', key: 'k', values: [[value ?? '']] }],
      })
      const wanted = plain(valueOf(one))
      const written = (['json', 'yaml', 'hcl-object', 'hcl-block'] as const).map(dialect =>
        renderDrafts([one], dialect),
      )
      t.ok(written.every(lines => !/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|^\s*::/mu.test(lines)))
      const [json = '', yaml = '', object = ''] = written
      t.same([JSON.parse(json), ...(fromYaml(yaml) as unknown[])], [wanted, wanted])
      // HCL has no text that is not in its normal form
      t.same(await fromObjects(object), [JSON.parse(JSON.stringify(wanted).normalize())])
    }),
    { numRuns: 40 },
  )
})

const lineOf = (draft: Draft, dialect: Dialect, start: RegExp): string =>
  renderDrafts([draft], dialect)
    .split('\n')
    .map(line => line.trim())
    .find(line => start.test(line)) ?? ''

t.test('what is not known is a reference of the language, or a word to fill in', t => {
  const arn = pinned('arn:«partition»:sns:«region»:«account»:a${b}«data.aws_region.here.name»')
  t.equal(lineOf(arn, 'hcl-object', /Condition/), 'Condition = {')
  t.match(
    renderDrafts([arn], 'hcl-object'),
    'StringEquals = {\n      "aws:SourceArn" = "arn:${data.aws_partition.current.partition}:sns:${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:a$${b}${data.aws_region.here.name}"',
  )
  t.match(
    renderDrafts([arn], 'yaml'),
    '"aws:SourceArn": !Sub "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:a${!b}',
  )
  t.match(
    renderDrafts([arn], 'cloudformation-json'),
    '{ "Fn::Sub": "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:a${!b}',
  )
  t.match(renderDrafts([arn], 'json'), '"arn:<partition>:sns:<region>:<account>:a${b}<data.aws_region.here.name>"')
  t.match(renderDrafts([pinned('${b}')], 'yaml'), '"aws:SourceArn": "${b}"', 'a text without holes is none for Sub')
  for (const [name, written] of [
    ['var.name', '${var.name}'],
    ['module.a["x"].aws_sns_topic.t[0].arn', '${aws_sns_topic.t[0].arn}'],
    ['aws_x.y["a b"].id', '${aws_x.y["a b"].id}'],
    ['file("/etc/passwd")', '<file/etc/passwd>'],
    ['x"}\n{"', '<x>'],
    ['name', '<name>'],
  ] as const)
    t.match(renderDrafts([pinned(`a«${name}»`)], 'hcl-object'), `"aws:SourceArn" = "a${written}"`)
  t.match(renderDrafts([pinned('«var.a»')], 'hcl-object'), '"aws:SourceArn" = var.a }')
  t.match(renderDrafts([pinned('$«var.a»')], 'hcl-object'), String.raw`"\u0024${'${var.a}'}"`)
  t.match(renderDrafts([pinned('«Topic.Arn»«Topic!»')], 'yaml'), '!Sub "${Topic.Arn}<Topic>"')
  t.end()
})

t.test('a sensitive value is never written', t => {
  const secret = draft({
    sid: sample('«secret=hunter2»'),
    conditions: [{ operator: 'StringEquals', key: 'k', values: [sample('a«secret=hunter2»')] }],
  })
  for (const dialect of ['json', 'cloudformation-json', 'yaml', 'hcl-object', 'hcl-block'] as const) {
    const written = renderDrafts([secret], dialect)
    t.notMatch(written, 'hunter2')
    t.match(written, 'a(sensitive)')
  }
  t.end()
})

t.test('a block cannot say &{, so that the object is shown', t => {
  t.match(renderDrafts([pinned('&{a}')], 'hcl-block'), /^\{/)
  t.match(renderDrafts([pinned('a')], 'hcl-block'), /^statement \{\n {2}sid {7}= "Trail"/)
  t.end()
})

t.test('a suggestion says where its statements go, and is not shown where it is very long', t => {
  const lines = (count: number, kind: 'add' | 'policy') =>
    renderSuggestion({ drafts: Array.from({ length: count }, () => draft()), place: { kind }, dialect: 'json' })
  t.equal(lines(1, 'add')[0], 'add this statement:')
  t.equal(lines(2, 'policy')[0], 'give the key a policy of these statements:')
  t.equal(
    renderSuggestion({ drafts: [draft()], place: { kind: 'replace', index: 0 }, dialect: 'yaml' })[0],
    'put this statement in its place:',
  )
  t.same(lines(100, 'add'), [])
  t.end()
})

t.test('the language is that of the policy', t => {
  const location = (file: string) => ({ file })
  const of = (type: string, file: string, dialect?: Dialect) =>
    dialectOf(
      sampleKey({
        type,
        policy: { kind: 'document', variants: [], location: location(file), ...(dialect && { dialect }) },
      }),
    )
  t.equal(of('aws_kms_key', 'plan.json'), 'hcl-object')
  t.equal(of('aws_kms_key', 'main.tf', 'hcl-block'), 'hcl-block')
  t.equal(of('AWS::KMS::Key', 'template.json'), 'cloudformation-json')
  t.equal(of('AWS::KMS::Key', 'stack.template'), 'yaml')
  t.equal(of('key-policy', 'policy.json'), 'json')
  t.end()
})
