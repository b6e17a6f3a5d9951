/**
 * A function of an object that is asked once for each. For objects that do not change and outlive an input, such as actions and
 * services: to remember something of each text of a policy costs more than to find it out again.
 */
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
