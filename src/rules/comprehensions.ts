import type { ASTNode } from '@marcbachmann/cel-js'

/** What cel-js evaluates the steps of a comprehension in: one for each place of an expression where there is one. */
interface Context {
  iterValue: unknown
  accuValue: unknown
  readonly reuse: (parent: unknown) => unknown
}

interface Comprehension {
  readonly iterable: unknown
  readonly init: unknown
  readonly step: unknown
  readonly iterCtx: Context
}

/** A node, with what a macro such as `exists` was expanded to. */
type Node = ASTNode & { readonly meta?: { readonly alternate?: unknown } }

const isComprehension = (value: object): value is Comprehension => 'iterCtx' in value

const contexts = function* (value: unknown): Generator<Context> {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) for (const one of value) yield* contexts(one)
  else if (isComprehension(value)) {
    yield value.iterCtx
    yield* contexts([value.iterable, value.init, value.step])
  } else {
    const { args, meta } = value as Partial<Node>
    yield* contexts(meta?.alternate ?? args)
  }
}

/** The contexts of an expression that was evaluated. */
export const contextsIn = (ast: ASTNode): readonly Context[] => [...contexts(ast)]

/** Lets go of the scope and the item of the last evaluation, which would keep a whole input until the next. */
export const release = (context: Context): void => {
  context.reuse(undefined)
  context.iterValue = undefined
  context.accuValue = undefined
}
