import type { Key } from '../model/key.js'
import type { Location } from '../model/location.js'
import type { Node } from '../model/node.js'
import { literal, print, type Text } from '../model/text.js'
import { Unknown } from '../model/truth.js'
import { makeLanguage } from './cel.js'
import { compileRule, type Compiled } from './compile.js'
import { readData } from './data.js'
import { readExample } from './example.js'
import { readRuleFile } from './rule-file.js'
import type { Rule, RuleDocument, Subject, Vocabulary, VocabularyType } from './rule.js'

// A small vocabulary for the tests of the engine, so that they do not depend on what the rules may say.
/* c8 ignore start -- part of the tests */

interface Word {
  readonly text: Text
  readonly location: Location
}
interface Sentence {
  readonly words: readonly (Word | Unknown)[]
  readonly node: Node
}

const wordType: VocabularyType<Word> = {
  about: 'One word.',
  print: ({ text }) => text,
  place: ({ location }) => location,
  fields: {
    name: { type: 'string', about: 'As written.', read: ({ text }) => text },
    size: {
      type: 'int',
      about: 'Its length.',
      read: ({ text }) => literal(text)?.length ?? new Unknown([{ kind: 'parameter', name: 'size' }]),
    },
  },
}

const sentenceType: VocabularyType<Sentence> = {
  about: 'Some words.',
  fields: {
    words: { type: 'list<Word>', about: 'Its words.', read: ({ words }) => words },
    names: {
      type: 'list<string>',
      about: 'Its words as written.',
      read: ({ words }) => words.map(word => (word instanceof Unknown ? word : word.text)),
    },
    place: { type: 'Place', about: 'Where it stands.', read: ({ node }) => node.location },
    advice: {
      type: 'Advice',
      about: 'Its words, one on each line.',
      read: ({ words }) => words.find(word => word instanceof Unknown) ?? words.map(word => print((word as Word).text)),
    },
    maybe: { type: 'bool', about: 'Never known.', read: () => new Unknown([{ kind: 'after-apply', name: 'maybe' }]) },
    perhaps: {
      type: 'bool',
      about: 'Never known either.',
      read: () => new Unknown([{ kind: 'expression', name: 'perhaps' }]),
    },
    bug: {
      type: 'bool',
      about: 'Fails.',
      read: () => {
        throw new TypeError('it broke')
      },
    },
    lie: { type: 'bool', about: 'Breaks its promise.', read: () => 'yes' },
  },
  methods: {
    has: {
      takes: ['string'],
      type: 'bool',
      about: 'It has the word | or not.',
      call: ({ words }, name: string) => words.some(word => !(word instanceof Unknown) && literal(word.text) === name),
    },
    first: {
      takes: ['int'],
      type: 'list<Word>',
      about: 'Its first words.',
      call: ({ words }, count: number) => words.slice(0, count),
    },
    contains: {
      takes: ['Word'],
      type: 'bool',
      about: 'The word is one of its own.',
      call: ({ words }, word: Word) => words.includes(word),
    },
    hasAny: {
      takes: ['list<string>'],
      type: 'bool',
      about: 'It has one of the words.',
      call: ({ words }, names: readonly string[]) =>
        words.some(word => !(word instanceof Unknown) && names.includes(print(word.text))),
    },
  },
}

const adviceType: VocabularyType<readonly string[]> = {
  about: 'Lines for a fix.',
  fields: {},
  lines: lines => lines,
}

const wordsOf = (node: Node): (Word | Unknown)[] =>
  node.kind === 'list'
    ? node.items.flatMap((item): (Word | Unknown)[] =>
        item.kind === 'text' ? [item] : item.kind === 'hole' ? [new Unknown([item.hole])] : [],
      )
    : []

const statementsOf = (document: Node): readonly Node[] => {
  const list =
    document.kind === 'object' ? document.members.find(({ key }) => literal(key) === 'Statement')?.value : undefined
  return list?.kind === 'list' ? list.items : []
}

const memberOf = (node: Node, name: string): Node | undefined =>
  node.kind === 'object' ? node.members.find(({ key }) => literal(key) === name)?.value : undefined

