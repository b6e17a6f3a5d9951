/**
 * A place in an input. Lines and columns count from 1, columns in UTF-16 code units; the end is exclusive.
 * `file` is relative to the workspace root with `/` separators, or `<stdin>`.
 * A location without a `line` means "somewhere in this file": a line is never guessed.
 */
export interface Location {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
}
