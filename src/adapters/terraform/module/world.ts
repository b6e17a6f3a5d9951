import { InputError, type Problem } from '../../../model/problem.js'
import type { AdapterOptions } from '../../../model/source.js'
import { documentValue } from '../document/document.js'
import { holeNamed, toStringValue } from '../evaluate/convert.js'
import { evaluate, evaluatePart } from '../evaluate/evaluate.js'
import { Needed } from '../evaluate/fault.js'
import type { Decisions, Run } from '../evaluate/run.js'
import type { Scope } from '../evaluate/scope.js'
import {
  holeString,
  listOf,
  repeated,
  stringOf,
  unknownOf,
  type Entry,
  type LazyValue,
  type Piece,
  type Value,
} from '../evaluate/value.js'
import type { Reader } from '../files.js'
import { normal, rendered } from '../functions/files.js'
import { jsonString } from '../functions/json.js'
import { locationOf, written, type Span } from '../syntax/span.js'
import type { Block } from '../syntax/tree.js'
import { addressOf, pathAddress, type Index, type Path } from './address.js'
import { arnShapes, idArguments } from './arns.js'
import type { Config } from './config.js'
import { expand, type Expansion } from './expand.js'
import type { Tree } from './load.js'
import { memo, type Memo } from './memo.js'
import { homeOf, type Home } from './providers.js'
import { variableOf } from './variables.js'

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

/** What the tree is evaluated with. */
export interface Setting {
  readonly tree: Tree
  readonly reader: Reader
  readonly run: Run
  readonly options: AdapterOptions
  /** The values given to variables of the root module. */
  readonly inputs: (name: string) => Value | undefined
  readonly workspace: string | undefined
  readonly report: (problem: Problem) => void
}

const maxModules = 10_000

const lazy = (name: string, at: Span, get: (attribute: string) => Value | undefined): LazyValue => ({
  kind: 'lazy',
  name,
  get,
  at,
})

/** The instances of a block as the value of its name: one, a list by `count`, an object by `for_each`. */
const asCollection = (
  block: Block,
  expansions: readonly { readonly index: Index; readonly symbolic: boolean }[],
  values: readonly Value[],
): Value => {
  const isCounted = block.body.attributes.has('count')
  if (!isCounted && !block.body.attributes.has('for_each')) return values[0] ?? listOf([], block.at)
  const entries = new Map<string, Entry>()
  const others: Entry[] = []
  const items: Value[] = []
  expansions.forEach(({ index, symbolic }, i) => {
    const value = values[i]
    if (!value) return
    items.push(symbolic ? repeated(value) : value)
    if (symbolic)
      others.push({ key: [{ text: holeNamed('each.key'), at: block.at }], at: block.at, value: repeated(value) })
    else entries.set(String(index), { key: [{ text: String(index), at: block.at }], at: block.at, value })
  })
  return isCounted ? listOf(items, block.at) : { kind: 'object', type: 'object', entries, others, at: block.at }
}

const mergeAssumptions = (a: Decisions, b: Decisions): Decisions =>
  a.size === 0 ? b : b.size === 0 ? a : new Map([...a, ...b])

const relative = (from: string, to: string): string => {
  const [a, b] = [from, to].map(dir => (dir === '.' || dir === '' ? [] : dir.split('/')))
  const [above = [], below = []] = [a, b]
  let same = 0
  while (same < above.length && above[same] === below[same]) same++
  return [...above.slice(same).map(() => '..'), ...below.slice(same)].join('/') || '.'
}

