import fc from 'fast-check'
import t from 'tap'
import { decode, encodingOf, utf8Chunks } from './encoding.js'

const text = '{\r\n  "name": "Schlüssel 🔑"\r\n}'
const utf16le = Buffer.from(text, 'utf16le')
const utf16be = Buffer.from(utf16le).swap16()
const bytes: Readonly<Record<string, Buffer>> = {
  'utf-8': Buffer.from(text),
  'utf-8 with a mark': Buffer.from(`\ufeff${text}`),
  'utf-16le': utf16le,
  'utf-16le with a mark': Buffer.concat([Buffer.of(0xff, 0xfe), utf16le]),
  'utf-16be': utf16be,
  'utf-16be with a mark': Buffer.concat([Buffer.of(0xfe, 0xff), utf16be]),
}

const collect = async (whole: Buffer, size: number): Promise<string> => {
  // eslint-disable-next-line @typescript-eslint/require-await -- a stream by its type
  const chunks = async function* () {
    for (let i = 0; i < whole.length; i += size) yield whole.subarray(i, i + size)
  }
  const out: Uint8Array[] = []
  for await (const chunk of utf8Chunks(chunks(), whole)) out.push(chunk)
  return Buffer.concat(out)
    .toString('utf8')
    .replace(/^\ufeff/, '')
}

t.test('it reads UTF-8 and UTF-16, with and without a byte order mark', t => {
  for (const [name, whole] of Object.entries(bytes)) {
    t.equal(decode(whole), text, name)
    t.equal(encodingOf(whole), name.replace(' with a mark', ''))
  }
  t.equal(decode(Buffer.of()), '')
  t.end()
})

t.test('it passes chunks on as UTF-8, wherever they are cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.values(bytes)), fc.integer({ min: 1, max: 90 }), async (whole, size) => {
      return (await collect(whole, size)) === text
    }),
  )
})
