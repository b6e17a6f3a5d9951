import { Composer, Lexer, Parser, type CST, type Document } from 'yaml'
import type { Location } from '../../model/location.js'
import { InputError } from '../../model/problem.js'
import type { Locate } from '../json.js'
import { schema } from './tags.js'

/** The deepest nesting that is read: yaml needs the more time the deeper it goes, and everything after it recurses. */
export const maxDepth = 600

const messages: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab indents this line, and YAML takes spaces only',
  MISSING_CHAR: 'a quote, a bracket or a comma is missing',
}

const notYaml = (message: string, location: Location): InputError =>
  new InputError(
    'not-yaml',
    `neither YAML nor JSON at line ${String(location.line)}, column ${String(location.column)}: ${message}`,
    location,
  )

const tokens = function* (source: string, locate: Locate): Generator<CST.Token> {
  const parser = new Parser()
  for (const lexeme of new Lexer().lex(source)) {
    yield* parser.next(lexeme)
    if (parser.stack.length > maxDepth) {
      throw new InputError('too-large', `nested deeper than ${maxDepth} levels`, locate(parser.offset, 0))
    }
  }
  yield* parser.end()
}

/**
 * The documents of a YAML or JSON text. Every scalar is the text that was written, since no schema resolves any.
 * Throws `InputError` with line and column; its message never quotes the text.
 */
export const parseYaml = (source: string, locate: Locate): readonly Document.Parsed[] => {
  const composer = new Composer({ schema, uniqueKeys: false, strict: false, prettyErrors: false })
  const documents = []
  for (const document of composer.compose(tokens(source, locate))) {
    const [error] = document.errors
    if (error) {
      const [start, end] = error.pos
      throw notYaml(messages[error.code] ?? error.code.toLowerCase().replaceAll('_', ' '), locate(start, end - start))
    }
    documents.push(document)
  }
  return documents
}
