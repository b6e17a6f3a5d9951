import t from 'tap'
import { stepsOf, valuesAt, type Wanted } from '../../../model/deployed.js'
import { InputError } from '../../../model/problem.js'
import type { Files } from '../../../model/source.js'
import { print, type Text } from '../../../model/text.js'
import { readTerraform, type TerraformOptions, type TerraformReading } from '../index.js'

const wanted: Wanted = new Map(
  Object.entries({
    aws_sns_topic: ['kms_master_key_id', 'name'],
    aws_kms_alias: ['name', 'target_key_id'],
    aws_cloudwatch_metric_alarm: ['alarm_actions'],
    aws_s3_bucket_server_side_encryption_configuration: ['bucket', 'rule'],
  }).map(([type, names]) => [type, stepsOf(names.map(name => [name]))]),
)

type Texts = Readonly<Record<string, string>>

const inMemory = (texts: Texts): Files => ({
  list: async () => Promise.resolve(Object.keys(texts)),
  inFolder: async dir => {
    const start = dir === '.' ? '' : `${dir}/`
    return Promise.resolve(
      Object.keys(texts).filter(file => file.startsWith(start) && !file.slice(start.length).includes('/')),
    )
  },
  readText: async path => {
    const text = texts[path]
    if (text === undefined) throw new InputError('file-not-found', `${path} does not exist`)
    return Promise.resolve(text)
  },
})

const read = (texts: Texts | string, options: TerraformOptions = { wanted }): Promise<TerraformReading> =>
  readTerraform(inMemory(typeof texts === 'string' ? { 'main.tf': texts } : texts), '.', options)

/** What a text shows, with the attributes that its holes are. */
const traced = (text: Text): string =>
  [print(text), ...text.flatMap(part => (typeof part === 'string' || !part.from ? [] : Object.values(part.from)))].join(
    ' ',
  )

const at = ({ resources = [] }: TerraformReading, address: string, path: string): readonly string[] =>
  resources
    .filter(resource => resource.address === address)
    .flatMap(({ variants }) => variants.flatMap(({ properties }) => valuesAt(properties, path.split('.'))))
    .map(({ text }) => traced(text))

const addresses = ({ resources = [] }: TerraformReading): readonly string[] => resources.map(({ address }) => address)

const key = 'resource "aws_kms_key" "k" {}\n'
const topic = (value: string, rest = ''): string =>
  `resource "aws_sns_topic" "t" {\n  kms_master_key_id = ${value}\n${rest}}\n`
const topicWith = async (value: string, rest = '') =>
  at(await read(key + topic(value) + rest), 'aws_sns_topic.t', 'kms_master_key_id')
const found = ['${aws_kms_key.k.arn} aws_kms_key.k arn']

t.test('it reads no resources unless some are wanted', async t => {
  t.notOk('resources' in (await read(key + topic('aws_kms_key.k.arn'), {})))
  t.match((await read(key + topic('aws_kms_key.k.arn'))).resources, [
    { address: 'aws_sns_topic.t', type: 'aws_sns_topic', location: { file: 'main.tf', line: 2 }, via: [] },
  ])
})

t.test('it says of which resource a value is an attribute', async t => {
  t.same(await topicWith('aws_kms_key.k.arn'), found)
  t.same(await topicWith('aws_kms_key.k.key_id'), ['${aws_kms_key.k.key_id} aws_kms_key.k key_id'])
  t.same(await topicWith('local.arn', 'locals {\n  arn = aws_kms_key.k.arn\n}'), found)
  t.same(await topicWith('coalesce(null, one([aws_kms_key.k.arn]))'), found)
  t.same(await topicWith('{ a = { arn = aws_kms_key.k.arn } }["a"].arn'), found)
  t.same(await topicWith('data.aws_kms_key.d.arn', 'data "aws_kms_key" "d" {\n  key_id = "x"\n}'), [
    '${data.aws_kms_key.d.arn} data.aws_kms_key.d arn',
  ])
  t.same(await topicWith('aws_kms_alias.a.arn', 'resource "aws_kms_alias" "a" {}'), [
    '${aws_kms_alias.a.arn} aws_kms_alias.a arn',
  ])
  t.same(await topicWith('upper(aws_kms_key.k.arn)'), ['${upper("${aws_kms_key.k.arn}")}'])
})

