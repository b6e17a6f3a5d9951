import t from 'tap'
import { resource } from '../knowledge/sample-catalogue.js'
import type { Key, Policy } from '../model/key.js'
import { anything, here, node, sampleKey } from '../model/sample.js'
import { isUnknown } from '../model/truth.js'
import type { Use } from '../model/use.js'
import { eaches, type Each } from './rule.js'
import { allow, settings } from './words/sample.js'
import { vocabulary } from './vocabulary.js'

const location = here
const role = 'arn:aws:iam::111122223333:role/app'
const document = (...statements: readonly unknown[]): Policy => ({
  kind: 'document',
  variants: [{ document: node({ Version: '2012-10-17', Statement: statements }) }],
  location,
})
const subjects = (each: Each, policy: Policy, facts: Partial<Key> = {}) => [
  ...vocabulary.subjects(sampleKey({ policy, ...facts }), settings)(each),
]

const use: Use = {
  service: 'cloudtrail-trail',
  resource: resource('aws_cloudtrail.audit', { name: 'audit' }),
  sources: ['aws_cloudtrail.audit'],
  destination: undefined,
  location,
  world: undefined,
  filling: { Name: ['audit'] },
}

const condition = { StringEquals: { 'aws:SourceAccount': '1', 'kms:ViaService': 's3' } }
const two = document(
  { ...allow({ AWS: [role, '*'] }), Sid: 'Two' },
  allow({ Service: 's3.amazonaws.com' }, 'kms:Decrypt', { Condition: condition }),
)

t.test('it finds what rules are asked of, with its statement and place', t => {
  t.match(
    subjects('statement', two).map(({ statement }) => statement),
    [{ index: 0, sid: 'Two' }, { index: 1 }],
  )
  t.same(
    subjects('permission', two).map(({ part }) => part),
    [role, '*', 's3.amazonaws.com'],
  )
  t.same(
    subjects('condition', two).map(({ part }) => part),
    ['StringEquals aws:SourceAccount', 'StringEquals kms:ViaService'],
  )
  t.equal(subjects('policy', two).length, 1)
  t.match(subjects('key', two), [{ location: { file: 'main.tf' } }])
  t.match(JSON.parse(subjects('statement', two)[0]?.snippet?.() ?? ''), { Sid: 'Two', Action: 'kms:Decrypt' })
  t.end()
})

t.test('it reads a policy once for all the rules', t => {
  const of = vocabulary.subjects(sampleKey({ policy: two }), settings)
  const [policy] = of('policy')
  for (const each of ['policy', 'statement'] as const)
    for (const { bindings } of of(each)) t.equal(bindings['policy'], policy?.bindings['policy'])
  t.end()
})

t.test('it binds every variable that it promises', t => {
  const policy = document(allow('*', 'kms:*', { Condition: condition, Conditions: {} }))
  for (const each of eaches) {
    const [subject] = subjects(each, policy, { uses: [use] })
    t.same(Object.keys(subject?.bindings ?? {}).toSorted(), Object.keys(vocabulary.variables[each]).toSorted(), each)
  }
  t.end()
})

t.test('it promises only types that it has', t => {
  const known = new Set(['bool', 'int', 'string', 'Place', ...Object.keys(vocabulary.types)])
  for (const [name, { fields, methods = {} }] of Object.entries(vocabulary.types)) {
    for (const [word, { type, about }] of [...Object.entries(fields), ...Object.entries(methods)]) {
      t.ok(known.has(type.replace(/^list<(.*)>$/, '$1')) && about !== '', `${name}.${word}`)
    }
  }
  t.end()
})

t.test('it keeps a policy open that cannot be seen', t => {
  const unknown: Policy = { kind: 'unknown', hole: { kind: 'after-apply', name: 'policy' }, location }
  t.equal(subjects('policy', unknown).length, 1)
  t.equal(subjects('statement', unknown).length, 1)
  const [permission] = subjects('permission', unknown)
  t.ok(isUnknown(permission?.bindings['permission']))
  const [part] = subjects('condition', unknown)
  t.equal(part?.part, 'further conditions')
  t.ok(isUnknown(part?.bindings['condition']))
  t.end()
})

