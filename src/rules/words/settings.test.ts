import t from 'tap'
import { settingsType } from './settings.js'
import { read, settings } from './sample.js'

t.test('it says what the user says', t => {
  const given = { ...settings, trustedAccounts: ['444455556666'], minimumDeletionWindow: 21 }
  t.same(read(settingsType, 'trustedAccounts', given), ['444455556666'])
  t.equal(read(settingsType, 'minimumDeletionWindow', given), 21)
  t.end()
})
