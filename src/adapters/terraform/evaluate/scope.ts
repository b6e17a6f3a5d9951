import type { Run } from './run.js'
import type { Value } from './value.js'

/** Names that a `for`, a `dynamic` block or an instance brings in, innermost first. */
export interface Names {
  readonly name: string
  readonly value: Value
  readonly outer: Names | undefined
}

/** What an expression can refer to, and what it is evaluated with. */
export interface Scope {
  readonly run: Run
  readonly names: Names | undefined
  /** What a name means that nothing around the expression brings in: `var`, `local`, `data`, a resource type, ... */
  readonly root: (name: string) => Value | undefined
  /**
   * The text of a file that an expression names; throws `Needed` until it has been read. Undefined if there is none, `unreadable`
   * if there may be one.
   */
  readonly file: (path: string) => { readonly file: string; readonly text: string } | 'unreadable' | undefined
  /** The files in a folder and below, relative to it; throws `Needed` likewise. Undefined where they are not to be had. */
  readonly folder?: (path: string) => readonly string[] | undefined
}

export const withNames = (scope: Scope, names: readonly (readonly [string | undefined, Value])[]): Scope => ({
  ...scope,
  names: names.reduce<Names | undefined>(
    (outer, [name, value]) => (name === undefined ? outer : { name, value, outer }),
    scope.names,
  ),
})

export const lookUp = (scope: Scope, name: string): Value | undefined => {
  for (let names = scope.names; names; names = names.outer) if (names.name === name) return names.value
  return scope.root(name)
}
