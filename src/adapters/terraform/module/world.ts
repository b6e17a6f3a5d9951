import { InputError, type Problem } from '../../../model/problem.js'
import type { Planned } from '../../../model/planned.js'
import type { AdapterOptions } from '../../../model/source.js'
import { evaluatePart } from '../evaluate/evaluate.js'
import { placedValue } from '../evaluate/plain.js'
import type { Decisions, Run } from '../evaluate/run.js'
import type { Scope } from '../evaluate/scope.js'
import { unknownOf, type Value } from '../evaluate/value.js'
import type { Reader } from '../files.js'
import { locationOf, loose } from '../syntax/span.js'
import type { Block } from '../syntax/tree.js'
import { addressOf, pathAddress, type Path } from './address.js'
import { attributeOf } from './attributes.js'
import { asCollection, lazy } from './collection.js'
import { placeOf, type Config } from './config.js'
import { expand, type Expansion } from './expand.js'
import { filesOf } from './files.js'
import type { Inputs } from './inputs.js'
import type { Instance, Module, World } from './instance.js'
import type { Tree } from './load.js'
import { memo, type Memo } from './memo.js'
import { meaningOf, type Meanings } from './names.js'
import { homeOf, type Home } from './providers.js'
import type { Surroundings } from './surroundings.js'
import { variableOf } from './variables.js'

/** What the tree is evaluated with. */
export interface Setting {
  readonly tree: Tree
  readonly reader: Reader
  readonly run: Run
  readonly options: AdapterOptions
  /** The values given to variables of the root module. */
  readonly inputs: Inputs
  /** What the plan says that this is the configuration of. */
  readonly planned: Pick<Planned, 'variables' | 'facts'> | undefined
  readonly workspace: string | undefined
  readonly report: (problem: Problem) => void
}

const maxModules = 10_000

const mergeAssumptions = (a: Decisions, b: Decisions): Decisions =>
  a.size === 0 ? b : b.size === 0 ? a : new Map([...a, ...b])

