/** Where an entry writes to. */
export interface Output {
  readonly write: (text: string, written?: () => void) => unknown
  readonly on?: (event: 'error', listener: (error: Error & { readonly code?: string }) => void) => unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** What an entry needs of its process; `process` is one. */
export interface Shell {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: () => string
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Output
  readonly stderr: Output
}

/**
 * Whether to write colours: `--no-color` and `NO_COLOR` say no, `FORCE_COLOR` says yes, otherwise a terminal decides.
 * @see https://no-color.org
 */
export const wantsColor = ({ env, stdout }: Shell, refused: boolean): boolean => {
  const { NO_COLOR, FORCE_COLOR, TERM } = env
  if (refused || (NO_COLOR !== undefined && NO_COLOR !== '')) return false
  if (FORCE_COLOR !== undefined) return !['0', 'false'].includes(FORCE_COLOR)
  return stdout.isTTY === true && TERM !== 'dumb'
}

/** Lets the reader of a pipe go away early (`keyward check | head`): what it does not want is dropped in silence. */
export const tolerateClosedPipe = (output: Output): void => {
  output.on?.('error', error => {
    if (error.code !== 'EPIPE') throw error
  })
}

/** Writes the pieces of a text, each when the reader took the one before: they would pile up in memory otherwise. */
export const writeAll = async (output: Output, pieces: Iterable<string>): Promise<void> => {
  for (const piece of pieces) {
    await new Promise<void>(resolve => {
      // it is called too when the reader went away
      output.write(piece, () => {
        resolve()
      })
    })
  }
}