/** Makes the world of a root module. */
export const world = (setting: Setting): World => {
  const { tree, reader, run, options } = setting
  const remembered: Memo = memo(run, setting.report)
  const homes = new Map<Instance, Home>()
  let count = 0

  const file: Scope['file'] = path => {
    if (path.startsWith('/')) return undefined
    const at = normal(`${tree.root.dir}/${path}`)
    const found = reader.known(at)
    if (!found) throw new Needed(at)
    return found.text === undefined ? undefined : { file: at, text: found.text }
  }

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
        locationOf(call?.block.at ?? span0(config)),
      )
    const module: Module = {
      path,
      config,
      call,
      symbolic: expansion.symbolic || call?.module.symbolic === true,
      assume: mergeAssumptions(call?.module.assume ?? new Map(), expansion.assume),
      scope: { run, names: undefined, file, root: name => rootOf(module, name) },
    }
    return module
  }

  const named = (module: Module, local: string): string => addressOf(module.path, local)

  const rootOf = (module: Module, name: string): Value | undefined => {
    const at = span0(module.config)
    switch (name) {
      case 'var':
        return lazy('var', at, variable => variableValue(module, variable))
      case 'local':
        return lazy('local', at, local => {
          const attribute = module.config.locals.get(local)
          return (
            attribute &&
            remembered.value(named(module, `local.${local}`), attribute.at, () =>
              evaluatePart(attribute.value, module.scope),
            )
          )
        })
      case 'module':
        return lazy('module', at, call => callValue(module, call))
      case 'data':
        return lazy('data', at, type =>
          lazy(`data.${type}`, at, resource => resourceValue(module, `data.${type}.${resource}`)),
        )
      case 'path':
        return lazy('path', at, which =>
          which === 'module'
            ? stringOf(relative(tree.root.dir, module.config.dir), at)
            : which === 'root' || which === 'cwd'
              ? stringOf('.', at)
              : undefined,
        )
      case 'terraform':
      case 'tofu':
        return lazy('terraform', at, which => {
          if (which !== 'workspace') return undefined
          return setting.workspace === undefined
            ? holeString({ kind: 'parameter', name: 'terraform.workspace' }, at)
            : stringOf(setting.workspace, at)
        })
      case 'each':
      case 'count':
      case 'self':
        return undefined
      default:
        return /^[a-z]\w*$/i.test(name)
          ? lazy(name, at, resource => resourceValue(module, `${name}.${resource}`))
          : undefined
    }
  }

  const variableValue = (module: Module, name: string): Value | undefined => {
    const block = module.config.variables.get(name)
    if (!block) return undefined
    return remembered.value(named(module, `var.${name}`), block.at, () => {
      const { call } = module
      if (!call) return variableOf(block, setting.inputs(name), module.scope)
      const argument = call.block.body.attributes.get(name)
      const expansion = argument && expansionOf(module)
      return variableOf(block, argument && expansion && evaluatePart(argument.value, expansion), module.scope)
    })
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
      lazy(instance.address, block.at, attribute => attributeOf(instance, attribute)),
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

  const attributeOf = (instance: Instance, name: string): Value => {
    const [type = ''] = instance.block.labels
    if (instance.block.type === 'data') return dataAttribute(instance, type, name)
    const given = argument(instance, name)
    if (given && given.kind !== 'null') return given
    const { at } = instance.block
    if (name === 'arn') return arnOf(instance, type)
    if (name === 'id') {
      const repeated = argument(instance, idArguments[type] ?? '')
      return repeated ?? holeString({ kind: 'after-apply', name: `${instance.address}.id` }, at)
    }
    const isString = name.endsWith('_arn') || name === 'key_id' || name.endsWith('_id')
    const hole = { kind: 'after-apply' as const, name: `${instance.address}.${name}` }
    return given ?? (isString ? holeString(hole, at) : unknownOf(hole, at))
  }

  const fact = (instance: Instance, which: 'account' | 'region' | 'partition', name: string): Piece => {
    const known = home(instance)[which]
    const { at } = instance.block
    return { text: known?.value ?? { kind: 'pseudo', name, stands: which }, at }
  }
  const factValue = (instance: Instance, which: 'account' | 'region' | 'partition', name: string): Value => ({
    kind: 'string',
    pieces: [fact(instance, which, name)],
    at: instance.block.at,
  })

  const arnOf = (instance: Instance, type: string): Value => {
    const { at } = instance.block
    const shape = arnShapes[type]
    const hole = { kind: 'after-apply' as const, name: `${instance.address}.arn` }
    const name = shape && argument(instance, shape.name)
    if (!shape || !name || (name.kind !== 'string' && name.kind !== 'number')) return holeString(hole, at)
    const path = shape.path === undefined ? undefined : argument(instance, shape.path)
    if (path && path.kind !== 'string' && path.kind !== 'null') return holeString(hole, at)
    const literal = (t: string): Piece => ({ text: t, at: name.at })
    const pieces: Piece[] = [
      literal('arn:'),
      fact(instance, 'partition', 'the partition'),
      literal(`:${shape.service}:`),
      ...(shape.regional === false ? [] : [fact(instance, 'region', 'the Region')]),
      literal(':'),
      ...(shape.accountless ? [] : [fact(instance, 'account', 'the account')]),
      literal(`:${shape.before ?? ''}`),
      ...(shape.path === undefined ? [] : path?.kind === 'string' ? path.pieces : [literal('/')]),
      ...toStringValue(name).pieces,
      ...(shape.suffixed ? [literal('-'), { text: hole, at }] : []),
    ]
    return { kind: 'string', pieces, at: name.at }
  }

  const dataAttribute = (instance: Instance, type: string, name: string): Value => {
    const { at } = instance.block
    const full = `${instance.address}.${name}`
    const given = (): Value | undefined => argument(instance, name)
    switch (type) {
      case 'aws_caller_identity':
        return name === 'account_id' || name === 'id'
          ? factValue(instance, 'account', full)
          : holeString({ kind: 'pseudo', name: full }, at)
      case 'aws_region':
        return name === 'name' || name === 'id' || name === 'region'
          ? (given() ?? factValue(instance, 'region', full))
          : holeString({ kind: 'pseudo', name: full }, at)
      case 'aws_partition':
        return name === 'partition' || name === 'id'
          ? factValue(instance, 'partition', full)
          : name === 'dns_suffix'
            ? dnsSuffix(instance, full)
            : holeString({ kind: 'pseudo', name: full }, at)
      case 'aws_iam_policy_document':
        if (name === 'json' || name === 'minified_json') {
          return remembered.value(`${instance.address}.json`, at, () =>
            jsonString(documentValue(instance.block, instance.scope), at),
          )
        }
        break
      case 'template_file':
        if (name === 'rendered') return renderedTemplate(instance, full)
        break
      case 'local_file':
        if (name === 'content') return localFile(instance, full)
    }
    return given() ?? unknownOf({ kind: 'after-apply', name: full }, at)
  }

  const dnsSuffix = (instance: Instance, full: string): Value => {
    const partition = home(instance).partition?.value
    const { at } = instance.block
    return partition === undefined
      ? holeString({ kind: 'pseudo', name: full }, at)
      : stringOf(partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com', at)
  }

  const renderedTemplate = (instance: Instance, full: string): Value => {
    const { at } = instance.block
    const template = argument(instance, 'template')
    const vars = argument(instance, 'vars') ?? { kind: 'object', type: 'object', entries: new Map(), others: [], at }
    const [only, ...more] = template?.kind === 'string' ? template.pieces : []
    if (!only || more.length > 0 || typeof only.text !== 'string' || vars.kind !== 'object')
      return unknownOf({ kind: 'expression', name: full }, at)
    const { written: of } = only.at
    const isFile = only.exact === true && of.text === only.text
    return rendered(isFile ? of : written(of.file, only.text, only.at), vars, instance.scope, at)
  }

  const localFile = (instance: Instance, full: string): Value => {
    const path = argument(instance, 'filename')
    const { at } = instance.block
    if (!path) return unknownOf({ kind: 'expression', name: full }, at)
    const call = {
      kind: 'call' as const,
      name: 'file',
      args: [{ kind: 'name' as const, name: 'path', at }],
      expand: false,
      at,
    }
    return evaluate(call, { ...instance.scope, names: { name: 'path', value: path, outer: undefined } })
  }

  const root = moduleOf(tree.root, [], undefined, { symbolic: false, assume: new Map() })
  const below = (module: Module): readonly Module[] => [
    module,
    ...[...module.config.calls.keys()].flatMap(name => called(module, name)?.modules.flatMap(below) ?? []),
  ]
  return { run, modules: () => below(root), instances, argument, home }
}

const span0 = (config: Config): Span =>
  [
    ...config.resources.values(),
    ...config.calls.values(),
    ...config.variables.values(),
    ...config.outputs.values(),
    ...config.providers,
  ][0]?.at ?? {
    written: { file: config.dir, text: '', lines: undefined, inside: undefined },
    start: 0,
    end: 0,
  }
