/** The instance key of a resource or module call: of `for_each`, of `count`, or undefined where there is neither. */
export type Index = string | number | undefined

/** One module call on the way from the root. */
export interface Step {
  readonly name: string
  readonly index: Index
}
export type Path = readonly Step[]

type Part = { readonly name: string } | { readonly index: string | number }

const part = /([A-Za-z_][\w-]*|\d+)|\[(-?\d+)\]|\["((?:[^"\\]|\\.)*)"\]/y

/** Terraform quotes an instance key as HCL does: like JSON, with template marks doubled. */
const unquote = (quoted: string): string => {
  const plain = quoted.replaceAll('$${', '${').replaceAll('%%{', '%{')
  try {
    return String(JSON.parse(`"${plain}"`))
  } catch (error) {
    if (error instanceof SyntaxError) return plain
    throw error
  }
}

/** Splits `module.a["x"].aws_kms_key.this[0].arn` into its parts; what cannot be read ends the list. */
const partsOf = (traversal: string): Part[] => {
  const parts: Part[] = []
  let i = 0
  while (i < traversal.length) {
    if (traversal[i] === '.') i++
    part.lastIndex = i
    const match = part.exec(traversal)
    if (!match) break
    const [whole, name, number, key] = match
    if (name !== undefined) parts.push(parts.length > 0 && /^\d/.test(name) ? { index: Number(name) } : { name })
    else parts.push({ index: number === undefined ? unquote(key ?? '') : Number(number) })
    i += whole.length
  }
  return parts
}

const takeName = (parts: Part[]): string | undefined => {
  const [first] = parts
  if (!first || !('name' in first)) return undefined
  parts.shift()
  return first.name
}
const takeIndex = (parts: Part[]): Index => {
  const [first] = parts
  if (!first || !('index' in first)) return undefined
  parts.shift()
  return first.index
}

/** The module path of an address such as `module.a["x"].module.b`; the empty string is the root. */
export const pathOf = (moduleAddress: string): Path => {
  const parts = partsOf(moduleAddress)
  const path: Step[] = []
  while (takeName(parts) === 'module') {
    const name = takeName(parts)
    if (name === undefined) break
    path.push({ name, index: takeIndex(parts) })
  }
  return path
}

const quote = (key: string): string => JSON.stringify(key).replaceAll('${', '$${').replaceAll('%{', '%%{')

const showIndex = (index: Index): string =>
  index === undefined ? '' : typeof index === 'number' ? `[${index}]` : `[${quote(index)}]`

/** An address as Terraform writes it. */
export const addressOf = (path: Path, local: string, index?: Index): string =>
  path.length === 0
    ? local + showIndex(index)
    : [...path.map(step => `module.${step.name}${showIndex(step.index)}`), local + showIndex(index)].join('.')

/** What a reference in an expression names, as written inside its module. */
export type Reference =
  | {
      readonly kind: 'resource'
      /** The address inside the module, without instance key: `aws_kms_key.this`, `data.aws_caller_identity.me`. */
      readonly local: string
      readonly index: Index
      readonly attribute: string | undefined
    }
  | { readonly kind: 'module'; readonly name: string; readonly index: Index; readonly output: string | undefined }
  | { readonly kind: 'variable'; readonly name: string; readonly rest: readonly (string | number)[] }
  /** `each.value`, with the attribute that is read of it. */
  | { readonly kind: 'each-value'; readonly attribute: string | undefined }
  /** `each.key`, `count.index`, `path.module`, ...: says where, never hides anything. */
  | { readonly kind: 'place' }
  /** `local.x` and whatever else the plan does not show. */
  | { readonly kind: 'opaque' }

export const referenceOf = (text: string): Reference => {
  const parts = partsOf(text)
  const first = takeName(parts)
  const second = takeName(parts)
  if (first === undefined || second === undefined) return { kind: 'opaque' }
  switch (first) {
    case 'var':
      return { kind: 'variable', name: second, rest: parts.map(p => ('name' in p ? p.name : p.index)) }
    case 'module': {
      const index = takeIndex(parts)
      return { kind: 'module', name: second, index, output: takeName(parts) }
    }
    case 'each':
      return second === 'value' ? { kind: 'each-value', attribute: takeName(parts) } : { kind: 'place' }
    case 'count':
    case 'path':
    case 'terraform':
    case 'self':
      return { kind: 'place' }
    case 'local':
      return { kind: 'opaque' }
  }
  const third = first === 'data' ? takeName(parts) : undefined
  const local = third === undefined ? `${first}.${second}` : `data.${second}.${third}`
  const index = takeIndex(parts)
  return { kind: 'resource', local, index, attribute: takeName(parts) }
}

/** The references that an expression makes, without the shorter forms that Terraform lists after each. */
export const specific = (references: readonly string[]): string[] => {
  const out: string[] = []
  for (const reference of references) {
    const last = out.at(-1)
    const isShorter = last?.startsWith(reference) && /^([.[]|$)/.test(last.slice(reference.length))
    if (!isShorter && !out.includes(reference)) out.push(reference)
  }
  return out
}
