import t from 'tap'
import { isUnknown } from '../model/truth.js'
import { compileToy, exampleKey } from './toy.js'

const problemsOf = (example: string): string[] =>
  compileToy(`examples: [${example}]`).problems.map(({ message, location }) => `${String(location?.column)} ${message}`)

t.test('readExample', t => {
  t.test('gives a symmetric key that rotates, with the default statement', t => {
    const { policy, ...key } = exampleKey({})
    t.match(key, {
      address: 'aws_kms_key.example',
      type: 'aws_kms_key',
      spec: 'SYMMETRIC_DEFAULT',
      usage: 'ENCRYPT_DECRYPT',
      origin: 'AWS_KMS',
      multiRegion: false,
      replica: false,
      rotation: true,
      bypassLockoutCheck: false,
      deletionWindow: undefined,
      account: { value: '111122223333' },
      region: { value: 'us-east-1' },
      partition: { value: 'aws' },
      arns: [],
      grants: [],
      policySources: [{ address: 'aws_kms_key.example' }],
    })
    t.match(JSON.stringify(policy), /"arn:aws:iam::111122223333:root"/)
    t.end()
  })

  t.test('takes what differs about the key, and holes for it', t => {
    const key = exampleKey({
      key: {
        type: 'aws_kms_replica_key',
        account: null,
        region: 'eu-west-1',
        spec: '${hole:var.spec}',
        rotation: '${hole:var.rotation}',
        deletionWindow: 7,
        replica: true,
        arns: ['arn:aws:kms:us-east-1:111122223333:key/1'],
        policySources: ['a', 'b'],
        grants: [
          {
            grantee: 'arn:aws:iam::111122223333:role/${hole:x}',
            operations: ['Decrypt'],
            constraints: [
              { kind: 'EncryptionContextEquals', pairs: { a: 'b' } },
              { kind: 'EncryptionContextSubset', pairs: '${hole:pairs}' },
            ],
          },
          { grantee: 'x', operations: '${hole:operations}' },
        ],
      },
    })
    t.match(key, {
      address: 'aws_kms_replica_key.example',
      account: undefined,
      region: { value: 'eu-west-1' },
      deletionWindow: 7,
      replica: true,
    })
    t.ok(isUnknown(key.spec) && isUnknown(key.rotation))
    t.strictSame(
      key.policySources.map(({ address }) => address),
      ['a', 'b'],
    )
    t.match(key.grants, [
      {
        grantee: ['arn:aws:iam::111122223333:role/', { kind: 'after-apply', name: 'x' }],
        operations: ['Decrypt'],
        constraints: [
          { kind: 'EncryptionContextEquals', pairs: [{ key: ['a'], value: ['b'] }] },
          { pairs: { holes: [{ name: 'pairs' }] } },
        ],
      },
      { operations: { holes: [{ name: 'operations' }] }, constraints: [] },
    ])
    t.end()
  })

  t.test('takes a policy of each kind', t => {
    t.strictSame(
      ['default', 'unknown', 'malformed'].map(policy => exampleKey({ key: { policy } }).policy.kind),
      ['default', 'unknown', 'malformed'],
    )
    t.end()
  })

  const documentOf = (fields: Readonly<Record<string, unknown>>) => {
    const { policy } = exampleKey(fields)
    return policy.kind === 'document' ? policy.variants[0]?.document : undefined
  }
  const member = (key: string, value: object) => ({ key: [key], value })

  t.test('puts the statements before the default one, unless they stand alone', t => {
    const sids = (fields: Readonly<Record<string, unknown>>) =>
      [...JSON.stringify(documentOf(fields)).matchAll(/"key":\["Sid"\].*?"text":\["(\w+)"\]/g)].map(([, sid]) => sid)
    t.strictSame(sids({ statement: { Sid: 'A' } }), ['A', 'Root'])
    t.strictSame(sids({ statements: [{ Sid: 'A' }, { Sid: 'B' }] }), ['A', 'B', 'Root'])
    t.strictSame(sids({ statements: [{ Sid: 'A' }], only: true }), ['A'])
    t.match(documentOf({ policy: { Version: 'x' } }), {
      kind: 'object',
      members: [member('Version', { kind: 'text', text: ['x'] })],
    })
    t.end()
  })

  t.test('reads every kind of value, and holes', t => {
    const policy = {
      text: 'a${hole:x}b',
      'key-${hole:k}': 1,
      truth: true,
      nothing: null,
      secret: '${sensitive:s}',
      any: '${any:y}',
      list: ['${many:z}', '${unclosed'],
      empty: '',
    }
    const hole = (name: string) => ({ kind: 'after-apply', name })
    t.match(documentOf({ policy }), {
      members: [
        {
          key: ['text'],
          value: { kind: 'text', text: ['a', hole('x'), 'b'] },
          location: { file: 'x.yaml#policy.text' },
        },
        { key: ['key-', hole('k')], value: { kind: 'number', text: ['1'] } },
        member('truth', { kind: 'boolean', value: true }),
        member('nothing', { kind: 'null' }),
        member('secret', { kind: 'text', text: [{ kind: 'sensitive', name: 'sensitive', value: 's' }] }),
        member('any', { kind: 'hole', hole: hole('y'), many: undefined }),
        member('list', {
          kind: 'list',
          items: [
            { kind: 'hole', hole: hole('z'), many: true },
            { kind: 'text', text: ['${unclosed'] },
          ],
        }),
        member('empty', { kind: 'text', text: [] }),
      ],
    })
    t.end()
  })

  t.test('reports what is wrong with an example', t => {
    t.strictSame(problemsOf('{ name: a }'), ['12 examples.0 lacks expect'])
    t.strictSame(problemsOf('{ name: a, expect: maybe }'), [
      '31 examples.0.expect is "maybe", not one of pass, fail, undetermined',
    ])
    t.match(problemsOf('{ name: a, expect: pass, statment: {} }'), [/^37 examples\.0 has no field "statment"/])
    t.match(problemsOf('{ name: a, expect: pass, key: { rotatoin: true } }'), [
      /^44 examples\.0\.key has no field "rotatoin"/,
    ])
    t.strictSame(problemsOf('{ name: a, expect: pass, key: { rotation: never } }'), [
      '54 examples.0.key.rotation is a text, not true or false',
    ])
    t.strictSame(problemsOf('{ name: a, expect: pass, key: { policy: none } }'), [
      '52 examples.0.key.policy is "none", not one of default, unknown, malformed, managed',
    ])
    t.strictSame(problemsOf('{ name: a, expect: pass, key: { account: 1 } }'), [
      '53 examples.0.key.account is a number, not a text',
    ])
    t.strictSame(problemsOf('{ name: a, expect: pass, statements: {} }'), [
      '49 examples.0.statements is a map, not a list',
    ])
    t.strictSame(problemsOf('{ name: a, expect: pass, key: { grants: [{ grantee: a }] } }'), [
      '53 examples.0.key.grants.0 lacks operations',
    ])
    t.strictSame(
      problemsOf(
        '{ name: a, expect: pass, key: { grants: [{ grantee: a, operations: [], constraints: [{ kind: EncryptionContextEquals }] }] } }',
      ),
      ['97 examples.0.key.grants.0.constraints.0 lacks pairs'],
    )
    const constraint = (pairs: string) =>
      problemsOf(
        `{ name: a, expect: pass, key: { grants: [{ grantee: a, operations: [], constraints: [{ kind: EncryptionContextEquals, pairs: ${pairs} }] }] } }`,
      )
    t.strictSame(constraint('{ a: 1 }'), ['142 examples.0.key.grants.0.constraints.0.pairs.a is a number, not a text'])
    t.strictSame(constraint('[]'), ['137 examples.0.key.grants.0.constraints.0.pairs is a list, not a map'])
    t.end()
  })
  t.end()
})
