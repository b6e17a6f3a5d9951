import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import type { Key } from '../../model/key.js'
import type { Node } from '../../model/node.js'
import { showNode } from '../../model/show.js'
import { literal, print } from '../../model/text.js'
import { openWorkspace } from '../../workspace.js'
import { agreement } from '../plan-source/agree.js'
import { statementsOf } from '../plan-source/document.js'
import { terraformPlan } from '../terraform-plan/index.js'
import { readTerraform } from './index.js'

/** Terraform itself made the plans: what it says is what the source means. */
const testdata = fileURLToPath(new URL('../../../testdata/', import.meta.url))

/** Where the two may differ, and why. */
const differences: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'policy-narrowed-cosmetic': { 'aws_kms_key.credit_notes': 'the plan keeps the old order of an equivalent policy' },
  'drifted-policy': { 'aws_kms_key.exports': 'ignore_changes: the plan keeps what somebody put there by hand' },
  'refresh-only': { 'aws_kms_key.manifest_store': 'the plan shows what AWS has now' },
  'precondition-error': { 'aws_kms_key.dock': 'the plan stopped before it' },
  'unknown-roles-jsonencode': { 'aws_kms_key.tracking': 'one unknown ARN hides the whole policy in the plan' },
  'log-bucket-key-policy': { 'aws_kms_key.archive': 'one unknown ARN hides the whole policy in the plan' },
}

/** Whether two policies say the same, statement by statement, as far as both are known. */
const saySame = ({ policy: a }: Key, { policy: b }: Key): boolean => {
  if (a.kind !== 'document' || b.kind !== 'document') return a.kind === b.kind
  return (
    a.variants.length === b.variants.length &&
    a.variants.every((variant, i) => {
      const [mine, theirs] = [variant.document, b.variants[i]?.document ?? variant.document]
      const others = statementsOf(theirs)
      return (
        agreement(mine, theirs) !== undefined &&
        statementsOf(mine).every((statement, n) => agreement(statement, others[n] ?? statement) !== undefined)
      )
    })
  )
}

const shownOf = ({ policy }: Key): unknown =>
  policy.kind === 'document' ? policy.variants.map(v => JSON.parse(showNode(v.document)) as unknown) : policy.kind

const facts = ({
  account,
  region,
  partition,
  policy: _policy,
  location: _location,
  via: _via,
  arns: _arns,
  before: _before,
  policySources,
  ...rest
}: Key) => ({
  ...rest,
  account: account?.value,
  region: region?.value,
  partition: partition?.value,
  policySources: policySources.map(({ address }) => address),
})

const planKeys = async (name: string): Promise<readonly Key[]> => {
  const bytes = readFileSync(`${testdata}terraform-plan-${name}/plan.json`)
  const chunks = async function* () {
    yield await Promise.resolve(bytes)
  }
  const { keys } = await terraformPlan.read(
    { file: 'plan.json', named: true, head: bytes.subarray(0, 65536), chunks },
    {},
  )
  return keys
}

const names = readdirSync(testdata).flatMap(folder => {
  const name = folder.replace(/^terraform-plan-/, '')
  return name !== folder && existsSync(`${testdata}terraform-${name}`) ? [name] : []
})

for (const name of names) {
  t.test(`it reads from the source of ${name} the keys that its plan has`, async t => {
    const planned = await planKeys(name)
    const { keys, problems } = await readTerraform(openWorkspace(`${testdata}terraform-${name}`), '.')
    t.same(problems, [])
    t.same(keys.map(key => key.address).sort(), planned.map(key => key.address).sort())
    for (const key of keys) {
      const same = planned.find(other => other.address === key.address)
      if (!same || differences[name]?.[key.address] !== undefined) continue
      t.same(facts(key), facts(same), key.address)
      t.ok(saySame(key, same), `${key.address} says the same`)
    }
  })
}

t.test('it finds in the source what a plan hides behind one unknown ARN', async t => {
  const { keys } = await readTerraform(openWorkspace(`${testdata}terraform-unknown-roles-jsonencode`), '.')
  const tracking = keys.find(key => key.address === 'aws_kms_key.tracking')
  t.match(tracking && shownOf(tracking), [
    { Statement: [{}, { Sid: 'Tasks' }, { Sid: 'Anything', Principal: '*', Action: 'kms:Encrypt' }] },
  ])
  const statements = tracking?.policy.kind === 'document' ? tracking.policy.variants[0]?.document : undefined
  t.match(statements?.kind === 'object' && statements.members.find(m => literal(m.key) === 'Statement')?.value, {
    items: [
      { location: { file: 'main.tf', line: 28 } },
      { location: { line: 35 } },
      { location: { line: 42, endLine: 48 } },
    ],
  })
})

t.test('it never prints a sensitive variable', async t => {
  const { keys } = await readTerraform(openWorkspace(`${testdata}terraform-partner-sensitive`), '.')
  const texts: string[] = []
  const collect = (node: Node): void => {
    if (node.kind === 'object') {
      for (const { key, value } of node.members) {
        texts.push(print(key))
        collect(value)
      }
    } else if (node.kind === 'list') node.items.forEach(collect)
    else if (node.kind === 'text') texts.push(print(node.text))
  }
  for (const { policy } of keys)
    if (policy.kind === 'document')
      policy.variants.forEach(v => {
        collect(v.document)
      })
  t.ok(texts.includes('arn:aws:iam::(sensitive):root'))
  t.notOk(texts.some(text => /444455556666|shipment-manifest/.test(text)))
})
