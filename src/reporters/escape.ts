const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const escaped = (char: string): string => {
  const short = shortEscapes[char]
  if (short !== undefined) return short
  const hex = Array.from(char, c => c.codePointAt(0)?.toString(16)).join('')
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`
}

/**
 * Shows what cannot be seen: controls, terminal escapes, line breaks, invisible and direction-changing characters come
 * out as escapes such as `\n` and `\u001b`. The result is one line that a terminal prints as it stands.
 */
export const visible = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, escaped)

/**
 * Takes from every line what the GitHub runner would read as a command: `::` at its start and `##[` anywhere.
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export const inert = (text: string): string =>
  text.replace(/^([^\S\n]*):(?=:)/gm, '$1\\u003a').replace(/##(?=\[)/g, '#\\u0023')
