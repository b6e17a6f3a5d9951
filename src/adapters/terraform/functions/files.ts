import { templateOf } from '../evaluate/template.js'
import { Fault } from '../evaluate/fault.js'
import { toStringValue } from '../evaluate/convert.js'
import type { Scope } from '../evaluate/scope.js'
import { booleanOf, knownText, stringOf, type Piece, type Value } from '../evaluate/value.js'
import { templateFile } from '../syntax/template.js'
import { span, written, type Span, type Written } from '../syntax/span.js'
import { argument, strict, textArgument, unknownCall, type Call, type Function } from './define.js'

/** The text of a file that is there. */
const existing = (path: string, { scope, at }: Call) => {
  const found = scope.file(path)
  if (!found) throw new Fault(`there is no file ${path}`, at)
  return found
}

const file: Function = strict((args, call) => {
  const { file: name, text } = existing(textArgument(args, 0, call), call)
  const of = written(name, text)
  const at = span(of, 0, text.length)
  const pieces: readonly Piece[] = text === '' ? [] : [{ text, exact: true, at }]
  return { kind: 'string', pieces, at }
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
  return toStringValue(templateOf(template, { ...scope, names, root: () => other?.value }))
}

const templatefile: Function = (args, call) => {
  const path = argument(args, 0, call)
  const given = argument(args, 1, call)
  const known = path.kind === 'string' ? knownText(path.pieces) : undefined
  if (known === undefined || given.kind === 'unknown') return unknownCall(args, call)
  const { file: name, text } = existing(known, call)
  return rendered(written(name, text), given, call.scope, call.at)
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

const ofPath = (of: (path: string) => string): Function =>
  strict((args, call) => stringOf(of(textArgument(args, 0, call)), call.at))

export const files: Readonly<Record<string, Function>> = {
  file,
  templatefile,
  templatestring,
  fileexists: strict((args, call) => booleanOf(call.scope.file(textArgument(args, 0, call)) !== undefined, call.at)),
  filebase64: strict((args, call) =>
    stringOf(Buffer.from(existing(textArgument(args, 0, call), call).text).toString('base64'), call.at),
  ),
  // the absolute path is the machine's; inside this evaluation paths are relative to the root
  abspath: ofPath(path => path),
  pathexpand: ofPath(path => path),
  dirname: ofPath(path => path.replace(/\/?[^/]*$/, '') || '.'),
  basename: ofPath(path => path.replace(/\/+$/, '').replace(/^.*\//s, '')),
}
