import type { Catalogue } from '../knowledge/catalogue.js'
import type { Key } from '../model/key.js'
import type { Location } from '../model/location.js'
import type { Severity, StatementRef } from '../model/report.js'
import type { Unknown } from '../model/truth.js'
import type { Expression, Language } from './cel.js'
import type { Template } from './template.js'

/** What a rule is asked of. A key without a readable policy still has one policy, one statement, ... : unknown ones. */
export const eaches = ['key', 'policy', 'defect', 'statement', 'permission', 'condition', 'use'] as const
export type Each = (typeof eaches)[number]

/** What the user says of the world around the keys. */
export interface Settings {
  readonly trustedAccounts: readonly string[]
  readonly trustedOrganizations: readonly string[]
  /** In days. */
  readonly minimumDeletionWindow: number
  /** What AWS services need from a key policy. */
  readonly services: Catalogue
}

/** Thrown where an expression reads something unknown. It means that and nothing else. */
export class UnknownError extends Error {
  override readonly name = 'UnknownError'
  readonly unknown: Unknown
  constructor(unknown: Unknown) {
    // It is an answer, made for every rule and hole: nobody reads its stack, and writing one costs more than the rule.
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    super(unknown.holes[0]?.name)
    Error.stackTraceLimit = stackTraceLimit
    this.unknown = unknown
  }
}

/** A rule file as it is written. */
export interface RuleFile {
  readonly file: string
  readonly text: string
}

/** The way to a value of a rule file: keys and indexes. */
export type Path = readonly (string | number)[]

/**
 * The place of the value at a path, or of what encloses it where there is none.
 * `at` asks for its key in the enclosing map, or for the character at an offset of a string.
 */
export type Locate = (path: Path, at?: number | 'key') => Location

/** A rule file that was read: plain data, and where each value of it stands. */
export interface RuleDocument {
  readonly file: string
  readonly data: unknown
  readonly locate: Locate
  /** Comes with keyward, so that presets decide whether it runs; a user's own rule always does. */
  readonly shipped: boolean
  /** The examples were left out, as in the bundle, and the expressions were checked when it was built. */
  readonly checked: boolean
}

export interface Weakening {
  readonly when: Expression
  readonly severity: Severity | 'none'
  /** What makes the evidence weaker, for the reader of the rule. */
  readonly because: string | undefined
}

export const expectations = ['pass', 'fail', 'undetermined'] as const
export type Expectation = (typeof expectations)[number]

/** One example of a rule: a key as an adapter would give it, and what the rule must say of it. */
export interface Example {
  readonly name: string
  readonly expect: Expectation
  /** The severity that the finding must have, where it matters. */
  readonly severity: Severity | undefined
  /** Text that the message must contain, where it matters. */
  readonly message: string | undefined
  readonly key: Key
  readonly settings: Settings
  readonly location: Location
}

/** A rule that was read, type-checked and can be asked. */
export interface Rule {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  /** The preset that is needed to run it; a rule of `recommended` runs in every preset that includes it. */
  readonly preset: 'recommended' | 'strict'
  readonly each: Each
  readonly where: Expression | undefined
  readonly require: Expression
  readonly weaken: readonly Weakening[]
  /** Named expressions, each of which may use those before it; evaluated when first read. */
  readonly let: ReadonlyMap<string, Expression>
  readonly message: Template
  readonly fix: Template
  /** What is added to the fix, line by line. */
  readonly suggest: Expression | undefined
  readonly at: Expression | undefined
  readonly why: string
  readonly references: readonly string[]
  readonly examples: readonly Example[]
  readonly document: RuleDocument
  readonly language: Language
}

/**
 * A field that expressions read. `type` is a CEL type: `bool`, `int`, `string`, `list<T>`, `Place` or a type of the vocabulary.
 *
 * `read` gives the model's own value: a boolean or Truth for `bool`, a number for `int`, a string or a Text for `string`,
 * an array for `list<T>`, a Location for `Place`, and what the type's own fields take for a type of the vocabulary.
 * It may give `Unknown` in place of any of these, and in place of an element of a list.
 * A Text is judged by its true value, and unknown where a hole hides some of it; in a message it is `print`ed, so that
 * nothing sensitive gets there: give a Text, not its literal, wherever a value may be sensitive.
 */
export interface Field<Self> {
  readonly type: string
  /** One sentence for `docs/rules.md`. */
  readonly about: string
  readonly read: (self: Self) => unknown
}

/** A method: as a field, with arguments of the CEL types in `takes` (strings, numbers, booleans, arrays, the model's own values). */
export interface Method<Self> {
  readonly takes: readonly string[]
  readonly type: string
  readonly about: string
  readonly call: (self: Self, ...given: never[]) => unknown
}

/** A function that belongs to no type. */
export interface Func {
  readonly takes: readonly string[]
  readonly type: string
  readonly about: string
  readonly call: (...given: never[]) => unknown
}

/** A type of the vocabulary. Its name is that under which the vocabulary lists it. */
export interface VocabularyType<Self> {
  readonly about: string
  readonly fields: Readonly<Record<string, Field<Self>>>
  readonly methods?: Readonly<Record<string, Method<Self>>>
  /** What a `{{placeholder}}` shows of it; without this, it may not stand in one. May give a string, a Text or Unknown. */
  readonly print?: (self: Self) => unknown
  /** Where it stands, so that a rule may say `at: condition`. */
  readonly place?: (self: Self) => Location
  /** What it adds to a fix, so that a rule may say `suggest: statement.spared`; none where it cannot be shown. Not escaped. */
  readonly lines?: (self: Self) => readonly string[]
}

export interface Variable {
  readonly type: string
  readonly about: string
}

/** One thing that a rule is asked of. */
export interface Subject {
  /** The value of each variable of its `each`, in the model's own terms as a field's `read` gives them; `Unknown` for what cannot be seen. */
  readonly bindings: Readonly<Record<string, unknown>>
  /** Absent where the subject is the whole policy or key. */
  readonly statement?: StatementRef
  /** What tells it from the others of its statement, as it may be shown: a principal, an operator and a condition key. */
  readonly part?: string
  /** Parts that have this in common are mended in the same way, so that one finding may tell of them. */
  readonly kin?: (() => string) | undefined
  readonly location: Location
  /** The statement at issue as JSON that may be shown. Asked for only where there is a finding. */
  readonly snippet?: () => string
  /** The `when` of the variant it belongs to. */
  readonly variant?: string
}

/** The words that rules are written in. */
export interface Vocabulary {
  readonly types: Readonly<Record<string, VocabularyType<never>>>
  readonly functions: Readonly<Record<string, Func>>
  /** For each `each`, the variables that its expressions may use. */
  readonly variables: Readonly<Record<Each, Readonly<Record<string, Variable>>>>
  /** Opens a key: gives everything that a rule of an `each` is asked of, in the order of the input. */
  readonly subjects: (key: Key, settings: Settings) => (each: Each) => readonly Subject[]
}
