import t from 'tap'
import { evaluate } from '../evaluate/evaluate.js'
import { Run } from '../evaluate/run.js'
import { parseExpression } from '../syntax/body.js'
import { locationOf, written } from '../syntax/span.js'

const files: Readonly<Record<string, string>> = {
  'policy.json': '{\n  "Statement": [\n    { "Sid": "A" },\n    { "Sid": "B" }\n  ]\n}\n',
  'policy.yaml': 'Statement:\n  - Sid: A\n  - Sid: B\n',
}

const placeOf = (expression: string): string => {
  const of = written('main.tf', expression)
  const value = evaluate(parseExpression(of), {
    run: new Run(),
    names: undefined,
    root: () => undefined,
    file: path => ({ file: path, text: files[path] ?? '' }),
  })
  const { file, line, column } = locationOf(value.at)
  return `${file}:${String(line)}:${String(column)}`
}

t.test('it places what was decoded where it stands in its file', t => {
  t.equal(placeOf('jsondecode(file("policy.json")).Statement[1]'), 'policy.json:4:5')
  t.equal(placeOf('jsondecode(file("policy.json")).Statement[1].Sid'), 'policy.json:4:14')
  t.equal(placeOf('yamldecode(file("policy.yaml")).Statement[1]'), 'policy.yaml:3:5')
  t.equal(placeOf('yamldecode(file("policy.yaml")).Statement[1].Sid'), 'policy.yaml:3:10')
  t.end()
})

t.test('it places what was put together where it was written', t => {
  t.equal(placeOf('yamldecode("a: ${"b"}").a'), 'main.tf:1:12')
  t.equal(placeOf('jsondecode("[${1}]")[0]'), 'main.tf:1:12')
  t.end()
})
