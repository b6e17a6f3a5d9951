import { ownOf } from '../../../model/own.js'

/** A character encoding. Either way gives undefined for what it does not have. */
export interface Charset {
  readonly encode: (text: string) => Buffer | undefined
  readonly decode: (bytes: Buffer) => string | undefined
}

/** What stands for bytes that are not valid, and is refused even where it is written. */
const replacement = '\ufffd'

const utf8: Charset = {
  encode: text => Buffer.from(text),
  decode: bytes => {
    const text = bytes.toString()
    return text.includes(replacement) ? undefined : text
  },
}

const little: Charset = {
  encode: text => Buffer.from(text, 'utf16le'),
  decode: bytes => {
    const text = bytes.toString('utf16le')
    return bytes.length % 2 === 0 && !/\p{Surrogate}/u.test(text) && !text.includes(replacement) ? text : undefined
  },
}

const big: Charset = {
  encode: text => Buffer.from(text, 'utf16le').swap16(),
  decode: bytes => (bytes.length % 2 === 0 ? little.decode(Buffer.from(bytes).swap16()) : undefined),
}

const mark = Buffer.of(0xfe, 0xff)

/** Written with a byte order mark, and read by the one that is there or else as the former. */
const marked: Charset = {
  encode: text => Buffer.concat([mark, Buffer.from(text, 'utf16le').swap16()]),
  decode: bytes => {
    if (bytes.subarray(0, 2).equals(mark)) return big.decode(bytes.subarray(2))
    return bytes[0] === 0xff && bytes[1] === 0xfe ? little.decode(bytes.subarray(2)) : big.decode(bytes)
  },
}

/** One byte, one character, the first `size` of Unicode. */
const first = (size: number): Charset => ({
  encode: text =>
    [...text].every(c => c.charCodeAt(0) < size && c.length === 1) ? Buffer.from(text, 'latin1') : undefined,
  decode: bytes => (bytes.every(byte => byte < size) ? bytes.toString('latin1') : undefined),
})

const charsets: Readonly<Record<string, Charset>> = {
  'utf-8': utf8,
  'utf-16le': little,
  'utf-16be': big,
  'utf-16': marked,
  'us-ascii': first(0x80),
  'iso-8859-1': first(0x100),
  latin1: first(0x100),
}

/** An encoding by its name at IANA. Terraform knows more than there are here: undefined for those. */
export const charsetNamed = (name: string): Charset | undefined => ownOf(charsets, name.toLowerCase())
