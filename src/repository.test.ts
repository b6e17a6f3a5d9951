import t from 'tap'
import { repositoryPath } from './repository.js'

t.test('it names a file from the top of the repository', t => {
  t.equal(repositoryPath('/repo/infra', '/repo')('plan.json'), 'infra/plan.json')
  t.equal(repositoryPath('/repo', '/repo')('./infra/plan.json'), 'infra/plan.json')
  t.equal(repositoryPath('/repo', '/repo')('/repo/plan.json'), 'plan.json')
  t.equal(repositoryPath('/repo/infra', undefined)('plan.json'), 'plan.json')
  t.equal(repositoryPath('/repo/infra', '')('a/plan.json'), 'a/plan.json')
  t.equal(repositoryPath('/repo', '/repo')('..plan.json'), '..plan.json')
  t.end()
})

t.test('it has no name for what lies outside, nor for standard input', t => {
  t.equal(repositoryPath('/repo', '/repo')('../plan.json'), undefined)
  t.equal(repositoryPath('/repo', '/repo')('/tmp/plan.json'), undefined)
  t.equal(repositoryPath('/repo', '/repo')('<stdin>'), undefined)
  t.equal(repositoryPath('/repo', '/repo')('.'), undefined)
  t.end()
})
