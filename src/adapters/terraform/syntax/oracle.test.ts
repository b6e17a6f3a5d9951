import { getExpressionAst, parse } from '@cdktf/hcl2json'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { parseBody } from './body.js'
import { spanText, written } from './span.js'
import type { Block, Body, Expression, Part } from './tree.js'

/** HashiCorp's parser is the oracle: both must read every file of the test data in the same way. */
const testdata = fileURLToPath(new URL('../../../../testdata/', import.meta.url))
const files = readdirSync(testdata, { recursive: true, encoding: 'utf8' }).filter(file => /\.(tf|tfvars)$/.test(file))

/** A value as hcl2json gives it: literals as they are, everything else as its text in `${}`. */
const value = (expression: Expression): unknown => {
  switch (expression.kind) {
    case 'literal':
      return expression.value ?? null
    case 'template': {
      const [only, ...more] = expression.parts
      if (only === undefined) return ''
      return more.length === 0 && only.kind === 'literal' ? only.text : 'template'
    }
    case 'list':
      return expression.items.map(value)
    case 'object':
      return Object.fromEntries(expression.items.map(({ key, value: v }) => [keyOf(key), value(v)]))
    case 'unary': {
      const { of } = expression
      return expression.operator === '-' && of.kind === 'literal' && typeof of.value === 'number'
        ? -of.value
        : `\${${spanText(expression.at)}}`
    }
    default:
      return `\${${spanText(expression.at)}}`
  }
}
const keyOf = (key: Expression): string =>
  key.kind === 'literal'
    ? String(key.value)
    : key.kind === 'template' && key.parts.length === 1 && key.parts[0]?.kind === 'literal'
      ? key.parts[0].text
      : 'template'

const bodyOf = (body: Body): Record<string, unknown> => {
  const out: Record<string, unknown> = {}
  for (const [name, attribute] of body.attributes) out[name] = value(attribute.value)
  for (const block of body.blocks) place(out, [block.type, ...block.labels], bodyOf(block.body))
  return out
}
const place = (into: Record<string, unknown>, path: readonly string[], body: unknown): void => {
  const [name = '', ...rest] = path
  if (rest.length === 0)
    into[name] = [...((into[name] as unknown[] | undefined) ?? []), body] // made by this function
  else place((into[name] ??= {}) as Record<string, unknown>, rest, body) // as above
}
/** A template's text is compared by what is inside it, in the other test. */
const withoutTemplates = (json: unknown, ours: unknown): unknown => {
  if (ours === 'template' && typeof json === 'string') return 'template'
  if (Array.isArray(json) && Array.isArray(ours)) return json.map((item, i) => withoutTemplates(item, ours[i]))
  if (typeof json === 'object' && json !== null && typeof ours === 'object' && ours !== null) {
    const mine = ours as Record<string, unknown> // an object that is no list
    return Object.fromEntries(
      Object.entries(json).map(([key, item]) => {
        const name = key in mine ? key : 'template'
        return [name, withoutTemplates(item, mine[name])]
      }),
    )
  }
  // a parenthesized expression keeps its parentheses there
  return typeof json === 'string' && json.startsWith('${(') ? ours : json
}

t.test('it reads blocks and values as hcl2json does', async t => {
  for (const file of files) {
    const text = readFileSync(testdata + file, 'utf8')
    const ours = bodyOf(parseBody(written(file, text)))
    t.same(ours, withoutTemplates(await parse(file, text), ours), file)
  }
})

interface Found {
  readonly what: string
  readonly at: number
}

/** Calls, names, operators and conditionals of an expression, with where they start. */
const inOurs = (root: Expression, out: Found[]): void => {
  const parts = (list: readonly Part[]): void => {
    for (const part of list) {
      if (part.kind === 'interpolation') inOurs(part.value, out)
      if (part.kind === 'if') {
        inOurs(part.condition, out)
        parts(part.yes)
        parts(part.no)
      }
      if (part.kind === 'for') {
        inOurs(part.collection, out)
        parts(part.body)
      }
    }
  }
  const { start } = root.at
  switch (root.kind) {
    case 'template':
      parts(root.parts)
      break
    case 'name':
      out.push({ what: root.name, at: start })
      break
    case 'call':
      out.push({ what: `${root.name}()`, at: start })
      root.args.forEach(arg => {
        inOurs(arg, out)
      })
      break
    case 'attribute':
    case 'unary':
      inOurs(root.of, out)
      break
    case 'index':
      inOurs(root.of, out)
      inOurs(root.index, out)
      break
    case 'splat':
      inOurs(root.of, out)
      break
    case 'list':
      root.items.forEach(item => {
        inOurs(item, out)
      })
      break
    case 'object':
      for (const { key, value: v } of root.items) {
        inOurs(key, out)
        inOurs(v, out)
      }
      break
    case 'for':
      for (const e of [root.collection, root.key, root.value, root.condition]) if (e) inOurs(e, out)
      break
    case 'conditional':
      for (const e of [root.condition, root.yes, root.no]) inOurs(e, out)
      break
    case 'binary':
      inOurs(root.left, out)
      inOurs(root.right, out)
  }
}

interface Ast {
  readonly type: string
  readonly range: { readonly start: { readonly byte: number } }
  readonly meta: { readonly name?: string; readonly fullAccessor?: string }
  readonly children: readonly Ast[]
}
const inTheirs = (ast: Ast, out: Found[]): void => {
  const at = ast.range.start.byte
  if (ast.type === 'function') out.push({ what: `${ast.meta.name ?? ''}()`, at })
  if (ast.type === 'scopeTraversal')
    out.push({ what: /^[\p{L}_][\p{L}\p{N}_-]*/u.exec(ast.meta.fullAccessor ?? '')?.[0] ?? '', at })
  for (const child of ast.children) inTheirs(child, out)
}

const expressionsOf = (body: Body): readonly Expression[] => [
  ...[...body.attributes.values()].map(attribute => attribute.value),
  ...body.blocks.flatMap((block: Block) => expressionsOf(block.body)),
]
const sorted = (found: readonly Found[]): readonly string[] =>
  [...new Set(found.map(({ what, at }) => `${String(at)} ${what}`))].sort()

t.test('it finds the same calls and references at the same places as getExpressionAst', async t => {
  for (const file of files) {
    for (const expression of expressionsOf(parseBody(written(file, readFileSync(testdata + file, 'utf8'))))) {
      const text = spanText(expression.at)
      // their wrapper reads no heredoc, and bytes are not characters outside of ASCII
      if (expression.kind === 'literal' || text.startsWith('<<') || /[^\x00-\x7f]/.test(text)) continue
      const ours: Found[] = []
      inOurs(expression, ours)
      const theirs: Found[] = []
      const ast = (await getExpressionAst('f', text)) as unknown as Ast | null // the part of its type that is read here
      if (ast) inTheirs(ast, theirs)
      t.same(
        sorted(ours.map(f => ({ ...f, at: f.at - expression.at.start }))),
        sorted(theirs),
        `${file}: ${text.slice(0, 60)}`,
      )
    }
  }
})
