import t from 'tap'
import { loadRuleSet } from './rule-set.js'
import { openWorkspace } from './workspace.js'

t.test('it has presets, each of which runs rules', async t => {
  const ids = async (preset: string) =>
    (await loadRuleSet(openWorkspace('.'), { rules: [], services: [], preset })).rules.map(({ id }) => id)
  const [recommended, strict] = [await ids('recommended'), await ids('strict')]
  t.ok(recommended.includes('no-public-access'))
  t.same(
    recommended.filter(id => !strict.includes(id)),
    [],
    'strict runs all that recommended runs',
  )
  t.ok(strict.length > recommended.length)
})

t.test('it refuses a preset that does not exist, rather than to run without rules', async t => {
  await t.rejects(loadRuleSet(openWorkspace('.'), { rules: [], services: [], preset: 'lenient' }), {
    code: 'option-not-valid',
  })
})

t.test('it lets the user add services, and put one in the place of one of its own', async t => {
  const service = (id: string, principal: string) => `
id: ${id}
name: a service for tests
confidence: verified
principal: { kind: service, names: [${principal}] }
actions: { required: [kms:Decrypt] }
source: { arn: documented, account: documented }
failure: { phase: deploy, effect: it fails }
sources: [https://example.com]
`
  const dir = t.testdir({
    services: {
      'own.yaml': service('own', 'own.example.com'),
      'cloudtrail-trail.yaml': service('cloudtrail-trail', 'trail.example.com'),
      'broken.yaml': 'id: broken',
    },
  })
  const { services, problems } = await loadRuleSet(openWorkspace(dir), {
    rules: [],
    services: ['services'],
    preset: 'recommended',
  })
  t.same(services.service('own')?.principals, ['own.example.com'])
  t.same(services.service('cloudtrail-trail')?.principals, ['trail.example.com'])
  t.ok(services.service('cloudtrail-lake'))
  t.match(problems[0], { message: /lacks name/, location: { file: 'services/broken.yaml' } })
})
