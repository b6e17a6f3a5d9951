import { gunzipSync } from 'node:zlib'
import { Fault } from '../evaluate/fault.js'
import { stringOf, type Value } from '../evaluate/value.js'
import { argument, ofText, strict, textArgument, unknownCall, type Call, type Function } from './define.js'
import { decodeJson } from './json-decode.js'
import { jsonString } from './json.js'
import { charsetNamed } from './charsets.js'

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** The bytes that standard base64 stands for; line breaks in it count for nothing. */
const bytesOf = (text: string, { at }: Call): Buffer => {
  const plain = text.replaceAll(/[\r\n]/g, '')
  if (!base64.test(plain)) throw new Fault('this is not base64', at)
  return Buffer.from(plain, 'base64')
}

/** Strings of Terraform are UTF-8 and nothing else. */
const utf8 = (bytes: Uint8Array, { at }: Call): string => {
  const text = Buffer.from(bytes).toString()
  if (!Buffer.from(text).equals(bytes)) throw new Fault('these bytes are not UTF-8', at)
  return text
}

const maxUnzipped = 4 * 1024 * 1024

const gunzip: Function = strict((args, call) => {
  const bytes = bytesOf(textArgument(args, 0, call), call)
  try {
    return stringOf(utf8(gunzipSync(bytes, { maxOutputLength: maxUnzipped }), call), call.at)
  } catch (error) {
    if (error instanceof RangeError) return unknownCall(args, call)
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new Fault('these bytes are not gzip', call.at)
    throw error
  }
})

const urldecode = (text: string, call: Call): string => {
  if (/%(?![\da-f]{2})/i.test(text)) throw new Fault('this is not URL encoding', call.at)
  const bytes = text
    .replaceAll('+', ' ')
    .split(/(%[\da-f]{2})/i)
    .map(part => (/^%[\da-f]{2}$/i.test(part) ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part)))
  return utf8(Buffer.concat(bytes), call)
}

const textencodebase64: Function = strict((args, call) => {
  const charset = charsetNamed(textArgument(args, 1, call))
  if (!charset) return unknownCall(args, call)
  const bytes = charset.encode(textArgument(args, 0, call))
  if (!bytes) throw new Fault('the encoding does not have all of these characters', call.at)
  return stringOf(bytes.toString('base64'), call.at)
})

const textdecodebase64: Function = strict((args, call) => {
  const charset = charsetNamed(textArgument(args, 1, call))
  if (!charset) return unknownCall(args, call)
  const text = charset.decode(bytesOf(textArgument(args, 0, call), call))
  if (text === undefined) throw new Fault('these bytes are not in the encoding', call.at)
  return stringOf(text, call.at)
})

/** Functions that write values as text and read them again. */
export const encoding: Readonly<Record<string, Function>> = {
  jsonencode: (args, call): Value => jsonString(argument(args, 0, call), call.at),
  jsondecode: (args, call): Value => decodeJson(argument(args, 0, call)) ?? unknownCall(args, call),
  base64encode: ofText(text => Buffer.from(text).toString('base64')),
  base64decode: ofText((text, _args, call) => utf8(bytesOf(text, call), call)),
  // what Go's compressor writes is not what others write
  base64gzip: (args, call) => unknownCall(args, call),
  base64gunzip: gunzip,
  textencodebase64,
  textdecodebase64,
  urlencode: ofText(text =>
    encodeURIComponent(text)
      .replaceAll('%20', '+')
      .replaceAll(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
  ),
  urldecode: ofText((text, _args, call) => urldecode(text, call)),
}