t.test('it gives what is known as it is', async t => {
  for (const value of ['arn:aws:kms:eu-west-1:111122223333:key/1', 'alias/x'])
    t.same(await topicWith(`"${value}"`), [value])
  t.same(await topicWith('null'), [])
  t.same(await topicWith('""'), [], 'which the provider takes for null')
})

t.test('it reads aliases', async t => {
  const reading = await read(
    `${key}resource "aws_kms_alias" "a" {\n  name = "alias/a"\n  target_key_id = aws_kms_key.k.key_id\n}\n`,
  )
  t.same(at(reading, 'aws_kms_alias.a', 'name'), ['alias/a'])
  t.same(at(reading, 'aws_kms_alias.a', 'target_key_id'), ['${aws_kms_key.k.key_id} aws_kms_key.k key_id'])
})

t.test('it reads each instance with its own key', async t => {
  const each = '  for_each = toset(["a", "b"])\n'
  const reading = await read(
    `resource "aws_kms_key" "k" {\n${each}}\n${topic('aws_kms_key.k[each.key].arn', each)}
resource "aws_sns_topic" "chained" {\n  for_each = aws_kms_key.k\n  kms_master_key_id = each.value.arn\n}`,
  )
  for (const name of ['t', 'chained'])
    for (const index of ['a', 'b'])
      t.same(at(reading, `aws_sns_topic.${name}["${index}"]`, 'kms_master_key_id'), [
        `\${aws_kms_key.k["${index}"].arn} aws_kms_key.k["${index}"] arn`,
      ])
})

t.test('it follows inputs and outputs of modules', async t => {
  const reading = await read({
    'main.tf': `module "key" {\n  source = "./key"\n}
module "topic" {\n  source = "./topic"\n  key = module.key.arn\n}`,
    'key/main.tf': `${key}output "arn" {\n  value = aws_kms_key.k.arn\n}`,
    'topic/main.tf': `variable "key" {}\n${topic('var.key')}`,
  })
  t.same(at(reading, 'module.topic.aws_sns_topic.t', 'kms_master_key_id'), [
    '${module.key.aws_kms_key.k.arn} module.key.aws_kms_key.k arn',
  ])
  t.match(reading.resources, [{ location: { file: 'topic/main.tf', line: 2 }, via: [{ file: 'main.tf', line: 4 }] }])
})

const encryption = 'aws_s3_bucket_server_side_encryption_configuration'
const ruleKey = 'rule.apply_server_side_encryption_by_default.kms_master_key_id'

t.test('it reads nested blocks, dynamic ones and those in JSON too', async t => {
  const byDefault = 'apply_server_side_encryption_by_default'
  const inner = (value: string) => `${byDefault} {\n kms_master_key_id = ${value}\n }\n bucket_key_enabled = true`
  const encrypted = async (body: string) => {
    const reading = await read(`${key}resource "${encryption}" "b" {\n  bucket = "b"\n${body}\n}`)
    return at(reading, `${encryption}.b`, ruleKey)
  }
  t.same(await encrypted(`rule {\n ${inner('aws_kms_key.k.arn')}\n}`), found)
  t.same(
    await encrypted(`dynamic "rule" {\n for_each = [aws_kms_key.k]\n content {\n ${inner('rule.value.arn')}\n }\n }`),
    found,
  )
  t.same(await encrypted('dynamic "rule" {\n for_each = 7\n content {}\n }'), [
    '${dynamic "rule" { for_each = 7 content {} }}',
  ])
  t.same(await encrypted('dynamic "rule" {\n for_each = []\n content {}\n }'), [])
  const rule = { [byDefault]: { kms_master_key_id: '${aws_kms_key.k.arn}' } }
  const json = await read({
    'main.tf': key,
    'x.tf.json': JSON.stringify({ resource: { [encryption]: { b: { rule }, c: { rule: [rule] } } } }),
  })
  t.same(at(json, `${encryption}.b`, ruleKey), found)
  t.same(at(json, `${encryption}.c`, ruleKey), found)
})

