import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { InputError } from '../../model/problem.js'
import { readTerraform } from './index.js'

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
  'count = 2\n',
  '-',
  '!',
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
