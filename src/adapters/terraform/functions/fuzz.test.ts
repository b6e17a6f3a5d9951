import fc from 'fast-check'
import t from 'tap'
import { InputError } from '../../../model/problem.js'
import { loadRe2 } from '../../../model/re2.js'
import { evaluatePart } from '../evaluate/evaluate.js'
import { Run } from '../evaluate/run.js'
import { stringOf, unknownOf, type Value } from '../evaluate/value.js'
import { parseExpression } from '../syntax/body.js'
import { written } from '../syntax/span.js'
import { signatures } from './signatures.js'

await loadRe2()

const evaluated = (expression: string): Value | InputError => {
  const of = written('x.tf', expression)
  const at = { written: of, start: 0, end: 0 }
  const scope = {
    run: new Run(),
    names: undefined,
    file: (path: string) => (path === 'a' ? { file: 'a', text: expression } : ('unreadable' as const)),
    folder: () => ['a', 'b/c'],
    root: (name: string) =>
      name === 'unknown'
        ? unknownOf({ kind: 'parameter', name }, at)
        : name === 'loop'
          ? stringOf('${templatestring(loop, { loop = loop })}${loop}${loop}', at)
          : undefined,
  }
  try {
    return evaluatePart(parseExpression(of), scope)
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
}

/** Each took for ever, filled the memory or threw something else somewhere, or could. */
const hostile = [
  'range(1e9)',
  '[for i in range(1000) : [for j in range(1000) : range(1000)]]',
  'cidrsubnets("10.0.0.0/8", 1e9)',
  'cidrsubnets("::/0", [for i in range(1000) : 32]...)',
  'cidrsubnet("::/0", 128, 1e300)',
  'cidrsubnet("10.0.0.0/8", -1e9, 0)',
  'cidrhost("::/0", -1e308)',
  'cidrhost("${join("", [for i in range(1000) : "9999999999"])}/8", 0)',
  'yamldecode("a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c]\ne: &e [*d, *d, *d, *d, *d, *d, *d]\nf: &f [*e, *e, *e, *e, *e, *e, *e]\ng: &g [*f, *f, *f, *f, *f, *f, *f]\nh: [*g, *g, *g, *g, *g, *g]")',
  'yamldecode("a: &a {x: 1}\nb: &b {<<: *a, <<: *a, <<: *b}")',
  'yamldecode(join("", [for i in range(1000) : "["]))',
  'yamldecode(join("", [for i in range(1000) : "- "]))',
  'yamldecode(join("", [for i in range(1000) : "{a: "]))',
  'yamldecode("&a *a")',
  'yamldecode("__proto__: {x: 1}\nconstructor: 2")',
  'jsondecode(join("", [for i in range(1000) : "["]))',
  'jsondecode("{\"__proto__\": {\"x\": 1}}").__proto__',
  'csvdecode("__proto__,constructor\n1,2")',
  'csvdecode(join(",", [for i in range(1000) : "a"]))',
  'csvdecode(join("", [for i in range(1000) : "\""]))',
  'formatdate(join("", [for i in range(1000) : "Y"]), "2018-01-02T23:12:01Z")',
  'formatdate(join("", [for i in range(1000) : "\'"]), "2018-01-02T23:12:01Z")',
  'timeadd("9999-12-31T23:59:59Z", "9223372036s")',
  'timeadd("9999-12-31T23:59:59Z", "${join("", [for i in range(1000) : "9"])}h")',
  'timeadd("9999-12-31T23:59:59Z", "0.${join("", [for i in range(1000) : "9"])}h")',
  'regex("(a*)*b", join("", [for i in range(1000) : "a"]))',
  'regex("(a|a)*b", join("", [for i in range(1000) : "aaaaaaaaaa"]))',
  'regex("(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)b", join("", [for i in range(1000) : "aaaaaaaaaa"]))',
  'regexall("", join("", [for i in range(1000) : join("", [for i in range(100) : "a"])]))',
  'regexall("a*?b|", join("", [for i in range(1000) : join("", [for i in range(100) : "a"])]))',
  'regex("((((((((((a{10}){10}){10}){10}){10}){10}){10}){10}){10}){10})", "a")',
  'regex("(((a{9}){9}){9}|((b{9}){9}){9}|((c{9}){9}){9}|((d{9}){9}){9}|((e{9}){9}){9}|((f{9}){9}){9}|((g{9}){9}){9})", "a")',
  'regex(join("", [for i in range(140) : "a{1000}"]), "a")',
  'regex("(${join("", [for i in range(190) : "(a|b)"])}){1000}", "a")',
  '[for i in range(1000) : [for j in range(1000) : regexall("(?i)${join("", [for k in range(300) : "\\\\pL"])}${i}_${j}", "a")]]',
  'regex("${join("", [for i in range(200) : "(a?)"])}d|b$", "${join("", [for i in range(1000) : "aaaa"])}bdc")',
  '[for i in range(1000) : [for j in range(1000) : regexall("(?i)${i}_${j}", "a")]]',
  'regex(join("", [for i in range(900) : "("]), "a")',
  'regex("${join("", [for i in range(400) : "("])}a${join("", [for i in range(400) : ")"])}", "a")',
  'replace(join("", [for i in range(1000) : "a"]), "", join("", [for i in range(1000) : "aaaaaaaaaaaaaaaaaaaa"]))',
  'replace(join("", [for i in range(1000) : "a"]), "/a/", join("", [for i in range(1000) : "$0$0$0$0$0$0$0$0$0$0"]))',
  'format("%999999999d", 1)',
  'format("%.999999999f", 1)',
  'format(join("", [for i in range(1000) : "%9999d"]), [for i in range(1000) : i]...)',
  'format("%[99999999999]s", 1)',
  'indent(1e9, "a\nb")',
  'indent(1000, join("\n", [for i in range(1000) : join("\n", [for i in range(100) : "a"])]))',
  'setproduct([for i in range(1000) : i]...)',
  'setproduct(range(1000), range(1000), range(1000))',
  'chunklist(range(1000), 1e308)',
  'pow(1e308, 1e308)',
  'parseint(join("", [for i in range(1000) : "9"]), 10)',
  'base64gunzip("H4sIAAAAAAAAA+3BMQEAAADCoPVPbQhfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA")',
  'base64gunzip("!")',
  'base64gunzip("aGk=")',
  'yamlencode({ for i in range(300) : "${i}" => [for j in range(300) : "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"] })',
  'jsonencode([for i in range(300) : jsonencode([for j in range(300) : "\"\"\"\"\"\"\"\""])])',
  'merge([for i in range(300) : { for j in range(300) : "${j}" => i }]...)',
  'transpose({ for i in range(300) : "${i}" => [for j in range(300) : "x"] })',
  'templatestring(loop, { loop = loop })',
  'join(join("", [for i in range(1000) : "aaaaaaaaaa"]), [for i in range(1000) : "a"])',
  'file("/etc/passwd")',
  'file("~/.aws/credentials")',
  'templatefile("a", {})',
  'fileset("..", "**")',
  'fileset(".", join("", [for i in range(1000) : "*a"]))',
  'fileset(".", "{{{{{{{{{{")',
  'title(join("", [for i in range(1000) : "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa "]))',
  'trim(join("", [for i in range(1000) : "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]), "a")',
  'chomp(join("", [for i in range(1000) : "\n\n\n\n\n\n\n\n\n\na"]))',
  'provider::aws::arn_parse(join("", [for i in range(1000) : ":::::::"]))',
  'urldecode("%")',
  'textdecodebase64("2AA=", "UTF-16BE")',
]

t.test('it bounds what hostile arguments would make', t => {
  for (const expression of hostile) {
    const start = performance.now()
    evaluated(expression)
    t.ok(performance.now() - start < 30_000, expression.slice(0, 100))
  }
  t.end()
})

const texts = [
  '',
  'a',
  '0',
  '-1',
  '1e400',
  '%',
  '%d',
  '${',
  '\\\\',
  '(',
  '[',
  '*',
  '&a *a',
  '- ',
  '{',
  "'",
  '2018-01-02T23:12:01Z',
  '1h',
  '10.0.0.0/8',
  '::/0',
  '\u{1F600}',
  '\\u0000',
  'UTF-8',
  'a,b\\n1,2',
  '/(a*)*/',
  '(a*)*',
  'YYYY',
  '\ud800',
  '__proto__',
  'a',
  '..',
  'b/c',
]
const plain = fc.oneof(
  fc.constantFrom(
    'null',
    'true',
    '0',
    '-1',
    '2.5',
    '1e308',
    '1e400',
    '99999999999999999999',
    'unknown',
    'unknown.x[0]',
    '"a${unknown}b"',
    'sensitive("s")',
    '[]',
    '{}',
    'loop',
    '[unknown]',
    'unknown...',
  ),
  fc.constantFrom(...texts).map(text => `"${text}"`),
  fc.string({ maxLength: 8 }).map(text => JSON.stringify(text).replaceAll(/[$%]\{/g, '')),
)
const { expression } = fc.letrec<{ expression: string; call: string; list: string; map: string }>(tie => ({
  expression: fc.oneof({ maxDepth: 3, withCrossShrink: true }, plain, tie('call'), tie('list'), tie('map')),
  call: fc
    .tuple(
      fc.constantFrom(...Object.keys(signatures), 'try', 'can', 'nothing'),
      fc.array(tie('expression'), { maxLength: 4 }),
    )
    .map(([name, args]) => `${name}(${args.join(', ')})`),
  list: fc.array(tie('expression'), { maxLength: 3 }).map(items => `[${items.join(', ')}]`),
  map: fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `{ a = ${a}, "b" = ${b} }`),
}))
const call = fc
  .tuple(fc.constantFrom(...Object.keys(signatures)), fc.array(expression, { maxLength: 4 }))
  .map(([name, args]) => `${name}(${args.join(', ')})`)

t.test('it gives a value or a hole for every call, and says when it is too large', t => {
  fc.assert(
    fc.property(call, given => {
      const start = performance.now()
      evaluated(given)
      return performance.now() - start < 30_000
    }),
    { numRuns: 3000 },
  )
  t.pass()
  t.end()
})
