import t from 'tap'
import type { Key } from '../../model/key.js'
import { InputError } from '../../model/problem.js'
import { showNode } from '../../model/show.js'
import { findRoots, readTerraform, type TerraformOptions } from './index.js'
import type { Assignment, Files } from '../../model/source.js'

type Texts = Readonly<Record<string, string>>

const inMemory = (texts: Texts): Files => ({
  list: async dir => {
    const found = Object.keys(texts).filter(file => dir === '.' || file.startsWith(`${dir}/`))
    return Promise.resolve(found.filter(file => dir.includes('.terraform') || !file.includes('.terraform')))
  },
  inFolder: async dir => {
    if (dir.startsWith('..')) throw new InputError('outside-root', `${dir} lies outside`)
    const start = dir === '.' ? '' : `${dir}/`
    const files = Object.keys(texts).filter(file => file.startsWith(start))
    return Promise.resolve(files.filter(file => !file.slice(start.length).includes('/')))
  },
  readText: async path => {
    const text = texts[path]
    if (path.startsWith('..')) throw new InputError('outside-root', `${path} lies outside`)
    if (text === undefined) throw new InputError('file-not-found', `${path} does not exist`)
    return Promise.resolve(text)
  },
})
const read = (texts: Texts | string, options: TerraformOptions = {}, dir = '.') =>
  readTerraform(inMemory(typeof texts === 'string' ? { 'main.tf': texts } : texts), dir, options)

const shown = (policy: Key['policy']): unknown =>
  policy.kind === 'document'
    ? policy.variants.map(v =>
        v.when === undefined
          ? (JSON.parse(showNode(v.document)) as unknown)
          : [v.when, JSON.parse(showNode(v.document)) as unknown],
      )
    : policy.kind === 'unknown'
      ? policy.hole.name
      : policy.kind
const policies = async (texts: Texts | string, options: TerraformOptions = {}): Promise<Record<string, unknown>> => {
  const { keys } = await read(texts, options)
  return Object.fromEntries(keys.map(key => [key.address, shown(key.policy)]))
}
const given = (...assignments: readonly Assignment[]): TerraformOptions => ({ terraform: { assignments } })
const statement = (principal: string): string => `jsonencode({ Statement = [{ Principal = ${principal} }] })`
const key = (policy: string, rest = ''): string => `resource "aws_kms_key" "k" {\n  policy = ${policy}\n${rest}}\n`
const withPrincipal = (principal: unknown) => [{ Statement: [{ Principal: principal }] }]

t.test('it leaves a hole where a variable has no value, and reads around it', async t => {
  const source = `variable "who" {}\n${key(statement('"arn:aws:iam::${var.who}:root"'))}`
  t.same(await policies(source), { 'aws_kms_key.k': withPrincipal('arn:aws:iam::${var.who}:root') })
  t.same(await policies(source, given({ name: 'who', value: '1' })), {
    'aws_kms_key.k': withPrincipal('arn:aws:iam::1:root'),
  })
})

t.test('it takes variables from files in the order that Terraform does', async t => {
  const main = `variable "a" { default = "default" }\n${key(statement('var.a'))}`
  const files = {
    'main.tf': main,
    'terraform.tfvars': 'a = "tfvars"',
    'x.auto.tfvars.json': '{"a": "auto ${x}"}',
  }
  const prod = { file: 'env/prod.tfvars', text: 'a = "file"' }
  t.same(await policies(main), { 'aws_kms_key.k': withPrincipal('default') })
  t.same(await policies({ 'main.tf': main, 'terraform.tfvars': 'a = "tfvars"' }), {
    'aws_kms_key.k': withPrincipal('tfvars'),
  })
  t.same(await policies(files), { 'aws_kms_key.k': withPrincipal('auto ${x}') })
  t.same(await policies(files, given(prod)), { 'aws_kms_key.k': withPrincipal('file') })
  t.same(await policies(files, given(prod, { name: 'a', value: 'var' })), {
    'aws_kms_key.k': withPrincipal('var'),
  })
  t.same(await policies(files, given({ name: 'a', value: 'var' }, prod)), { 'aws_kms_key.k': withPrincipal('file') })
  const environment = { terraform: { environment: { a: 'env' } } }
  t.same(await policies(main, environment), { 'aws_kms_key.k': withPrincipal('env') })
  t.same(await policies(files, environment), { 'aws_kms_key.k': withPrincipal('auto ${x}') })
})

