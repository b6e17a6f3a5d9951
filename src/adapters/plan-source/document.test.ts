import t from 'tap'
import type { Location } from '../../model/location.js'
import type { Node } from '../../model/node.js'
import { at, inFile, parseJson } from '../json.js'
import { placedDocument, statementsOf } from './document.js'

const block: Location = { file: 'main.tf', line: 1 }
const inPlan = (value: unknown): Node => parseJson(JSON.stringify(value), at({ file: 'plan.json' }))
/** A document of the source: every statement and every member on a line of its own. */
const inSource = (value: unknown, file = 'policy.json'): Node => {
  const text = JSON.stringify(value, undefined, 1)
  return parseJson(text, inFile(file, text))
}
const policy = (...statements: readonly unknown[]) => ({ Version: '2012-10-17', Statement: statements })
const allow = (principal: unknown, sid?: string) => ({
  ...(sid !== undefined && { Sid: sid }),
  Effect: 'Allow',
  Principal: principal,
})
const place = ({ location: { file, line } }: Node): string => `${file}:${String(line)}`
const places = (plan: unknown, ...sources: readonly Node[]) => {
  const { document, strays } = placedDocument(inPlan(plan), sources, block)
  return [...statementsOf(document).map(place), strays]
}

t.test('it places statements by what they say, in whatever order', t => {
  const [a, b] = [allow('*', 'A'), allow({ AWS: 'b' }, 'B')]
  const source = inSource(policy(a, b))
  const [first, second] = statementsOf(source).map(place)
  t.same(places(policy(a, b), source), [first, second, 0])
  t.same(places(policy(b, a), source), [second, first, 0])
  t.same(places(policy(b), source), [second, 0])
  t.end()
})

t.test('it places what is inside of a statement as deep as the source says the same', t => {
  const source = inSource(policy(allow({ AWS: ['a', 'b'] })))
  const { document } = placedDocument(inPlan(policy(allow({ AWS: ['b', 'a'] }))), [source], block)
  const found = JSON.parse(JSON.stringify(statementsOf(document)[0])) as object
  t.match(found, {
    location: { line: 4 },
    members: [
      { location: { line: 5 } },
      {
        location: { line: 6 },
        value: {
          members: [
            {
              location: { line: 7 },
              value: { items: [{ text: ['b'], location: { line: 9 } }, { location: { line: 8 } }] },
            },
          ],
        },
      },
    ],
  })
  t.end()
})

t.test('it leaves a statement at what gives the policy where the source says otherwise', t => {
  const source = inSource(policy(allow({ AWS: 'a' }, 'A'), allow('*', 'B')))
  const [, second] = statementsOf(source).map(place)
  t.same(places(policy(allow({ AWS: 'changed' }, 'A'), allow('*', 'B')), source), ['main.tf:1', second, 1])
  const { document } = placedDocument(inPlan(policy(allow('*', 'C'))), [source], block)
  t.same(document.location, block)
  t.same(places(policy(allow('*'))), ['main.tf:1', 1])
  t.end()
})

t.test('it never picks one of several places', t => {
  const twice = inSource(policy(allow('*'), allow('*'), allow({ AWS: 'c' })))
  t.same(places(policy(allow('*'), allow({ AWS: 'c' })), twice).slice(0, 1), ['main.tf:1'])
  t.same(places(policy(allow('*'), allow('*')), inSource(policy(allow('*'), allow({ AWS: 'x' })))), [
    'main.tf:1',
    'main.tf:1',
    2,
  ])
  const either = [inSource(policy(allow('*')), 'a.json'), inSource(policy(allow('*')), 'b.json')]
  t.same(places(policy(allow('*')), ...either), ['main.tf:1', 1])
  t.end()
})

t.test('it tells statements that are alike by their order, where all are there', t => {
  const source = inSource(policy(allow('*'), allow('*')))
  t.same(places(policy(allow('*'), allow('*')), source), [...statementsOf(source).map(place), 0])
  t.end()
})

t.test('it shows what a plan hides where nothing else accounts for it', t => {
  const source = inSource(policy(allow('*', 'A'), allow({ AWS: 'b' }, 'B')))
  const plan = inPlan(policy(allow({ AWS: 'b' }, 'B')))
  const hidden: Node = { kind: 'hole', hole: { kind: 'after-apply', name: 'x' }, many: true, location: block }
  const open: Node =
    plan.kind === 'object'
      ? {
          ...plan,
          members: plan.members.map(member =>
            member.value.kind === 'list'
              ? { ...member, value: { ...member.value, items: [hidden, ...member.value.items] } }
              : member,
          ),
        }
      : plan
  const { document, strays } = placedDocument(open, [source], block)
  t.same(statementsOf(document).map(place), statementsOf(source).map(place))
  t.equal(strays, 0)
  const whole = placedDocument({ kind: 'hole', hole: hidden.hole, location: block }, [source], block)
  t.equal(whole.document, source)
  t.end()
})
