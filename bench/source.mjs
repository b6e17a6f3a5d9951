// Measures how long reading 1,000 keys in 200 Terraform modules takes, against the time that hcl2json alone takes to parse
// the same files in the same run: at most 2 x. Run it with: node bench/source.mjs
import { build } from 'esbuild'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const modules = 200
const keysPerModule = 5
const rounds = 5

const statement = i => `{
        Sid       = "Logs${i}"
        Effect    = "Allow"
        Principal = { Service = "logs.\${var.region}.amazonaws.com" }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"]
        Resource  = "*"
        Condition = {
          ArnEquals = { "kms:EncryptionContext:aws:logs:arn" = "arn:aws:logs:\${var.region}:\${local.account}:log-group:/app/\${var.name}-${i}" }
        }
      }`
const key = i => `
resource "aws_kms_key" "key${i}" {
  description         = "\${var.name} ${i}"
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(local.base, [
      ${statement(i)},
    ])
  })
}
`
const moduleText = `variable "name" { type = string }
variable "region" {
  type    = string
  default = "eu-west-1"
}
data "aws_caller_identity" "current" {}
locals {
  account = data.aws_caller_identity.current.account_id
  base = [{
    Sid       = "Administration"
    Effect    = "Allow"
    Principal = { AWS = "arn:aws:iam::\${local.account}:root" }
    Action    = "kms:*"
    Resource  = "*"
  }]
}
${Array.from({ length: keysPerModule }, (_, i) => key(i)).join('')}`

const directory = mkdtempSync(join(tmpdir(), 'keyward-bench-'))
const write = (path, text) => writeFileSync(join(directory, path), text)
mkdirSync(join(directory, 'modules'))
let root = 'provider "aws" {\n  region = "eu-west-1"\n}\n'
for (let i = 0; i < modules; i++) {
  mkdirSync(join(directory, 'modules', `m${i}`))
  write(`modules/m${i}/main.tf`, moduleText)
  root += `module "m${i}" {\n  source = "./modules/m${i}"\n  name   = "app${i}"\n}\n`
}
write('main.tf', root)

const bundle = new URL('../node_modules/.cache/bench-source.mjs', import.meta.url)
await build({
  stdin: {
    contents: `export { openWorkspace } from './src/workspace.ts'; export { readTerraform } from './src/adapters/terraform/index.ts'`,
    resolveDir: new URL('..', import.meta.url).pathname,
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile: bundle.pathname,
  logLevel: 'error',
})
const { openWorkspace, readTerraform } = await import(bundle.href)
const { parse } = await import('@cdktf/hcl2json')
await parse('warm', 'a = 1')

const texts = [
  readFileSync(join(directory, 'main.tf'), 'utf8'),
  ...readdirSync(join(directory, 'modules')).map(name =>
    readFileSync(join(directory, 'modules', name, 'main.tf'), 'utf8'),
  ),
]
const timed = async run => {
  const start = performance.now()
  await run()
  return performance.now() - start
}
const parsing = []
const reading = []
let keys = 0
for (let i = 0; i < rounds; i++) {
  parsing.push(
    await timed(async () => {
      for (const text of texts) await parse('f', text)
    }),
  )
  reading.push(
    await timed(async () => {
      const { keys: read, problems } = await readTerraform(openWorkspace(directory), '.')
      if (problems.length > 0) throw new Error(JSON.stringify(problems[0]))
      keys = read.length
    }),
  )
}
rmSync(directory, { recursive: true })
const median = list => [...list].sort((a, b) => a - b)[list.length >> 1]
const [alone, whole] = [median(parsing), median(reading)]
console.log(`${keys} keys in ${modules} modules, ${texts.reduce((n, t) => n + t.length, 0)} characters`)
console.log(
  `hcl2json alone: ${alone.toFixed(0)} ms   keyward: ${whole.toFixed(0)} ms   ratio ${(whole / alone).toFixed(2)} (at most 2)`,
)
process.exit(whole / alone <= 2 ? 0 : 1)
