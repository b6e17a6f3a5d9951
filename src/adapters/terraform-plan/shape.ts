/** Narrowing of what JSON.parse returns: a value of another shape than asked for is undefined. */
export type Json = Readonly<Record<string, unknown>>

export const asObject = (value: unknown): Json | undefined =>
  // an object that is no list is a record of unknown values
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined

export const asList = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) ? (value as unknown[]) : undefined // the elements stay unknown

export const asString = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

export const asBoolean = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined)

/** Follows member names and list positions; undefined as soon as one is missing. */
export const dig = (value: unknown, ...path: readonly (string | number)[]): unknown => {
  let here = value
  for (const step of path) {
    if (typeof step === 'number') here = asList(here)?.[step]
    else {
      const object = asObject(here)
      here = object && Object.hasOwn(object, step) ? object[step] : undefined
    }
  }
  return here
}
