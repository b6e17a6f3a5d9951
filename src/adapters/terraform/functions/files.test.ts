import t from 'tap'
import { InputError } from '../../../model/problem.js'
import { readTerraform } from '../index.js'

const texts: Readonly<Record<string, string>> = {
  'main.tf': `
resource "aws_kms_key" "each" {
  for_each = fileset("\${path.module}/policies", "*.json")
  policy   = file("policies/\${each.value}")
}
resource "aws_kms_key" "outside" {
  policy = try(file("../outside.json"), file("policies/a.json"))
}
`,
  'policies/a.json': '{"Version": "2012-10-17", "Statement": []}',
  'policies/b.json': '{"Version": "2012-10-17", "Statement": []}',
  'policies/c.txt': '',
}

const folderOf = (name: string): string => (name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '.')

const files = {
  list: async (dir: string) =>
    Promise.resolve(Object.keys(texts).filter(name => dir === '.' || name.startsWith(`${dir}/`))),
  inFolder: async (dir: string) => Promise.resolve(Object.keys(texts).filter(name => folderOf(name) === dir)),
  readText: async (path: string) => {
    if (path.startsWith('..')) throw new InputError('outside-root', `${path} is outside`)
    const text = texts[path]
    if (text === undefined) throw new InputError('file-not-found', `${path} does not exist`)
    return Promise.resolve(text)
  },
}

t.test('it finds the files that a pattern means, each with its policy', async t => {
  const { keys } = await readTerraform(files, '.')
  const policies = keys.map(({ address, policy }) => [address, policy.kind])
  t.strictSame(policies.slice(0, 2), [
    ['aws_kms_key.each["a.json"]', 'document'],
    ['aws_kms_key.each["b.json"]', 'document'],
  ])
})

t.test('it does not take a file outside of the root for one that is missing', async t => {
  const { keys } = await readTerraform(files, '.')
  t.equal(keys.find(({ address }) => address === 'aws_kms_key.outside')?.policy.kind, 'unknown')
})
