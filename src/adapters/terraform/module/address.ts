/** The instance key of a resource or module call: of `for_each`, of `count`, or undefined where there is neither or it is not known. */
export type Index = string | number | undefined

/** One module call on the way from the root. */
export interface Step {
  readonly name: string
  readonly index: Index
}
export type Path = readonly Step[]

/** Terraform quotes an instance key as HCL does: like JSON, with template marks doubled. */
const quote = (key: string): string => JSON.stringify(key).replaceAll('${', '$${').replaceAll('%{', '%%{')

const showIndex = (index: Index): string =>
  index === undefined ? '' : typeof index === 'number' ? `[${String(index)}]` : `[${quote(index)}]`

export const pathAddress = (path: Path): string =>
  path.map(({ name, index }) => `module.${name}${showIndex(index)}`).join('.')

/** An address as Terraform writes it. */
export const addressOf = (path: Path, local: string, index?: Index): string =>
  [pathAddress(path), local + showIndex(index)].filter(part => part !== '').join('.')
