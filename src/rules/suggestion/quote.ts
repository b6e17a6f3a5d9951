const asEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

const escaped = (text: string): string =>
  JSON.stringify(text.replace(/\p{Cs}|(?=\p{Cf})[\u{10000}-\u{10ffff}]/gu, '\ufffd'))
    .slice(1, -1)
    // HCL does not have these two
    .replace(/\\(\\|b|f)/g, (all, c: string) => (c === '\\' ? all : c === 'b' ? '\\u0008' : '\\u000c'))
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, asEscape)

/** Printable ASCII without quotes and backslashes, which stands for itself everywhere. */
const plain = /^[ !#-[\]-~]*$/

/**
 * The inside of a string in double quotes, as JSON, YAML and HCL read it alike: all that could end it, break its line or not be
 * seen is escaped. Half a character is not kept, nor one for which the three have no common escape.
 */
export const inQuotes = (text: string): string => (plain.test(text) ? text : escaped(text))

/** A string in double quotes: see `inQuotes`. */
export const quote = (text: string): string => `"${inQuotes(text)}"`
