/** What was read of one file, with the files that it covers besides; of a folder or of standard input, without a file. */
interface Part {
  readonly file?: string
  readonly covers?: readonly string[]
}

const othersIn = ({ file, covers = [] }: Part): readonly string[] => covers.filter(name => name !== file)

/**
 * Leaves out what was read of files that others cover, whatever order they are in. Of files that cover each other in a
 * circle the first stays.
 */
export const uncovered = <T extends Part>(parts: readonly T[]): readonly T[] => {
  const claimed = new Set(parts.flatMap(othersIn))
  const isClaimed = ({ file }: T): boolean => file !== undefined && claimed.has(file)
  const left = new Set<T>()
  const covered = new Set<string>()
  for (const part of [...parts.filter(part => !isClaimed(part)), ...parts.filter(isClaimed)]) {
    if (part.file !== undefined && covered.has(part.file)) continue
    left.add(part)
    for (const name of othersIn(part)) covered.add(name)
  }
  return parts.filter(part => left.has(part))
}