/** Makes the world of a root module. */
export const world = (setting: Setting): World => {
  const { tree, reader, run, options, planned } = setting
  const remembered: Memo = memo(run, setting.report)
  const homes = new Map<Instance, Home>()
  const { file, folder } = filesOf(tree.root.dir, reader)
  let count = 0

  const moduleOf = (
    config: Config,
    path: Path,
    call: Module['call'],
    expansion: Pick<Expansion, 'symbolic' | 'assume'>,
  ): Module => {
    if (++count > maxModules)
      throw new InputError(
        'too-large',
        `modules have more than ${String(maxModules)} instances`,
        locationOf(call?.block.at ?? placeOf(config)),
      )
    const module: Module = {
      path,
      config,
      call,
      symbolic: expansion.symbolic || call?.module.symbolic === true,
      assume: mergeAssumptions(call?.module.assume ?? new Map(), expansion.assume),
      scope: { run, names: undefined, file, folder, root: name => meaningOf(module, name, meanings) },
    }
    return module
  }

  const named = (module: Module, local: string): string => addressOf(module.path, local)

  const localValue = (module: Module, name: string): Value | undefined => {
    const attribute = module.config.locals.get(name)
    return (
      attribute &&
      remembered.value(named(module, `local.${name}`), attribute.at, () => evaluatePart(attribute.value, module.scope))
    )
  }

  const variableValue = (module: Module, name: string): Value | undefined => {
    const block = module.config.variables.get(name)
    if (!block) return undefined
    return remembered.value(named(module, `var.${name}`), block.at, () => {
      const { call } = module
      if (!call) return inputOf(name, block, module.scope)
      const argument = call.block.body.attributes.get(name)
      const expansion = argument && expansionOf(module)
      return variableOf(block, argument && expansion && evaluatePart(argument.value, expansion), module.scope)
    })
  }

  /** A variable of the root module: as the plan says, at the place where it is given if that says the same. */
  const inputOf = (name: string, block: Block, scope: Scope): Value => {
    const own = variableOf(block, setting.inputs(name), scope)
    if (!planned?.variables.has(name)) return own
    return variableOf(block, placedValue(planned.variables.get(name), own, loose(block.at)), scope)
  }

  const scopes = new WeakMap<Module, Scope>()
  /** The scope of the arguments of the call that made a module. */
  const expansionOf = (module: Module): Scope | undefined => scopes.get(module)

  /** The instances of a module call; undefined where its configuration is not at hand. */
  const called = (
    module: Module,
    name: string,
  ):
    | { readonly block: Block; readonly expansions: readonly Expansion[]; readonly modules: readonly Module[] }
    | undefined => {
    const block = module.config.calls.get(name)
    const target = block && tree.targets.get(block)
    if (!block || !target || !('config' in target)) return undefined
    return remembered.remember(named(module, `module.${name}`), () => {
      const expansions = expand(block.body, module.scope)
      const modules = expansions.map(expansion => {
        const made = moduleOf(
          target.config,
          [...module.path, { name, index: expansion.index }],
          { module, block },
          expansion,
        )
        scopes.set(made, expansion.scope)
        return made
      })
      return { block, expansions, modules }
    })
  }

  const callValue = (module: Module, name: string): Value | undefined => {
    const block = module.config.calls.get(name)
    if (!block) return undefined
    const found = called(module, name)
    if (!found) return unknownOf({ kind: 'expression', name: named(module, `module.${name}`) }, block.at)
    const values = found.modules.map(child => {
      const address = pathAddress(child.path)
      return lazy(address, block.at, output => {
        const declared = child.config.outputs.get(output)
        const value = declared?.body.attributes.get('value')
        if (!value) return undefined
        return remembered.value(`${address}.output.${output}`, value.at, () => evaluatePart(value.value, child.scope))
      })
    })
    return asCollection(block, found.expansions, values)
  }

  const instances = (module: Module, local: string): readonly Instance[] => {
    const block = module.config.resources.get(local)
    if (!block) return []
    return (
      remembered.remember(named(module, local), () =>
        expand(block.body, module.scope).map(({ index, symbolic, assume, scope }): Instance => {
          const address = addressOf(module.path, local, index)
          return {
            module,
            block,
            address,
            index,
            scope,
            symbolic: symbolic || module.symbolic,
            repeated: symbolic,
            assume: mergeAssumptions(module.assume, assume),
          }
        }),
      ) ?? []
    )
  }

  const resourceValue = (module: Module, local: string): Value | undefined => {
    const block = module.config.resources.get(local)
    if (!block) return undefined
    const found = instances(module, local)
    const values = found.map(instance =>
      lazy(instance.address, block.at, attribute => attributeOf(instance, attribute, around)),
    )
    const expansions = found.map(({ index, repeated: symbolic }) => ({ index, symbolic }))
    if (found.length === 0 && !block.body.attributes.has('count') && !block.body.attributes.has('for_each'))
      return unknownOf({ kind: 'expression', name: named(module, local) }, block.at)
    return asCollection(block, expansions, values)
  }
  const argument = (instance: Instance, name: string): Value | undefined => {
    const attribute = instance.block.body.attributes.get(name)
    if (!attribute) return undefined
    return remembered.value(`${instance.address}.${name}`, attribute.at, () =>
      evaluatePart(attribute.value, instance.scope),
    )
  }

  const home = (instance: Instance): Home => {
    const found = homes.get(instance) ?? run.open(() => homeOf(instance.module, instance.block.body, options))
    homes.set(instance, found)
    return found
  }

  const meanings: Meanings = {
    variable: variableValue,
    local: localValue,
    call: callValue,
    resource: resourceValue,
    root: tree.root.dir,
    workspace: setting.workspace,
  }
  const around: Surroundings = { argument, home, remembered, facts: planned?.facts }
  const root = moduleOf(tree.root, [], undefined, { symbolic: false, assume: new Map() })
  const below = (module: Module): readonly Module[] => [
    module,
    ...[...module.config.calls.keys()].flatMap(name => called(module, name)?.modules.flatMap(below) ?? []),
  ]
  return { run, modules: () => below(root), instances, argument, home }
}
