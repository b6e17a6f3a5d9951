import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { stringify } from 'yaml'
import { longForm } from './adapters/cloudformation/tags.js'
import { readDocuments } from './adapters/cloudformation/template.js'
import type { Tree } from './adapters/cloudformation/tree.js'
import { change, planOf } from './adapters/terraform-plan/example-plan.js'
import { check } from './check.js'
import type { Key } from './model/key.js'
import type { Node } from './model/node.js'
import type { Report } from './model/report.js'
import type { Source } from './model/source.js'
import { literal } from './model/text.js'
import { isUnknown } from './model/truth.js'
import { defaultSettings } from './rules/default-settings.js'
import { loadRules } from './rules/load.js'
import { shippedRules } from './rules/shipped.js'

const { rules } = loadRules(shippedRules())

const source = (file: string, text: string): Source => {
  const head = Buffer.from(text)
  const chunks = async function* () {
    yield await Promise.resolve(head)
  }
  return { file, named: true, head, chunks }
}

const account = '111122223333'

const reportOn = (file: string, text: string, options = {}): Promise<Report> =>
  check([source(file, text)], rules, {
    failOn: 'error',
    undetermined: 'fail',
    settings: defaultSettings,
    ...options,
  })

/** What a report says of its keys, without where it is written. */
const said = ({ findings, undetermined, keys, problems }: Report, addressOf = (address: string) => address) => ({
  findings: findings
    .map(({ rule, severity, message, address, statement, variants }) =>
      JSON.stringify([addressOf(address), rule, severity, message, statement, variants]),
    )
    .sort(),
  undetermined: undetermined
    .map(({ rule, address, statement, reasons }) =>
      JSON.stringify([addressOf(address), rule, statement, reasons.map(({ message }) => message)]),
    )
    .sort(),
  problems: [...new Set(problems.map(({ message }) => message))].sort(),
  keys: keys.map(({ address, policy }) => `${addressOf(address)} ${policy}`).sort(),
})

/** A policy as it would be written; undefined where a part of it is not known. */
const written = (node: Node): unknown => {
  switch (node.kind) {
    case 'object': {
      const members = node.members.map(({ key, value }) => [literal(key), written(value)] as const)
      return members.every(([key, value]) => key !== undefined && value !== undefined)
        ? Object.fromEntries(members)
        : undefined
    }
    case 'list': {
      const items = node.items.map(written)
      return items.includes(undefined) ? undefined : items
    }
    case 'text':
      return literal(node.text)
    case 'number':
      return Number(literal(node.text))
    case 'boolean':
      return node.value
    case 'null':
      return null
    case 'hole':
      return undefined
  }
}

const policyOf = ({ policy }: Key): unknown =>
  policy.kind === 'document' && policy.variants[0] ? written(policy.variants[0].document) : undefined

/** The examples of the rules, as far as they are known and can be written in either format. */
const policies = rules.flatMap(rule =>
  rule.examples.flatMap(({ name, key }) => {
    const policy = policyOf(key)
    const isPlain = key.grants.length === 0 && !key.replica && !isUnknown(key.spec) && !isUnknown(key.usage)
    return policy === undefined || !isPlain ? [] : [{ name: `${rule.id}: ${name}`, key, policy }]
  }),
)

t.test('it says the same of a plan as of a template', async t => {
  t.ok(policies.length > 100, 'there are policies of every kind')
  const after = ({ key: { spec, usage }, policy }: (typeof policies)[number]) => ({
    policy: JSON.stringify(policy),
    customer_master_key_spec: spec,
    key_usage: usage,
    enable_key_rotation: spec === 'SYMMETRIC_DEFAULT',
  })
  const properties = ({ key: { spec, usage }, policy }: (typeof policies)[number]) => ({
    KeyPolicy: policy,
    KeySpec: spec,
    KeyUsage: usage,
    EnableKeyRotation: spec === 'SYMMETRIC_DEFAULT',
  })
  const plan = planOf({
    changes: policies.map((policy, i) => change({ address: `aws_kms_key.K${i}`, after: after(policy) })),
  })
  const template = JSON.stringify({
    Resources: Object.fromEntries(
      policies.map((policy, i) => [`K${i}`, { Type: 'AWS::KMS::Key', Properties: properties(policy) }]),
    ),
  })
  const options = { account, region: 'us-east-1' }
  const nameOf = (address: string): string => {
    const index = Number(address.replace(/^\D*/, ''))
    return policies[index]?.name ?? address
  }
  const [ofPlan, ofTemplate] = [
    said(await reportOn('plan.json', plan, options), nameOf),
    said(await reportOn('template.json', template, options), nameOf),
  ]
  t.strictSame(ofTemplate, ofPlan)
  t.ok(ofPlan.findings.length > 100, 'there are findings of every kind')
})

/** A template as a plain value, with functions in their long form. */
const plain = (tree: Tree): unknown => {
  switch (tree.kind) {
    case 'scalar':
      return tree.text
    case 'list':
      return tree.items.map(plain)
    case 'mapping':
      return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plain(value)]))
    case 'broken':
      throw new Error(tree.message)
  }
}

/** YAML with short functions; a tag takes no tag as its value. */
const short = (value: unknown, isTagged = false): string => {
  if (Array.isArray(value)) return `[${value.map(item => short(item)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
  const [only] = entries
  const tag = only && entries.length === 1 ? `!${only[0].replace('Fn::', '')}` : '!'
  if (only && !isTagged && longForm(tag) === only[0]) return `${tag} ${short(only[1], true)}`
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}: ${short(member)}`).join(', ')}}`
}

const testdata = fileURLToPath(new URL('../testdata/', import.meta.url))
/** What another form cannot say: scalars that are read otherwise without quotes, and keys that stand twice. */
const notTheSame = /-(plain-scalars|crlf-bom-duplicates|mistakes|nested)/

const templates = readdirSync(testdata)
  .filter(name => name.startsWith('cloudformation-') && !notTheSame.test(name))
  .flatMap(name =>
    readdirSync(`${testdata}${name}`)
      .filter(file => /\.(ya?ml|template|template\.json)$/.test(file))
      .map(file => `${testdata}${name}/${file}`),
  )

t.test('it says the same of a template in YAML as in JSON, with long functions as with short ones', async t => {
  t.ok(templates.length > 25)
  for (const path of templates) {
    const text = readFileSync(path, 'utf8')
    const [template] = readDocuments('template', text).templates
    const value = template && plain(template.tree)
    const expected = said(await reportOn('template', text))
    const forms = {
      json: JSON.stringify(value),
      long: stringify(value, { aliasDuplicateObjects: false }),
      short: short(value),
    }
    for (const [form, other] of Object.entries(forms))
      t.strictSame(said(await reportOn('template', other)), expected, `${path} in ${form}`)
  }
})
