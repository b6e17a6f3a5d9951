import type { Output } from './shell.js'

/** What writes at once, for tests. */
export const writeTo =
  (keep: (text: string) => void): Output['write'] =>
  (text, written) => {
    keep(text)
    written?.()
  }