t.test('it gives one variant for each way that a condition on something unknown can turn out', async t => {
  const source = `variable "prod" {}
locals { is_prod = var.prod == "yes" }
${key('jsonencode({ Statement = concat([{ Sid = local.is_prod ? "P" : "D" }], local.is_prod ? [{ Sid = "More" }] : []) })')}`
  t.same(await policies(source), {
    'aws_kms_key.k': [
      ['var.prod == "yes" is true', { Statement: [{ Sid: 'P' }, { Sid: 'More' }] }],
      ['var.prod == "yes" is false', { Statement: [{ Sid: 'D' }] }],
    ],
  })
})

t.test('it shows what AWS attaches beside the variants that give a policy', async t => {
  const found = await policies(`variable "own" {}\n${key(`var.own ? ${statement('"*"')} : null`)}`)
  t.match(found['aws_kms_key.k'], [
    ['var.own is true', {}],
    ['var.own is false', { Statement: [{ Sid: 'Enable IAM User Permissions' }] }],
  ])
})

t.test('it tells that a policy depends on too many conditions', async t => {
  const sids = Array.from({ length: 9 }, (_, i) => `{ Sid = var.v[${String(i)}] ? "a" : "b" }`)
  const { keys, problems } = await read(`variable "v" {}\n${key(`jsonencode({ Statement = [${sids.join(', ')}] })`)}`)
  t.match(problems, [{ code: 'variants-bounded', severity: 'warning' }])
  t.equal(keys[0]?.policy.kind === 'document' && keys[0].policy.variants.length, 16)
})

t.test('it makes one instance that stands for all where count or for_each is not known', async t => {
  const source = `variable "names" {}
variable "create" {}
resource "aws_kms_key" "each" {
  for_each = var.names
  policy   = ${statement('"arn:aws:iam::1:role/${each.key}"')}
}
resource "aws_kms_key" "some" {
  count  = var.create ? 1 : 0
  policy = ${statement('"*"')}
}
resource "aws_kms_key" "none" {
  count = 0
}`
  t.same(await policies(source), {
    'aws_kms_key.each': withPrincipal('arn:aws:iam::1:role/${each.key}'),
    'aws_kms_key.some[0]': withPrincipal('*'),
  })
})

t.test('it judges by what is known of elements that are not', async t => {
  const source = `variable "roles" {}
${key('jsonencode({ Statement = [for r in var.roles : { Principal = "*", Sid = r }] })')}`
  t.same(await policies(source), { 'aws_kms_key.k': [{ Statement: [{ Principal: '*', Sid: '${var.roles[*]}' }] }] })
})

t.test('it joins a key policy and grants to their key across modules', async t => {
  const { keys } = await read({
    'main.tf': `module "key" {\n  source = "./key"\n}
resource "aws_kms_key_policy" "p" {
  key_id = module.key.id
  policy = ${statement('"*"')}
}
resource "aws_kms_grant" "g" {
  key_id            = module.key.arn
  grantee_principal = "arn:aws:iam::1:role/r"
  operations        = ["Decrypt"]
  constraints {
    encryption_context_equals = { a = "b" }
  }
}
resource "aws_kms_key_policy" "stray" {
  key_id = "arn:aws:kms:eu-west-1:1:key/x"
  policy = ${statement('"*"')}
}`,
    'key/main.tf':
      'resource "aws_kms_key" "this" {}\noutput "id" { value = aws_kms_key.this.key_id }\noutput "arn" { value = aws_kms_key.this.arn }',
  })
  t.match(keys, [
    {
      address: 'module.key.aws_kms_key.this',
      location: { file: 'key/main.tf', line: 1 },
      via: [{ file: 'main.tf', line: 1 }],
      policy: { kind: 'document', location: { file: 'main.tf', line: 6 } },
      policySources: [{ address: 'aws_kms_key_policy.p' }],
      grants: [
        {
          address: 'aws_kms_grant.g',
          operations: ['Decrypt'],
          constraints: [{ kind: 'EncryptionContextEquals', pairs: [{ key: ['a'], value: ['b'] }] }],
        },
      ],
    },
    { address: 'aws_kms_key_policy.stray', arns: ['arn:aws:kms:eu-west-1:1:key/x'] },
  ])
})

