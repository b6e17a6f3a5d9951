import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { InputError } from '../../model/problem.js'
import { readTerraform } from './index.js'
import { parseHcl } from './parse-hcl.js'
import { parseBody } from './syntax/body.js'
import { written } from './syntax/span.js'

const testdata = fileURLToPath(new URL('../../../testdata/', import.meta.url))
const folders = readdirSync(testdata).filter(name => /^terraform-(?!plan|expressions)/.test(name))

const textsOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(testdata + folder, { recursive: true, encoding: 'utf8' })
      .filter(file => /\.(tf|tfvars|tpl|json)$/.test(file))
      .map(file => [file, readFileSync(`${testdata}${folder}/${file}`, 'utf8')]),
  )

const bits = [
  '"',
  '{',
  '}',
  '[',
  ']',
  '${',
  '%{ if ',
  '~}',
  'null',
  '*',
  '...',
  'for',
  '(',
  ')',
  '=',
  '\n',
  'var.x',
  'each.key',
  '[*]',
  '?',
  ':',
  '<<-X\n',
  '#',
  '/*',
  '1e999',
  '\\',
  '\u{f0000}',
  'try(',
  'file("../../x")',
  'fileset("..", "**")',
  'file("/etc/passwd")',
  'try(file("~/x"), "")',
  'yamldecode("a: &a [*a]")',
  'range(1e9)',
  'cidrsubnets("::/0", 1e9)',
  'regex("(a*)*b", "aaaaaaaaaaaaaaaa")',
  'timeadd("9999-12-31T23:59:59Z", "9e9h")',
  'count = 2\n',
  '-',
  '!',
  '\r',
  '\r\n',
  '.0.1',
  'a { b = 1 }',
  'a b {',
  ',',
  '=>',
  '%{ endif }',
]

const mutation = fc.record({
  folder: fc.constantFrom(...folders),
  file: fc.nat(),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat(12),
  put: fc.oneof(fc.constantFrom(...bits), fc.constant('')),
})

t.test('it neither crashes on mutated source nor reads outside of the root', async t => {
  await fc.assert(
    fc.asyncProperty(mutation, async ({ folder, file, at, drop, put }) => {
      const texts: Record<string, string> = { ...textsOf(folder) }
      const names = Object.keys(texts)
      const name = names[file % names.length] ?? ''
      const text = texts[name] ?? ''
      const where = Math.floor(at * text.length)
      texts[name] = text.slice(0, where) + put + text.slice(where + drop)
      const files = {
        list: async (dir: string) => Promise.resolve(names.filter(n => dir === '.' || n.startsWith(`${dir}/`))),
        inFolder: async (dir: string) =>
          Promise.resolve(names.filter(n => (n.includes('/') ? n.slice(0, n.lastIndexOf('/')) : '.') === dir)),
        readText: async (path: string) => {
          const found = texts[path]
          if (found === undefined) throw new InputError('file-not-found', `${path} does not exist`)
          return Promise.resolve(found)
        },
      }
      const { keys, problems } = await readTerraform(files, '.')
      // a file that cannot be read is never silent
      return keys.length > 0 || problems.length > 0 || !/aws_kms/.test(Object.values(texts).join(''))
    }),
    { numRuns: 200 },
  )
  t.pass()
})

const settles = async (read: () => unknown): Promise<boolean> => {
  try {
    await read()
    return true
  } catch (error) {
    // hcl2json converts what it has parsed, and fails at some of it
    return error instanceof Error && error.message.startsWith('convert to HCL')
  }
}

t.test('it refuses all that the parser of HashiCorp refuses', async t => {
  await fc.assert(
    fc.asyncProperty(mutation, async ({ folder, file, at, drop, put }) => {
      const texts = Object.entries(textsOf(folder)).filter(([name]) => name.endsWith('.tf'))
      const [, text = ''] = texts[file % texts.length] ?? []
      const where = Math.floor(at * text.length)
      const mutated = text.slice(0, where) + put + text.slice(where + drop)
      return !(await settles(() => parseBody(written('f', mutated)))) || settles(() => parseHcl('f', mutated))
    }),
    { numRuns: 300 },
  )
  t.pass()
})
