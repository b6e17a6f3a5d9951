import type { Span } from './span.js'

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%'

/** A part of a template between its literals; `exact` says that the text stands in the file character by character. */
export type Part =
  | { readonly kind: 'literal'; readonly text: string; readonly exact: boolean; readonly at: Span }
  | { readonly kind: 'interpolation'; readonly value: Expression; readonly at: Span }
  | {
      readonly kind: 'if'
      readonly condition: Expression
      readonly yes: readonly Part[]
      readonly no: readonly Part[]
      readonly at: Span
    }
  | {
      readonly kind: 'for'
      readonly keyName: string | undefined
      readonly valueName: string
      readonly collection: Expression
      readonly body: readonly Part[]
      readonly at: Span
    }

/** One member of an object constructor; a bare name as key is already a literal template. */
export interface ObjectItem {
  readonly key: Expression
  readonly value: Expression
  readonly at: Span
}

export interface ForExpression {
  readonly kind: 'for'
  readonly keyName: string | undefined
  readonly valueName: string
  readonly collection: Expression
  /** Of a `for` in braces; undefined in brackets. */
  readonly key: Expression | undefined
  readonly value: Expression
  readonly condition: Expression | undefined
  /** `...` after the value: values of the same key are gathered in lists. */
  readonly grouping: boolean
  readonly at: Span
}

/** The expression language of Terraform, every node with its place. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | undefined; readonly at: Span }
  | { readonly kind: 'template'; readonly parts: readonly Part[]; readonly at: Span }
  | { readonly kind: 'name'; readonly name: string; readonly at: Span }
  | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string; readonly at: Span }
  | { readonly kind: 'index'; readonly of: Expression; readonly index: Expression; readonly at: Span }
  /** `of[*].each` or `of.*.each`: `each` is applied to the name `*`. */
  | { readonly kind: 'splat'; readonly of: Expression; readonly each: Expression; readonly at: Span }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly at: Span }
  | { readonly kind: 'object'; readonly items: readonly ObjectItem[]; readonly at: Span }
  | ForExpression
  | {
      readonly kind: 'call'
      readonly name: string
      readonly args: readonly Expression[]
      readonly expand: boolean
      readonly at: Span
    }
  | {
      readonly kind: 'conditional'
      readonly condition: Expression
      readonly yes: Expression
      readonly no: Expression
      readonly at: Span
    }
  | { readonly kind: 'unary'; readonly operator: '!' | '-'; readonly of: Expression; readonly at: Span }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
      readonly at: Span
    }

export interface Attribute {
  readonly name: string
  readonly value: Expression
  readonly at: Span
}

export interface Block {
  readonly type: string
  readonly labels: readonly string[]
  readonly body: Body
  /** From the type to the closing brace. */
  readonly at: Span
}

/** The inside of a file or block. In a body that was written in JSON, nested blocks are attributes: see `blocksOf`. */
export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly blocks: readonly Block[]
  readonly at: Span
}

/** The name that stands for one element inside a splat. */
export const splatName = '*'
