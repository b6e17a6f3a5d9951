import { createHash } from 'node:crypto'
import { Fault } from '../evaluate/fault.js'
import { stringOf, type Value } from '../evaluate/value.js'
import { argument, strict, textArgument, unknownCall, type Call, type Function } from './define.js'
import { decodeJson, jsonString } from './json.js'

const ofText = (of: (text: string, call: Call) => string): Function =>
  strict((args, call) => stringOf(of(textArgument(args, 0, call), call), argument(args, 0, call).at))

const hash = (algorithm: string, encoding: 'hex' | 'base64'): Function =>
  ofText(text => createHash(algorithm).update(text).digest(encoding))

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

export const encoding: Readonly<Record<string, Function>> = {
  jsonencode: (args, call): Value => jsonString(argument(args, 0, call), call.at),
  jsondecode: (args, call): Value => decodeJson(argument(args, 0, call)) ?? unknownCall(args, call),
  base64encode: ofText(text => Buffer.from(text).toString('base64')),
  base64decode: ofText((text, { at }) => {
    if (!base64.test(text)) throw new Fault('this is not base64', at)
    return Buffer.from(text, 'base64').toString()
  }),
  urlencode: ofText(text =>
    encodeURIComponent(text)
      .replaceAll('%20', '+')
      .replaceAll(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
  ),
  md5: hash('md5', 'hex'),
  sha1: hash('sha1', 'hex'),
  sha256: hash('sha256', 'hex'),
  sha512: hash('sha512', 'hex'),
  base64sha256: hash('sha256', 'base64'),
  base64sha512: hash('sha512', 'base64'),
}
