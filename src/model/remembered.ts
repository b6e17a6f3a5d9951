/** A function of an object that is asked once for each. What it came to lives as long as the object, which must not change. */
export const remembered = <K extends object, T>(make: (of: K) => T): ((of: K) => T) => {
  const known = new WeakMap<K, { readonly value: T }>()
  return of => {
    const found = known.get(of)
    if (found) return found.value
    const value = make(of)
    known.set(of, { value })
    return value
  }
}
