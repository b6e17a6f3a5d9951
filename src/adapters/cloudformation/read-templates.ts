import { InputError, type Problem } from '../../model/problem.js'
import type { AdapterOptions, Reading, Source } from '../../model/source.js'
import { decode } from '../encoding.js'
import { resourcesOf } from './deployed.js'
import { keysOf } from './keys.js'
import { readParameters } from './parameters-file.js'
import { sessionOf, type Given, type Scope } from './scope.js'
import { maxTemplateBytes, stacksWith } from './stacks.js'
import { readDocuments, type Template } from './template.js'
import { entriesOf, memberOf, type Span, type Tree } from './tree.js'

const readAll = async ({ file, chunks }: Source): Promise<string> => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks()) {
    parts.push(chunk)
    length += chunk.length
    if (length > maxTemplateBytes) {
      throw new InputError(
        'too-large',
        `${file} is larger than ${maxTemplateBytes} bytes, more than a template can be`,
        { file },
      )
    }
  }
  return decode(Buffer.concat(parts))
}

const policySpans = (tree: Tree): readonly Span[] =>
  entriesOf(memberOf(tree, 'Resources')).flatMap(
    ({ value }) => memberOf(memberOf(value, 'Properties'), 'KeyPolicy')?.span ?? [],
  )

/** Keys that stand twice in a mapping, outside of key policies: of those the reader of policies tells. */
const duplicatesIn = ({ tree, duplicates, locate }: Template): readonly Problem[] => {
  const spans = duplicates.length > 0 ? policySpans(tree) : []
  return duplicates
    .filter(({ span }) => !spans.some(({ start, end }) => start <= span.start && span.end <= end))
    .map(({ key, span }) => ({
      code: 'template-not-valid',
      severity: 'warning',
      message: `${key} stands twice in one mapping; CloudFormation takes the last`,
      location: locate(span),
    }))
}

const severalDocuments = ({ locate, tree }: Template): Problem => ({
  code: 'template-not-valid',
  severity: 'error',
  message: 'a file holds one template: CloudFormation takes no second document',
  location: locate({ start: tree.span.start, end: tree.span.start }),
})

/** What macros make of a template is told where it has keys; resources that one adds may be keys in any case. */
const macrosIn = ({ macros, locate }: Template, hasKeys: boolean): readonly Problem[] =>
  macros
    .filter(({ isAdding }) => hasKeys || isAdding)
    .map(({ name, span, isAdding }) => ({
      code: 'key-not-read',
      severity: 'warning',
      message: isAdding
        ? `the resources that ${name} adds here are not read`
        : `the macro ${name} may change what this template says before it is deployed`,
      location: locate(span),
    }))

/** Reads the keys of a template and of the stacks nested in it. Throws `InputError` for a named input that is none. */
export const readTemplates = async (source: Source, options: AdapterOptions): Promise<Reading> => {
  const text = await readAll(source)
  const { templates, claimed } = readDocuments(source.file, text)
  if (templates.length === 0 && (source.named || claimed)) {
    const message = `${source.file} is no template: it has no Resources with a Type`
    throw new InputError('not-recognised', message, claimed ?? { file: source.file })
  }
  const given: ReadonlyMap<string, Given> = options.parameters
    ? readParameters(options.parameters)
    : new Map<string, Given>()
  const problems: Problem[] = []
  const session = sessionOf(problem => problems.push(problem))
  const { stackOf, nestedTemplates } = stacksWith(options.readText, session)
  const scopes: Scope[] = []
  for (const template of templates) {
    const { account, region } = options
    const scope = await stackOf({ prefix: '', template, account, region, given, via: [] })
    if (scope) scopes.push(scope)
  }
  const keys = scopes.flatMap(scope => keysOf(scope, session))
  const { wanted } = options
  const resources = wanted && wanted.size > 0 ? resourcesOf(scopes, wanted, session.report) : undefined
  const nested = nestedTemplates()
  const all = [...templates, ...nested]
  const ofFiles = [
    ...templates.slice(1).map(severalDocuments),
    ...all.flatMap(duplicatesIn),
    ...all.flatMap(template => macrosIn(template, keys.length > 0)),
  ]
  return {
    keys,
    ...(resources && { resources }),
    problems: [...problems, ...ofFiles],
    skipped: [],
    ...(nested.length > 0 && { covers: nested.map(({ file }) => file) }),
  }
}