t.test('it asks nothing of statements that are not there', t => {
  for (const policy of [
    { kind: 'default', location },
    { kind: 'malformed', message: 'not JSON', location },
  ] as const) {
    for (const each of ['policy', 'statement', 'permission', 'condition'] as const) t.same(subjects(each, policy), [])
  }
  t.same(subjects('condition', document(allow('*'))), [])
  t.end()
})

t.test('it makes a malformed policy a defect', t => {
  t.match(subjects('defect', { kind: 'malformed', message: 'not JSON', location }), [{ part: 'not JSON', location }])
  t.end()
})

t.test('it puts a defect with its statement, or with the policy', t => {
  const found = subjects('defect', document({ ...allow('*'), Actions: [] }, 7))
  t.match(found, [{ statement: { index: 0 }, part: /Actions/ }, { part: /number/ }])
  t.equal(found[1]?.statement, undefined)
  t.end()
})

t.test('it names the variant a subject belongs to', t => {
  const variants = ['IsProd is true', 'IsProd is false'].map(when => ({
    when,
    document: node({ Statement: allow('*', 'kms:*', { Condition: condition }), Comment: '' }),
  }))
  const policy: Policy = { kind: 'document', variants, location }
  for (const each of ['policy', 'statement', 'permission', 'defect'] as const) {
    t.same(
      subjects(each, policy).map(({ variant }) => variant),
      ['IsProd is true', 'IsProd is false'],
      each,
    )
  }
  t.end()
})

t.test('it says nothing of who an Allow that may be a Deny gives access', t => {
  const [hidden] = subjects('permission', document({ ...allow('*'), Effect: anything('effect') }))
  t.ok(isUnknown(hidden?.bindings['permission']))
  t.end()
})

t.test('it takes a grant for a permission without a statement', t => {
  const grant = { address: 'aws_kms_grant.a', grantee: [role], operations: ['Decrypt'], constraints: [], location }
  t.match(subjects('permission', { kind: 'default', location }, { grants: [grant] }), [
    { part: 'aws_kms_grant.a', location, statement: undefined },
  ])
  t.end()
})

t.test('it never shows a sensitive Sid', t => {
  const [subject] = subjects('statement', document({ ...allow('*'), Sid: '«secret=hidden»' }))
  t.same(subject?.statement, { index: 0 })
  t.notMatch(subject?.snippet?.(), /hidden/)
  t.end()
})

t.test('it asks of each use under each variant that goes with it', t => {
  const world = (when: string) => ({
    when,
    and: (other: { readonly when?: string }) => (other.when === when ? world(when) : undefined),
  })
  const variants = ['IsProd is true', 'IsProd is false'].map(when => ({
    when,
    world: world(when),
    document: node({ Statement: allow('*') }),
  }))
  const policy: Policy = { kind: 'document', variants, location }
  const asked = (of: Key['policy'], one: Use) =>
    subjects('use', of as Policy, { uses: [one] }).map(({ variant }) => variant)
  t.same(asked(policy, use), ['IsProd is true', 'IsProd is false'])
  t.same(asked(policy, { ...use, world: world('IsProd is false') }), ['IsProd is false'])
  t.same(asked({ kind: 'default', location }, use), [undefined])
  t.same(asked({ kind: 'malformed', message: 'not JSON', location }, use), [])
  t.same(asked({ kind: 'default', location }, { ...use, service: 'of-nobody' }), [])
  t.end()
})

t.test('it judges a key as each variant makes it', t => {
  const variants = [true, false].map(rotation => ({
    when: `rotates is ${String(rotation)}`,
    settings: { rotation },
    document: node({ Statement: allow('*') }),
  }))
  const rotations = (of: readonly object[]) =>
    subjects('key', { kind: 'document', variants: of, location } as Policy).map(({ variant }) => variant)
  t.same(rotations(variants), ['rotates is true', 'rotates is false'])
  t.same(rotations(variants.slice(1)), [undefined])
  t.end()
})
