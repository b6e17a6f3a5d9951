import t from 'tap'
import { evaluated, messages, plain, read } from './sample.js'

const documents = async (text: string) => {
  const reading = await read(text)
  const found = reading.keys.map(({ address, policy }) => [
    address,
    policy.kind === 'document' && policy.variants.map(({ document }) => plain(document))[0],
  ])
  return { found: Object.fromEntries(found) as unknown, problems: messages(reading) }
}

const loop = (collection: string, parameters = '') => `
Transform: AWS::LanguageExtensions
${parameters}
Resources:
  Fn::ForEach::Keys:
    - Team
    - ${collection}
    - \${Team}Key:
        Type: AWS::KMS::Key
        Properties:
          KeyPolicy: {Name: !Ref Team, Sub: !Sub "x-\${Team}", Text: "&{Team}", "\${Team}": [a]}
`

t.test('it writes out loops over lists', async t => {
  t.strictSame(await documents(loop('[Shop, Bak-ery]')), {
    found: {
      ShopKey: { Name: 'Shop', Sub: 'x-Shop', Text: 'Shop', Shop: ['a'] },
      'Bak-eryKey': { Name: 'Bak-ery', Sub: 'x-Bak-ery', Text: 'Bakery', 'Bak-ery': ['a'] },
    },
    problems: [],
  })
})

t.test('it writes out loops over the default of a parameter', async t => {
  const { found } = await documents(
    loop('!Ref Teams', 'Parameters: { Teams: { Type: CommaDelimitedList, Default: "A,B" } }'),
  )
  t.strictSame(Object.keys(found as object), ['AKey', 'BKey'])
})

t.test('it makes one turn with a hole of a loop over a list that is not known', async t => {
  const expected = {
    found: { '${Team}Key': { Name: '${Team}', Sub: 'x-${Team}', Text: '&{Team}', '${Team}': ['a'] } },
    problems: [],
  }
  t.strictSame(await documents(loop('!Ref Teams', 'Parameters: { Teams: { Type: CommaDelimitedList } }')), expected)
  t.strictSame(await documents(loop('[!Ref Team1]', 'Parameters: { Team1: { Type: String } }')), expected)
})

t.test('it writes out loops in loops, in conditions and in policies', async t => {
  const nested = `
Conditions:
  Fn::ForEach::Conditions:
    - Name
    - [A, B]
    - Is\${Name}: !Equals ["\${Name}", A]
Resources:
  Fn::ForEach::Outer:
    - X
    - [A, B]
    - Fn::ForEach::Inner:
        - Y
        - [1, 2]
        - Key\${X}\${Y}:
            Type: AWS::KMS::Key
            Condition: Is\${X}
            Properties:
              KeyPolicy:
                Fn::ForEach::Members:
                  - Z
                  - [p, q]
                  - \${Z}: \${X}\${Y}
`
  t.strictSame(await documents(nested), {
    found: { KeyA1: { p: 'A1', q: 'A1' }, KeyA2: { p: 'A2', q: 'A2' } },
    problems: [],
  })
})

t.test('it knows loop variables that are not known inside policies', async t => {
  const sections = 'Parameters: { List: { Type: CommaDelimitedList } }'
  const { values } = await evaluated('{Fn::ForEach::M: [Z, !Ref List, {x: !Ref Z}]}', sections)
  t.strictSame(values['always'], { x: '${Z}' })
})

t.test('it reports an alias in a loop that cannot be followed', async t => {
  const { values, problems } = await evaluated('{Fn::ForEach::M: [Z, [a, b], {"${Z}": *none}]}')
  t.strictSame(values['always'], { a: '${*none}', b: '${*none}' })
  t.strictSame(problems, ['*none is an alias for an anchor that is not there'])
})

t.test('it reports what is no loop', async t => {
  for (const wrong of ['[Z, [a]]', 'x', '[Z, [a], b]', '[[Z], [a], {}]', '[Z, [a], {}, {}]']) {
    const { values, problems } = await evaluated(`{Fn::ForEach::M: ${wrong}, y: z}`)
    t.strictSame(problems, ['Fn::ForEach::M takes a variable, a list and a mapping'], wrong)
    t.strictSame(values['always'], { y: 'z' })
  }
})

t.test('it gives up on loops that grow beyond all measure', async t => {
  const list = `[${Array.from({ length: 300 }, (_, i) => i).join(', ')}]`
  const loops = ['A', 'B', 'C'].reduceRight(
    (body, name) => `{Fn::ForEach::${name}: [${name}, ${list}, ${body}]}`,
    '{"${A}-${B}-${C}": {Type: AWS::KMS::Key}}',
  )
  const start = performance.now()
  const reading = await read(`Resources:\n  Key: { Type: AWS::KMS::Key }\n  Fn::ForEach::Z: [Z, [z], ${loops}]`)
  t.strictSame(messages(reading), ['0: reading the keys takes more than 3000000 steps'])
  t.ok(performance.now() - start < 10_000)
})
