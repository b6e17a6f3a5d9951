import type { Location } from '../model/location.js'
import { holesOf, literal, print, type Text } from '../model/text.js'
import { lazy, lazyBy } from '../model/lazy.js'
import { isUnknown, Unknown } from '../model/truth.js'
import { guarded, isPrinting, raise, Remembering } from './recording.js'
import type { Vocabulary, VocabularyType } from './rule.js'

/**
 * A value of the model as CEL sees it: CEL finds its type by its class, and reads its fields through getters.
 * What is behind it may be `Unknown`: an element of a list of which nothing can be seen.
 */
export class Wrapped extends Remembering {
  readonly #self: unknown
  constructor(self: unknown) {
    super()
    this.#self = self
  }
  /** The model's own value; raises where it is unknown. */
  static self(wrapped: Wrapped): unknown {
    return isUnknown(wrapped.#self) ? raise(wrapped.#self) : wrapped.#self
  }
  static isKnown(wrapped: Wrapped): boolean {
    return !isUnknown(wrapped.#self)
  }
  /** Whether two values are one and the same of the model. */
  static isSame(a: Wrapped, b: Wrapped): boolean {
    return a.#self === b.#self
  }
}

/** Turns the model's own value into what CEL computes with; raises where it is unknown. */
export type Convert = (value: unknown) => unknown

/** The bridge between the values of the model and those of CEL. */
export interface Values {
  readonly classOf: (type: string) => typeof Wrapped
  readonly convert: (type: string) => Convert
  /** A function of the vocabulary as one of CEL: takes and gives values of CEL. */
  readonly method: (type: string, call: (...given: never[]) => unknown) => (...given: readonly unknown[]) => unknown
  /** What a placeholder shows of a value of CEL that is no list. Only while printing: raises nothing but what is wholly unknown. */
  readonly show: (value: unknown) => string
  /** Where a value of CEL stands; undefined for something unknown. */
  readonly place: (value: unknown) => Location | undefined
  /** What a value of CEL adds to a fix; nothing where it is unknown. */
  readonly lines: (value: unknown) => readonly string[]
}

/** Raises what is unknown; of anything else, says that the vocabulary broke its own promise, which is a bug of ours. */
const refuse = (type: string, value: unknown): never => {
  if (isUnknown(value)) return raise(value)
  throw new TypeError(`the vocabulary gave ${Array.isArray(value) ? 'a list' : typeof value} where it promises ${type}`)
}

const isText = (value: unknown): value is Text => Array.isArray(value)

const scalars: Readonly<Record<string, Convert>> = {
  bool: value => (typeof value === 'boolean' ? value : refuse('bool', value)),
  int: value => (typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : refuse('int', value)),
  string: value => {
    if (typeof value === 'string') return value
    if (!isText(value)) return refuse('string', value)
    return isPrinting() ? print(value) : (literal(value) ?? raise(new Unknown(holesOf(value))))
  },
}

const place: VocabularyType<Location> = {
  about: 'A place in an input, for `at`.',
  fields: {},
  place: location => location,
}

/** The types of a vocabulary, with the one that every vocabulary has. */
export const typesOf = (vocabulary: Vocabulary): Readonly<Record<string, VocabularyType<never>>> => ({
  ...vocabulary.types,
  Place: place,
})

/** The type of the elements of a list type; undefined for other types. */
export const elementOf = (type: string): string | undefined => /^list<(.+)>$/.exec(type)?.[1]

/** The model's own value of an argument: a number for an integer, what was wrapped for an object. */
const plain = (value: unknown): unknown => {
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.map(plain)
  return value instanceof Wrapped ? Wrapped.self(value) : value
}

const makeClass = (type: VocabularyType<never>, convert: (type: string) => Convert): typeof Wrapped => {
  const made = class extends Wrapped {}
  for (const [index, [name, field]] of Object.entries(type.fields).entries()) {
    // The vocabulary's types are erased here: CEL checked that this field is read from its own type.
    const toCel = lazy(() => convert(field.type))
    const read = (wrapped: Wrapped) => toCel()(field.read(Wrapped.self(wrapped) as never))
    Object.defineProperty(made.prototype, name, {
      get(this: Wrapped) {
        return Remembering.read(this, index, read)
      },
    })
  }
  return made
}

/** Makes one class for each type of the vocabulary. */
export const makeValues = (vocabulary: Vocabulary): Values => {
  const types = typesOf(vocabulary)
  const convert = lazyBy((type: string): Convert => make(type))
  const classes = new Map(Object.entries(types).map(([name, type]) => [name, makeClass(type, convert)] as const))
  const typeOf = new Map(Object.entries(types).map(([name, type]) => [classes.get(name), type] as const))

  const classOf = (name: string): typeof Wrapped => classes.get(name) ?? refuse('a type it has', name)

  const wrapped = (name: string) => {
    const wrapper = classOf(name)
    return (value: unknown): Wrapped =>
      typeof value === 'object' && value !== null ? new wrapper(value) : refuse(name, value)
  }

  const wrapping = (name: string): Convert => {
    const wrap = wrapped(name)
    return value => (isUnknown(value) ? raise(value) : wrap(value))
  }

  const listing = (type: string, element: string): Convert => {
    // An unknown object stays in its list and raises when it is read, so that `exists` and `all` may be decided by the others.
    // A string cannot do that; but it does not keep a message from showing the others.
    const one = classes.has(element) ? wrapped(element) : convert(element)
    const item = (value: unknown): unknown =>
      element === 'string' && isUnknown(value) && isPrinting() ? print(value.holes.slice(0, 1)) : one(value)
    return value => (Array.isArray(value) ? value.map(item) : refuse(type, value))
  }

  const make = (type: string): Convert => {
    const element = elementOf(type)
    return element === undefined ? (scalars[type] ?? wrapping(type)) : listing(type, element)
  }

  // Its class says which type a value has, and nothing else makes such values: see `Wrapped`.
  const type = (value: Wrapped) => typeOf.get(value.constructor as typeof Wrapped)
  const self = (value: Wrapped) => Wrapped.self(value) as never

  return {
    classOf,
    convert,
    method:
      (result, call) =>
      (...given) =>
        // CEL checked the arguments against what the vocabulary takes.
        guarded(() => convert(result)(call(...(given.map(plain) as never[])))),
    show: value => String(value instanceof Wrapped ? convert('string')(type(value)?.print?.(self(value))) : value),
    place: value => {
      const place = value instanceof Wrapped ? type(value)?.place : undefined
      if (!(value instanceof Wrapped) || place === undefined) return refuse('a place', value)
      return Wrapped.isKnown(value) ? place(self(value)) : undefined
    },
    lines: value => {
      const lines = value instanceof Wrapped ? type(value)?.lines : undefined
      if (!(value instanceof Wrapped) || lines === undefined) return refuse('a suggestion', value)
      return Wrapped.isKnown(value) ? lines(self(value)) : []
    },
  }
}
