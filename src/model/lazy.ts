/** A value that is made when it is first asked for, and once. */
export const lazy = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** A function that is asked once for each argument, and keeps them all. */
export const lazyBy = <A, R>(ask: (argument: A) => R): ((argument: A) => R) => {
  const answers = new Map<A, R>()
  return argument => {
    if (answers.has(argument)) return answers.get(argument) as R // it was put there
    const answer = ask(argument)
    answers.set(argument, answer)
    return answer
  }
}
