import type { Match } from '../../../model/re2-engine.js'
import { Fault } from '../evaluate/fault.js'
import { listOf, nullOf, objectOf, stringOf, type Value } from '../evaluate/value.js'
import { argument, list, strict, textArgument, unknownCall, type Call, type Function } from './define.js'
import { pattern } from './pattern.js'

/** Runs what a pattern does; a hole where that is more than is done here. */
const bounded = (of: (args: readonly Value[], call: Call) => Value | undefined): Function =>
  strict((args, call) => {
    try {
      return of(args, call) ?? unknownCall(args, call)
    } catch (error) {
      if (error instanceof RangeError) return unknownCall(args, call)
      throw error
    }
  })

const replace: Function = bounded((args, call) => {
  const [text, from, to] = [textArgument(args, 0, call), textArgument(args, 1, call), textArgument(args, 2, call)]
  const isPattern = from.length > 1 && from.startsWith('/') && from.endsWith('/')
  const replaced = isPattern
    ? pattern(from.slice(1, -1), call)?.replace(text, to)
    : from === ''
      ? ['', ...text, ''].join(to)
      : text.split(from).join(to)
  if (replaced === undefined) return undefined
  call.scope.run.grow(replaced.length)
  return stringOf(replaced, argument(args, 0, call).at)
})

/** What a match gives: its text, the texts of its groups, or an object of those by their names. */
const captures = ({ texts }: Match, names: readonly (string | undefined)[], { at }: Call): Value => {
  const value = (text: string | undefined): Value => (text === undefined ? nullOf(at) : stringOf(text, at))
  const groups = texts.slice(1)
  if (names.length === 0) return value(texts[0])
  if (names.every(name => name === undefined)) return listOf(groups.map(value), at)
  return objectOf(
    names.map((name, i) => {
      if (name === undefined) throw new Fault('either all groups of a pattern have names or none', at)
      return [name, value(groups[i])] as const
    }),
    at,
  )
}

const regex: Function = bounded((args, call) => {
  const read = pattern(textArgument(args, 0, call), call)
  const found = read?.first(textArgument(args, 1, call))
  if (read && !found) throw new Fault('the pattern does not match', call.at)
  return read && found && captures(found, read.names, call)
})

const regexall: Function = bounded((args, call) => {
  const read = pattern(textArgument(args, 0, call), call)
  return (
    read &&
    list(
      read.all(textArgument(args, 1, call)).map(found => captures(found, read.names, call)),
      call,
    )
  )
})

/** Functions of regular expressions. */
export const patterns: Readonly<Record<string, Function>> = { replace, regex, regexall }
