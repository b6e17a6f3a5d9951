import { Fault } from '../evaluate/fault.js'
import { holeIn, nullOf, type Value } from '../evaluate/value.js'
import { argument, listArgument, unknownCall, wholeArgument, type Call, type Function } from './define.js'
import { alike } from './alike.js'
import { hasMany, isEmpty } from './members.js'

/** The arguments as values of one type. Beside null, which has none of its own, values of different types are taken as they are. */
const commonly = (args: readonly Value[], call: Call): readonly Value[] => {
  try {
    return alike(args, call.at)
  } catch (error) {
    if (error instanceof Fault && args.some(({ kind }) => kind === 'null')) return args
    throw error
  }
}

/** The first argument that is neither null nor empty; one that may be either hides those after it. */
const coalesce: Function = (args, call) => {
  for (const value of commonly(args, call)) {
    const empty = isEmpty(value)
    if (empty === false && !value.many) return value
    if (empty !== true) return unknownCall(args, call)
  }
  throw new Fault('coalesce has nothing but null and empty strings', call.at)
}

const coalescelist: Function = (args, call) => {
  const lists = args.map((_, i) => listArgument(args, i, call))
  if (lists.some(given => given?.type === 'set')) throw new Fault('coalescelist takes lists', call.at)
  for (const given of lists) {
    if (!given || (given.items.length > 0 && given.items.every(item => item.many))) return unknownCall(args, call)
    if (given.items.length > 0) return given
  }
  throw new Fault('coalescelist has nothing but empty lists', call.at)
}

const element: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  if (items?.type === 'set') throw new Fault('a set has no order', call.at)
  if (!items || hasMany(items.items)) return unknownCall(args, call)
  if (holeIn(argument(args, 1, call))) return unknownCall(args, call)
  const n = wholeArgument(args, 1, call)
  const count = items.items.length
  const found = items.items[n % count]
  if (!found) throw new Fault('the list has no such element', call.at)
  return found
}

const one: Function = (args, call) => {
  const items = listArgument(args, 0, call)
  if (!items) return unknownCall(args, call)
  const [first, ...more] = items.items
  if (!first) return nullOf(call.at)
  if (more.length === 0) return first.many ? unknownCall(args, call) : first
  if (hasMany(items.items) || items.type === 'set') return unknownCall(args, call)
  throw new Fault('one needs a list of at most one element', call.at)
}

/** Functions that choose one of many. */
export const choices: Readonly<Record<string, Function>> = {
  coalesce,
  coalescelist,
  element,
  one,
}
