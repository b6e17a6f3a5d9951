import { holeString, stringOf, type Value } from '../evaluate/value.js'
import { lazy } from './collection.js'
import { placeOf } from './config.js'
import { relative } from './files.js'
import type { Module } from './instance.js'

/** What the names of a module mean, each evaluated when it is asked for. */
export interface Meanings {
  readonly variable: (module: Module, name: string) => Value | undefined
  readonly local: (module: Module, name: string) => Value | undefined
  readonly call: (module: Module, name: string) => Value | undefined
  /** Of `type.name`, or `data.type.name`. */
  readonly resource: (module: Module, local: string) => Value | undefined
  /** The folder of the root module. */
  readonly root: string
  readonly workspace: string | undefined
}

/** What a name at the start of a reference means in a module; undefined where nothing around an expression brings it in. */
export const meaningOf = (module: Module, name: string, meanings: Meanings): Value | undefined => {
  const at = placeOf(module.config)
  switch (name) {
    case 'var':
      return lazy('var', at, variable => meanings.variable(module, variable))
    case 'local':
      return lazy('local', at, local => meanings.local(module, local))
    case 'module':
      return lazy('module', at, call => meanings.call(module, call))
    case 'data':
      return lazy('data', at, type =>
        lazy(`data.${type}`, at, resource => meanings.resource(module, `data.${type}.${resource}`)),
      )
    case 'path':
      return lazy('path', at, which =>
        which === 'module'
          ? stringOf(relative(meanings.root, module.config.dir), at)
          : which === 'root' || which === 'cwd'
            ? stringOf('.', at)
            : undefined,
      )
    case 'terraform':
    case 'tofu':
      return lazy('terraform', at, which => {
        if (which !== 'workspace') return undefined
        return meanings.workspace === undefined
          ? holeString({ kind: 'parameter', name: 'terraform.workspace' }, at)
          : stringOf(meanings.workspace, at)
      })
    case 'each':
    case 'count':
    case 'self':
      return undefined
    default:
      return /^[a-z]\w*$/i.test(name)
        ? lazy(name, at, resource => meanings.resource(module, `${name}.${resource}`))
        : undefined
  }
}
