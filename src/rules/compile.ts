import { severities } from '../model/report.js'
import type { Problem } from '../model/problem.js'
import type { Dialect, Expression, Flaw, Language } from './cel.js'
import { readData, type Data, type Fields } from './data.js'
import { readExample } from './example.js'
import { readId } from './read-id.js'
import { eaches, type Path, type Rule, type RuleDocument } from './rule.js'
import { makeTemplate, type Template } from './template.js'

const required = ['id', 'title', 'severity', 'each', 'require', 'message', 'fix', 'why']
const optional = ['preset', 'where', 'let', 'weaken', 'suggest', 'at', 'references']

/** Which types an expression may have, in words and as a test. */
interface Wanted {
  readonly words: string
  readonly accepts: (type: string) => boolean
}
const truth: Wanted = { words: 'bool', accepts: type => type === 'bool' }
const anything: Wanted = { words: 'any type', accepts: () => true }

/** Reads the expressions of one rule. Those of a checked document are trusted, and parsed only when they are evaluated. */
interface Compiler {
  readonly dialect: Dialect
  readonly mayName: (name: string) => boolean
  readonly expression: (fields: Fields | undefined, key: string, wanted: Wanted) => Expression | undefined
  readonly template: (fields: Fields, key: string) => Template | undefined
}

const makeCompiler = (data: Data, document: RuleDocument, language: Language, dialect: Dialect): Compiler => {
  const tell = ({ flaw, offset }: Flaw, path: Path): void => {
    data.report(`${path.join('.')}: ${flaw}`, path, offset)
  }
  const flawOf = (expression: Expression, { words, accepts }: Wanted): Flaw | undefined => {
    const type = expression.check()
    if (typeof type !== 'string') return type
    return accepts(type) ? undefined : { flaw: `is of type ${type}, not ${words}`, offset: 0 }
  }
  return {
    dialect,
    mayName: name => document.checked || (/^[a-z]\w*$/.test(name) && dialect.mayName(name)),
    expression: (fields, key, wanted) => {
      // YAML reads `true` as no text.
      const value = fields?.values[key]
      const text = typeof value === 'boolean' ? String(value) : data.text(fields, key)
      if (fields === undefined || text === undefined) return undefined
      const expression = dialect.expression(text)
      const flaw = document.checked ? undefined : flawOf(expression, wanted)
      if (flaw === undefined) return expression
      tell(flaw, [...fields.path, key])
      return undefined
    },
    template: (fields, key) => {
      const text = data.text(fields, key)
      if (text === undefined) return undefined
      const template = makeTemplate(text, dialect, language)
      if (!document.checked) for (const flaw of template.check()) tell(flaw, [...fields.path, key])
      return template
    },
  }
}

/** Reads `let`: each expression may use those before it. */
const readLet = (data: Data, fields: Fields, compiler: Compiler, next: (dialect: Dialect) => Compiler) => {
  const lets = data.map(fields, 'let')
  const expressions = new Map<string, Expression>()
  let last = compiler
  for (const name of Object.keys(lets?.values ?? {})) {
    const expression = last.expression(lets, name, anything)
    if (expression === undefined) continue
    if (!last.mayName(name)) {
      data.report(`let.${name}: the name is taken or reserved`, ['let', name], 'key')
      continue
    }
    expressions.set(name, expression)
    last = next(last.dialect.with(name, expression))
  }
  return { expressions, compiler: last }
}

const readWeaken = (data: Data, fields: Fields, compiler: Compiler) =>
  data.list(fields, 'weaken').flatMap(({ value, path }) => {
    const one = data.fields(value, path, ['when', 'severity'], ['because'])
    const because = data.text(one, 'because')
    const when = compiler.expression(one, 'when', truth)
    const severity = data.oneOf(one, 'severity', [...severities, 'none'])
    return when && severity ? [{ when, severity, because }] : []
  })

/** What a rule file came to. With a problem there is no rule: half a rule would pass what it should not. */
export interface Compiled {
  readonly rule: Rule | undefined
  readonly problems: readonly Problem[]
}

/** Reads a rule from plain data: every field, every expression and its type, every example. */
export const compileRule = (document: RuleDocument, language: Language): Compiled => {
  const data = readData(document)
  const fields = data.fields(
    document.data ?? null,
    [],
    document.checked ? required : [...required, 'examples'],
    optional,
  )
  const id = readId(data, fields, document)
  const title = data.text(fields, 'title')
  const severity = data.oneOf(fields, 'severity', severities)
  const each = data.oneOf(fields, 'each', eaches)
  const preset = data.oneOf(fields, 'preset', ['strict']) ?? 'recommended'
  const why = data.text(fields, 'why')
  const references = data.texts(fields, 'references') ?? []
  const examples = data
    .list(fields, 'examples')
    .flatMap(({ value, path }) => readExample(data, value, path, document.locate) ?? [])
  // Without it nothing is known of the variables, so that every expression would be reported too.
  if (fields === undefined || each === undefined) return { rule: undefined, problems: data.problems }

  const compilerOf = (dialect: Dialect): Compiler => makeCompiler(data, document, language, dialect)
  const { expressions, compiler } = readLet(data, fields, compilerOf(language.dialect(each)), compilerOf)
  const place: Wanted = { words: 'a place', accepts: language.isPlace }
  const suggestion: Wanted = { words: 'a suggestion', accepts: language.isSuggestion }
  const where = compiler.expression(fields, 'where', truth)
  const require = compiler.expression(fields, 'require', truth)
  const weaken = readWeaken(data, fields, compiler)
  const at = compiler.expression(fields, 'at', place)
  const message = compiler.template(fields, 'message')
  const fix = compiler.template(fields, 'fix')
  const suggest = compiler.expression(fields, 'suggest', suggestion)
  const complete = id && title && severity && why && require && message && fix
  if (!complete || data.problems.length > 0) return { rule: undefined, problems: data.problems }
  return {
    rule: {
      id,
      title,
      severity,
      preset,
      each,
      where,
      require,
      weaken,
      let: expressions,
      message,
      fix,
      suggest,
      at,
      why,
      references,
      examples,
      document,
      language,
    },
    problems: [],
  }
}
