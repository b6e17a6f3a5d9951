import type { Decisions, Run } from '../evaluate/run.js'
import type { Scope } from '../evaluate/scope.js'
import type { Value } from '../evaluate/value.js'
import type { Block } from '../syntax/tree.js'
import type { Index, Path } from './address.js'
import type { Config } from './config.js'
import type { Home } from './providers.js'

/** One instance of a module. */
export interface Module {
  readonly path: Path
  readonly config: Config
  readonly scope: Scope
  /** The call that leads here; undefined for the root. */
  readonly call: { readonly module: Module; readonly block: Block } | undefined
  /** Stands for any number of instances. */
  readonly symbolic: boolean
  readonly assume: Decisions
}

/** One instance of a resource or data source. */
export interface Instance {
  readonly module: Module
  readonly block: Block
  readonly address: string
  readonly index: Index
  readonly scope: Scope
  /** Stands for any number of instances of the block or of a module around it. */
  readonly symbolic: boolean
  /** The same of the block alone. */
  readonly repeated: boolean
  readonly assume: Decisions
}

/** Everything that a root module declares, evaluated as it is asked for. */
export interface World {
  readonly run: Run
  readonly modules: () => readonly Module[]
  readonly instances: (module: Module, local: string) => readonly Instance[]
  /** The value of an argument; undefined where it is not given. */
  readonly argument: (instance: Instance, name: string) => Value | undefined
  readonly home: (instance: Instance) => Home
}
