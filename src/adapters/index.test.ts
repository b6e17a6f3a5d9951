import t from 'tap'
import { adapterFor } from './index.js'

const plan = '"planned_values":{},"resource_changes":[]'
const padding = 'x'.repeat(70_000)

const nameOf = (text: string, named: boolean): string | undefined =>
  adapterFor({
    file: 'x',
    named,
    head: Buffer.from(text).subarray(0, 64 * 1024),
    chunks: async function* () {
      yield await Promise.resolve(Buffer.from(text))
    },
  })?.name

t.test('a plan is one whatever comes first in it, found by a scan or named', t => {
  for (const named of [true, false]) {
    t.equal(nameOf(`{${plan}}`, named), 'terraform-plan')
    t.equal(nameOf(`{"Resources":1,${plan},"pad":"${padding}"}`, named), 'terraform-plan')
    t.equal(nameOf(`Outputs:\n{${plan},"pad":"${padding}"}`, named), 'terraform-plan')
    t.equal(
      nameOf(
        `{"Resources":1,${plan.replace('_', String.raw`\u005f`).replace('resource_', 'x')},"pad":"${padding}"}`,
        named,
      ),
      'terraform-plan',
    )
    t.equal(nameOf('Resources:\n  Key:\n    Type: AWS::KMS::Key\n', named), 'cloudformation')
  }
  t.end()
})
