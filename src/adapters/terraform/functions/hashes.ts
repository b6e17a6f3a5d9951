import { createHash } from 'node:crypto'
import { Fault } from '../evaluate/fault.js'
import { holeString, stringOf } from '../evaluate/value.js'
import { ofText, strict, textArgument, type Function } from './define.js'
import { ownOf } from '../../../model/own.js'

/** The algorithm and how its result is written, by the name of the function that it is for. */
const algorithms = {
  md5: ['md5', 'hex'],
  sha1: ['sha1', 'hex'],
  sha256: ['sha256', 'hex'],
  sha512: ['sha512', 'hex'],
  base64sha256: ['sha256', 'base64'],
  base64sha512: ['sha512', 'base64'],
} as const

export type HashName = keyof typeof algorithms

export const hashOf = (name: HashName, text: string): string => {
  const [algorithm, encoding] = algorithms[name]
  return createHash(algorithm).update(text).digest(encoding)
}

const hash = (name: HashName): Function => ofText(text => hashOf(name, text))

const namespaces: Readonly<Record<string, string>> = {
  dns: '6ba7b8109dad11d180b400c04fd430c8',
  url: '6ba7b8119dad11d180b400c04fd430c8',
  oid: '6ba7b8129dad11d180b400c04fd430c8',
  x500: '6ba7b8149dad11d180b400c04fd430c8',
}

const uuid =
  /^(?:urn:uuid:)?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$|^\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}$|^[\da-f]{32}$/i

const uuidv5: Function = strict((args, call) => {
  const given = textArgument(args, 0, call)
  const space =
    ownOf(namespaces, given) ??
    (uuid.test(given) ? given.replace(/^urn:uuid:/i, '').replaceAll(/[{}-]/g, '') : undefined)
  if (space === undefined) throw new Fault('this is no namespace of UUIDs', call.at)
  const bytes = createHash('sha1')
    .update(Buffer.from(space, 'hex'))
    .update(textArgument(args, 1, call))
    .digest()
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return stringOf(bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), call.at)
})

/** Functions that make hashes. Random ones, and one that needs a private key, are left open. */
export const hashes: Readonly<Record<string, Function>> = {
  md5: hash('md5'),
  sha1: hash('sha1'),
  sha256: hash('sha256'),
  sha512: hash('sha512'),
  base64sha256: hash('base64sha256'),
  base64sha512: hash('base64sha512'),
  uuidv5,
  uuid: (_args, call) => holeString({ kind: 'after-apply', name: 'uuid()' }, call.at),
  bcrypt: (_args, call) => holeString({ kind: 'after-apply', name: 'bcrypt(...)' }, call.at),
  rsadecrypt: (_args, call) => holeString({ kind: 'expression', name: 'rsadecrypt(...)' }, call.at),
}
