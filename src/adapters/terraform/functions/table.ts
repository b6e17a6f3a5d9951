import { affixes } from './affixes.js'
import { choices } from './choices.js'
import { claims } from './claims.js'
import { conversions } from './conversions.js'
import { csv } from './csv.js'
import type { Function } from './define.js'
import { encoding } from './encoding.js'
import { files } from './files.js'
import { hashes } from './hashes.js'
import { joining } from './joining.js'
import { lists } from './lists.js'
import { maps } from './maps.js'
import { marks } from './marks.js'
import { network } from './network.js'
import { numbers } from './numbers.js'
import { patterns } from './patterns.js'
import { provider } from './provider.js'
import { sets } from './sets.js'
import { strings } from './strings.js'
import { times } from './times.js'
import { yamldecode } from './yaml-decode.js'
import { yamlencode } from './yaml-encode.js'

const all = (): ReadonlyMap<string, Function> =>
  new Map(
    Object.entries({
      ...affixes,
      ...choices,
      ...claims,
      ...conversions,
      ...csv,
      ...encoding,
      ...files,
      ...hashes,
      ...joining,
      ...lists,
      ...maps,
      ...marks,
      ...network,
      ...numbers,
      ...patterns,
      ...provider,
      ...sets,
      ...strings,
      ...times,
      yamldecode,
      yamlencode,
    }),
  )

let table: ReadonlyMap<string, Function> | undefined

/** A function by its name. The table is made when it is first needed, since functions evaluate templates and templates call functions. */
export const functionNamed = (name: string): Function | undefined => (table ??= all()).get(name)
