import { execFileSync } from 'node:child_process'
import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import t from 'tap'
import type { Problem } from './model/problem.js'
import type { Folder, Source } from './model/source.js'
import { openWorkspace } from './workspace.js'

const bytesOf = async (source: Source): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of source.chunks()) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const filesOf = async (sources: AsyncIterable<Source | Folder | Problem>): Promise<string[]> => {
  const names: string[] = []
  for await (const found of sources) {
    if (!('folder' in found)) names.push('file' in found ? found.file : found.message)
  }
  return names
}

t.test('it reads a file whole, and shows its first bytes without consuming them', async t => {
  const large = Buffer.alloc(3 * 1024 * 1024 + 7, 'abcdefg')
  const dir = t.testdir({ 'plan.json': large, empty: '' })
  const source = await openWorkspace(dir).source('plan.json')
  t.equal(source.file, 'plan.json')
  t.equal(source.named, true)
  t.ok(large.subarray(0, 64 * 1024).equals(source.head), 'the head is the first 64 KiB')
  t.ok(large.equals(await bytesOf(source)), 'the chunks are the file')
  const empty = await openWorkspace(dir).source('empty')
  t.equal(empty.head.length, 0)
  t.equal((await bytesOf(empty)).length, 0)
})

t.test('it reads standard input from its first byte', async t => {
  const parts = [Buffer.alloc(50_000, 'a'), Buffer.alloc(50_000, 'b'), Buffer.alloc(50_000, 'c')]
  const source = await openWorkspace('.', () => Readable.from(parts)).source('-')
  t.equal(source.file, '<stdin>')
  t.equal(source.head.length, 64 * 1024)
  t.ok(Buffer.concat(parts).equals(await bytesOf(source)))
  const short = await openWorkspace('.', () => Readable.from([Buffer.from('{}')])).source('-')
  t.equal((await bytesOf(short)).toString(), '{}')
})

t.test('it reads a named pipe', async t => {
  const dir = t.testdir()
  execFileSync('mkfifo', [join(dir, 'pipe')])
  createWriteStream(join(dir, 'pipe')).end('x'.repeat(200_000))
  const source = await openWorkspace(dir).source('pipe')
  t.equal((await bytesOf(source)).length, 200_000)
})

t.test('it reads the standard input of the process where it is given no other', async t => {
  t.intercept(process, 'stdin', { value: Readable.from([Buffer.from('{}')]) })
  const source = await openWorkspace('.').source('-')
  t.equal((await bytesOf(source)).toString(), '{}')
})

t.test('it writes files, and adds to them', async t => {
  const dir = t.testdir({ folder: {} })
  const { write } = openWorkspace(dir)
  await write('folder/out', 'a')
  await write('folder/out', 'b')
  await write('folder/out', 'c', true)
  t.equal(readFileSync(join(dir, 'folder/out'), 'utf8'), 'bc')
  await t.rejects(write('folder', 'a'), {
    code: 'file-not-readable',
    message: 'folder cannot be written: it is a folder',
  })
  await t.rejects(write('nowhere/out', 'a'), {
    code: 'file-not-found',
    message: 'nowhere/out cannot be written: its folder does not exist',
  })
})

t.test('it calls a file outside of the root what the user called it', async t => {
  const dir = t.testdir({ root: {}, 'plan.json': '{}' })
  const workspace = openWorkspace(join(dir, 'root'))
  t.equal((await workspace.source('../plan.json')).file, '../plan.json')
  t.equal((await workspace.source(join(dir, 'plan.json'))).file, join(dir, 'plan.json'))
  t.equal((await openWorkspace(dir).source(join(dir, 'plan.json'))).file, 'plan.json')
})

t.test('it says why a path cannot be read', async t => {
  const dir = t.testdir({ folder: {}, file: '' })
  const { source } = openWorkspace(dir)
  await t.rejects(source('nowhere'), {
    code: 'file-not-found',
    message: 'nowhere does not exist',
    location: { file: 'nowhere' },
  })
  await t.rejects(source('folder'), { code: 'file-not-readable', message: 'folder cannot be read: it is a folder' })
  await t.rejects(source('file/x'), { code: 'file-not-readable', message: /it is not a folder/ })
  await t.rejects(source('x\0y'), { code: 'file-not-readable', message: /the name is not valid/ })
  await t.rejects(source('x'.repeat(300)), { code: 'file-not-readable', message: /the name is too long/ })
})

t.test('it lets an error pass that no input can cause', async t => {
  const broken = () =>
    Readable.from(
      (function* () {
        throw new TypeError('a bug')
      })(),
    )
  await t.rejects(openWorkspace('.', broken).source('-'), TypeError)
  await t.rejects(filesOf(openWorkspace('.', broken).sources(['-'])), TypeError)
})

t.test('it lists the files of a folder, in order, and leaves out what is not of the project', async t => {
  const dir = t.testdir({
    'b.json': '',
    a: { 'z.json': '', 'a.json': '' },
    node_modules: { 'no.json': '' },
    '.git': { 'no.json': '' },
    '.terraform': { 'no.json': '' },
  })
  t.same(await openWorkspace(dir).list('.'), ['a/a.json', 'a/z.json', 'b.json'])
  t.same(await openWorkspace(dir).list('a'), ['a/a.json', 'a/z.json'])
})

