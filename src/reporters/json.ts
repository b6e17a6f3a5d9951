import type { Reporter } from './reporter.js'

const escaped = (char: string): string =>
  Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')

/**
 * The report as JSON, by the published schema. Characters that a terminal or a browser would act upon, and what the
 * GitHub runner would read as a command, are written as JSON escapes: the data stays the same.
 */
export const json: Reporter = report => {
  const { version, tool, verdict, findings, undetermined, suppressed, problems, keys, skipped, counts } = report
  const ordered = { version, tool, verdict, findings, undetermined, suppressed, problems, keys, skipped, counts }
  return `${JSON.stringify(ordered, undefined, 2)
    .replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)
    .replace(/##(?=\[)/g, '#\\u0023')}\n`
}
