import type { Location } from '../../model/location.js'
import { lazy } from '../../model/lazy.js'
import { InputError } from '../../model/problem.js'
import { inFile, type Locate } from '../json.js'
import { jsonToTree } from './json-to-tree.js'
import { limitsIn, type Limit } from './limits.js'
import { toTree, type Duplicate, type Written } from './to-tree.js'
import { entriesOf, entryOf, memberOf, textOf, type Span, type Tree } from './tree.js'
import { parseYaml } from './yaml.js'

/** A parameter as the template declares it. */
export interface Parameter {
  readonly name: string
  readonly type: string
  readonly default: Tree | undefined
  readonly allowed: readonly string[] | undefined
  readonly noEcho: boolean
}

/** A macro by its name, with the place of its call. */
export interface Macro {
  readonly name: string
  readonly span: Span
  /** It stands among the resources, and adds some. */
  readonly isAdding: boolean
}

/** One template, taken apart but not evaluated. */
export interface Template {
  readonly file: string
  readonly source: string
  readonly locate: (span: Span) => Location
  readonly tree: Tree
  readonly duplicates: readonly Duplicate[]
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly mappings: Tree | undefined
  readonly outputs: Tree | undefined
  /** What its rules set. */
  readonly limits: () => readonly Limit[]
  /** Macros that change the template before it is deployed, in ways that nobody here knows; most of AWS's are not among them. */
  readonly macros: readonly Macro[]
  /** It makes resources that are not written in it. */
  readonly isGenerating: boolean
}

const readParameter = (name: string, tree: Tree): Parameter => {
  const allowed = memberOf(tree, 'AllowedValues')
  return {
    name,
    type: textOf(memberOf(tree, 'Type')) ?? 'String',
    default: memberOf(tree, 'Default'),
    allowed: allowed?.kind === 'list' ? allowed.items.flatMap(item => textOf(item) ?? []) : undefined,
    noEcho: /^true$/i.test(textOf(memberOf(tree, 'NoEcho')) ?? ''),
  }
}

/** Macros that leave the resources that are written as they are, or only add to them. */
const known = /^AWS::(Serverless-2016-10-31|LanguageExtensions|SecretsManager-.*|CodeDeployBlueGreen)$/

const macrosIn = (transform: Tree | undefined, isAdding = false): readonly Macro[] => {
  const items = transform?.kind === 'list' ? transform.items : transform ? [transform] : []
  return items.flatMap(item => {
    const name = textOf(item) ?? textOf(memberOf(item, 'Name'))
    return name === undefined ? [] : [{ name, span: item.span, isAdding }]
  })
}

const macrosOf = (tree: Tree): readonly Macro[] => [
  ...macrosIn(memberOf(tree, 'Transform')),
  ...macrosIn(memberOf(tree, 'Fn::Transform')),
  ...macrosIn(memberOf(memberOf(tree, 'Resources'), 'Fn::Transform'), true),
]

/** What makes a document a template: a resource that has a type. */
const hasResources = (tree: Tree): boolean =>
  entriesOf(memberOf(tree, 'Resources')).some(({ key, value }) => key.startsWith('Fn::') || memberOf(value, 'Type'))

const templateOf = (file: string, source: string, locate: Locate, { tree, duplicates }: Written): Template => {
  const macros = macrosOf(tree)
  return {
    file,
    source,
    locate: ({ start, end }) => locate(start, end - start),
    tree,
    duplicates,
    parameters: new Map(
      entriesOf(memberOf(tree, 'Parameters')).map(({ key, value }) => [key, readParameter(key, value)]),
    ),
    mappings: memberOf(tree, 'Mappings'),
    outputs: memberOf(tree, 'Outputs'),
    limits: lazy(() => limitsIn(memberOf(tree, 'Rules'))),
    macros: macros.filter(({ name }) => !known.test(name)),
    isGenerating: macros.some(({ name }) => name !== 'AWS::LanguageExtensions'),
  }
}

/** What a text holds: its templates, and the place of the first document that is none. */
export interface Documents {
  readonly templates: readonly Template[]
  /** The text says that it is a template, and lacks the resources. */
  readonly claimed: Location | undefined
}

/** Reads the documents of a YAML or JSON text. Throws `InputError` where it is neither. */
export const readDocuments = (file: string, source: string): Documents => {
  const locate = inFile(file, source)
  const json = jsonToTree(source)
  const written = json ? [json] : parseYaml(source, locate).map(({ contents }) => toTree(contents, source))
  const all = written.map(document => templateOf(file, source, locate, document))
  const claim = all.flatMap(({ tree }) =>
    hasResources(tree) ? [] : (entryOf(tree, 'AWSTemplateFormatVersion') ?? []),
  )[0]
  return { templates: all.filter(({ tree }) => hasResources(tree)), claimed: claim && locate(claim.span.start, 0) }
}

/** The one template of a file that another names. Throws `InputError` where there is none or several. */
export const readTemplate = (file: string, source: string): Template => {
  const [template, second] = readDocuments(file, source).templates
  if (template && !second) return template
  throw new InputError('not-recognised', `${file} is no template: it has no Resources with a Type`, { file })
}
