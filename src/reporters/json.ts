import type { Reporter } from './reporter.js'

const escaped = (char: string): string =>
  Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')

const safe = (json: string): string =>
  (/[^\n -~]/.test(json) ? json.replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, escaped) : json).replace(
    /##(?=\[)/g,
    '#\\u0023',
  )

/** A value as it stands in the report: in one object, or in a list of it. It is written inside of lists, which indent it. */
const inObject = (value: unknown): string => safe(JSON.stringify([value], undefined, 2).slice(4, -2))
const inList = (value: unknown): string => safe(JSON.stringify([[value]], undefined, 2).slice(10, -6))

const list = function* (items: readonly unknown[]): Generator<string> {
  for (const [i, item] of items.entries()) yield `${i === 0 ? '[' : ','}\n    ${inList(item)}`
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
    else yield inObject(value)
  }
  yield '\n}\n'
}
