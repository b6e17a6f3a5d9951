import t from 'tap'
import { many } from '../../model/sample.js'
import { print } from '../../model/text.js'
import { isUnknown } from '../../model/truth.js'
import { renderDrafts } from '../suggestion/render.js'
import type { Suggestion } from '../suggestion/suggestion.js'
import { permissionType } from './permission.js'
import { allow, scopeOfPermission } from './sample.js'

const suggested = (word: string, statements: object | readonly object[]): Suggestion | undefined => {
  const found = permissionType.fields[word]?.read(scopeOfPermission(statements))
  // a field of the type Suggestion gives one, or Unknown
  return isUnknown(found) ? undefined : (found as Suggestion)
}
const asJson = (suggestion: Suggestion | undefined): unknown =>
  suggestion?.drafts.map(draft => JSON.parse(renderDrafts([draft], 'json')) as unknown)

const role = 'arn:aws:iam::111122223333:role/app'
const s3 = { Service: 's3.amazonaws.com' }
const condition = { StringEquals: { 'aws:SourceAccount': '111122223333' } }

t.test('it leaves the other principals of a statement as they are', t => {
  const shared = { ...allow({ Service: ['s3.amazonaws.com', 'sns.amazonaws.com'], AWS: role }), Sid: 'Shared' }
  t.same(asJson(suggested('withSource', shared)), [
    { ...allow({ Service: 'sns.amazonaws.com', AWS: role }), Sid: 'Shared' },
    { ...allow(s3), Sid: 'Shared2', Condition: condition },
  ])
  t.end()
})

t.test('it gives a statement that is set apart a Sid that no other has', t => {
  const own = {
    ...allow(s3, ['kms:Decrypt', 'kms:DescribeKey'], {
      Condition: { StringEquals: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::a' } },
    }),
    Sid: 'A',
  }
  const sids = suggested('withContextApart', [own, { ...allow(role), Sid: 'AWithoutContext' }])?.drafts.map(
    ({ sid }) => sid && print(sid),
  )
  t.same(sids, ['A', 'AWithoutContext2'])
  t.end()
})

t.test('it drops a condition that says nothing where it adds one that does', t => {
  const idle = { ArnLike: { 'aws:SourceArn': '*' }, StringEquals: { 'aws:sourceaccount': '' } }
  t.same(asJson(suggested('withSource', allow(s3, 'kms:Decrypt', { Condition: idle }))), [
    allow(s3, 'kms:Decrypt', { Condition: condition }),
  ])
  t.end()
})

t.test('it suggests nothing for a statement of which a part is hidden, or that would be a guess', t => {
  t.equal(suggested('withSource', allow(s3, ['kms:Decrypt', many('var.more')])), undefined)
  t.equal(suggested('withSource', allow({ Service: 'dynamodb.amazonaws.com' }, 'kms:DescribeKey')), undefined)
  t.equal(suggested('withOwnRegion', allow({ Service: 'cloudtrial.amazonaws.com' })), undefined)
  t.equal(suggested('withoutExcess', allow({ Service: 'cloudtrail.amazonaws.com' }, 'kms:Sign')), undefined)
  const pattern = allow({ Service: 'cloudtrail.amazonaws.com' }, ['kms:Decrypt', 'kms:Generate*'])
  t.match(asJson(suggested('withoutExcess', pattern)), [{ Action: [/Decrypt/, /GenerateDataKey$/] }])
  t.end()
})
