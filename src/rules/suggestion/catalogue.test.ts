import t from 'tap'
import { destinationArns } from '../../knowledge/holders.js'
import { fill, untoldPart } from '../../knowledge/fill.js'
import type { Key } from '../../model/key.js'
import { here, sampleKey } from '../../model/sample.js'
import { defaultSettings, shippedCatalogue } from '../default-settings.js'
import { judge } from '../judge.js'
import { language, loadRules } from '../load.js'
import { scopeOf } from '../scope.js'
import { shippedRules } from '../shipped.js'
import { Wrapped } from '../values.js'
import { applied } from './sample.js'
import type { Suggestion } from './suggestion.js'

const { rules } = loadRules(shippedRules())
const rule = rules.find(({ id }) => id === 'service-access-missing')
const recommended = rules.filter(({ preset }) => preset === 'recommended')

const place = { Account: ['111122223333'], Region: ['eu-west-1'], Partition: ['aws'] }

/** A key with AWS's default policy that one resource uses. */
const keyUsedBy = (id: string): Key => {
  const into = shippedCatalogue.service(id)?.uses.find(use => use.into !== undefined)?.into
  const resource = { address: 'aws_thing.one', type: 'aws_thing', location: here, via: [], variants: [] }
  const destination = into && { address: 'aws_holder.two', kind: into, bucketKey: undefined }
  const arn = into && { Destination: fill(destinationArns[into], { ...place, Name: ['two'] }, untoldPart) }
  const use = {
    service: id,
    sources: [],
    resource,
    destination,
    location: here,
    world: undefined,
    filling: { Name: ['one'], ...arn },
  }
  // that of Route 53 signs, and so can be no other
  return sampleKey({
    uses: [use],
    ...(id === 'route53-dnssec' && { spec: 'ECC_NIST_P256', usage: 'SIGN_VERIFY', rotation: false }),
  })
}

t.test('the smallest statements let every service of the catalogue in, and break no rule', t => {
  for (const { id, caller, required } of shippedCatalogue.services) {
    if (!(caller === 'service' || caller === 'service-linked-role') || required.length === 0) continue
    const key = keyUsedBy(id)
    for (const { scope } of language.subjects(key, defaultSettings)('use')) {
      const outcome = rule?.suggest?.evaluate(scopeOf(rule, scope))
      t.ok(outcome instanceof Wrapped, id)
      if (!(outcome instanceof Wrapped)) continue
      // the types of the rule files were checked: `suggest` gives a Suggestion
      const mended = applied(key, Wrapped.self(outcome) as Suggestion)
      const { findings } = judge([mended], recommended, defaultSettings)
      t.same(
        findings.filter(({ rule: of, severity }) => severity !== 'notice' || of === rule?.id),
        [],
        id,
      )
    }
  }
  t.end()
})