t.test('it knows the key’s own ARN and the ARNs of resources whose names are known', async t => {
  const { keys } = await read(`provider "aws" { region = "eu-west-1" }
resource "aws_sns_topic" "t" { name = "alerts" }
resource "aws_kms_key" "k" {}
resource "aws_kms_key_policy" "k" {
  key_id = aws_kms_key.k.id
  policy = jsonencode({ Statement = [{ Resource = aws_kms_key.k.arn, Sid = aws_sns_topic.t.arn }] })
}`)
  const policy = keys[0]?.policy
  t.match(policy?.kind === 'document' && policy.variants[0]?.document, {
    members: [
      {
        value: {
          items: [
            {
              members: [
                { value: { text: [{ name: 'aws_kms_key.k.arn', stands: 'key-arn' }] } },
                { value: { text: ['arn:aws:sns:eu-west-1:', { stands: 'account' }, ':alerts'] } },
              ],
            },
          ],
        },
      },
    ],
  })
})

t.test('it takes account and Region from the provider that a module is given', async t => {
  const { keys } = await read({
    'main.tf': `provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "eu"
  region = "eu-west-1"
  assume_role { role_arn = "arn:aws:iam::111122223333:role/x" }
}
module "a" {
  source    = "./a"
  providers = { aws = aws.eu }
}
resource "aws_kms_key" "here" {}`,
    'a/main.tf': 'resource "aws_kms_key" "there" {}',
  })
  t.match(keys, [
    { address: 'aws_kms_key.here', region: { value: 'us-east-1' }, account: undefined },
    {
      address: 'module.a.aws_kms_key.there',
      region: { value: 'eu-west-1' },
      account: { value: '111122223333', by: 'provider' },
    },
  ])
})

t.test('it reads modules that terraform init installed, and tells of those that are not there', async t => {
  const main = 'module "kms" {\n  source  = "terraform-aws-modules/kms/aws"\n}\nresource "aws_kms_key" "own" {}'
  const away = await read(main)
  t.match(away.problems, [{ code: 'module-not-read', severity: 'warning', location: { file: 'main.tf', line: 1 } }])
  const there = await read({
    'main.tf': main,
    '.terraform/modules/modules.json':
      '{"Modules":[{"Key":"","Dir":"."},{"Key":"kms","Dir":".terraform/modules/kms"}]}',
    '.terraform/modules/kms/main.tf': 'resource "aws_kms_key" "this" {}',
  })
  t.same(there.problems, [])
  t.same(
    there.keys.map(k => k.address),
    ['aws_kms_key.own', 'module.kms.aws_kms_key.this'],
  )
})

t.test('it lets override files and OpenTofu files win', async t => {
  const found = await policies({
    'main.tf': key(statement('"main"')),
    'main_override.tf': key(statement('"override"')),
    'other.tf': 'resource "aws_kms_key" "o" {}',
    'other.tofu': `resource "aws_kms_key" "o" {\n  policy = ${statement('"tofu"')}\n}`,
  })
  t.same(found, { 'aws_kms_key.k': withPrincipal('override'), 'aws_kms_key.o': withPrincipal('tofu') })
})

t.test('it reads the JSON form, with the places of its strings', async t => {
  const text = JSON.stringify(
    {
      variable: { a: { type: 'list(string)', default: ['${not}'] } },
      data: {
        aws_iam_policy_document: {
          d: {
            dynamic: { statement: { for_each: ['x'], content: { sid: 'S${statement.value}', actions: '${var.a}' } } },
          },
        },
      },
      resource: {
        aws_kms_key: {
          k: { policy: '${data.aws_iam_policy_document.d.json}' },
          e: { policy: '{"Statement": "${1 + 1}\\n"}' },
        },
      },
    },
    undefined,
    2,
  )
  const { keys, problems } = await read({ 'main.tf.json': text })
  t.same(problems, [])
  t.match(
    keys.map(k => shown(k.policy)),
    [
      [{ Statement: [{ Sid: 'Sx', Action: '${not}', Effect: 'Allow' }], Version: '2012-10-17' }],
      [{ Statement: '2\n' }],
    ],
  )
})