t.test('it follows a link to a file inside of the root and none that leads out of it', async t => {
  const dir = t.testdir({
    outside: { 'secret.json': '' },
    root: {
      'shared.json': '',
      folder: {},
      scanned: {
        'own.json': '',
        'out.json': t.fixture('symlink', '../../outside/secret.json'),
        'in.json': t.fixture('symlink', '../shared.json'),
        'twin.json': t.fixture('symlink', './own.json'),
        'broken.json': t.fixture('symlink', './nowhere.json'),
        folder: t.fixture('symlink', '../folder'),
      },
    },
  })
  t.same(await openWorkspace(join(dir, 'root')).list('scanned'), ['scanned/in.json', 'scanned/own.json'])
})

t.test('it refuses to scan a folder of too many files', async t => {
  const dir = t.testdir(Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`f${i}`, ''])))
  await t.rejects(openWorkspace(dir).list('.'), { code: 'too-large', message: /more than 20000 files/ })
})

t.test('it gives files and folders as sources, each once, with problems in between', async t => {
  const dir = t.testdir({ 'a.json': '', folder: { 'b.json': '', 'c.json': '' } })
  const { sources } = openWorkspace(dir, () => Readable.from([Buffer.from('{}')]))
  t.same(await filesOf(sources(['folder/c.json', 'nowhere', 'folder', 'a.json', './a.json', '-', '-'])), [
    'folder/c.json',
    'nowhere does not exist',
    'folder/b.json',
    'a.json',
    '<stdin>',
  ])
})

t.test('it tells a file that was named from one that was found', async t => {
  const dir = t.testdir({ 'a.json': '', folder: { 'b.json': '' } })
  for await (const found of openWorkspace(dir).sources(['a.json', 'folder'])) {
    if (!('folder' in found)) t.match(found, { named: 'file' in found && found.file === 'a.json' })
  }
})

t.test('it reads a text inside of the root and refuses one outside', async t => {
  const dir = t.testdir({
    'secret.txt': 'secret',
    root: { 'a.txt': '\uFEFFtext', link: t.fixture('symlink', '../secret.txt') },
  })
  const { readText } = openWorkspace(join(dir, 'root'))
  t.equal(await readText('a.txt', 100), 'text')
  await t.rejects(readText('a.txt', 3), { code: 'too-large' })
  await t.rejects(readText('../secret.txt', 100), { code: 'outside-root' })
  await t.rejects(readText('link', 100), { code: 'outside-root' })
  await t.rejects(readText('nowhere', 100), { code: 'file-not-found' })
})

t.test('it gives a folder before its files, with a reader that stays inside', async t => {
  const dir = t.testdir({ infra: { 'main.tf': 'locals {}' }, secret: 'x' })
  const workspace = openWorkspace(join(dir, 'infra'))
  for await (const found of workspace.sources(['.'])) {
    if (!('folder' in found)) continue
    t.match(found, { folder: '.', names: ['main.tf'] })
    t.equal(await found.readText('main.tf', 100), 'locals {}')
    await t.rejects(found.readText('../secret', 100), { code: 'outside-root' })
  }
})

t.test('it gives the files of a folder alone, and none of a folder outside of the root', async t => {
  const dir = t.testdir({
    root: {
      'a.tf': '',
      sub: { 'b.tf': '', link: t.fixture('symlink', '../a.tf') },
      out: t.fixture('symlink', '../other'),
    },
    other: { 'c.tf': '' },
  })
  const { inFolder } = openWorkspace(join(dir, 'root'))
  t.same(await inFolder('.'), ['a.tf'])
  t.same(await inFolder('sub'), ['sub/b.tf', 'sub/link'])
  await t.rejects(inFolder('../other'), { code: 'outside-root' })
  await t.rejects(inFolder('out'), { code: 'outside-root' })
  await t.rejects(inFolder('nowhere'), { code: 'file-not-found' })
  await t.rejects(inFolder('a.tf'), { code: 'file-not-readable' })
})

t.test('it reads a file again, and a pipe if it was short', async t => {
  const dir = t.testdir({ a: 'text' })
  const all = async (chunks: AsyncIterable<Uint8Array> | undefined) => {
    let length = 0
    for await (const chunk of chunks ?? []) length += chunk.length
    return length
  }
  const file = await openWorkspace(dir).source('a')
  t.same([await all(file.chunks()), await all(file.again?.())], [4, 4])
  const pipe = (size: number) =>
    openWorkspace(dir, async function* () {
      for (let i = 0; i < size; i++) yield await Promise.resolve(Buffer.alloc(1024 * 1024))
    }).source('-')
  const short = await pipe(2)
  t.same([await all(short.chunks()), await all(short.again?.())], [2 * 1024 * 1024, 2 * 1024 * 1024])
  const long = await pipe(20)
  t.same([await all(long.chunks()), long.again?.()], [20 * 1024 * 1024, undefined])
})
