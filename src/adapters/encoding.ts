/** The encodings that tools on any platform write JSON in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** Tells the encoding from a byte order mark or, without one, from where the zero bytes stand. */
export const encodingOf = (head: Uint8Array): Encoding => {
  const [a, b] = head
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0 && b !== 0 && b !== undefined) return 'utf-16be'
  if (b === 0 && a !== 0) return 'utf-16le'
  return 'utf-8'
}

const decoders: Readonly<Record<Encoding, TextDecoder>> = {
  'utf-8': new TextDecoder('utf-8'),
  'utf-16le': new TextDecoder('utf-16le'),
  'utf-16be': new TextDecoder('utf-16be'),
}

/** Decodes bytes whole, without the byte order mark; what is not valid in the encoding becomes U+FFFD. */
export const decode = (bytes: Uint8Array): string => decoders[encodingOf(bytes)].decode(bytes)

/**
 * Passes chunks on as UTF-8. UTF-8 goes through untouched, a byte order mark included; UTF-16 is transcoded chunk by
 * chunk, without its mark, and a code unit may straddle chunks.
 */
export const utf8Chunks = async function* (
  chunks: AsyncIterable<Uint8Array>,
  head: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const encoding = encodingOf(head)
  if (encoding === 'utf-8') {
    yield* chunks
    return
  }
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}
