import { templateOf } from '../evaluate/template.js'
import { Fault } from '../evaluate/fault.js'
import { toStringValue } from '../evaluate/convert.js'
import type { Scope } from '../evaluate/scope.js'
import { toSet } from '../evaluate/types.js'
import {
  entryHole,
  unknownOf,
  booleanOf,
  knownText,
  listOf,
  stringOf,
  type Piece,
  type Value,
} from '../evaluate/value.js'
import { globRegex } from './globs.js'
import { hashOf } from './hashes.js'
import { pattern } from './pattern.js'
import { templateFile } from '../syntax/template.js'
import { span, written, type Span, type Written } from '../syntax/span.js'
import { argument, strict, textArgument, unknownCall, type Call, type Function } from './define.js'

/** The text of a file; undefined where there may be one that is not to be had. Throws `Fault` where there is none. */
const existing = (path: string, { scope, at }: Call): { readonly file: string; readonly text: string } | undefined => {
  const found = scope.file(path)
  if (!found) throw new Fault(`there is no file ${path}`, at)
  return found === 'unreadable' ? undefined : found
}

const file: Function = strict((args, call) => {
  const found = existing(textArgument(args, 0, call), call)
  if (!found) return unknownCall(args, call)
  const { file: name, text } = found
  const of = written(name, text)
  const at = span(of, 0, text.length)
  const pieces: readonly Piece[] = text === '' ? [] : [{ text, exact: true, at }]
  return { kind: 'string', pieces, at }
})

/** What stands in a text for bytes that are none. */
const replacement = '\ufffd'

/** A function of the bytes of a file; where they are not the bytes of a text, they are not known here. */
const ofBytes = (of: (text: string) => string): Function =>
  strict((args, call) => {
    const found = existing(textArgument(args, 0, call), call)
    return !found || found.text.includes(replacement) ? unknownCall(args, call) : stringOf(of(found.text), call.at)
  })

const fileexists: Function = strict((args, call) => {
  const found = call.scope.file(textArgument(args, 0, call))
  return found === 'unreadable' ? unknownCall(args, call) : booleanOf(found !== undefined, call.at)
})

const fileset: Function = strict((args, call) => {
  const regex = globRegex(textArgument(args, 1, call))
  const names = call.scope.folder?.(textArgument(args, 0, call))
  const matching = regex === undefined || !names ? undefined : pattern(regex, call)
  if (!matching || !names) return unknownCall(args, call)
  const found = names.filter(name => matching.first(name))
  call.scope.run.grow(found.length)
  return toSet(
    listOf(
      found.map(name => stringOf(name, call.at)),
      call.at,
      'set',
    ),
  )
})

/** Renders a template with the members of an object as its names, and nothing else. */
export const rendered = (of: Written, given: Value, scope: Scope, at: Span): Value => {
  if (given.kind !== 'object') throw new Fault('a template needs an object of values', at)
  const names = [...given.entries].reduce<Scope['names']>(
    (outer, [name, { value }]) => ({ name, value, outer }),
    undefined,
  )
  const [other] = given.others
  const template = templateFile(of)
  if (template.kind !== 'template') throw new Fault('a template is expected', at)
  return toStringValue(templateOf(template, { ...scope, names, root: () => other && unknownOf(entryHole(other), at) }))
}

const templatefile: Function = (args, call) => {
  const path = argument(args, 0, call)
  const given = argument(args, 1, call)
  const known = path.kind === 'string' ? knownText(path.pieces) : undefined
  if (known === undefined || given.kind === 'unknown') return unknownCall(args, call)
  const found = existing(known, call)
  return found ? rendered(written(found.file, found.text), given, call.scope, call.at) : unknownCall(args, call)
}

const templatestring: Function = (args, call) => {
  const text = argument(args, 0, call)
  const given = argument(args, 1, call)
  const known = text.kind === 'string' ? knownText(text.pieces) : undefined
  if (known === undefined || given.kind === 'unknown') return unknownCall(args, call)
  return rendered(written(text.at.written.file, known, text.at), given, call.scope, call.at)
}

/** A path without `.` and `..`. */
export const normal = (path: string): string => {
  const out: string[] = []
  for (const step of path.split('/')) {
    if (step === '..' && out.length > 0 && out.at(-1) !== '..') out.pop()
    else if (step !== '' && step !== '.') out.push(step)
  }
  return (path.startsWith('/') ? '/' : '') + out.join('/')
}

const dirname = (path: string): string => normal(path.replace(/[^/]*$/, '')) || '.'

const ofPath = (of: (path: string) => string): Function =>
  strict((args, call) => stringOf(of(textArgument(args, 0, call)), call.at))

/** Functions of files, which are read inside the root only. */
export const files: Readonly<Record<string, Function>> = {
  file,
  templatefile,
  templatestring,
  fileexists,
  fileset,
  filebase64: ofBytes(text => Buffer.from(text).toString('base64')),
  filemd5: ofBytes(text => hashOf('md5', text)),
  filesha1: ofBytes(text => hashOf('sha1', text)),
  filesha256: ofBytes(text => hashOf('sha256', text)),
  filesha512: ofBytes(text => hashOf('sha512', text)),
  filebase64sha256: ofBytes(text => hashOf('base64sha256', text)),
  filebase64sha512: ofBytes(text => hashOf('base64sha512', text)),
  // the absolute path is the machine's; inside this evaluation paths are relative to the root
  abspath: ofPath(path => path),
  pathexpand: ofPath(path => path),
  dirname: ofPath(dirname),
  basename: ofPath(path => (path === '' ? '.' : path.replace(/\/+$/, '').replace(/^.*\//s, '') || '/')),
}
