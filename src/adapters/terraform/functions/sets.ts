import type { Truth } from '../../../model/truth.js'
import { Fault } from '../evaluate/fault.js'
import { toSet, unique } from '../evaluate/types.js'
import { listOf, once, type Value } from '../evaluate/value.js'
import { itemsOf, listArgument, strict, tooLarge, unknownCall, type Call, type Function } from './define.js'
import { alike } from './alike.js'
import { hasMany, isAmong } from './members.js'

/** How long a list that a function makes may be. */
const maxItems = 100_000

const setproduct: Function = (args, call) => {
  if (args.length < 2 && !args.some(arg => arg.many)) throw new Fault('setproduct takes two or more lists', call.at)
  const lists = args.map((_, i) => listArgument(args, i, call))
  // one set makes a set of all of it
  const type = lists.some(given => given?.type === 'set') ? 'set' : 'list'
  let rows: readonly (readonly Value[])[] = [[]]
  for (const given of lists) {
    if (!given) return unknownCall(args, call)
    if (rows.length * given.items.length > maxItems) throw tooLarge(call)
    call.scope.run.grow(rows.length * given.items.length)
    const alikes = listOf(alike(given.items, call.at), call.at)
    const { items } = type === 'set' ? toSet(alikes) : alikes
    rows = rows.flatMap(row => items.map(item => [...row, item]))
  }
  return listOf(
    rows.map(row => ({ ...listOf(row.map(once), call.at), ...(hasMany(row) && { many: true as const }) })),
    call.at,
    type,
  )
}

/** The elements of some sets, of one type across all of them. */
const togetherAlike = (args: readonly Value[], call: Call): readonly (readonly Value[])[] => {
  const lists = args.map(value => itemsOf(value, call))
  const items = alike(lists.flat(), call.at)
  let next = 0
  return lists.map(list => items.slice(next, (next += list.length)))
}

const setOf = (keep: (item: Value, others: readonly (readonly Value[])[]) => Truth): Function =>
  strict((args, call) => {
    const [first = [], ...others] = togetherAlike(args, call)
    return toSet(
      listOf(
        first.filter(item => keep(item, others) === true),
        call.at,
        'set',
      ),
    )
  })

const setunion: Function = (args, call) => toSet(listOf(unique(togetherAlike(args, call).flat()), call.at, 'set'))

/** Functions that treat collections as sets. */
export const sets: Readonly<Record<string, Function>> = {
  setproduct,
  setunion,
  setintersection: setOf((item, others) => others.every(items => isAmong(items, item) === true)),
  setsubtract: setOf((item, others) => !others.some(items => isAmong(items, item) === true)),
}
