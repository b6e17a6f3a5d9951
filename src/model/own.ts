/** What a record says of a name that the input gives: `constructor` and its like are none of its own. */
export const ownOf = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined
