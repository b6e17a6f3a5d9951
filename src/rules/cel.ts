import { Environment, type ParseResult } from '@marcbachmann/cel-js'
import type { Key } from '../model/key.js'
import { lazy, lazyBy } from '../model/lazy.js'
import { contextsIn, release } from './comprehensions.js'
import { boundedMatches, boundMatches, flawOfPatterns, matchesPattern } from './matches.js'
import { record } from './recording.js'
import type { Each, Settings, Subject, Vocabulary } from './rule.js'
import { scopesWith, type Reader } from './scope.js'
import { elementOf, makeValues, typesOf, Wrapped, type Convert, type Values } from './values.js'

/** The values that an expression reads, under the names of its variables. */
export type Scope = Readonly<Record<string, unknown>>

/** What is wrong with an expression, and where in its text. */
export interface Flaw {
  readonly flaw: string
  readonly offset: number
}

/** An expression of a rule. It is parsed when it is first needed. */
export interface Expression {
  readonly text: string
  /** Its CEL type, or what is wrong with it. */
  readonly check: () => string | Flaw
  /**
   * Gives a CEL value, or `Unknown`. Throws where the evaluation has a bug, and never for something unknown. While `printing`, texts read
   * as a message shows them.
   */
  readonly evaluate: (scope: Scope, printing?: boolean) => unknown
}

/** The variables that an expression may use. */
export interface Dialect {
  readonly expression: (text: string) => Expression
  /** Whether a further variable may have this name: one that is neither taken nor reserved. */
  readonly mayName: (name: string) => boolean
  /** The dialect with one more variable, of the type of this expression. */
  readonly with: (name: string, expression: Expression) => Dialect
}

/** A subject with the scope that rules are asked of it in. */
export interface Asked {
  readonly subject: Subject
  readonly scope: Scope
}

/** A vocabulary made ready for evaluation. */
export interface Language {
  readonly vocabulary: Vocabulary
  readonly values: Values
  readonly dialect: (each: Each) => Dialect
  /**
   * Opens a key: gives what a rule of an `each` is asked of. Subjects that have values in common have them in common as values of CEL too,
   * so that what rules read of these is read once.
   */
  readonly subjects: (key: Key, settings: Settings) => (each: Each) => readonly Asked[]
  /** Whether a placeholder may show a value of this type: a string, a number, a boolean, whatever prints, or a list of these. */
  readonly isPrintable: (type: string) => boolean
  readonly isPlace: (type: string) => boolean
  readonly isSuggestion: (type: string) => boolean
}

const flawOf = (error: unknown): Flaw => {
  // cel-js throws its own errors, which know their place; `summary` lacks the drawing of the place that `message` has.
  const { summary, message, range } = error as Error & {
    readonly summary?: string
    readonly range?: { readonly start: number }
  }
  return { flaw: summary ?? message, offset: range?.start ?? 0 }
}

const makeExpression = (environment: () => Environment, text: string): Expression => {
  const parse = (): ParseResult | Flaw => {
    try {
      return environment().parse(text)
    } catch (error) {
      return flawOf(error)
    }
  }
  const runnable = lazy(() => {
    const parsed = parse()
    if ('flaw' in parsed) throw new SyntaxError(`${parsed.flaw}: ${text}`)
    boundMatches(parsed.ast)
    return parsed
  })
  const contexts = lazy(() => contextsIn(runnable().ast))
  return {
    text,
    check: lazy(() => {
      const parsed = parse()
      if ('flaw' in parsed) return parsed
      const flaw = flawOfPatterns(parsed.ast)
      if (flaw) return flaw
      const { type, error } = parsed.check()
      return type ?? flawOf(error)
    }),
    evaluate: (scope, printing = false) => {
      const outcome = record(printing, runnable(), scope)
      for (const context of contexts()) release(context)
      return outcome
    },
  }
}

const mayName = (environment: Environment, name: string): boolean => {
  try {
    return environment.clone().registerVariable(name, 'string').check(name).type === 'string'
  } catch {
    // cel-js throws a plain Error for a name that is taken or reserved, and has no way to ask.
    return false
  }
}

const makeDialect = (environment: () => Environment): Dialect => ({
  expression: text => makeExpression(environment, text),
  mayName: name => mayName(environment(), name),
  with: (name, expression) =>
    makeDialect(
      lazy(() => {
        const type = expression.check()
        // Whoever compiles a rule reports the flaw of this expression; the others need not suffer from it.
        return environment()
          .clone()
          .registerVariable(name, typeof type === 'string' ? type : 'dyn')
      }),
    ),
})

const entriesOf = <T>(record: Readonly<Record<string, T>> | undefined): [string, T][] => Object.entries(record ?? {})

const makeEnvironment = (vocabulary: Vocabulary, values: Values): Environment => {
  const environment = new Environment()
  environment.registerFunction(boundedMatches, values.method('bool', matchesPattern))
  for (const [name, type] of entriesOf(typesOf(vocabulary))) {
    const fields = Object.fromEntries(entriesOf(type.fields).map(([field, { type }]) => [field, type]))
    environment.registerType(name, { ctor: values.classOf(name), fields })
    environment.registerOperator(`${name} == ${name}`, (a: Wrapped, b: Wrapped) => Wrapped.isSame(a, b))
  }
  for (const [name, type] of entriesOf(vocabulary.types)) {
    for (const [method, { takes, type: result, call }] of entriesOf(type.methods)) {
      environment.registerFunction(`${name}.${method}(${takes.join(', ')}): ${result}`, values.method(result, call))
    }
  }
  for (const [name, { takes, type, call }] of entriesOf(vocabulary.functions)) {
    environment.registerFunction(`${name}(${takes.join(', ')}): ${type}`, values.method(type, call))
  }
  return environment
}

/** The values of a subject, and what makes them values of CEL. */
interface Bound {
  readonly bindings: Subject['bindings']
  readonly convert: (type: string) => Convert
}

/** Makes a vocabulary ready for evaluation. What its types promise is taken at its word until a value breaks it, which is a bug. */
export const makeLanguage = (vocabulary: Vocabulary): Language => {
  const types = typesOf(vocabulary)
  const values = makeValues(vocabulary)
  const environment = lazy(() => makeEnvironment(vocabulary, values))

  const dialect = lazyBy((each: Each) =>
    makeDialect(
      lazy(() =>
        entriesOf(vocabulary.variables[each]).reduce(
          (made, [name, { type }]) => made.registerVariable(name, type),
          environment().clone(),
        ),
      ),
    ),
  )
  const scopesOf = lazyBy((each: Each) =>
    scopesWith(
      new Map(
        entriesOf(vocabulary.variables[each]).map(([name, { type }]): [string, Reader<Bound>] => [
          name,
          ({ bindings, convert }) => convert(type)(bindings[name]),
        ]),
      ),
    ),
  )

  return {
    vocabulary,
    values,
    dialect,
    subjects: (key, settings) => {
      const subjectsOf = vocabulary.subjects(key, settings)
      const convert = lazyBy((type: string) => lazyBy(values.convert(type)))
      return lazyBy(each =>
        subjectsOf(each).map(subject => ({ subject, scope: scopesOf(each)({ bindings: subject.bindings, convert }) })),
      )
    },
    isPrintable: type => {
      const one = elementOf(type) ?? type
      return ['string', 'int', 'bool'].includes(one) || types[one]?.print !== undefined
    },
    isPlace: type => types[type]?.place !== undefined,
    isSuggestion: type => types[type]?.lines !== undefined,
  }
}
