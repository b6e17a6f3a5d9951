import t from 'tap'
import { loadRuleSet } from './rule-set.js'
import { openWorkspace } from './workspace.js'

t.test('it has presets, each of which runs rules', async t => {
  const ids = async (preset: string) =>
    (await loadRuleSet(openWorkspace('.'), { rules: [], preset })).rules.map(({ id }) => id)
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
  await t.rejects(loadRuleSet(openWorkspace('.'), { rules: [], preset: 'lenient' }), { code: 'option-not-valid' })
})
