import type { Reporter } from './reporter.js'

const escaped = (char: string): string =>
  Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')

const written = (value: unknown, indent: string): string =>
  JSON.stringify(value, undefined, 2)
    .replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)
    .replace(/##(?=\[)/g, '#\\u0023')
    .replaceAll('\n', `\n${indent}`)

const list = function* (items: readonly unknown[]): Generator<string> {
  for (const [i, item] of items.entries()) yield `${i === 0 ? '[' : ','}\n    ${written(item, '    ')}`
  yield items.length === 0 ? '[]' : '\n  ]'
}

/**
 * The report as JSON, by the published schema. Characters that a terminal or a browser would act upon, and what the
 * GitHub runner would read as a command, are written as JSON escapes: the data stays the same.
 */
export const json: Reporter = function* (report) {
  const { version, tool, verdict, findings, undetermined, suppressed, problems, keys, skipped, counts } = report
  const ordered = { version, tool, verdict, findings, undetermined, suppressed, problems, keys, skipped, counts }
  for (const [i, [name, value]] of Object.entries(ordered).entries()) {
    yield `${i === 0 ? '{' : ','}\n  "${name}": `
    if (Array.isArray(value)) yield* list(value)
    else yield written(value, '  ')
  }
  yield '\n}\n'
}
