import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import type { Key } from '../../model/key.js'
import type { Node } from '../../model/node.js'
import { holesOf, literal, print, type Text } from '../../model/text.js'
import { openWorkspace } from '../../workspace.js'
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

/** A text, or undefined where the plan or the source does not know all of it. */
const known = (t: Text): string | undefined => (holesOf(t).length === 0 ? literal(t) : undefined)

const anything = 'anything'

/** Statements in the shape that the provider gives them; what is not known is left to be anything. */
const plain = (node: Node, isStatement = false): unknown => {
  switch (node.kind) {
    case 'object':
      // where all of a policy is sensitive, the plan's keys are hidden too
      return Object.fromEntries(
        node.members.map(m => [known(m.key) ?? print(m.key), plain(m.value, known(m.key) === 'Statement')]),
      )
    case 'list': {
      const items = node.items.map(item => plain(item))
      if (isStatement) return items
      const [only, ...more] = items
      return more.length === 0 && items.length > 0
        ? only
        : items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    }
    case 'text':
      return known(node.text) ?? anything
    case 'number':
      return Number(literal(node.text))
    case 'boolean':
      return node.value
    case 'null':
      return null
    case 'hole':
      return anything
  }
}

/** Whether two statements say the same as far as both are known. */
const agree = (a: unknown, b: unknown): boolean => {
  if (a === anything || b === anything) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => agree(item, b[i]))
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [x, y] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return x.size === y.size && [...x].every(([key, value]) => y.has(key) && agree(value, y.get(key)))
}

const documentOf = ({ policy }: Key): unknown =>
  policy.kind === 'document' ? policy.variants.map(v => plain(v.document)) : policy.kind

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
      if (name === 'partner-sensitive' && key.address === 'aws_kms_key.manifest') continue // the plan hides more of it than is sensitive
      t.ok(agree(documentOf(key), documentOf(same)), `${key.address} says the same`)
    }
  })
}

t.test('it finds in the source what a plan hides behind one unknown ARN', async t => {
  const { keys } = await readTerraform(openWorkspace(`${testdata}terraform-unknown-roles-jsonencode`), '.')
  const tracking = keys.find(key => key.address === 'aws_kms_key.tracking')
  t.match(tracking && documentOf(tracking), [
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