t.test('it reads lists, with ARNs made of names, at the places where they are used', async t => {
  const reading = await read(
    `${key}${topic('aws_kms_key.k.arn', '  name = "t"\n')}resource "aws_sns_topic" "u" {}
resource "aws_cloudwatch_metric_alarm" "a" {
  alarm_actions = concat([aws_sns_topic.t.arn], [aws_sns_topic.u.arn])
}`,
    { wanted, account: '111122223333', region: 'eu-west-1' },
  )
  t.same(at(reading, 'aws_cloudwatch_metric_alarm.a', 'alarm_actions'), [
    'arn:aws:sns:eu-west-1:111122223333:t',
    '${aws_sns_topic.u.arn} aws_sns_topic.u arn',
  ])
  const alarm = reading.resources?.find(({ type }) => type === 'aws_cloudwatch_metric_alarm')
  t.match(alarm, { account: '111122223333', region: 'eu-west-1' })
  const [variant] = alarm?.variants ?? []
  t.same(variant && valuesAt(variant.properties, ['alarm_actions']).map(({ location }) => location.line), [8, 8])
})

t.test('it tells apart the ways in which conditions turn out', async t => {
  const source = `variable "prod" {}
resource "aws_kms_key" "k" {
  policy = var.prod ? jsonencode({ Id = "a" }) : jsonencode({ Id = "b" })
}
${topic('var.prod ? aws_kms_key.k.arn : "alias/aws/sns"')}
resource "aws_sns_topic" "u" {
  count             = var.prod ? 1 : 0
  kms_master_key_id = aws_kms_key.k.arn
}`
  const { keys, resources = [] } = await read(source)
  const ways = resources.map(({ address, variants }) => [address, ...variants.map(({ world }) => world?.when)])
  t.same(ways, [
    ['aws_sns_topic.t', 'var.prod is true', 'var.prod is false'],
    ['aws_sns_topic.u[0]', 'var.prod is true'],
  ])
  const [yes, no] = keys.flatMap(({ policy }) => (policy.kind === 'document' ? policy.variants : []))
  const only = resources[1]?.variants[0]?.world
  t.equal(only && yes?.world?.and(only)?.when, 'var.prod is true')
  t.equal(only && no?.world?.and(only), undefined)
})

t.test('it says in key policies of which resource a value is an attribute', async t => {
  const { keys } = await read(
    `resource "aws_kms_key" "k" {\n  policy = jsonencode({ Id = aws_cloudtrail.t.arn })\n}\nresource "aws_cloudtrail" "t" {}`,
  )
  t.match(JSON.stringify(keys[0]?.policy), '"from":{"address":"aws_cloudtrail.t","attribute":"arn"}')
})

t.test('it does not tell what is wrong where no key depends on it', async t => {
  const { keys, problems, resources } = await read(
    `${key}${topic('nothing_known(local.a)')}locals {\n  a = local.b\n  b = local.a\n}`,
  )
  t.same([keys.length, problems, resources?.length], [1, [], 1])
})

t.test('it reads the files that a resource names', async t => {
  const reading = await read({ 'main.tf': key + topic('file("${path.module}/key.txt")'), 'key.txt': 'alias/x' })
  t.same(at(reading, 'aws_sns_topic.t', 'kms_master_key_id'), ['alias/x'])
})

t.test('it hides nothing of the keys where there are too many resources', async t => {
  const topics = (i: number): string =>
    `resource "aws_sns_topic" "t${String(i)}" {\n  count = 10000\n  kms_master_key_id = aws_kms_key.k.arn\n}\n`
  const many = (n: number) => read(key + Array.from({ length: n }, (_, i) => topics(i)).join(''))
  const all = await many(2)
  t.same([addresses(all).length, all.problems], [20_000, []])
  const more = await many(3)
  t.same([addresses(more).length, more.keys.length], [20_000, 1])
  t.match(more.problems, [{ code: 'too-large', severity: 'warning', message: /not all resources/ }])
})

t.test('it keeps what is sensitive to itself', async t => {
  const source = `${key}variable "s" {\n  default = "alias/secret"\n  sensitive = true\n}\n${topic('var.s')}`
  t.same(at(await read(source), 'aws_sns_topic.t', 'kms_master_key_id'), ['(sensitive)'])
})
