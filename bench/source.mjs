/**
 * Measures how long a whole check of Terraform source takes: 1,000 keys in 200 modules, against the time that hcl2json alone
 * takes to parse the same files, each as a process of its own, in one run:
 *
 *   node bench/source.mjs [CLI]
 *
 * Exits with 1 when the ratio is above 2, or when a folder without keys loads WebAssembly.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const cli = resolve(process.argv[2] ?? fileURLToPath(new URL('../dist/cli.js', import.meta.url)))
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

const folder = mkdtempSync(join(tmpdir(), 'keyward-bench-'))
const write = (path, text) => {
  writeFileSync(join(folder, path), text)
  return text.length
}
mkdirSync(join(folder, 'keys/modules'), { recursive: true })
mkdirSync(join(folder, 'none'))
let root = 'provider "aws" {\n  region = "eu-west-1"\n}\n'
let characters = 0
for (let i = 0; i < modules; i++) {
  mkdirSync(join(folder, `keys/modules/m${i}`))
  characters += write(`keys/modules/m${i}/main.tf`, moduleText)
  root += `module "m${i}" {\n  source = "./modules/m${i}"\n  name   = "app${i}"\n}\n`
}
characters += write('keys/main.tf', root)
write('none/main.tf', 'resource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\n')

const parse = `
import { parse } from '@cdktf/hcl2json'
import { readFileSync, readdirSync } from 'node:fs'
for (const file of readdirSync('${folder}/keys', { recursive: true })) {
  if (file.endsWith('.tf')) await parse('f', readFileSync('${folder}/keys/' + file, 'utf8'))
}
process.exit(0)
`
/** Tells on standard error whether WebAssembly was compiled. */
const spy = `data:text/javascript,${encodeURIComponent(`
for (const name of ['compile', 'instantiate']) {
  const original = WebAssembly[name]
  WebAssembly[name] = (...args) => { process.stderr.write('WebAssembly'); return original(...args) }
}`)}`

const run = (...args) => {
  const start = performance.now()
  const { stdout, stderr } = spawnSync('node', args, {
    encoding: 'utf8',
    maxBuffer: 1e9,
    cwd: fileURLToPath(new URL('..', import.meta.url)),
  })
  return { time: performance.now() - start, stdout, stderr }
}
const median = list => [...list].sort((a, b) => a - b)[list.length >> 1]

let missed = false
try {
  const [alone, whole] = [[], []]
  for (let i = 0; i < rounds; i++) {
    alone.push(run('--input-type=module', '-e', parse).time)
    const check = run(cli, 'check', '--format', 'json', `${folder}/keys`)
    const { counts } = JSON.parse(check.stdout)
    if (counts.keys !== modules * keysPerModule) throw new Error(`read ${counts.keys} keys`)
    whole.push(check.time)
  }
  const ratio = median(whole) / median(alone)
  missed ||= ratio > 2
  console.log(`${modules * keysPerModule} keys in ${modules} modules, ${characters} characters`)
  console.log(
    `hcl2json alone: ${median(alone).toFixed(0)} ms   keyward check: ${median(whole).toFixed(0)} ms   ratio ${ratio.toFixed(2)} (at most 2)`,
  )
  const none = run('--import', spy, cli, 'check', `${folder}/none`)
  const isLoaded = none.stderr.includes('WebAssembly')
  missed ||= isLoaded
  console.log(`a folder without keys ${isLoaded ? 'loads' : 'does not load'} WebAssembly`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = missed ? 1 : 0
