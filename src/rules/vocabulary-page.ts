import { eaches, type Vocabulary, type VocabularyType } from './rule.js'
import { markdownTable } from './table.js'
import { typesOf } from './values.js'

/** The line of `docs/rules.md` below which everything is generated. */
export const marker = '<!-- Below this line: written by scripts/generate-docs.mjs from the vocabulary. -->'

const entriesOf = <T>(record: Readonly<Record<string, T>> | undefined): [string, T][] => Object.entries(record ?? {})

const code = (text: string): string => `\`${text}\``

const call = (name: string, takes: readonly string[]): string => code(`${name}(${takes.join(', ')})`)

const variablesOf = (vocabulary: Vocabulary): string[] =>
  eaches.flatMap(each => [
    `### each: ${each}`,
    markdownTable(
      ['variable', 'type', 'what it is'],
      entriesOf(vocabulary.variables[each]).map(([name, { type, about }]) => [code(name), code(type), about]),
    ),
  ])

const sectionOf = (name: string, { about, fields, methods, print, place }: VocabularyType<never>): string[] => {
  const rows = [
    ...entriesOf(fields).map(([field, { type, about }]) => [code(field), code(type), about]),
    ...entriesOf(methods).map(([method, { takes, type, about }]) => [call(method, takes), code(type), about]),
  ]
  return [
    `### ${name}`,
    [about, ...(print ? ['A message can show it.'] : []), ...(place ? ['It has a place, for `at`.'] : [])].join(' '),
    ...(rows.length > 0 ? [markdownTable(['field', 'type', 'what it is'], rows)] : []),
  ]
}

const functionsOf = (vocabulary: Vocabulary): string[] => {
  const rows = entriesOf(vocabulary.functions).map(([name, { takes, type, about }]) => [
    call(name, takes),
    code(type),
    about,
  ])
  return rows.length > 0 ? ['## Functions', markdownTable(['function', 'type', 'what it is'], rows)] : []
}

/** What rules may say: the variables of each `each`, the types with their fields and methods, the functions. */
export const vocabularyPage = (vocabulary: Vocabulary): string =>
  [
    marker,
    '## Variables',
    ...variablesOf(vocabulary),
    '## Types',
    ...entriesOf(typesOf(vocabulary)).flatMap(([name, type]) => sectionOf(name, type)),
    ...functionsOf(vocabulary),
  ].join('\n\n') + '\n'

/** The page with its generated part renewed; what is written by hand above it stays. */
export const renewPage = (page: string, vocabulary: Vocabulary): string =>
  page.slice(0, page.indexOf(marker)) + vocabularyPage(vocabulary)
