import { dirname, join } from 'node:path/posix'
import type { Location } from '../../model/location.js'
import { attempt, InputError, type Problem } from '../../model/problem.js'
import type { AdapterOptions } from '../../model/source.js'
import { literal } from '../../model/text.js'
import { choicesFrom } from './choices.js'
import { evaluate } from './evaluate.js'
import { expand } from './loops.js'
import { propertyOf, typeOf } from './resources.js'
import { runOf, type Element, type Env, type Given, type Scope, type Session } from './scope.js'
import { readTemplate, type Template } from './template.js'
import { entriesOf, memberOf, textOf, type Tree } from './tree.js'
import { unreadIn } from './unread.js'
import { asText } from './value.js'

/** The deepest nesting of stacks, and the most nested stacks of one source. */
const maxDepth = 8
const maxStacks = 200

export const maxTemplateBytes = 5 * 1024 * 1024

/** The property of each kind of nested stack that names its template. */
const templateProperties: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
])

/** An env for what is read once, before there are ways to explore: an undecided choice takes its first way. */
const firstWay = (scope: Scope, session: Session): Env => ({
  scope,
  run: runOf(session, choicesFrom([])),
  symbols: new Map(),
})

const elementsOf = (section: Tree | undefined, scope: Scope, session: Session): Map<string, Element> => {
  const { template } = scope
  const env = firstWay(scope, session)
  const elements = new Map<string, Element>()
  for (const { key, value, span, symbols = env.symbols } of expand(entriesOf(section), env, evaluate)) {
    elements.set(key, { tree: value, location: template.locate(span), symbols })
  }
  return elements
}

/** Puts a template in its place, with its loops written out. Nested stacks are not read. */
const flatScope = (base: Omit<Scope, 'conditions' | 'resources' | 'nested'>, session: Session): Scope => {
  const scope: Scope = { conditions: new Map(), ...base, resources: new Map(), nested: new Map() }
  const { tree } = base.template
  const conditions = elementsOf(memberOf(tree, 'Conditions'), scope, session)
  return { ...scope, conditions, resources: elementsOf(memberOf(tree, 'Resources'), scope, session) }
}

/** Where the template of a nested stack lies, as the CDK notes it or as the stack itself says. */
const pathOf = ({ tree, symbols }: Element, property: string, scope: Scope, session: Session): string | undefined => {
  const metadata = memberOf(tree, 'Metadata')
  const asset = textOf(memberOf(metadata, 'aws:asset:path'))
  if (asset !== undefined && textOf(memberOf(metadata, 'aws:asset:property')) === property) return asset
  const env = { ...firstWay(scope, session), symbols }
  const written = propertyOf(tree, property, env, evaluate)
  const text = written && asText(evaluate(written, env))
  return text && literal(text)
}

const parametersOf = ({ tree, symbols }: Element, scope: Scope, session: Session): ReadonlyMap<string, Given> => {
  const written = propertyOf(tree, 'Parameters', firstWay(scope, session), evaluate)
  return new Map(entriesOf(written).map(({ key, value }) => [key, { kind: 'expression', tree: value, scope, symbols }]))
}

/** Reads the stacks that are nested in a scope. What cannot be read is a problem at the resource that names it. */
export const stacksWith = (readText: AdapterOptions['readText'], session: Session) => {
  const templates = new Map<string, Promise<Template>>()
  const read = new Map<string, Template>()
  let count = 0

  const load = (path: string): Promise<Template> => {
    if (!readText) throw new InputError('module-not-read', `${path} is not at hand`)
    const loaded = templates.get(path) ?? readText(path, maxTemplateBytes).then(source => readTemplate(path, source))
    templates.set(path, loaded)
    return loaded
  }

  const nestedIn = async (scope: Scope, depth: number): Promise<Scope> => {
    const nested = new Map<string, Scope>()
    const withNested: Scope = { ...scope, nested }
    for (const [id, element] of scope.resources) {
      const unread = unreadIn(element.tree)
      if (unread) notRead(id, unread.reason, 'warning', element.location, unread.what)
      const property = templateProperties.get(typeOf(element.tree))
      if (property === undefined) continue
      const found = await nestedStack(id, element, property, withNested, depth)
      if (found) nested.set(id, found)
    }
    return withNested
  }

  const nestedStack = async (
    id: string,
    element: Element,
    property: string,
    scope: Scope,
    depth: number,
  ): Promise<Scope | undefined> => {
    const { location } = element
    const path = pathOf(element, property, scope, session)
    if (path === undefined || /^[a-z][a-z0-9+.-]+:/i.test(path)) {
      notRead(id, 'its template is not on this disk', 'warning', location)
      return undefined
    }
    if (depth >= maxDepth || ++count > maxStacks) {
      notRead(id, `stacks are nested deeper than ${maxDepth}, or more than ${maxStacks}`, 'error', location)
      return undefined
    }
    try {
      const template = await load(join(dirname(scope.template.file), path))
      const { account, region } = scope
      const given = parametersOf(element, scope, session)
      const prefix = `${scope.prefix}${id}.`
      const via = [...scope.via, location]
      const base = { prefix, template, account, region, given, owner: { element, scope }, via }
      const nested = flatScope(base, session)
      read.set(template.file, template)
      return await nestedIn(nested, depth + 1)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      notRead(id, error.message, 'error', location)
      return undefined
    }
  }

  const notRead = (
    id: string,
    reason: string,
    severity: Problem['severity'],
    location: Location,
    what = 'nested stack',
  ): void => {
    session.report({ code: 'module-not-read', severity, message: `the ${what} ${id} is not read: ${reason}`, location })
  }

  return {
    /** The stack of a template, with those that are nested in it. Undefined, and reported, where its loops are too much. */
    stackOf: async (base: Omit<Scope, 'conditions' | 'resources' | 'nested'>): Promise<Scope | undefined> => {
      const scope = attempt(() => flatScope(base, session), session.report)
      return scope && nestedIn(scope, 0)
    },
    /** The templates of the stacks that are nested, each once, as far as they have been read. */
    nestedTemplates: (): readonly Template[] => [...read.values()],
  }
}