t.test('it points at the line of a statement wherever it was written', async t => {
  const place = async (texts: Texts): Promise<unknown> => {
    const { keys } = await read(texts)
    const policy = keys[0]?.policy
    const document = policy?.kind === 'document' ? policy.variants[0]?.document : undefined
    const list = document?.kind === 'object' ? document.members.find(m => m.key[0] === 'Statement')?.value : undefined
    return list?.kind === 'list' ? list.items.map(({ location: { file, line } }) => `${file}:${String(line)}`) : list
  }
  const json = '{\n  "Statement": [\n    {"Sid": "a"},\n    {\n      "Sid": "${who}"\n    }\n  ]\n}\n'
  t.same(await place({ 'main.tf': key('templatefile("p.tpl", { who = "x" })'), 'p.tpl': json }), ['p.tpl:3', 'p.tpl:4'])
  t.same(await place({ 'main.tf': key('file("p.json")'), 'p.json': json }), ['p.json:3', 'p.json:4'])
  t.same(await place({ 'main.tf': `variable "who" {}\n${key(`<<-X\n${json.replace('${who}', '${var.who}')}X\n`)}` }), [
    'main.tf:6',
    'main.tf:7',
  ])
  const calls = {
    'main.tf': 'module "m" {\n  source = "./m"\n  extra = [\n    { Sid = "x" },\n  ]\n}',
    'm/main.tf': `variable "extra" {\n  default = []\n}\nlocals {\n  own = { Sid = "o" }\n}\n${key('jsonencode({ Statement = concat([local.own], [for s in var.extra : s]) })')}`,
  }
  t.same(await place(calls), ['m/main.tf:5', 'main.tf:4'])
})

t.test('it merges policy documents as the provider does', async t => {
  const found = await policies(`variable "more" {}
data "aws_iam_policy_document" "base" {
  statement {
    sid       = "A"
    actions   = ["kms:Decrypt", "kms:Encrypt"]
    resources = ["arn:&{aws:username}"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    not_principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "StringLike"
      variable = "k"
      values   = ["a"]
    }
    condition {
      test     = "StringLike"
      variable = "k"
      values   = ["b"]
    }
  }
  statement {
    sid = "B"
  }
}
data "aws_iam_policy_document" "over" {
  policy_id               = "over"
  source_policy_documents = [data.aws_iam_policy_document.base.json, ""]
  override_policy_documents = ["{\\"Version\\": \\"2013-01-01\\", \\"Statement\\": {\\"Sid\\": \\"B\\", \\"Effect\\": \\"Deny\\"}}"]
  statement {
    effect = "Deny"
  }
}
data "aws_iam_policy_document" "open" {
  source_policy_documents   = [data.aws_iam_policy_document.base.json]
  override_policy_documents = var.more
}
resource "aws_kms_key" "over" { policy = data.aws_iam_policy_document.over.json }
resource "aws_kms_key" "open" { policy = data.aws_iam_policy_document.open.json }`)
  t.same(found['aws_kms_key.over'], [
    {
      Version: '2013-01-01',
      Id: 'over',
      Statement: [
        {
          Sid: 'A',
          Effect: 'Allow',
          Action: ['kms:Decrypt', 'kms:Encrypt'],
          Resource: 'arn:${aws:username}',
          Principal: { AWS: '*' },
          NotPrincipal: '*',
          Condition: { StringLike: { k: ['a', 'b'] } },
        },
        { Sid: 'B', Effect: 'Deny' },
        { Effect: 'Deny' },
      ],
    },
  ])
  t.same(found['aws_kms_key.open'], [
    { Version: '2012-10-17', Statement: ['${var.more}', '${var.more}', '${var.more}'] },
  ])
})

t.test('it names what it cannot follow and reads the rest', async t => {
  const circle = await read(
    `locals {\n  a = local.b\n  b = local.a\n}\n${key('jsonencode({ Statement = [{ Sid = local.a, Principal = "*" }] })')}`,
  )
  t.match(circle.problems, [{ message: 'local.a refers to itself', location: { line: 2 } }])
  t.match(shown((circle.keys[0] as Key).policy), [{ Statement: [{ Principal: '*' }] }]) // one key was read
  const itself = await read({
    'main.tf': 'module "a" {\n  source = "./a"\n}',
    'a/main.tf': `module "b" {\n  source = "../a"\n}\n${key('null')}`,
  })
  t.match(itself.problems, [{ code: 'module-not-read', severity: 'error', message: 'module "b" calls itself' }])
  const unheard = await read(key('unheard_of("x")'))
  t.match(unheard, {
    keys: [{ policy: { kind: 'unknown', hole: { name: 'unheard_of("x")' } } }],
    problems: [{ message: /unheard_of is not known here; 1 call/ }],
  })
})

