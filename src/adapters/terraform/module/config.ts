import type { Span } from '../syntax/span.js'
import type { Attribute, Block, Body } from '../syntax/tree.js'

/** What the files of one folder declare, override files merged in. */
export interface Config {
  /** Relative to the root, `.` for the root itself. */
  readonly dir: string
  readonly variables: ReadonlyMap<string, Block>
  readonly locals: ReadonlyMap<string, Attribute>
  readonly outputs: ReadonlyMap<string, Block>
  /** By `type.name`, data sources by `data.type.name`. */
  readonly resources: ReadonlyMap<string, Block>
  readonly calls: ReadonlyMap<string, Block>
  readonly providers: readonly Block[]
}

const isOverride = (file: string): boolean => /(^|[/_])override\.(tf|tofu)(\.json)?$/.test(file)

const addressOf = ({ type, labels }: Block): string => (type === 'data' ? `data.${labels.join('.')}` : labels.join('.'))

/** An override replaces arguments one by one and nested blocks of a type all together. */
const overridden = (below: Block, above: Block): Block => {
  const types = new Set(above.body.blocks.map(({ type, labels }) => (type === 'dynamic' ? labels[0] : type)))
  const blocks = below.body.blocks.filter(({ type, labels }) => !types.has(type === 'dynamic' ? labels[0] : type))
  return {
    ...below,
    body: {
      ...below.body,
      attributes: new Map([...below.body.attributes, ...above.body.attributes]),
      blocks: [...blocks, ...above.body.blocks],
    },
  }
}

/** Puts the files of a folder together. Names that occur twice keep the first; Terraform refuses them. */
export const configOf = (dir: string, files: readonly { readonly file: string; readonly body: Body }[]): Config => {
  const maps = {
    variable: new Map<string, Block>(),
    output: new Map<string, Block>(),
    resource: new Map<string, Block>(),
    module: new Map<string, Block>(),
  }
  const locals = new Map<string, Attribute>()
  const providers: Block[] = []

  const add = (map: Map<string, Block>, name: string, block: Block, override: boolean): void => {
    const known = map.get(name)
    if (!known) map.set(name, block)
    else if (override) map.set(name, overridden(known, block))
  }
  const ordered = [...files].sort((a, b) => Number(isOverride(a.file)) - Number(isOverride(b.file)))
  for (const { file, body } of ordered) {
    const override = isOverride(file)
    for (const block of body.blocks) {
      const [name = ''] = block.labels
      switch (block.type) {
        case 'variable':
        case 'output':
        case 'module':
          add(maps[block.type], name, block, override)
          break
        case 'resource':
        case 'data':
          add(maps.resource, addressOf(block), block, override)
          break
        case 'locals':
          for (const [local, attribute] of block.body.attributes)
            if (override || !locals.has(local)) locals.set(local, attribute)
          break
        case 'provider':
          providers.push(block)
      }
    }
  }
  return {
    dir,
    variables: maps.variable,
    locals,
    outputs: maps.output,
    resources: maps.resource,
    calls: maps.module,
    providers,
  }
}

/** Some place in a configuration, for what has none of its own. */
export const placeOf = (config: Config): Span =>
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