const sidOf = (node: Node): string | undefined => {
  const sid = memberOf(node, 'Sid')
  return sid?.kind === 'text' ? print(sid.text) : undefined
}

/** Every statement is a sentence: its words are the list under `Action`. Each word is a permission, and a condition too. */
const subjects: Vocabulary['subjects'] = key => each => {
  if (key.policy.kind !== 'document' || each === 'key') return [{ bindings: { key }, location: key.location }]
  return key.policy.variants.flatMap(({ when, document }) =>
    statementsOf(document).flatMap((node, index): Subject[] => {
      const words = wordsOf(memberOf(node, 'Action') ?? node)
      const sid = sidOf(node)
      const frame = {
        statement: { index, ...(sid !== undefined && { sid }) },
        location: node.location,
        ...(words.length > 0 && {
          snippet: () => JSON.stringify(words.map(word => (word instanceof Unknown ? '?' : print(word.text)))),
        }),
        ...(when !== undefined && { variant: when }),
      }
      const sentence: Sentence = { words, node }
      if (each === 'statement') return [{ ...frame, bindings: { key, sentence } }]
      return words.map(word => ({
        ...frame,
        bindings: { sentence, word },
        ...(!(word instanceof Unknown) && { part: print(word.text) }),
      }))
    }),
  )
}

const sentence = { type: 'Sentence', about: 'The statement.' }
const word = { type: 'Word', about: 'The word.' }

export const toyVocabulary: Vocabulary = {
  types: {
    Key: {
      about: 'A key.',
      fields: {
        address: { type: 'string', about: 'Its address.', read: ({ address }: Key) => address },
        rotation: { type: 'bool', about: 'It rotates.', read: ({ rotation }: Key) => rotation },
      },
    },
    Sentence: sentenceType,
    Word: wordType,
    Advice: adviceType,
  },
  functions: {
    shout: { takes: ['string'], type: 'string', about: 'In capitals.', call: (text: string) => text.toUpperCase() },
  },
  variables: {
    key: { key: { type: 'Key', about: 'The key.' } },
    policy: {},
    defect: {},
    statement: { key: { type: 'Key', about: 'The key.' }, sentence },
    permission: { sentence, word },
    use: {},
    condition: { sentence, word },
  },
  subjects,
}

export const toy = makeLanguage(toyVocabulary)

/** Reads a rule file that is valid YAML. */
export const documentOf = (text: string, file = 'rules/toy.yaml'): RuleDocument => {
  const read = readRuleFile({ file, text })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.document
}

/** Reads a rule in the toy language from its fields, which are filled up with ones that do not matter. */
export const compileToy = (fields: string): Compiled => {
  const defaults = [
    'id: toy',
    'title: a toy',
    'severity: error',
    'each: statement',
    'require: "true"',
    'message: broken',
    'fix: mend it',
    'why: because',
    'examples: []',
  ]
  const missing = defaults.filter(line => !new RegExp(`^${line.replace(/:.*/, ':')}`, 'm').test(fields))
  return compileRule(documentOf([fields, ...missing].join('\n')), toy)
}

/** The same, for a rule that has no problem. */
export const toyRule = (fields: string): Rule => {
  const { rule, problems } = compileToy(fields)
  if (rule === undefined) throw new Error(JSON.stringify(problems))
  return rule
}

/** A key with statements made of these words; `?` is a word that is not known. */
export const toyKey = (...sentences: readonly (readonly string[])[]): Key => {
  const statements = sentences.map(words => ({ Action: words.map(word => word.replace(/^\?(.*)$/, '${many:$1}')) }))
  return exampleKey({ statements, only: true })
}

/** The key of an example. */
export const exampleKey = (fields: Readonly<Record<string, unknown>>): Key => {
  const document: RuleDocument = {
    file: 'x.yaml',
    data: undefined,
    locate: path => ({ file: `x.yaml#${path.join('.')}` }),
    shipped: false,
    checked: false,
  }
  const data = readData(document)
  const example = readExample(data, { name: 'x', expect: 'pass', ...fields }, [], document.locate)
  if (example === undefined || data.problems.length > 0) throw new Error(JSON.stringify(data.problems))
  return example.key
}