t.test('it tells of what is not Terraform, with its place, and reads the other files', async t => {
  const { keys, problems } = await read({ 'a.tf': key('null'), 'b.tf': 'resource "x" "y" {\n  a = \n}\n' })
  t.equal(keys.length, 1)
  t.match(problems, [
    {
      code: 'not-recognised',
      severity: 'error',
      message: /^b.tf is not valid Terraform: invalid expression/,
      location: { file: 'b.tf', line: 2 },
    },
  ])
})

t.test('it reads nothing outside of the root', async t => {
  for (const path of ['../secret', '/etc/passwd', 'a/../../secret']) {
    t.match((await policies(key(`file("${path}")`)))['aws_kms_key.k'], /^file\(/)
  }
})

t.test('it hides sensitive values and judges them all the same', async t => {
  const { keys } = await read(
    `variable "s" {\n  sensitive = true\n  default = "secret"\n}\n${key(statement('"a ${upper(var.s)} b"'))}`,
  )
  t.notMatch(JSON.stringify(shown((keys[0] as Key).policy)), /secret/i)
  t.match(JSON.stringify(keys[0]), /"value":"SECRET"/)
})

t.test('it stops at values that grow without end', async t => {
  const tenfold = (of: (i: number) => string, last: string): string =>
    `locals {\n  l0 = "a"\n${Array.from({ length: 30 }, (_, i) => `  l${String(i + 1)} = ${of(i)}\n`).join('')}}\n${key(last)}`
  const sources = [
    tenfold(i => `[${Array.from({ length: 10 }, () => `local.l${String(i)}`).join(', ')}]`, 'jsonencode(local.l30)'),
    tenfold(i => `"${Array.from({ length: 10 }, () => `\${local.l${String(i)}}`).join('')}"`, 'jsonencode(local.l30)'),
    `locals {\n${Array.from({ length: 500 }, (_, i) => `  l${String(i + 1)} = local.l${String(i)}\n`).join('')}  l0 = 1\n}\n${key('local.l500')}`,
  ]
  for (const source of sources) t.match((await read(source)).problems, [{ code: 'key-not-read', severity: 'error' }])
  t.match((await read(key('['.repeat(5000)))).problems, [{ code: 'too-large' }])
  t.equal((await read('resource "aws_kms_key" "k" {\n  count = 1000000000\n}')).keys.length, 1)
})

t.test('it finds the root modules below a folder', async t => {
  const files = inMemory({
    'prod/main.tf': 'module "k" {\n  source = "../modules/key"\n}',
    'modules/key/main.tf': key('null'),
    'spare/main.tf': key('null'),
  })
  t.same(await findRoots(files, '.'), ['prod', 'spare'])
})

t.test('it reads no module outside of the root', async t => {
  const { keys, problems } = await read(`module "k" {\n  source = "../secret"\n}\n${key('null')}`)
  t.equal(keys.length, 1)
  t.match(problems, [{ code: 'module-not-read', message: /lies outside/ }])
})

t.test('it says that a value is where it is used, if it is written nowhere', async t => {
  const source = `variable "who" {}
resource "aws_iam_role" "r" {}
${key('jsonencode({ Statement = [{ Principal = var.who }, { Principal = aws_iam_role.r.arn }] })')}`
  const { keys } = await read(source)
  const [{ policy } = { policy: undefined }] = keys
  t.match(JSON.stringify(policy?.kind === 'document' && policy.variants), /"name":"var.who"[^}]*}[^}]*"line":4,/)
  t.match(JSON.stringify(policy), /"name":"aws_iam_role.r.arn"[^\]]*\][^}]*"line":4,/)
})

t.test('it reads nothing into a folder without keys', async t => {
  t.match(await read('resource "aws_s3_bucket" "b" {}\nnot even Terraform ='), { keys: [], problems: [], skipped: [] })
})

t.test('names that JavaScript gives to every object are names like any other', async t => {
  const reading = await read({
    'main.tf': `
resource "aws_kms_key" "k" {
  policy = jsonencode({ Statement = [{ Sid = uuidv5("constructor", "a"), Principal = { AWS = [constructor.x.arn, toString.y["__proto__"].id] },
    Action = formatdate("constructor", "2020-01-01T00:00:00Z"), Resource = __proto__("x") }] })
}
resource "constructor" "x" {}
resource "toString" "y" { for_each = { __proto__ = "a" } }
`,
    'more.tf.json': '{"constructor": {"a": {}}, "toString": [{"b": {}}]}',
  })
  t.equal(reading.keys.length, 1)
  t.match(JSON.stringify(reading.keys[0]?.policy), /uuidv5/)
})
