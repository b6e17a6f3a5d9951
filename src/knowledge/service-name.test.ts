import t from 'tap'
import { sample } from '../model/sample.js'
import { sampleCatalogue, sampleService } from './sample-catalogue.js'
import { serviceNameFlaw } from './service-name.js'

const catalogue = sampleCatalogue(
  sampleService('cloudtrail'),
  sampleService('logs', { principals: ['logs.${Region}.amazonaws.com'] }),
  sampleService('macie', { principals: ['macie.amazonaws.com'], optInPrincipals: ['macie.${Region}.amazonaws.com'] }),
  sampleService('support', { principals: ['${Region}.supportauthz.amazonaws.com'] }),
  sampleService('role', { caller: 'role', principals: ['ignored.amazonaws.com'] }),
)
const flaw = (name: string, region: string | undefined = 'eu-west-1', partition = 'aws') =>
  serviceNameFlaw(sample(name), { region, partition }, catalogue)

t.test('it takes the principals of the Region of the key, and those that have none', t => {
  for (const name of [
    'cloudtrail.amazonaws.com',
    'logs.eu-west-1.amazonaws.com',
    'macie.amazonaws.com',
    'macie.eu-west-1.amazonaws.com',
    'eu-west-1.supportauthz.amazonaws.com',
    'logs.«region».amazonaws.com',
  ])
    t.equal(flaw(name), undefined, name)
  t.equal(
    serviceNameFlaw(sample('logs.us-east-1.amazonaws.com'), { region: undefined, partition: 'aws' }, catalogue),
    undefined,
  )
  t.end()
})

t.test('it names another Region or partition', t => {
  t.match(flaw('logs.us-east-1.amazonaws.com'), { kind: 'region', message: /principal of us-east-1/ })
  t.match(flaw('cloudtrail.amazonaws.com.cn'), { kind: 'partition' })
  t.equal(flaw('logs.cn-north-1.amazonaws.com.cn', 'cn-north-1', 'aws-cn'), undefined)
  t.end()
})

t.test('it suggests what may be meant', t => {
  t.match(flaw('cloudtrial.amazonaws.com'), { kind: 'unknown', message: /cloudtrail\.amazonaws\.com may be meant/ })
  t.match(flaw('logs.amazonaws.com'), { kind: 'unknown', message: /logs\.eu-west-1\.amazonaws\.com may be meant/ })
  t.match(flaw('ignored.amazonaws.com'), { kind: 'unknown', message: /known here$/ })
  t.end()
})
