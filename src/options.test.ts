import t from 'tap'
import { accountId, accountIds, choice, regionCode, terraformEnvironment, variable } from './options.js'

t.test('it takes one of a few words and suggests the one that was meant', t => {
  t.equal(choice('--format', 'json', ['text', 'json']), 'json')
  t.throws(() => choice('--format', 'jsn', ['text', 'github', 'json']), {
    code: 'option-not-valid',
    message: '--format takes text, github or json, not "jsn"; did you mean json?',
  })
  t.throws(() => choice('--format', 'sarif', ['text', 'json']), { message: '--format takes text or json, not "sarif"' })
  t.end()
})

t.test('it takes account ids of twelve digits, and keeps leading zeros', t => {
  t.equal(accountId('--account', '000011112222'), '000011112222')
  t.same(accountIds('--trusted-accounts', ['111122223333,444455556666', '777788889999\n000011112222 ']), [
    '111122223333',
    '444455556666',
    '777788889999',
    '000011112222',
  ])
  t.throws(() => accountId('--account', '1111'), { message: '--account takes account ids of 12 digits, not "1111"' })
  t.throws(() => accountIds('--trusted-accounts', ['111122223333,x']), { code: 'option-not-valid' })
  t.end()
})

t.test('it takes Region codes of every partition', t => {
  for (const region of [
    'eu-central-1',
    'us-gov-west-1',
    'cn-north-1',
    'us-iso-east-1',
    'us-isob-east-1',
    'eusc-de-east-1',
    'ap-southeast-10',
  ]) {
    t.equal(regionCode('--region', region), region)
  }
  for (const region of ['', 'eu', 'EU-CENTRAL-1', 'eu-central-1a', 'eu-central']) {
    t.throws(() => regionCode('--region', region), { code: 'option-not-valid' })
  }
  t.end()
})

t.test('it takes a variable with its value, whatever is in that', t => {
  t.same(variable('--var', 'a=b=c\nd'), { name: 'a', value: 'b=c\nd' })
  t.same(variable('--var', 'a-b_1='), { name: 'a-b_1', value: '' })
  t.throws(() => variable('--var', 'a'), {
    code: 'option-not-valid',
    message: '--var takes a variable name and a value separated by an equals sign, as in "key=value", not "a"',
  })
  for (const given of ['=b', 'a b=c', '1=2', ' a=b'])
    t.throws(() => variable('--var', given), { message: /is no name of a variable$/ })
  t.end()
})

t.test('it reads what the environment says of Terraform, and nothing else', t => {
  t.same(terraformEnvironment({ TF_VAR_a: '1', TF_LOG: 'x', PATH: 'y' }), { environment: { a: '1' } })
  t.same(terraformEnvironment({ TF_WORKSPACE: 'prod' }), { environment: {}, workspace: 'prod' })
  t.end()
})
