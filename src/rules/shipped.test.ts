import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { embedPolicies } from './embed.mjs'
import { defaultSettings } from './default-settings.js'
import { judge } from './judge.js'
import { language, loadRules } from './load.js'
import { loadPresets } from './presets.js'
import type { Rule, RuleDocument } from './rule.js'
import { shippedPresets, shippedRules } from './shipped.js'
import { rulesPage } from './table.js'
import { testRules, untested } from './test-rules.js'
import { renewPage } from './vocabulary-page.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { rules, problems } = loadRules(shippedRules())

t.test('the shipped rules', t => {
  t.test('load without a problem', t => {
    t.strictSame(problems, [])
    t.ok(rules.length > 0)
    t.strictSame(loadPresets(shippedPresets(), rules).problems, [])
    t.end()
  })

  t.test('do what their examples say', t => {
    t.strictSame(untested(rules), [])
    for (const { rule, example, passed, message, location } of testRules(rules)) {
      t.ok(passed, `${rule}: ${example}`, { found: message, place: `${location.file}:${String(location.line)}` })
    }
    t.end()
  })

  t.test('say the same from a bundle, which holds their data only', async t => {
    const url = `data:text/javascript,${encodeURIComponent(embedPolicies(root))}`
    const embedded = (await import(url)) as { shippedRules: () => RuleDocument[]; shippedPresets: () => RuleDocument[] }
    const bundled = loadRules(embedded.shippedRules())
    t.strictSame(bundled.problems, [])
    t.strictSame(loadPresets(embedded.shippedPresets(), bundled.rules).problems, [])
    const keys = rules.flatMap(({ examples }) => examples.map(({ key }) => key)).filter((_, index) => index % 10 === 0)
    const said = (rules: readonly Rule[]) => {
      const { findings, undetermined, evaluated, problems } = judge(keys, rules, defaultSettings)
      return { findings, undetermined, evaluated, problems }
    }
    t.strictSame(said(bundled.rules), said(rules))
  })

  t.test('are refused where their YAML cannot be read', t => {
    const broken = t.testdir({ rules: { 'a.yaml': 'a: [', 'README.md': '' }, presets: {} })
    t.throws(() => shippedRules(broken), { message: /^policies\/rules\/a\.yaml: is not valid YAML/ })
    t.strictSame(shippedPresets(broken), [])
    t.end()
  })
  t.end()
})

t.test('the generated pages', t => {
  const page = (path: string) => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')
  t.test('are up to date: run `node scripts/generate-docs.mjs`', t => {
    const { presets } = loadPresets(shippedPresets(), rules)
    t.equal(page('policies/README.md'), rulesPage(rules, presets))
    t.equal(page('docs/rules.md'), renewPage(page('docs/rules.md'), language.vocabulary))
    t.end()
  })
  t.end()
})
